"""Ties as a cache: of which moment they are, who needs a new look, what is kept of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from json import dumps, loads
from operator import attrgetter
from typing import Any, NamedTuple

from django.db import connection

from renmai.domain.book.because import Because
from renmai.domain.ties.basis import BasisEvidence
from renmai.domain.ties.ties import Tie, Turns
from renmai.store import models
from renmai.store.book.bulk import Cursor, among, caching, insert
from renmai.store.models import Owner, Person
from renmai.store.people.likely import counts_with
from renmai.store.ties.corrections import packed

COLUMNS = (
    "owner_id",
    "person_id",
    "strength",
    "strength_before",
    "tie_class",
    "state",
    "reciprocity",
    "standing",
    "acts_out",
    "acts_in",
    "days_active",
    "first_at_epoch_s",
    "last_out_epoch_s",
    "last_in_epoch_s",
    "rhythm_days",
    "because",
    "months",
    "basis",
    "turns",
    "correction",
)
_NO_MONTHS = dumps([[0] * 12, [0] * 12])
_TURNS = tuple(field.name for field in fields(Turns))
_OF_TURNS = attrgetter(*_TURNS)
_EVIDENCE = attrgetter(*(field.name for field in fields(BasisEvidence)))
"""Fields taken out by name: of fifty thousand ties, copies of each value are most of the work."""


def my_ids(owner_id: int) -> tuple[int, ...]:
    """Return the person ids under which the owner takes part."""
    return tuple(Person.objects.filter(owner_id=owner_id, is_me=True).values_list("pk", flat=True))


class TiesMoment(NamedTuple):
    """The moment the kept ties are of, None for none, and whether anybody's traces changed since."""

    as_of_epoch_s: int | None
    is_anybody_stale: bool

    def is_of(self, as_of_epoch_s: int) -> bool:
        """Tell whether the kept ties are those of a moment, everybody's."""
        return self.as_of_epoch_s == as_of_epoch_s and not self.is_anybody_stale


def standing(owner_id: int) -> TiesMoment:
    """Return the moment the kept ties are of, with one small query."""
    return standing_at(owner_id)[0]


def standing_at(owner_id: int) -> tuple[TiesMoment, int]:
    """Return the same, and how often the book has changed by then."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.ties_as_of_epoch_s, EXISTS (SELECT 1 FROM renmai_person p "
            "WHERE p.owner_id = o.id AND p.is_tie_stale), o.revision FROM renmai_owner o WHERE o.id = %s",
            [owner_id],
        )
        as_of_epoch_s, is_anybody_stale, revision = cursor.fetchone()
    return TiesMoment(as_of_epoch_s, bool(is_anybody_stale)), revision


def snapshots(owner_id: int) -> str:
    """Return the model snapshots the kept ties were computed with."""
    return Owner.objects.values_list("ties_snapshots", flat=True).get(pk=owner_id)


def stale_ids(owner_id: int) -> list[int]:
    """Return the people whose traces changed since their tie was computed, with all who count with them."""
    stale = set(Person.objects.filter(owner_id=owner_id, is_tie_stale=True).values_list("pk", flat=True))
    counted = counts_with(owner_id)
    for first in {counted.get(each, each) for each in stale}.intersection(counted.values()):
        stale |= {first, *(each for each, whom in counted.items() if whom == first)}
    return sorted(stale)


def count(owner_id: int) -> int:
    """Return how many ties are kept."""
    return models.Tie.objects.filter(owner_id=owner_id).count()


def begin(owner_id: int, person_ids: Iterable[int]) -> int:
    """Begin to compute the ties of some people; return the number of this run.

    Their marks carry it until `end`. A mark that is set meanwhile carries none, so nothing that comes in is
    missed; a run that breaks off has cleared none, so the next one takes everybody it had taken. Marks are
    counted as a change of the book, for what else is kept of it.
    """
    stale = list(person_ids)
    condition, listed = among("id", stale)
    with caching(owner_id) as cursor:
        cursor.execute(
            "UPDATE renmai_owner SET looks = looks + 1, ties_backtest = '', changes = changes + %s "
            "WHERE id = %s",
            [int(bool(stale)), owner_id],
        )
        cursor.execute("SELECT looks FROM renmai_owner WHERE id = %s", [owner_id])
        number = int(cursor.fetchone()[0])
        cursor.execute(f"UPDATE renmai_person SET tie_look = %s WHERE {condition}", [number, listed])
    return number


def end(cursor: Cursor, owner_id: int, look: int, person_ids: Iterable[int]) -> None:
    """Clear the marks of the people a run computed, except those set again meanwhile."""
    condition, listed = among("id", person_ids)
    cursor.execute(
        f"UPDATE renmai_person SET is_tie_stale = %s, tie_look = NULL WHERE {condition} AND tie_look = %s",
        [False, listed, look],
    )


def are_of(cursor: Cursor, owner_id: int, look: int, as_of_epoch_s: int, snapshots: str) -> None:
    """Record the moment all ties are of and what computed them, unless another run overtook this one."""
    cursor.execute(
        "UPDATE renmai_owner SET ties_as_of_epoch_s = %s, ties_snapshots = %s WHERE id = %s AND looks = %s",
        [as_of_epoch_s, snapshots, owner_id, look],
    )


class BacktestReport(NamedTuple):
    """How well the kept ties predict contact over a horizon, or why that cannot be said."""

    horizon_days: float
    found: dict[str, Any]
    refused: Because | None = None


def kept_backtest(owner_id: int) -> BacktestReport | None:
    """Return the judgement of the kept ties; None where none was made since they were looked at."""
    text = Owner.objects.values_list("ties_backtest", flat=True).get(pk=owner_id)
    if not text:
        return None
    horizon_days, found, refused = loads(text)
    return BacktestReport(horizon_days, found, Because(*refused) if refused else None)


def keep_backtest(owner_id: int, as_of_epoch_s: int, judged: BacktestReport) -> None:
    """Keep a judgement as long as the ties of that moment are kept; where they went meanwhile, it is not."""
    refused = [judged.refused.code, dict(judged.refused.numbers)] if judged.refused else None
    text = dumps([judged.horizon_days, judged.found, refused])
    Owner.objects.filter(pk=owner_id, ties_as_of_epoch_s=as_of_epoch_s).update(ties_backtest=text)


def keep_ties(
    cursor: Cursor,
    owner_id: int,
    ties: Iterable[Tie],
    months: Mapping[int, Sequence[Sequence[int]]],
    person_ids: Iterable[int] | None,
) -> None:
    """Replace the ties of everybody, or of some."""
    if person_ids is None:
        cursor.execute("DELETE FROM renmai_tie WHERE owner_id = %s", [owner_id])
    else:
        condition, listed = among("person_id", person_ids)
        cursor.execute(f"DELETE FROM renmai_tie WHERE {condition}", [listed])
    rows = [
        (
            owner_id,
            tie.person_id,
            tie.strength,
            tie.strength_before,
            tie.tie_class,
            tie.state,
            tie.reciprocity,
            tie.standing,
            tie.acts_out,
            tie.acts_in,
            tie.days_active,
            tie.first_at_epoch_s,
            tie.last_out_epoch_s,
            tie.last_in_epoch_s,
            tie.rhythm_days,
            dumps([[each.code, dict(each.numbers)] for each in tie.because]),
            dumps(months[tie.person_id]) if tie.person_id in months else _NO_MONTHS,
            dumps(_EVIDENCE(tie.basis) if tie.basis else []),
            dumps(dict(zip(_TURNS, _OF_TURNS(tie.turns), strict=True))) if tie.turns else None,
            packed(tie),
        )
        for tie in ties
    ]
    insert(cursor, "renmai_tie", COLUMNS, rows)
