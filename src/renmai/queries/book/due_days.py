"""When something is due, as the numbers of a reason."""

from datetime import date


def due_words(due_on: date, in_days: int) -> dict[str, object]:
    """Return the day itself with how far off it is, ahead or behind, as sentences name it."""
    far = {"in_days": in_days} if in_days >= 0 else {"late_days": -in_days}
    return {"on": due_on.isoformat(), **far}
