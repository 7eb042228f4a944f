"""What is said of cooperations: stages, what to think of before one goes on, its next step."""

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
}
