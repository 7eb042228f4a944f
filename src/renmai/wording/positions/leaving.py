"""What the job-change test says: the outcome, past changes, what to do about it (T6)."""

LEAVING: dict[str, str] = {
    # what would become of a tie
    "fate_untouched": "not touched",
    "fate_stays": "stays",
    "fate_open": "open",
    "fate_lost": "lost",
    "leaving_if": "If %(name)s left",
    "leaving_part": "%(through_percent)s of 100 acts between you passed through %(organisation)s.",
    "leaving_no_part": "Nothing between you passed through %(organisation)s.",
    "leaving_chance": "The tie has a %(stay_share)s chance to outlive %(organisation)s.",
    "stays_class_strong": "The tie is strong.",
    "stays_bond": "You call %(name)s kin, a friend or a partner.",
    "stays_outside": "You carried something through together outside this position, %(outside_times)s.",
    # the whole
    "leaving_sum": (
        "Of your %(ties_count)s ties, %(touched_count)s pass through %(organisation)s; "
        "about %(stay_count)s of those would stay."
    ),
    "leaving_strength": "Weighed by strength that is %(kept_share)s of them.",
    "leaving_touches_none": "None of your %(ties_count)s ties passes through %(organisation)s.",
    # past changes
    "past_leaving_none": "No past change of yours is known: no position noted as over, no address given up.",
    "past_leaving_sum": (
        "When you left %(organisation)s in %(left_on)s, %(stayed_count)s of %(ties_count)s ties stayed; "
        "the test would have said %(predicted_count)s."
    ),
    "past_leaving_too_early": (
        "You left %(organisation)s in %(left_on)s; who stayed can be said half a year after."
    ),
    "past_leaving_no_ties": (
        "You left %(organisation)s in %(left_on)s; what came in knows no tie of the year before."
    ),
    "past_leaving_of_traces": (
        "Stayed: in touch both ways between two months and fourteen months after, as far as it left a trace "
        "here. Contact by a way you have not brought in counts as none."
    ),
    # why now
    "keep_i_leave": (
        "You leave %(organisation)s %(in_days)s, on %(on)s; the tie to %(name)s has a %(stay_share)s chance "
        "to outlive it."
    ),
    "keep_they_leave": (
        "%(name)s leaves %(organisation)s %(in_days)s, on %(on)s; the tie has a %(stay_share)s chance to "
        "outlive it."
    ),
    # what is missing, as a step
    "keep_exchange": "Exchange private numbers or WeChat with %(name)s; office mail is all there is.",
    "keep_use_wechat": "Write to %(name)s on WeChat once; so far all went through the office.",
    "keep_use_phone": "Call or text %(name)s once: you have the number; so far all went through the office.",
    "keep_use_messenger": "Send %(name)s a private message once; so far all went through the office.",
    "keep_use_mail": "Write to %(name)s's private address once; so far all went through the office.",
    "keep_help": "Help %(name)s with what they look for: “%(need)s”.",
    "keep_meal": "Meet %(name)s after work, for a meal or a walk; so far you only know office hours.",
    "keep_context": "Meet %(name)s in another context: an event, a shared interest, a friend of yours.",
    "keep_cooperate": "Do one small thing with %(name)s that is not of this job.",
    "keep_word": "Tell %(name)s in person that you would like to stay in touch.",
    # drafts
    "draft_keep_exchange": (
        "%(name)s, may I have a private number or your WeChat? I would rather not depend on office mail to "
        "reach you. Mine is: …"
    ),
    "draft_keep_private": (
        "%(name)s, I am trying you on this way, so that we need not depend on the office: do keep it. "
        "How are things with you?"
    ),
    "draft_keep_help": "%(name)s, you said you look for “%(need)s”. I may know something: … Shall I?",
    "draft_keep_meal": (
        "%(name)s, we have worked together for so long and never had an unhurried talk. Dinner one evening, "
        "… or …? No agenda."
    ),
    "draft_keep_context": (
        "%(name)s, on … there is …, and I thought you might enjoy it. Would you come along? Nothing to do "
        "with work."
    ),
    "draft_keep_cooperate": (
        "%(name)s, a small thing apart from our work: I am trying … and would value your eye on it. Half an "
        "hour is plenty. And if I can do something of the kind for you, say so."
    ),
}
