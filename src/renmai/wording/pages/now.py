"""What is so with somebody now: what is open both ways, what they need, when to be in touch."""

NOW: dict[str, str] = {
    "now_owed": "They have waited for your answer for %(wait_days)s.",
    "now_owed_today": "They wait for your answer since today.",
    "now_awaited": "You have waited for their answer for %(wait_days)s.",
    "now_awaited_today": "You wait for their answer since today.",
    "now_handed_in": "Handed in to you and waiting for your word: %(waiting_count)s, the oldest for "
    "%(oldest_days)s (“%(subject)s”).",
    "now_promised": "You promised: %(what)s.",
    "now_promised_by": "You promised for %(due_on)s: %(what)s.",
    "now_asked": "You asked for: %(what)s.",
    "now_raise": "To raise next time: %(what)s.",
    "now_under_way": "Under way together: %(what)s.",
    "now_nothing_open": "Nothing is open between you.",
    "now_needs": "%(name)s needs: %(what)s.",
    "now_needs_unknown": "Not known yet. Ask what takes most of their time just now.",
    "now_touch_late": "Now: it has been %(silent_days)s, and %(rhythm_days)s is what fits the two of you.",
    "now_touch_by": "By %(by_on)s: every %(rhythm_days)s is what fits the two of you.",
    "now_touch_day": "On %(day_on)s at the latest: it is a day of theirs.",
    "now_touch_free": "No rhythm yet; whenever there is a reason.",
    "now_first_step": "A first line of your own, or an introduction by somebody you both know.",
    "now_first_step_unreached": "Find out how they are reached, or who could introduce you.",
}
