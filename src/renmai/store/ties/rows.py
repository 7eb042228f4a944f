"""Kept ties as they are handed out: whole rows for cards, values for rules."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from renmai.domain.book.because import Because
from renmai.domain.ties.basis import BasisEvidence
from renmai.domain.ties.ties import REAL_CLASSES, Tie, Turns
from renmai.store import models
from renmai.store.book.bulk import among
from renmai.store.book.once import of_each_once, read_before
from renmai.store.ties.corrections import unpacked

FIGURES = (
    *("person_id", "strength", "strength_before", "tie_class", "state", "reciprocity", "standing"),
    *("acts_out", "acts_in", "days_active", "first_at_epoch_s", "last_out_epoch_s", "last_in_epoch_s"),
    "rhythm_days",
)
"""The columns that make a tie's figures; `figures_in` reads rows of them."""
EXPLAINING = ("because", "turns")
WORDY = ("months", *EXPLAINING)
"""What explains a tie or draws its strip; no rule that weighs many ties needs it."""


class KeptTie(NamedTuple):
    """A tie with its reasons and the owner's word, and the acts of twelve months from either side."""

    tie: Tie
    months: Sequence[Sequence[int]]


def rows_of(owner_id: int, person_ids: Iterable[int]) -> dict[int, KeptTie]:
    """Return the ties with some people whole, as a card shows them."""
    return {
        person_id: KeptTie(_explained(row), row.months)
        for person_id, row in _rows(owner_id, person_ids).items()
    }


def rows_in_lists(owner_id: int, person_ids: Iterable[int]) -> dict[int, KeptTie]:
    """Return the same without what explains each figure, as a line of a list shows them."""
    return {
        person_id: KeptTie(_weighed(row), row.months)
        for person_id, row in _rows_in_lists(owner_id, person_ids).items()
    }


def values_of(owner_id: int, person_ids: Iterable[int]) -> dict[int, Tie]:
    """Return the ties with some people by their figures, as a rule weighs them.

    Whose they are is looked at afterwards, or SQLite would go through all ties instead of the few.
    """
    wanted = list(person_ids)
    known = read_before(_rows, owner_id)
    found = {pk: _figures(row) for pk in wanted if (row := known.get(pk)) is not None}
    return found | _values(owner_id, [pk for pk in wanted if pk not in known])


@of_each_once
def _values(owner_id: int, person_ids: Sequence[int]) -> dict[int, Tie]:
    condition, listed = among("person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT owner_id, {', '.join(FIGURES)} FROM renmai_tie WHERE {condition}", [listed])
        return figures_in(figures for owner, *figures in cursor.fetchall() if owner == owner_id)


def values_with_basis(owner_id: int, person_ids: Iterable[int]) -> dict[int, Tie]:
    """Return the ties with some people by their figures and what tells whose they are."""
    wanted = list(person_ids)
    rows = _rows if read_before(_rows, owner_id).keys() >= set(wanted) else _rows_without_words
    return {person_id: _weighed(row) for person_id, row in rows(owner_id, wanted).items()}


def real_values(owner_id: int, person_ids: Iterable[int]) -> dict[int, Tie]:
    """Return the figures of the ties with some people in which something passed both ways.

    Lists, robots and the owner have none.
    """
    condition, listed = among("t.person_id", person_ids)
    figures = ", ".join(f"t.{name}" for name in FIGURES)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.owner_id, {figures} FROM renmai_tie t JOIN renmai_person p ON p.id = t.person_id "
            f"WHERE {condition} AND p.is_person AND NOT p.is_me",
            [listed],
        )
        found = figures_in(row for owner, *row in cursor.fetchall() if owner == owner_id)
    return {person_id: tie for person_id, tie in found.items() if tie.tie_class in REAL_CLASSES}


def strongest_with_basis(owner_id: int, most: int) -> list[Tie]:
    """Return so many of the weak and strong ties with what tells whose they are, the strongest first."""
    rows = _real(owner_id).defer(*WORDY).order_by("-strength", "person_id")[:most]
    return [_weighed(row) for row in rows]


def figures_in(rows: Iterable[Sequence[Any]]) -> dict[int, Tie]:
    """Return the figures of ties read by `FIGURES`, by person: a fifth of the time that whole rows take."""
    ties = (Tie(**dict(zip(FIGURES, row, strict=True))) for row in rows)
    return {tie.person_id: tie for tie in ties}


@of_each_once
def _rows(owner_id: int, person_ids: Sequence[int]) -> dict[int, models.Tie]:
    return _of_owner(models.Tie.objects.all(), owner_id, person_ids)


@of_each_once
def _rows_in_lists(owner_id: int, person_ids: Sequence[int]) -> dict[int, models.Tie]:
    return _of_owner(models.Tie.objects.defer(*EXPLAINING), owner_id, person_ids)


@of_each_once
def _rows_without_words(owner_id: int, person_ids: Sequence[int]) -> dict[int, models.Tie]:
    return _of_owner(models.Tie.objects.defer(*WORDY), owner_id, person_ids)


def _of_owner(ties: QuerySet[models.Tie], owner_id: int, person_ids: Sequence[int]) -> dict[int, models.Tie]:
    rows = ties.in_bulk(person_ids, field_name="person_id")
    return {person_id: row for person_id, row in rows.items() if row.owner_id == owner_id}


def _real(owner_id: int) -> QuerySet[models.Tie]:
    return models.Tie.objects.filter(
        owner_id=owner_id,
        tie_class__in=REAL_CLASSES,
        person__is_person=True,
        person__is_me=False,
        person__gone="",
    )


def _explained(row: models.Tie) -> Tie:
    tie = replace(
        _with_basis(row),
        because=tuple(Because(code, numbers) for code, numbers in row.because),
        turns=Turns(**row.turns) if row.turns else None,
    )
    return _as_said(tie, row)


def _weighed(row: models.Tie) -> Tie:
    return _as_said(_with_basis(row), row)


def _with_basis(row: models.Tie) -> Tie:
    return replace(_figures(row), basis=BasisEvidence(*row.basis) if row.basis else None)


def _figures(row: models.Tie) -> Tie:
    return Tie(**{name: getattr(row, name) for name in FIGURES})


def _as_said(tie: Tie, row: models.Tie) -> Tie:
    return tie if row.correction is None else unpacked(tie, row.correction)
