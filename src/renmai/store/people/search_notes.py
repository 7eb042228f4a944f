"""Finding people by the words of what the owner noted of them."""

from collections.abc import Sequence

from renmai.domain.people.names import pieces
from renmai.store.book import decisions
from renmai.store.book.decisions import BINDING, OWN_WORDS
from renmai.store.models import Decision
from renmai.store.people.anchors import people_at


def found_in_notes(owner_id: int, terms: Sequence[tuple[str, ...]], limit: int) -> list[int]:
    """Return the people of whose notes one holds every term, the latest noted first.

    :param terms: runs of words that stand together, as the search for names has them
    """
    noted = decisions.standing_of(
        Decision.objects.filter(owner_id=owner_id, undone_at=None).exclude(kind__in=BINDING)
    )
    anchors = [each.anchor for each in reversed(noted) if _holds(each.payload, terms)]
    whose = people_at(owner_id, dict.fromkeys(anchors))
    return list(dict.fromkeys(whose[anchor] for anchor in anchors if anchor in whose))[:limit]


def _holds(payload: dict[str, object], terms: Sequence[tuple[str, ...]]) -> bool:
    words = " ".join(pieces(" ".join(str(payload[key]) for key in OWN_WORDS if payload.get(key))))
    text = f" {words} "
    return bool(words) and all(f" {' '.join(term)}" in text for term in terms)
