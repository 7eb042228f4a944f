"""What the owner said the columns of a table hold; it stands for every table with the same headings."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from renmai.domain.capture.records import digest_of
from renmai.store.book import decisions

COLUMNS = "columns"
_LONGEST_NAME = 120

Headings = tuple[str, ...]


def columns_said(owner_id: int) -> dict[Headings, dict[str, str]]:
    """Return for the headings of each table that was asked about what its columns hold."""
    return {
        tuple(each.payload["headings"]): dict(each.payload["columns"])
        for each in decisions.standing(owner_id, COLUMNS)
    }


def say_columns(owner_id: int, headings: Sequence[str], columns: Mapping[str, str], *, now: datetime) -> int:
    """Keep what the columns of a table hold; return the decision's id."""
    return decisions.add(
        owner_id,
        kind=COLUMNS,
        anchor=f"table:{digest_of({'headings': list(headings)})}",
        payload={
            "headings": list(headings),
            "columns": dict(columns),
            "name": ", ".join(headings)[:_LONGEST_NAME],
        },
        now=now,
    )
