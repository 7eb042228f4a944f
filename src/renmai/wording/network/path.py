"""What is said of a path: who may help, who knows whom, who may answer, and what to do first."""

PATH: dict[str, str] = {
    "about_share": "about %(share)s",
    "path_direct": "You know %(name)s yourself and need no introduction.",
    "path_direct_faint": "You know %(name)s yourself, though little.",
    # the first hop: somebody the owner can ask
    "asks_close": (
        "%(name)s is close to you, last in touch %(silent_ago_days)s: about %(agrees_share)s likely to help."
    ),
    "asks_alive": (
        "You and %(name)s are in touch, last %(silent_ago_days)s: about %(agrees_share)s likely to help."
    ),
    "asks_quiet": (
        "You and %(name)s were last in touch %(silent_ago_days)s: about %(agrees_share)s likely to help. "
        "Say hello before you ask."
    ),
    "asks_i_owe": "%(name)s waits for an answer of yours; give that first.",
    "asks_i_wait": "Your last letter to %(name)s has no answer yet.",
    # between two others
    "knows_likely": (
        "As far as you could see, %(name)s and %(other)s know each other: about %(real_share)s likely."
    ),
    "knows_perhaps": (
        "%(name)s and %(other)s may know each other, about %(real_share)s; there is little to go by."
    ),
    "passes_assumed": "Whether %(name)s passes it on is not known; %(share)s is assumed.",
    # the one looked for
    "answers_assumed": "How %(name)s answers is not known; %(share)s is assumed.",
    "answers_known": (
        "Of %(asked_count)s letters of yours, %(name)s answered %(answered_count)s: about %(share)s likely "
        "to answer."
    ),
    "answers_unasked": (
        "%(name)s has written to you %(in_times)s and you never wrote first: %(share)s is assumed, as others "
        "answer you."
    ),
    "step_write": "Write to %(name)s yourself.",
    "step_ask": "Ask %(name)s whether %(target)s would welcome it; names pass once both have said yes.",
}
