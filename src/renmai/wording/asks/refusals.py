"""Why an ask or a favour could not be noted."""

ASKS_REFUSALS: dict[str, str] = {
    "no_such_amount": ("“%(amount)s” is no amount; write it like 200 CNY, in one of: %(currencies)s."),
    "is_oneself": "That is you; nobody asks, owes or thanks themselves.",
    "no_such_favour": "There is no favour received under %(favour)s.",
    "no_such_ask": "There is no ask under %(ask)s.",
    "no_such_wish": "There is no wish to ask under %(wish)s.",
    "no_such_exchange": "There is no favour, ask or wish under %(exchange)s.",
    "ask_wants_because": "The check does not say go; leave one line of why you ask all the same.",
}
