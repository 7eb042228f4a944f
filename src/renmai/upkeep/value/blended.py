"""Blended matches: what words found, with what an endpoint's vectors find beside them."""

from collections.abc import Collection, Mapping, Sequence

from renmai.domain.book.because import Because
from renmai.domain.value.values import Side, Value
from renmai.engine.matching.likeness import Likeness
from renmai.store.value.matches import KeptMatch

TOP = 5
LONGEST_TOLD = 60
Pairs = dict[tuple[str, str], KeptMatch]


def blended(
    found: Pairs,
    values: Sequence[Value],
    vectors: Mapping[str, Sequence[float]],
    only: Collection[str] | None,
) -> Pairs:
    """Return the pairs that words found and those that stand out by their vectors, by the fit of both.

    Likeness only raises a fit, and by itself gives at most `engine.matching.likeness.MOST` of it.
    """
    needs = [each for each in values if each.side == Side.NEED]
    offers = [each for each in values if each.side == Side.OFFER]
    if not needs or not offers:
        return found
    like = Likeness([vectors[each.key] for each in needs], [vectors[each.key] for each in offers])
    at_need = {each.key: at for at, each in enumerate(needs)}
    at_offer = {each.key: at for at, each in enumerate(offers)}
    places = {(at_need[need], at_offer[offer]) for need, offer in found}
    for my_offers in (True, False):
        among = [at for at, each in enumerate(offers) if (each.person_id is None) == my_offers]
        new = [at for at in among if only is None or offers[at].key in only]
        asked = [at for at, each in enumerate(needs) if only is None or each.key in only]
        places |= set(like.best(asked, among, TOP))
        if only is not None:
            places |= set(like.best(range(len(needs)), new, TOP))
    pairs = sorted(places)
    worth = like.of([need for need, _ in pairs], [offer for _, offer in pairs]) if pairs else []
    joined: Pairs = {}
    for (need, offer), alike in zip(pairs, worth, strict=True):
        key = needs[need].key, offers[offer].key
        joined[key] = _joined(found.get(key), needs[need], offers[offer], alike)
    return joined


def _joined(met: KeptMatch | None, need: Value, offer: Value, alike: float) -> KeptMatch:
    if met is not None:
        return met._replace(fit=round(1 - (1 - met.fit) * (1 - alike), 4))
    told = {"need": need.text[:LONGEST_TOLD], "offer": offer.text[:LONGEST_TOLD]}
    return KeptMatch(need.key, offer.key, round(alike, 4), (Because("match_alike", told),))
