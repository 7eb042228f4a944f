"""What is said of things done together: cooperation, promises, tiers, the ladder, reputation."""

COOPERATION: dict[str, str] = {
    # stages, as headings and badges
    "stage_idea": "Idea",
    "stage_proposal": "Proposal",
    "stage_agreed": "Agreed",
    "stage_running": "Running",
    "stage_done": "Completed",
    "stage_reviewed": "Reviewed",
    "stage_dropped": "Dropped",
    # what is to be thought of before it goes on
    "coop_one_sided": (
        "Nothing is named yet that %(name)s gains by it; what is good for one side only happens once."
    ),
    "coop_answers_no_need": (
        "The proposal answers no need of %(name)s yet. Ask what they look for, and begin there."
    ),
    "coop_in_vain_without_need": (
        "Proposed %(vain_times)s in vain, and it still answers no need of %(name)s. Change what it is "
        "about, not how it is put."
    ),
    "coop_known_need": "%(name)s looks for “%(need)s” (noted on %(on)s): let it answer that.",
    "coop_no_margin": "It leaves %(name)s nothing (%(percent)s%): nobody comes back to that.",
    "coop_thin_margin": "It leaves %(name)s only %(percent)s%: too thin for a next one.",
    "coop_exclusive": (
        "Its terms keep %(name)s from working with others: that closes doors, theirs first and then yours."
    ),
    "coop_no_next": "It is done, and no next one is in sight. Ask %(name)s what should come after.",
    "coop_tried": (
        "By the traces you have written %(out_times)s since %(name)s last did; silence is no refusal, "
        "but try another way."
    ),
    # its next step, on the day's list
    "coop_step_today": "For “%(title)s” you are to do this today: %(step)s",
    "coop_step_soon": "For “%(title)s” this is due %(in_days)s, on %(on)s: %(step)s",
    "coop_step_late": "For “%(title)s” this was due on %(on)s, %(late_days)s late: %(step)s",
    "coop_due_today": "The next step of “%(title)s” with %(name)s is due today.",
    "coop_due_soon": "The next step of “%(title)s” with %(name)s is due %(in_days)s, on %(on)s.",
    "coop_due_late": "The next step of “%(title)s” with %(name)s was due on %(on)s, %(late_days)s late.",
    "coop_for_them": "What %(name)s gains: %(gain)s",
    "step_coop": "Do your step, and tell %(name)s it is done.",
    "step_coop_plain": "Take the next step, or agree on another day with %(name)s.",
    "draft_coop": "%(name)s, on “%(title)s”: my part is … The next thing would be …; does that suit you?",
    # promises
    "promise_today": "You promised %(name)s “%(what)s” for today.",
    "promise_soon": "You promised %(name)s “%(what)s” %(in_days)s, for %(on)s.",
    "promise_late": "You promised %(name)s “%(what)s” for %(on)s; that day passed %(late_days)s ago.",
    "step_promise": "Keep it, or name another day before this one is over.",
    "step_promise_late": "Say today that you are late, and when it will be there; then keep that.",
    "draft_promise": "%(name)s, as promised: “%(what)s”. Here it is: …",
    "draft_promise_late": "%(name)s, I promised you “%(what)s” and am late. You will have it by …",
    # tiers
    "tier_5": "Key circle",
    "tier_50": "Close circle",
    "tier_100": "Wider circle",
    "tier_kept": "Within %(tier_days)s, as the tier of %(tier)s wants it; last in touch %(silent_ago_days)s.",
    "tier_late": (
        "The tier of %(tier)s wants to be in touch within %(tier_days)s; with %(name)s it has been "
        "%(silent_days)s."
    ),
    "tier_never": "%(name)s is in your tier of %(tier)s, and no contact is on record.",
    "tier_overdue": (
        "You keep %(name)s in your tier of %(tier)s, in touch within %(tier_days)s; it has been "
        "%(silent_days)s."
    ),
    "tier_too": "In your tier of %(tier)s it should not be more than %(tier_days)s.",
    "tier_too_full": (
        "The tier of %(tier)s holds %(total_people)s, %(over_people)s too many. Nobody can keep so "
        "many so close: let some step out."
    ),
    "tier_late_people": "%(late_people)s should have heard from you within %(tier_days)s.",
    "tier_proposed_strong": (
        "A strong tie, strength %(strength)s, with contact on %(active_count)s days: %(name)s might "
        "stand in your tier of %(tier)s."
    ),
    "tier_proposed_lively": (
        "A weak tie, but alive: strength %(strength)s. %(name)s might stand in your wider circle."
    ),
    "tier_proposed_out": (
        "The tier of %(from_tier)s is too full, and %(name)s is among its faintest, strength "
        "%(strength)s: the tier of %(tier)s would do."
    ),
    # the ladder
    "rung_first_cooperation": "To make it a real tie, find a first small thing to do together.",
    "rung_repeat_cooperation": (
        "A weak tie. Repeated cooperation that ends well makes it strong: %(name)s then knows you, "
        "not your position."
    ),
    "rung_wake": "A strong tie that sleeps. Wake it with a greeting before anything is asked.",
    "rung_keep": (
        "It is strong. Keep it: finish well what you do together, and do one thing for %(name)s that "
        "no contract asks for."
    ),
    "rung_so_far": "Carried through together so far: %(finished_count)s.",
    "rung_running": "At hand: “%(title)s”. Finishing it well takes you there.",
    "rung_need": "A place to begin: %(name)s looks for “%(need)s” (noted on %(on)s).",
    "rung_ask_need": "No need of %(name)s is noted. Ask what they are busy with, and what they lack.",
    "class_by_first": (
        "Carried through together: %(finished_count)s. A first cooperation makes a weak tie of a "
        "pseudo one; a repeated one makes it strong."
    ),
    "class_by_repeated": (
        "Carried through together: %(finished_count)s. Repeated cooperation (%(repeated_count)s or "
        "more) makes a strong tie."
    ),
    # reputation
    "met_said": "%(other)s wrote to you both on %(on)s: “%(said)s”",
    "met_first_letter": (
        "Before you and %(name)s first wrote to each other, %(other)s wrote to you both on %(on)s, "
        "“%(subject)s”."
    ),
}
