"""Invent what the owner of the demo gave and got, asked for and was told, as they would have noted it."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any

from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_thanks import record_thanks
from renmai.actions.asks.record_wish import record_wish
from renmai.domain.asks.asks import Ask
from renmai.domain.book.owners import Viewer
from renmai.store.asks import ledger
from renmai.store.book.bulk import writing
from renmai.store.people.search import named

LOAD = 0.75
"""How near an invented ask was to the line where it does not say: a middle one of an acquaintance."""


def invent_exchanges(viewer: Viewer, *, now: datetime, today: date) -> None:
    """Note the invented favours, asks and wishes; whom the book does not hold is passed over."""
    text = files("renmai.actions.demo").joinpath("invented_exchanges.toml").read_text("utf-8")
    invented = tomllib.loads(text)
    for note, rows in ((_favour, invented["favour"]), (_ask, invented["ask"]), (_wish, invented["wish"])):
        for row in rows:
            found = named(viewer.owner_id, row["who"], is_whole=True, limit=1)
            if found:
                note(viewer, found[0], row, now, today)


def _favour(viewer: Viewer, person_id: int, row: Mapping[str, Any], now: datetime, today: date) -> None:
    record_favour(
        viewer,
        person_id,
        row["what"],
        is_from_me=row["side"] == "gave",
        size=row.get("size"),
        amount=row.get("amount", ""),
        is_gift=row.get("gift", False),
        is_thanked=row.get("thanked", False),
        now=now,
        on=today - timedelta(days=row["ago"]),
    )


def _ask(viewer: Viewer, person_id: int, row: Mapping[str, Any], now: datetime, today: date) -> None:
    made = Ask(
        key="",
        on=today - timedelta(days=row["ago"]),
        what=row["what"],
        size=row["size"],
        why_them=row.get("why", ""),
        verdict=row.get("verdict", "go"),
        because=row.get("because", ""),
        load=row.get("load", LOAD),
    )
    with writing(viewer.owner_id):
        ask_id = ledger.keep_ask(viewer.owner_id, person_id, made, now=now)
    if "outcome" not in row:
        return
    ended_on = today - timedelta(days=row["ended_ago"])
    record_ask_ending(viewer, ask_id, row["outcome"], now=now, on=ended_on)
    if row.get("thanked"):
        record_thanks(viewer, ask_id, now=now, on=ended_on)


def _wish(viewer: Viewer, person_id: int, row: Mapping[str, Any], now: datetime, today: date) -> None:
    until, noted_on = today + timedelta(days=row["until_in"]), today - timedelta(days=row["ago"])
    record_wish(
        viewer,
        person_id,
        row["what"],
        size=row["size"],
        why_them=row.get("why", ""),
        until=until,
        now=now,
        on=noted_on,
    )
