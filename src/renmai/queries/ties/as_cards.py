"""Ties, strips and rows as cards: a stored figure becomes what a page shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.ties.basis import Basis, basis_of
from renmai.domain.ties.ties import Correction, Tie, Word
from renmai.queries.ties.cards import DeclaredCard, PersonRow, SaidCard, Strip, TieCard, Value
from renmai.queries.ties.reasons import raised_by, why
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.ties.rows import KeptTie, rows_in_lists, rows_of
from renmai.store.ties.tiers import tiers

FEW = 3
"""Notes of so many people are looked up one by one; for more, all notes of the kind are read at once."""


def tie_card(kept: KeptTie, viewer: Viewer, *, name: str, today: date, is_explained: bool = False) -> TieCard:
    """Return a tie as a card; why each figure is as it is only where it is to be explained."""
    tie = kept.tie
    computed = tie if tie.is_as_computed else tie.computed
    first_on, last_on = day_of(viewer, tie.first_at_epoch_s), day_of(viewer, tie.last_at_epoch_s)
    reasons = (
        why(tie, name=name, today=today, first_on=first_on, last_on=last_on, months=kept.months)
        if is_explained and computed
        else None
    )
    is_said = tie.correction is not None and tie.correction.strength is not None
    return TieCard(
        tie_class=tie.tie_class,
        state=tie.state,
        strength=tie.strength,
        strength_before=None if is_said else tie.strength_before,
        reciprocity=tie.reciprocity,
        standing=tie.standing,
        acts_out=tie.acts_out,
        acts_in=tie.acts_in,
        days_active=tie.days_active,
        first_on=first_on,
        last_out_on=day_of(viewer, tie.last_out_epoch_s),
        last_in_on=day_of(viewer, tie.last_in_epoch_s),
        rhythm_days=tie.rhythm_days,
        because=tuple(moved.because for moved in reasons.strength) if reasons else (),
        tie_class_computed=computed.tie_class if computed else None,
        strength_computed=computed.strength if computed else None,
        finished=tie.finished,
        declared=_declared(tie.correction, viewer) if tie.correction else None,
        why=reasons,
        raised=raised_by(tie) if tie.finished else None,
        basis=_basis(tie, name),
    )


def _declared(correction: Correction, viewer: Viewer) -> DeclaredCard:
    return DeclaredCard(
        tie_class=_said(correction.tie_class, str, viewer),
        bond=_said(correction.bond, str, viewer),
        strength=_said(correction.strength, float, viewer),
    )


def _said(word: Word | None, kind: Callable[[str | float], Value], viewer: Viewer) -> SaidCard[Value] | None:
    """Return one word of the owner's with its day, None where nothing was said."""
    if word is None:
        return None
    return SaidCard(kind(word.value), word.because, viewer.day_of(word.at_epoch_s))


def _basis(tie: Tie, name: str) -> Basis | None:
    """Return whose the tie is, each reason with the name it speaks of; None where it was never told."""
    if tie.basis is None:
        return None
    found = basis_of(tie.basis)
    named = tuple(Because(each.code, {"name": name, **each.numbers}) for each in found.because)
    return replace(found, because=named)


def day_of(viewer: Viewer, at_epoch_s: int | None) -> date | None:
    """Return the owner's day of a moment, None for never."""
    return None if at_epoch_s is None else viewer.day_of(at_epoch_s)


def year_of_months(today: date, months: Sequence[Sequence[int]]) -> Strip:
    """Return the strip of the last twelve calendar months."""
    first = today.year * 12 + today.month - 12
    from_me, from_them = months if len(months) == 2 else ([0] * 12, [0] * 12)
    return Strip(
        starts_on=date(first // 12, first % 12 + 1, 1),
        step="month",
        from_me=tuple(from_me),
        from_them=tuple(from_them),
    )


def person_row(
    viewer: Viewer,
    portrait: Portrait,
    kept: KeptTie | None,
    *,
    today: date,
    tier: int | None = None,
    is_explained: bool = False,
) -> PersonRow:
    """Return one line of People."""
    tie = tie_card(kept, viewer, name=portrait.name, today=today, is_explained=is_explained) if kept else None
    contacts = [on for on in (tie.last_out_on, tie.last_in_on) if on] if tie else []
    return PersonRow(
        id=portrait.id,
        name=portrait.name,
        reading=portrait.reading,
        subtitle=portrait.subtitle,
        handles=portrait.handles,
        tie=tie,
        tier=tier,
        last_contact_on=max(contacts, default=None),
        strip=year_of_months(today, kept.months) if kept else None,
        gone=portrait.gone,
    )


def person_rows(
    viewer: Viewer,
    person_ids: Sequence[int],
    *,
    today: date,
    is_explained: bool = False,
    chosen: Mapping[int, int] | None = None,
) -> tuple[PersonRow, ...]:
    """Return the lines of some people, in the order asked for.

    :param chosen: the tiers of these people, where they were read already
    """
    known = portraits(viewer.owner_id, person_ids)
    ties = (rows_of if is_explained else rows_in_lists)(viewer.owner_id, person_ids)
    if chosen is None:
        only = person_ids if len(person_ids) <= FEW else None
        chosen = tiers(viewer.owner_id, until=today, person_ids=only)
    return tuple(
        person_row(
            viewer,
            known[each],
            ties.get(each),
            today=today,
            tier=chosen.get(each),
            is_explained=is_explained,
        )
        for each in person_ids
        if each in known
    )
