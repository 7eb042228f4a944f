"""Ties, strips and rows as cards: a stored figure becomes what a page shows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from renmai.domain.basis import Basis, basis_of
from renmai.domain.because import Because
from renmai.domain.owners import Viewer
from renmai.domain.ties import Tie
from renmai.queries.cards import PersonRow, Strip, TieCard
from renmai.store.listing import ties_of
from renmai.store.models import Tie as TieRow
from renmai.store.portraits import Portrait, portraits
from renmai.store.ties import tie_of

REASONS = 4
LEAST_CONTRIBUTION = 0.1


def tie_card(tie: Tie, viewer: Viewer, *, name: str, today: date) -> TieCard:
    """Return a tie as a card, with the evidence that moved its strength most."""
    return TieCard(
        tie_class=tie.tie_class,
        state=tie.state,
        strength=tie.strength,
        strength_before=tie.strength_before,
        reciprocity=tie.reciprocity,
        standing=tie.standing,
        acts_out=tie.acts_out,
        acts_in=tie.acts_in,
        days_active=tie.days_active,
        first_on=day_of(viewer, tie.first_at_epoch_s),
        last_out_on=day_of(viewer, tie.last_out_epoch_s),
        last_in_on=day_of(viewer, tie.last_in_epoch_s),
        rhythm_days=tie.rhythm_days,
        because=tuple(_evidence(tie, viewer, name, today)),
        basis=_basis(tie, name),
    )


def _evidence(tie: Tie, viewer: Viewer, name: str, today: date) -> Iterable[Because]:
    """Yield the reasons, strongest first, each with the figures of this tie that it speaks of."""
    first, last = day_of(viewer, tie.first_at_epoch_s), day_of(viewer, tie.last_at_epoch_s)
    figures: dict[str, object] = {
        "name": name,
        "out_times": tie.acts_out,
        "in_times": tie.acts_in,
        "active_count": tie.days_active,
    }
    if first and last:
        figures |= {"first_on": first.isoformat()[:7], "silent_ago_days": (today - last).days}
    sized = [(float(each.numbers.get("contribution", 0.0)), each) for each in tie.because]
    for contribution, each in sorted(sized, key=lambda pair: -abs(pair[0]))[:REASONS]:
        if abs(contribution) >= LEAST_CONTRIBUTION:
            side = "up" if contribution > 0 else "down"
            yield Because(f"{each.code}_{side}", {"contribution": contribution, **figures})


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


def person_row(viewer: Viewer, portrait: Portrait, row: TieRow | None, *, today: date) -> PersonRow:
    """Return one line of People."""
    tie = tie_of(row) if row else None
    return PersonRow(
        id=portrait.id,
        name=portrait.name,
        reading=portrait.reading,
        subtitle=portrait.subtitle,
        handles=portrait.handles,
        tie=tie_card(tie, viewer, name=portrait.name, today=today) if tie else None,
        tier=None,
        last_contact_on=day_of(viewer, tie.last_at_epoch_s) if tie else None,
        strip=year_of_months(today, row.months) if row else None,
    )


def person_rows(viewer: Viewer, person_ids: Sequence[int], *, today: date) -> tuple[PersonRow, ...]:
    """Return the lines of some people, in the order asked for."""
    known, ties = portraits(viewer.owner_id, person_ids), ties_of(viewer.owner_id, person_ids)
    return tuple(
        person_row(viewer, known[each], ties.get(each), today=today) for each in person_ids if each in known
    )
