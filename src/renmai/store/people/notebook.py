"""The notebook: what the owner noted of some people, or of everybody, read once while a page is made.

A page asks a dozen nouns what was noted of a person, and each of them asks here. While a notebook is open,
the first who asks has it read and the others find it read. Nothing may be noted meanwhile.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from json import loads
from typing import Any, NamedTuple

from django.db import connection

from renmai.store.book.bulk import among
from renmai.store.people.anchors import anchors_of, people_at

MINE = "me"
"""The anchor of a note about the owner: no handle and no mention looks like it."""


class NotebookEntry(NamedTuple):
    """A decision that is not undone, as far as a note needs it."""

    pk: int
    kind: str
    anchor: str
    payload: Mapping[str, Any]
    counts_on: str | None


class Notebook:
    """The standing decisions about some people, None among them for the owner; about anybody without `about`.

    Those about some are few and are read all at once; of everybody only the kinds that are asked for are.
    """

    def __init__(self, owner_id: int, about: Iterable[int | None] | None = None) -> None:
        self.owner_id = owner_id
        self.about = None if about is None else frozenset(about)
        self._read: dict[tuple[str, ...], list[NotebookEntry]] = {}
        self._whose: dict[str, int | None] = {}

    def is_about(self, person_ids: Iterable[int | None] | None) -> bool:
        """Tell whether all that was noted of these people stands here, or of everybody for None."""
        if self.about is None or person_ids is None:
            return self.about is person_ids
        return self.about.issuperset(person_ids)

    def entries(self, kinds: Collection[str]) -> list[NotebookEntry]:
        """Return the entries of some kinds, oldest first."""
        asked = tuple(kinds) if self.about is None else ()
        if asked not in self._read:
            self._read[asked] = self._look(asked)
        return [each for each in self._read[asked] if each.kind in kinds]

    def _look(self, kinds: tuple[str, ...]) -> list[NotebookEntry]:
        if self.about is None:
            return _entries(self.owner_id, "kind", kinds)
        known = anchors_of(self.owner_id, [each for each in self.about if each is not None])
        return _entries(self.owner_id, "anchor", [*known, *([MINE] if None in self.about else ())])

    def whose(self, anchors: Iterable[str]) -> dict[str, int]:
        """Return whom each anchor means now; the owner's own, and what means nobody now, are left out."""
        wanted = {each for each in anchors if each != MINE}
        known = {each.anchor for each in self._read.get((), ())} - {MINE}
        unknown = (wanted | known) - self._whose.keys()
        if unknown:
            self._whose |= dict.fromkeys(unknown) | people_at(self.owner_id, unknown)
        return {each: person_id for each in wanted if (person_id := self._whose[each]) is not None}


_OPEN: ContextVar[Notebook | None] = ContextVar("notebook", default=None)


@contextmanager
def notebook(owner_id: int, about: Iterable[int | None] | None = None) -> Iterator[None]:
    """Have what was noted of some people, or of everybody, read once within."""
    token = _OPEN.set(Notebook(owner_id, about))
    try:
        yield
    finally:
        _OPEN.reset(token)


def notebook_about(owner_id: int, person_ids: Iterable[int | None] | None) -> Notebook:
    """Return the open notebook where it can answer for these people, or for everybody; else a new one."""
    asked = None if person_ids is None else frozenset(person_ids)
    opened = _OPEN.get()
    if opened is not None and opened.owner_id == owner_id and opened.is_about(asked):
        return opened
    return Notebook(owner_id, asked)


def _entries(owner_id: int, column: str, values: Collection[str]) -> list[NotebookEntry]:
    """Return the standing decisions by one column, oldest first."""
    condition, listed = among(f"d.{column}", values)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.id, d.kind, d.anchor, d.payload, CAST(d.counts_on AS text) FROM renmai_decision d "
            f"WHERE d.owner_id = %s AND d.undone_at IS NULL AND {condition} ORDER BY d.decided_at, d.id",
            [owner_id, listed],
        )
        return [
            NotebookEntry(pk, kind, anchor, loads(payload), on)
            for pk, kind, anchor, payload, on in cursor.fetchall()
        ]
