"""Invent what the people of the demo look for and have, as the owner would have noted it."""

import tomllib
from datetime import date, datetime, timedelta
from importlib.resources import files

from renmai.actions.value.record_achievement import record_achievement
from renmai.actions.value.record_value import record_value
from renmai.domain.book.owners import Viewer
from renmai.domain.value.values import Importance, Origin
from renmai.store.people.search import named


def invent_values(viewer: Viewer, *, now: datetime, today: date) -> None:
    """Note the invented needs, offers and achievements; whom the book does not hold is passed over."""
    text = files("renmai.actions.demo").joinpath("invented_values.toml").read_text("utf-8")
    invented = tomllib.loads(text)
    for each in invented["value"]:
        whose = _person_id(viewer, each.get("who", ""))
        if whose is None and "who" in each:
            continue
        on = today - timedelta(days=each["ago"])
        record_value(
            viewer,
            whose,
            each["side"],
            each["text"],
            origin=each.get("origin", Origin.SAID),
            importance=each.get("importance", Importance.MIDDLE),
            until=today + timedelta(days=each["until_in"]) if "until_in" in each else None,
            now=now,
            on=on,
        )
    for each in invented["achievement"]:
        record_achievement(
            viewer,
            each["text"],
            proof=each.get("proof", ""),
            witness=each["witness"] if _person_id(viewer, each.get("witness", "")) else "",
            is_growing=each.get("is_growing", False),
            now=now,
            on=today - timedelta(days=each["ago"]),
        )


def _person_id(viewer: Viewer, name: str) -> int | None:
    found = named(viewer.owner_id, name, is_whole=True, limit=1) if name else []
    return found[0] if found else None
