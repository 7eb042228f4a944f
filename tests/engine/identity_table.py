"""Mentions of a test, written as few words as they need, and who they were found to be."""

import pyarrow as pa

from renmai.engine.identity.mentions import SCHEMA
from renmai.engine.identity.run import resolve


def mention(key: str, name: str | None = None, *handles: str, **more: object) -> dict[str, object]:
    """Return one row of the contract; an address with an @ is a mail address."""
    texts = [f"mailto:{text}" if "@" in text else text for text in handles]
    return {"mention": key, "name": name, "handles": texts or None, **more}


def table_of(rows) -> pa.Table:
    """Return mentions as Arrow, every column of the contract there."""
    return pa.Table.from_pylist(list(rows), schema=SCHEMA)


def found(rows) -> list[dict[str, object]]:
    """Return the row of each mention that resolution answers."""
    return resolve(table_of(rows))[0].to_pylist()


def together(rows, column: str = "cluster") -> set[frozenset[str]]:
    """Return who stands together, as sets of mentions."""
    groups: dict[object, set[str]] = {}
    for row in found(rows):
        groups.setdefault(row[column], set()).add(row["mention"])
    return {frozenset(group) for group in groups.values()}


def apart(*groups: str) -> set[frozenset[str]]:
    """Return groups of mentions of one letter each, as `together` does."""
    return {frozenset(group) for group in groups}
