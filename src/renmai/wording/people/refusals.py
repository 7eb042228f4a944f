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
    "no_name": "A name needs at least one letter.",
    "nobody_to_note": "%(name)s is you, a list or a robot; nothing is noted of them.",
}
