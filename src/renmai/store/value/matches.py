"""Matches as a cache, by the notes they join; what the owner put aside is a decision, not a row of it."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from json import dumps, loads
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, F, Max, Q, QuerySet, Sum

from renmai.domain.book.because import Because
from renmai.domain.value.matches import Match, same_words
from renmai.store import models
from renmai.store.book.bulk import insert, writing
from renmai.store.models import Decision, Owner
from renmai.store.people.anchors import people_at
from renmai.store.people.notebook import MINE
from renmai.store.people.notes import OF, ON, Note, notes
from renmai.store.value.values import VALUE, VALUE_CHANGED, VALUE_ENDED

COLUMNS = ("owner_id", "need_id", "offer_id", "fit", "because")
MATCH_DISMISSED = "match_dismissed"
GIVER = "giver"
"""The payload's key of the anchor of who offers; who needs is the decision's own anchor."""


class KeptMatch(NamedTuple):
    """That an offer meets a need, by the keys of their notes: how well, and by which words."""

    need: str
    offer: str
    fit: float
    because: tuple[Because, ...]


class Notes(NamedTuple):
    """What tells one state of the notes from another: how many, the last of them, their ids' sum."""

    total: int
    last: int
    sum: int


def notes_until(owner_id: int, until: date, *, after: int = 0) -> Notes:
    """Return the state of the notes of a day, with one count; of later ones only, with `after`."""
    found = _standing(owner_id, until, after).aggregate(count=Count("pk"), last=Max("pk"), all=Sum("pk"))
    return Notes(found["count"], found["last"] or 0, found["all"] or 0)


def touched(owner_id: int, before: Notes, now: Notes, until: date) -> set[str] | None:
    """Return the keys of the notes that are new or other than before, None where that cannot be told.

    It can where decisions only came, or the one that is missing was undone; a note that went needs nothing.
    """
    came = notes_until(owner_id, until, after=before.last)
    gone = before.total + came.total - now.total
    missing = before.sum + came.sum - now.sum
    keys: set[str] = set()
    if gone == 1:
        undone = Decision.objects.filter(owner_id=owner_id, pk=missing, undone_at__isnull=False).first()
        if undone is None:
            return None
        keys |= {str(undone.payload[OF])} if OF in undone.payload else set()
    elif gone or missing:
        return None
    for each in _standing(owner_id, until, before.last):
        keys.add(str(each.payload.get(OF, each.pk)))
    return keys


def _standing(owner_id: int, until: date, after: int) -> QuerySet[Decision]:
    found = Decision.objects.filter(
        owner_id=owner_id, kind__in=(VALUE, VALUE_CHANGED, VALUE_ENDED), undone_at=None, pk__gt=after
    )
    return found.filter(**{f"payload__{ON}__lte": until.isoformat()})


class KeptMatches(NamedTuple):
    """Of which notes the kept matches are, at which moment that was last seen, and what went wrong."""

    of: str = ""
    moment: str = ""
    fault: Because | None = None


def kept_of(owner_id: int, until: date) -> tuple[str, KeptMatches]:
    """Return the moment of the book and what is known of the kept matches, empty where there are none.

    The moment stays the same until something is decided or undone, or the day ends. The plus has SQLite take
    the last decision from the end of the table.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.matches_of, (SELECT d.id FROM renmai_decision d WHERE +d.owner_id = o.id "
            "ORDER BY d.id DESC LIMIT 1), (SELECT COUNT(*) FROM renmai_decision d WHERE d.owner_id = o.id "
            "AND d.undone_at IS NOT NULL) FROM renmai_owner o WHERE o.id = %s",
            [owner_id],
        )
        text, last, undone = cursor.fetchone()
    now = f"{until.isoformat()}-{last or 0}-{undone}"
    if not text:
        return now, KeptMatches()
    of, moment, fault = loads(text)
    return now, KeptMatches(of, moment, Because(*fault) if fault else None)


def still(owner_id: int, kept: KeptMatches, moment: str) -> None:
    """Note that the kept matches are still those of the notes."""
    Owner.objects.filter(pk=owner_id).update(matches_of=_told(kept._replace(moment=moment)))


def _told(kept: KeptMatches) -> str:
    fault = [kept.fault.code, dict(kept.fault.numbers)] if kept.fault else None
    return dumps([kept.of, kept.moment, fault], ensure_ascii=False)


def keep(
    owner_id: int, found: Iterable[KeptMatch], kept: KeptMatches, *, around: Collection[str] | None = None
) -> None:
    """Replace all kept matches, or those `around` some notes, and say of which notes they are now."""
    rows = [
        (
            owner_id,
            int(each.need),
            int(each.offer),
            each.fit,
            _packed(each.because),
        )
        for each in found
    ]
    with writing(owner_id) as cursor:
        gone = models.Match.objects.filter(owner_id=owner_id)
        if around is not None:
            ids = [int(key) for key in around]
            gone = gone.filter(Q(need_id__in=ids) | Q(offer_id__in=ids))
        gone.delete()
        insert(cursor, "renmai_match", COLUMNS, rows)
        Owner.objects.filter(pk=owner_id).update(matches_of=_told(kept))


def around(owner_id: int, keys: Iterable[str], *, at_most: int) -> list[KeptMatch]:
    """Return the matches that some notes take part in, on either side, the best first."""
    ids = [int(key) for key in keys]
    mine = models.Match.objects.filter(owner_id=owner_id)
    by_fit = (-F("fit"), "pk")  # an expression, so that the few are sorted and not all are gone through
    as_need = mine.filter(need_id__in=ids).order_by(*by_fit)[:at_most]
    as_offer = mine.filter(offer_id__in=ids).order_by(*by_fit)[:at_most]
    return [_met(row) for row in {row.pk: row for row in (*as_need, *as_offer)}.values()]


def best(owner_id: int, *, at_most: int) -> list[KeptMatch]:
    """Return the matches of the book that fit best."""
    return [
        _met(row) for row in models.Match.objects.filter(owner_id=owner_id).order_by("-fit", "pk")[:at_most]
    ]


def _met(row: models.Match) -> KeptMatch:
    because = tuple(Because(code, {"need": need, "offer": offer}) for code, need, offer in loads(row.because))
    return KeptMatch(str(row.need_id), str(row.offer_id), row.fit, because)


def _packed(because: Iterable[Because]) -> str:
    reasons = [[each.code, each.numbers["need"], each.numbers["offer"]] for each in because]
    return dumps(reasons, ensure_ascii=False)


Dismissed = tuple[int | None, int | None, str, str]
"""Who needs, who offers (None the owner), and the words of both: what stays put aside."""


def dismissed_as(match: Match) -> Dismissed:
    """Return what names a match for good: whose it is and what is said, whatever note says it."""
    need, offer = match.need, match.offer
    return need.person_id, offer.person_id, same_words(need.text), same_words(offer.text)


def dismissed(owner_id: int, *, until: date) -> set[Dismissed]:
    """Return every match the owner put aside, by whomever their anchors mean now."""
    found = notes(owner_id, [MATCH_DISMISSED], [], until=until)
    whose = people_at(owner_id, {each.payload[GIVER] for each in found} - {MINE})
    return set(_dismissals(found, whose))


def _dismissals(found: Iterable[Note], whose: dict[str, int]) -> Iterator[Dismissed]:
    for each in found:
        giver = each.payload[GIVER]
        if giver == MINE or giver in whose:
            yield each.person_id, whose.get(giver), each.payload["need"], each.payload["offer"]
