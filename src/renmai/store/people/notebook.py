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
from renmai.store.book.once import reading_once
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


class _Row(NamedTuple):
    """A decision as it is kept: its payload is read only once somebody asks for its kind."""

    pk: int
    kind: str
    anchor: str
    payload: str
    counts_on: str | None


class Notebook:
    """The standing decisions about some people, None among them for the owner; about anybody without `about`.

    Those about some are read all at once where many will ask (`is_open`); else, and of everybody, only the
    kinds that are asked for are.
    """

    def __init__(
        self, owner_id: int, about: Iterable[int | None] | None = None, *, is_open: bool = False
    ) -> None:
        self.owner_id = owner_id
        self.about = None if about is None else frozenset(about)
        self._is_read_whole = is_open and self.about is not None
        self._read: dict[tuple[str, ...], list[_Row]] = {}
        self._entries: dict[int, NotebookEntry] = {}
        self._whose: dict[str, int | None] = {}

    def is_about(self, person_ids: Iterable[int | None] | None) -> bool:
        """Tell whether all that was noted of these people stands here, or of everybody for None."""
        if self.about is None or person_ids is None:
            return self.about is person_ids
        return self.about.issuperset(person_ids)

    def entries(self, kinds: Collection[str], *, saying: str = "") -> list[NotebookEntry]:
        """Return the entries of some kinds, oldest first; with `saying`, those in whose payload it stands."""
        asked = () if self._is_read_whole else tuple(kinds)
        if asked not in self._read:
            self._read[asked] = self._look(asked)
        return [
            self._entry(each) for each in self._read[asked] if each.kind in kinds and saying in each.payload
        ]

    def _entry(self, row: _Row) -> NotebookEntry:
        found = self._entries.get(row.pk)
        if found is None:
            found = self._entries[row.pk] = NotebookEntry(
                row.pk, row.kind, row.anchor, loads(row.payload), row.counts_on
            )
        return found

    def _look(self, kinds: tuple[str, ...]) -> list[_Row]:
        if self.about is None:
            return _rows(self.owner_id, kind=kinds)
        known = anchors_of(self.owner_id, [each for each in self.about if each is not None])
        anchors = [*known, *([MINE] if None in self.about else ())]
        return _rows(self.owner_id, anchor=anchors, **({"kind": kinds} if kinds else {}))

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
    """Have what was noted of some people, or of everybody, read once within, and what is known of each."""
    token = _OPEN.set(Notebook(owner_id, about, is_open=True))
    try:
        with reading_once():
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


def _rows(owner_id: int, **among_these: Collection[str]) -> list[_Row]:
    """Return the standing decisions by some columns, oldest first."""
    conditions = [among(f"d.{column}", values) for column, values in among_these.items()]
    where = " AND ".join(condition for condition, _ in conditions)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.id, d.kind, d.anchor, d.payload, CAST(d.counts_on AS text) FROM renmai_decision d "
            f"WHERE d.owner_id = %s AND d.undone_at IS NULL AND {where} "
            "ORDER BY d.decided_at, d.id",
            [owner_id, *(listed for _, listed in conditions)],
        )
        return [_Row._make(row) for row in cursor.fetchall()]
