"""Same person? Who is likely one human, with what speaks for it on both sides (C2)."""

from collections.abc import Collection, Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.likeness import LikelyPair, enough_to_ask
from renmai.queries.people.same_cards import SameCard, SamePage, SidePerson
from renmai.store.people import likely
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.ties import timeline
from renmai.upkeep.people.likely import fresh_likely

AT_MOST = 1_000
MOST_REASONS = 4
LEAST = 0.3
"""What moves a pair by less is not told."""


def same_page(viewer: Viewer, *, today: date, at_most: int = AT_MOST) -> SamePage:
    """Return whom to ask the owner about; of several who may be one, as many pairs as settle them all."""
    if viewer.can_wait:
        fresh_likely(viewer)
    asked, unsure = _parted(viewer.owner_id)
    return SamePage(
        asked=same_cards(viewer, asked[:at_most], today=today),
        total=len(asked),
        unsure=same_cards(viewer, unsure[:at_most], today=today),
    )


def asked_about(viewer: Viewer, person_ids: Collection[int]) -> list[LikelyPair]:
    """Return the pairs still to be asked about of which one of these people is one."""
    asked, _ = _parted(viewer.owner_id)
    return [pair for pair in asked if pair.one in person_ids or pair.other in person_ids]


def _parted(owner_id: int) -> tuple[list[LikelyPair], list[LikelyPair]]:
    """Return the pairs to ask about, and those of which the owner was not sure."""
    pairs = likely.pairs(owner_id)
    doubted = likely.unsure_of(owner_id) if pairs else set()
    asked = enough_to_ask([pair for pair in pairs if pair[:2] not in doubted])
    return asked, [pair for pair in pairs if pair[:2] in doubted]


def same_cards(viewer: Viewer, pairs: Sequence[LikelyPair], *, today: date) -> tuple[SameCard, ...]:
    """Return pairs with the evidence of both sides."""
    ids = {each for pair in pairs for each in pair[:2]}
    known = portraits(viewer.owner_id, ids)
    spans = likely.spans_of(viewer.owner_id, ids)
    recent = timeline.latest(viewer.owner_id, sorted(ids), viewer.end_of(today), at_most=1)
    counted = likely.counts_with(viewer.owner_id, ids)

    def side(portrait: Portrait) -> SidePerson:
        acts, first, last = spans.get(portrait.id, (0, None, None))
        latest = recent.get(portrait.id) or []
        return SidePerson(
            person_id=portrait.id,
            name=portrait.name,
            subtitle=portrait.subtitle,
            handles=portrait.handles,
            acts=acts,
            first_on=None if first is None else viewer.day_of(first),
            last_on=None if last is None else viewer.day_of(last),
            subject=latest[0].subject if latest else "",
        )

    return tuple(
        SameCard(
            one=side(known[pair.one]),
            other=side(known[pair.other]),
            probability=pair.probability,
            because=reasons_of(pair),
            is_counted_as_one=counted.get(pair.one, pair.one) == counted.get(pair.other, pair.other),
        )
        for pair in pairs
        if pair.one in known and pair.other in known
    )


def reasons_of(pair: LikelyPair) -> tuple[Because, ...]:
    """Return what moved a pair most, strongest first."""
    return tuple(
        Because(f"same_by_{code}", {"contribution": round(size, 2), **_numbers(code, pair)})
        for code, size in pair.because[:MOST_REASONS]
        if abs(size) >= LEAST and code != "other_address"
    )


def _numbers(code: str, pair: LikelyPair) -> dict[str, object]:
    return {"others": pair.company.others} if code == "seen_with_same" else {}
