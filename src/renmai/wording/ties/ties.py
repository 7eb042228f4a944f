"""What a tie is called: its classes, its states, the evidence behind its strength."""

TIES: dict[str, str] = {
    "class_pseudo": "Pseudo",
    "class_weak": "Weak",
    "class_strong": "Strong",
    "class_dormant_strong": "Dormant strong",
    "state_active": "active",
    "state_cooling": "cooling",
    "state_dormant": "dormant",
    "bond_kin": "kin",
    "bond_friend": "friend",
    "bond_partner": "partner",
    "bond_colleague": "colleague",
    # what moved the strength
    "recent_both": (
        "Since %(since_on)s you have reached out %(recent_out_times)s, and %(name)s %(recent_in_times)s."
    ),
    "recent_mine": "Since %(since_on)s only you have reached out, %(recent_out_times)s.",
    "recent_theirs": "Since %(since_on)s only %(name)s has reached out, %(recent_in_times)s.",
    "recent_none": "Since %(since_on)s nothing has passed between you.",
    "history_days": "Since %(first_on)s you have been in touch on %(active_count)s days.",
    "history_once": "You have been in touch on one day only, in %(first_on)s.",
    "silence_rhythm": ("You were last in touch %(silent_ago_days)s; usually you are every %(rhythm_days)s."),
    "silence_daily": "You were last in touch %(silent_ago_days)s; usually you are nearly every day.",
    "silence_plain": "You were last in touch %(silent_ago_days)s.",
    "activity_both": (
        "You last reached out to anybody at all %(own_out_ago_days)s, anybody to you %(own_in_ago_days)s."
    ),
    "activity_mine": "You last reached out to anybody at all %(own_out_ago_days)s; nobody has to you.",
    "activity_theirs": "Anybody at all last reached out to you %(own_in_ago_days)s; you have to nobody.",
    # what that did to it, of 100
    "raised_much": "raises it a lot, by about %(points)s",
    "raised_clearly": "raises it, by about %(points)s",
    "raised_little": "raises it a little",
    "lowered_much": "lowers it a lot, by about %(points)s",
    "lowered_clearly": "lowers it, by about %(points)s",
    "lowered_little": "lowers it a little",
    # whose a tie is: the person's, the position's, or open
    "basis_kind_person": "the person's",
    "basis_kind_position": "the position's",
    "basis_kind_open": "cannot be told yet",
    "basis_their_change": "%(name)s changed employers %(change_times)s, and it went on.",
    "basis_my_change": "You changed employers %(change_times)s, and it went on.",
    "basis_private": "%(private_count)s of %(told_count)s acts went by private mail or by phone.",
    "basis_work_mail": (
        "Mostly by office mail: %(private_count)s of %(told_count)s acts went by private mail or by phone."
    ),
    "basis_off_hours": "%(off_hours_count)s of their %(zoned_count)s acts were outside office hours.",
    "basis_office_hours": (
        "Mostly in office hours: %(off_hours_count)s of their %(zoned_count)s acts were outside them."
    ),
    "basis_contexts": "You are in touch in %(context_count)s different ways.",
    # why a tie is of its class
    "class_strong_sustained": (
        "In %(months_count)s months you both reached out, on %(active_count)s days in all. A tie is strong "
        "from %(long_months)s months and %(long_count)s days on, or from %(dense_months)s months and "
        "%(dense_count)s days."
    ),
    "class_weak_so_far": (
        "Months in which you both reached out so far: %(months_count)s; days of contact: %(active_count)s. "
        "A tie is strong from %(long_months)s months and %(long_count)s days on, "
        "or from %(dense_months)s months and %(dense_count)s days."
    ),
    "class_weak_apart": (
        "Something has passed both ways, you %(out_times)s and %(name)s %(in_times)s, "
        "but never in the same month."
    ),
    "class_pseudo_nothing": (
        "Neither of you has addressed or answered the other: there are only copies, mass or automatic mail."
    ),
    "class_pseudo_mine": (
        "You have reached out %(out_times)s; %(name)s has never addressed or answered you."
    ),
    "class_pseudo_theirs": "%(name)s has reached out %(in_times)s; you have never answered.",
    # why it is in its state
    "rhythm_kept": "You usually are in touch every %(rhythm_days)s; the last time was %(silent_ago_days)s.",
    "rhythm_kept_daily": "You are in touch nearly every day; the last time was %(silent_ago_days)s.",
    "rhythm_missed": "You usually are in touch every %(rhythm_days)s; now it has been %(silent_days)s.",
    "rhythm_missed_daily": "You used to be in touch nearly every day; now it has been %(silent_days)s.",
    "rhythm_one_sided": (
        "The last word was %(silent_ago_days)s; of late only one side has reached out, so no rhythm is usual."
    ),
    "rhythm_unknown": (
        "You were last in touch %(silent_ago_days)s, and on %(active_count)s days in all: too few to call "
        "any rhythm usual."
    ),
    "contact_once": (
        "You have been in touch on one day only, %(silent_ago_days)s, so there is no rhythm yet."
    ),
    "contact_none": "There is no contact on record.",
    # why they hold the owner in that place
    "standing_starts": (
        "Of what began after two quiet weeks, %(name)s began %(in_count)s and you %(out_count)s."
    ),
    "standing_their_answers": (
        "When it was %(name)s's turn, an answer came %(answers_count)s of %(turns_count)s times, "
        "usually within %(usual_hours)s."
    ),
    "standing_my_answers": (
        "When it was your turn, you answered %(answers_count)s of %(turns_count)s times, "
        "usually within %(usual_hours)s."
    ),
    "standing_their_silence": "When it was %(name)s's turn, %(turns_count)s in all, no answer came.",
    "standing_my_silence": "When it was your turn, %(turns_count)s in all, you did not answer.",
    "standing_alone": "Of %(in_count)s acts from %(name)s, %(solo_count)s were for you alone.",
    "standing_never_alone": "None of the %(in_count)s acts from %(name)s was for you alone.",
    "standing_unknown": "Fewer than four acts have passed between you, which says too little of it.",
    # how far it goes both ways
    "reciprocity_both": (
        "%(out_count)s from you, %(in_count)s from %(name)s. What went to many counts less; so weighed, "
        "the smaller side is %(lesser_percent)s% of the larger."
    ),
    "reciprocity_one": "%(out_count)s from you, %(in_count)s from %(name)s: nothing goes both ways.",
}
