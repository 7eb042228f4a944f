"""What is said before one asks: the verdict, the questions with their findings, what to do first, the draft.

The other is called by name, never by a pronoun one would have to guess.
"""

CHECK: dict[str, str] = {
    # the verdict
    "verdict_mark_go": "Go",
    "verdict_mark_wait": "Wait",
    "verdict_mark_better_not": "Don't",
    "verdict_go": "You may ask.",
    "verdict_wait": "Wait a little before you ask.",
    "verdict_wait_until": "Wait until %(until_on)s before you ask.",
    "verdict_better_not": "Better not ask this of %(name)s.",
    "ask_all_clear": "Nothing speaks against it.",
    "ask_held_up": "%(against_count)s of %(all_count)s findings speak against asking now.",
    "ask_small_between_close": (
        "A small thing between close people: just ask. The rest is only for you to know."
    ),
    # the questions
    "question_worth": "Is this worth it?",
    "question_interest": "What is in it for them?",
    "question_proud": "Would they be proud of it?",
    "question_ledger": "The ledger",
    "question_often": "How often you asked",
    "question_open": "Is an answer still open?",
    "question_before": "What came of it before?",
    "question_talk": "Are you in touch?",
    "question_answers": "Do answers come?",
    "question_cheaper": "Is there a lighter way?",
    # is it worth using this person for
    "ask_of_archived": (
        "You archived %(name)s as no longer in your life. Take them back first, if that has changed."
    ),
    "ask_of_deceased": "%(name)s has died.",
    "ask_no_tie": (
        "Nothing has passed both ways between you and %(name)s yet. "
        "Begin with something of use to them, not with a request."
    ),
    "ask_trivial_of_key": (
        "%(name)s is one of your few key people, and this is a small thing. "
        "Important people are for important moments."
    ),
    "ask_trivial_of_star": (
        "You get little of %(name)s's attention, and this is a small thing. "
        "Important people are for important moments."
    ),
    "ask_large_of_weak": (
        "It is a lot to ask while the tie is weak and you have given nothing yet. "
        "First do something small together."
    ),
    "ask_barely_known": ("You hardly know each other yet. Find out first what you can do for %(name)s."),
    "ask_worth_it": "It is in proportion to how well you know each other.",
    "ask_worth_key": "Important people are for important moments; it is for you to say whether this is one.",
    # what is in it for them
    "ask_meets_their_need": "%(name)s looks for this: “%(need)s”.",
    "ask_reason_for_them": "By your own words: “%(why)s”.",
    "ask_nothing_needed": "Small enough between you to need nothing in return.",
    "ask_only_honour": "Nothing of direct use, but the honour of it.",
    "ask_only_mine": (
        "Nothing of use to %(name)s, and nothing to be proud of: asked for all the same, "
        "it overdraws the tie."
    ),
    "ask_nothing_for_them": "You have not said what is in it for %(name)s.",
    "ask_nothing_for_them_need": (
        "You have not said what is in it for %(name)s, who looks for “%(need)s”; begin there."
    ),
    # would they be proud
    "ask_proud": "Yes, by your own word.",
    "ask_proud_unknown": "Not known. Think of it before you ask.",
    "ask_not_proud_but": "Hardly, by your own word; but that does not decide it here.",
    "ask_not_proud": "Hardly, by your own word, and nothing else is in it for %(name)s.",
    # the ledger
    "ask_owing": (
        "You owe %(name)s about %(owed_points)s points, give or take %(spread_points)s. "
        "Nothing has come back for “%(what)s” of %(on)s yet."
    ),
    "ask_thanks_owed": "No thanks have been said yet for “%(what)s” of %(on)s.",
    "ask_ledger_empty": "No favour is noted either way.",
    "ask_ledger_even": "About even.",
    "ask_ledger_ahead": "You have given more of late; good to know, nothing to mention.",
    "ask_ledger_bearable": "You have received more of late, but not too much.",
    # how often
    "ask_not_lately": "You have asked %(name)s for nothing in the last %(window_days)s.",
    "ask_not_too_often": (
        "You have asked %(name)s %(ask_times)s in the last %(window_days)s; that is not too often."
    ),
    "ask_too_often": "You have asked %(name)s %(ask_times)s in the last %(window_days)s already.",
    "ask_same_again": (
        "You have asked %(name)s %(ask_times)s in the last %(window_days)s, "
        "and for this very thing %(same_times)s."
    ),
    # what is open
    "ask_nothing_open": "Nothing of yours waits for an answer.",
    "ask_still_open": "“%(what)s”, which you asked on %(on)s, has no answer yet.",
    "ask_letter_open": "What you asked by letter %(sent_ago_days)s has no answer yet.",
    # what came of it before
    "ask_declined": "%(name)s said no to “%(what)s” of %(on)s.",
    "ask_ignored": "“%(what)s” of %(on)s was never answered.",
    "ask_granted_before": "%(name)s granted %(granted_count)s of the %(ended_count)s asks that ended.",
    # where the conversation stands
    "ask_reply_first": "%(name)s wrote to you %(ago_days)s and waits for your answer. Give that first.",
    "ask_silent": (
        "Nothing has passed between you for %(silent_days)s. The first word should not be a request."
    ),
    "ask_in_touch": "You were last in touch %(silent_ago_days)s.",
    "ask_seldom_answers": (
        "%(name)s seldom answers what you write, about %(reply_share)s of it. "
        "Look for another way than a letter."
    ),
    "ask_mostly_answers": "%(name)s answers about %(reply_share)s of what you write.",
    # a lighter way
    "ask_cheaper": "%(other)s could do it too, and would be the lighter one to ask.",
    "ask_cheaper_some": "%(other)s could do it too, and %(more_people)s more; they would be lighter to ask.",
    "ask_no_cheaper": "The book knows nobody else who has this and would be lighter to ask.",
    # what to do first
    "give_reply": "Answer %(name)s's letter.",
    "give_thanks": "Say thank you for “%(what)s” of %(on)s, and what came of it.",
    "give_offer": "Offer %(name)s “%(offer)s” for “%(need)s”, without a request.",
    "give_search": "See who or what could help %(name)s with “%(need)s”, and pass it on without a request.",
    "give_something": "Do something for %(name)s first, without a request.",
    "give_greeting": "Write to %(name)s without a request.",
    "give_other_way": "Find a call or a meeting; letters to %(name)s mostly stay without an answer.",
    "give_reason": "Find out what could be in it for %(name)s.",
    "give_ask": "Ask: first what is in it for them, then the request, then an easy way out.",
    # on what the lines rest
    "limits_shipped": (
        "The lines are as shipped. Once %(enough_count)s of your asks have ended they follow your own "
        "outcomes; so far %(ended_count)s have."
    ),
    "limits_unmoved": (
        "From %(ended_count)s of your own asks: within the line %(within_granted)s of %(within_count)s were "
        "granted, beyond it %(beyond_granted)s of %(beyond_count)s. That moves the line nowhere. "
        "A small sample, only a hint."
    ),
    "limits_learnt": (
        "Learnt from %(ended_count)s of your own asks: within the shipped line %(within_granted)s of "
        "%(within_count)s were granted, beyond it %(beyond_granted)s of %(beyond_count)s. So the line in "
        "three months stands at %(ask_points)s points instead of %(shipped_points)s. "
        "A small sample, only a hint."
    ),
    # the draft: the benefit, the request, a way out
    "draft_ask_reason": (
        "Dear %(name)s,\n%(why)s.\nThat brings me to a request: %(what)s.\n"
        "If it does not suit you, do say so; I will find another way, and all is well."
    ),
    "draft_ask_need": (
        "Dear %(name)s,\nyou were looking for “%(need)s”; I have given it some thought and am glad to help "
        "with it.\nI also have a request: %(what)s.\n"
        "If it does not suit you, do say so; I will find another way, and all is well."
    ),
    "draft_ask_plain": (
        "Dear %(name)s,\nI hope you are well.\nI have a request: %(what)s.\n"
        "If it does not suit you, do say so; I will find another way, and all is well."
    ),
    # on Today
    "ask_day_came": "On %(on)s you put off asking %(name)s: “%(what)s”. The day has come.",
    "step_ask_now": "Ask now: what is in it for them first, an easy way out last.",
}
