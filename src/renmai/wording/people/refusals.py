"""Why something could not be done with a person."""

PEOPLE_REFUSALS: dict[str, str] = {
    "no_such_person": "There is nobody under “%(person)s”. Look for the name with renmai search.",
    "several_people": (
        "“%(person)s” may be any of %(found)s people: %(candidates)s. Say it by number or by handle."
    ),
    "not_their_handle": "%(name)s does not carry “%(handle)s”, only %(known)s.",
    "same_person": "They are one person already.",
    "nothing_to_split": "Choose some of what is known of %(name)s, but not all: somebody must stay.",
    "not_a_handle": (
        "“%(handle)s” is no mail address, phone number, WeChat id (wechat:…), name in a chat (im:wechat:…) "
        "or profile link."
    ),
    "likely_there": (
        "“%(name)s” may be in the book already: %(candidates)s. If it is somebody else of that name, say so."
    ),
    "likely_there_or_new": (
        "“%(name)s” may be in the book already: %(candidates)s. If it is somebody else of that name, "
        "add --new."
    ),
    "handle_taken": "“%(handle)s” is in the book already: it is %(person)s.",
    "handle_is_mine": "“%(handle)s” is yours.",
    "erased_before": "Whoever has that address was erased for good; add %(name)s without it.",
    "no_name": "A name needs at least one letter.",
    "no_such_note": "There is no note %(number)s.",
    "no_birthday": ("“%(text)s” is no day of a year; write it like 1990-05-01, 05-01 or 农历八月十六."),
    "handle_not_by_hand": (
        "%(name)s has “%(handle)s” from a file, or not at all; what belongs to another is split off."
    ),
    "no_such_unfiled": "Nothing waits to be filed under the number %(number)s.",
    "no_such_agenda": "There is nothing to raise under the number %(number)s.",
    "no_such_tag": "Nobody bears the tag “%(tag)s”.",
    "not_their_tag": "%(name)s does not bear the tag “%(tag)s”.",
    "nobody_to_note": "%(name)s is you, a list or a robot; nothing is noted of them.",
}
