"""What the house says when it refuses a wish: what, which, and what next."""

REFUSALS: dict[str, str] = {
    "no_such_person": "There is nobody under “%(person)s”. Look for the name with renmai search.",
}
