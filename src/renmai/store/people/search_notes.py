"""Finding people by the words of what the owner noted of them, as it stands now."""

from collections.abc import Mapping, Sequence
from typing import Any

from renmai.domain.people.names import pieces
from renmai.domain.people.tags import TagMark, TagRename, called_now
from renmai.store.book import decisions
from renmai.store.book.decisions import BINDING, OF, OWN_WORDS, StandingDecision
from renmai.store.models import Decision
from renmai.store.people import own_notes, tags
from renmai.store.people.anchors import people_at

TAKEN_DOWN = (own_notes.REMOVED, tags.TAG_REMOVED)


def found_in_notes(owner_id: int, terms: Sequence[tuple[str, ...]], limit: int) -> list[int]:
    """Return the people of whose notes one holds every term, the latest noted first.

    What was written anew is found by its words of now, and a tag by its name of now.

    :param terms: runs of words that stand together, as the search for names has them
    """
    worded = Decision.objects.filter(payload__has_any_keys=[*OWN_WORDS, OF, tags.ALONG, tags.AFTER])
    noted = decisions.standing_of(worded.filter(owner_id=owner_id, undone_at=None).exclude(kind__in=BINDING))
    standing = _as_they_stand(noted)
    anchors = [each.anchor for each in reversed(standing) if _holds(each.payload, terms)]
    whose = people_at(owner_id, dict.fromkeys(anchors))
    return list(dict.fromkeys(whose[anchor] for anchor in anchors if anchor in whose))[:limit]


def _as_they_stand(noted: Sequence[StandingDecision]) -> list[StandingDecision]:
    """Return decisions without what was taken down or written anew, tags as they are called now."""
    over = {int(each.payload[OF]) for each in noted if each.kind in (own_notes.REWRITTEN, *TAKEN_DOWN)}
    gone = {int(each.payload[OF]) for each in noted if each.kind in TAKEN_DOWN}
    over.update(pk for each in noted for pk in each.payload.get(tags.ALONG, ()))
    called = _tags_now(noted)
    return [
        each._replace(payload={"text": called[each.pk]}) if each.pk in called else each
        for each in noted
        if each.pk not in over
        and each.kind not in TAKEN_DOWN
        and not (each.kind == own_notes.REWRITTEN and each.payload[OF] in gone)
    ]


def _tags_now(noted: Sequence[StandingDecision]) -> dict[int, str]:
    marks = [
        TagMark(number=each.pk, person_id=0, tag=each.payload["text"], on=each.decided_at.date())
        for each in noted
        if each.kind == tags.TAG
    ]
    renames = [
        TagRename(number=each.pk, before=each.payload[tags.BEFORE], after=each.payload[tags.AFTER])
        for each in noted
        if each.kind == tags.TAG_RENAMED
    ]
    return {mark.number: mark.tag for mark in called_now(marks, renames)}


def _holds(payload: Mapping[str, Any], terms: Sequence[tuple[str, ...]]) -> bool:
    words = " ".join(pieces(" ".join(str(payload[key]) for key in OWN_WORDS if payload.get(key))))
    text = f" {words} "
    return bool(words) and all(f" {' '.join(term)}" in text for term in terms)
