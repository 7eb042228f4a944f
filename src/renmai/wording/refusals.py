"""What the house says when it refuses a wish: what, which, and what next."""

REFUSALS: dict[str, str] = {
    "no_such_person": "There is nobody under “%(person)s”. Look for the name with renmai search.",
    "several_people": (
        "“%(person)s” may be any of %(found)s people: %(candidates)s. Say it by number or by handle."
    ),
    "not_their_handle": "%(name)s does not carry “%(handle)s”, only %(known)s.",
    "no_such_item": "Today shows %(shown)s items, and none of them is “%(item)s”. Look at renmai today.",
}
