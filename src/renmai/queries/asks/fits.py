"""What fits an ask: a need of theirs that it meets, something of mine for them, who else has it (V7).

Texts are matched as needs and offers are. Where there are none, nothing is loaded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from renmai.domain.book.owners import Viewer
from renmai.domain.value.values import Side, Value
from renmai.engine.matching.rows import Text
from renmai.store.pages import listing
from renmai.store.people.facts import texts_of
from renmai.store.people.gone import gone_people
from renmai.store.value.values import values

LEAST_FIT = 0.25
"""Below it two texts share a word rather than a matter."""
KINDS = ("organisation", "department", "title", "note", "category")
MOST_TIES = 300
"""Of how many ties, the strongest, the cards are read for who else could do it."""
MOST_OTHERS = 12
LONGEST_FACT = 200


class Fits(NamedTuple):
    """What fits an ask of one person.

    `meets` is the need of theirs that the ask itself meets; `need` another one, with `offer`, something of
    mine for it, empty where I have none. `others` are (fit, text) of who else has what is asked for.
    """

    meets: str = ""
    need: str = ""
    offer: str = ""
    others: Mapping[int, tuple[float, str]] = {}


def fits(viewer: Viewer, person_id: int, what: str, why_them: str, *, today: date) -> Fits:
    """Return what fits an ask as of a day."""
    fresh = [each for each in values(viewer.owner_id, until=today) if each.lasts_on(today)]
    needs = [each.text for each in fresh if each.side == Side.NEED and each.person_id == person_id]
    mine = [each.text for each in fresh if each.side == Side.OFFER and each.person_id is None]
    meets = _meets(needs, f"{what} {why_them}")
    need, offer = _way_in([each for each in needs if each != meets], mine)
    others = dict(_others(viewer, person_id, what, fresh, today=today))
    return Fits(meets=meets, need=need, offer=offer, others=others)


def _meets(needs: Sequence[str], asked: str) -> str:
    """Return the need of theirs that what is asked for meets best, nothing where it meets none."""
    found = _best(needs, [asked]) if needs else []
    return max(found)[1] if found else ""


def _way_in(needs: Sequence[str], mine: Sequence[str]) -> tuple[str, str]:
    """Return a need of theirs to begin with, and what I have for it; the latest where I have nothing."""
    found = _best(needs, mine) if needs and mine else []
    if found:
        _fit, need, offer = max(found)
        return need, offer
    return (needs[-1], "") if needs else ("", "")


def _best(needs: Sequence[str], offers: Sequence[str]) -> list[tuple[float, str, str]]:
    """Return for each need its best offer that fits, as (fit, need, offer)."""
    return [(fit, needs[need], offers[offer]) for fit, need, offer in _matched(needs, offers, 1)]


def _matched(needs: Sequence[str], offers: Sequence[str], top: int) -> Iterator[tuple[float, int, int]]:
    """Yield what fits, at most `top` offers for a need, best first, as (fit, place of need, of offer)."""
    from renmai.engine.matching.run import match  # noqa: PLC0415 - dictionaries and SciPy take a second, and most looks need neither

    asked = [Text(place, text) for place, text in enumerate(needs)]
    offered = [Text(place, text) for place, text in enumerate(offers)]
    for one in match(asked, offered, top):
        if one.fit >= LEAST_FIT:
            yield one.fit, int(one.need), int(one.offer)


def _others(
    viewer: Viewer, person_id: int, what: str, fresh: Iterable[Value], *, today: date
) -> Iterable[tuple[int, tuple[float, str]]]:
    """Yield who else has what is asked for, best first, by what they offer or by what their cards say."""
    left_out = {person_id, *gone_people(viewer.owner_id)}
    said = [
        (each.person_id, each.text)
        for each in fresh
        if each.side == Side.OFFER and each.person_id is not None and each.person_id not in left_out
    ]
    as_of = viewer.end_of(today)
    known = listing.page_of(viewer.owner_id, "worth", as_of, skip=0, take=MOST_TIES)
    cards = texts_of(viewer.owner_id, KINDS, (pk for pk in known if pk != person_id))
    said += [(pk, " ".join(texts)[:LONGEST_FACT]) for pk, texts in cards.items()]
    if not said or not what.strip():
        return
    seen: set[int] = set()
    for fit, _need, offer in _matched([what], [text for _pk, text in said], MOST_OTHERS):
        other, text = said[offer]
        if other not in seen:
            seen.add(other)
            yield other, (fit, text)
