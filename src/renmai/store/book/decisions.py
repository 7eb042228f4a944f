"""What the owner decided, newest last; undone decisions are kept and have no effect."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q, QuerySet

from renmai.domain.people.decided import ANCHOR_OF_MENTION, Apart, Decided, Merge, Split
from renmai.domain.people.handles import Handle, handle_of
from renmai.store.book.bulk import writing
from renmai.store.models import Decision

BINDING = ("me", "merge", "split", "apart", "name")
OF_TWO = ("merge", "apart", "unsure")
"""Kinds that name two people: the anchor, and another one under `other`."""
TAKEN_BACK, OF, BESIDE = "taken_back", "of", "beside"
"""The kind of the decision that an undo by its number is, and the keys of what it takes back."""
MADE_WITH = "made_with"
"""The payload's key of the decisions that one line made with it, which are undone with it."""
INSTEAD_OF = "instead_of"
"""The payload's key of the decision that one takes the place of, beside what was made with that one."""
OWN_WORDS = ("text", "what", "title", "organisation", "because")
"""The keys under which decisions keep what the owner wrote, the most telling first."""


class StandingDecision(NamedTuple):
    """A decision that is not undone, without what writing it again would need."""

    pk: int
    kind: str
    anchor: str
    payload: dict[str, Any]
    decided_at: datetime


class AnyDecision(NamedTuple):
    """A decision, undone or not."""

    pk: int
    kind: str
    anchor: str
    payload: dict[str, Any]
    undone_at: datetime | None


def add(
    owner_id: int,
    *,
    kind: str,
    anchor: str,
    now: datetime,
    payload: dict[str, object] | None = None,
    counts_on: date | None = None,
) -> int:
    """Note a decision and return its id.

    :param counts_on: the day it is about, where it is of a day
    """
    with writing(owner_id):
        return Decision.objects.create(
            owner_id=owner_id,
            kind=kind,
            anchor=anchor,
            payload=payload or {},
            decided_at=now,
            counts_on=counts_on,
        ).pk


def standing(owner_id: int, *kinds: str, anchors: Iterable[str] | None = None) -> list[StandingDecision]:
    """Return the decisions of some kinds that are not undone, oldest first; with `anchors`, of those only."""
    found = Decision.objects.filter(owner_id=owner_id, kind__in=kinds, undone_at=None)
    if anchors is not None:
        found = found.filter(anchor__in=list(anchors))
    return standing_of(found)


def standing_saying(owner_id: int, kind: str, key: str, texts: Iterable[str]) -> list[StandingDecision]:
    """Return the decisions of a kind that are not undone and say one of some texts under a key."""
    found = Decision.objects.filter(owner_id=owner_id, kind=kind, undone_at=None)
    return standing_of(found.filter(**{f"payload__{key}__in": list(texts)}))


def standing_of(found: QuerySet[Decision]) -> list[StandingDecision]:
    """Return some decisions as they are read, in the order they were made, whatever the clock said."""
    return [
        StandingDecision._make(row) for row in found.order_by("pk").values_list(*StandingDecision._fields)
    ]


def one(owner_id: int, decision_id: int) -> AnyDecision | None:
    """Return a decision of this owner, undone or not."""
    found = Decision.objects.filter(owner_id=owner_id, pk=decision_id).values_list(*AnyDecision._fields)
    return next(map(AnyDecision._make, found), None)


def standing_one(owner_id: int, decision_id: int, *kinds: str) -> StandingDecision | None:
    """Return a decision of some kinds, None where this owner made none of that id or undid it."""
    found = Decision.objects.filter(owner_id=owner_id, pk=decision_id, kind__in=kinds, undone_at=None)
    return next(iter(standing_of(found)), None)


def made_at(owner_id: int, moments: Iterable[datetime]) -> list[int]:
    """Return the decisions made at some moments that are not undone, newest first."""
    found = Decision.objects.filter(owner_id=owner_id, decided_at__in=list(moments), undone_at=None)
    return list(found.order_by("-pk").values_list("pk", flat=True))


def count(owner_id: int) -> int:
    """Return how many decisions there are, undone ones too."""
    return Decision.objects.filter(owner_id=owner_id).count()


def resting_on(owner_id: int, decision: AnyDecision) -> list[StandingDecision]:
    """Return the standing decisions that change or end what one decision notes, oldest first.

    They are about the same person, and so stand under the same anchor.
    """
    found = Decision.objects.filter(owner_id=owner_id, anchor=decision.anchor, undone_at=None)
    found = found.exclude(kind=TAKEN_BACK).filter(pk__gt=decision.pk)
    return [each for each in standing_of(found) if each.payload.get(OF) == decision.pk]


def taken_back_by(owner_id: int, decision: AnyDecision) -> StandingDecision | None:
    """Return the standing decision that took a decision back, None where it was undone in passing."""
    found = Decision.objects.filter(owner_id=owner_id, kind=TAKEN_BACK, undone_at=None)
    return next((each for each in standing_of(found) if decision.pk in taken_back(each)), None)


def taken_back(decision: AnyDecision | StandingDecision) -> list[int]:
    """Return which decisions one took back: none, but of an undo by its number, or of a line edited."""
    of = decision.payload.get(OF) if decision.kind == TAKEN_BACK else decision.payload.get(INSTEAD_OF)
    return [] if of is None else [int(of), *map(int, decision.payload.get(BESIDE, ()))]


def later_versions(owner_id: int, decision: AnyDecision) -> list[AnyDecision]:
    """Return the decisions that took the place of one, each that of the one before it."""
    found: list[AnyDecision] = []
    edits = Decision.objects.filter(owner_id=owner_id, kind=decision.kind, pk__gt=decision.pk)
    by_older = {
        each.payload[INSTEAD_OF]: each
        for each in map(
            AnyDecision._make,
            edits.filter(payload__has_key=INSTEAD_OF).order_by("pk").values_list(*AnyDecision._fields),
        )
    }
    while (later := by_older.get(decision.pk)) is not None:
        found.append(later)
        decision = later
    return found


def made_with(owner_id: int, decision: AnyDecision) -> list[AnyDecision]:
    """Return the decisions that were made together with one and go with it, undone or not."""
    found = (one(owner_id, int(pk)) for pk in decision.payload.get(MADE_WITH, ()))
    return [each for each in found if each is not None]


def last_undone(owner_id: int) -> AnyDecision | None:
    """Return the decision that was undone last."""
    found = Decision.objects.filter(owner_id=owner_id, undone_at__isnull=False)
    found = found.order_by("-undone_at", "-pk")
    return next(map(AnyDecision._make, found.values_list(*AnyDecision._fields)[:1]), None)


class PastDecision(NamedTuple):
    """A decision as the history lists it, standing or undone."""

    pk: int
    kind: str
    anchor: str
    payload: dict[str, Any]
    undone_at: datetime | None
    decided_at: datetime
    counts_on: date | None


def past(
    owner_id: int, *, anchors: Iterable[str] | None, skip: int, take: int
) -> tuple[list[PastDecision], int]:
    """Return a page of every decision, undone ones too, newest first, and how many there are.

    :param anchors: the texts that may name somebody, for what was decided about them only
    """
    found = Decision.objects.filter(owner_id=owner_id).exclude(kind=TAKEN_BACK)
    if anchors is not None:
        listed = list(anchors)
        found = found.filter(Q(anchor__in=listed) | Q(kind="merge", payload__other__in=listed))
    rows = found.order_by("-pk").values_list(*PastDecision._fields)[skip : skip + take]
    return list(map(PastDecision._make, rows)), found.count()


def rests(owner_id: int, shown: Iterable[PastDecision]) -> Mapping[int, list[int]]:
    """Return which standing decisions rest on each of some decisions."""
    wanted = {each.pk: each.anchor for each in shown}
    found: dict[int, list[int]] = {}
    later = Decision.objects.filter(owner_id=owner_id, anchor__in=set(wanted.values()), undone_at=None)
    for pk, payload in later.exclude(kind=TAKEN_BACK).order_by("pk").values_list("pk", "payload"):
        if payload.get(OF) in wanted:
            found.setdefault(payload[OF], []).append(pk)
    return found


def newest(owner_id: int) -> StandingDecision | None:
    """Return the last decision that is not undone."""
    found = Decision.objects.filter(owner_id=owner_id, undone_at=None).order_by("-pk")
    return next(map(StandingDecision._make, found.values_list(*StandingDecision._fields)[:1]), None)


def last_id(owner_id: int) -> int:
    """Return the id of the last decision, 0 for none; the plus has SQLite begin at the end of the table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM renmai_decision WHERE +owner_id = %s ORDER BY id DESC LIMIT 1", [owner_id]
        )
        row = cursor.fetchone()
    return row[0] if row else 0


def undo(owner_id: int, decision_id: int, *, now: datetime) -> None:
    """Mark a decision as undone."""
    with writing(owner_id):
        Decision.objects.filter(owner_id=owner_id, pk=decision_id).update(undone_at=now)


def restore(owner_id: int, decision_id: int) -> None:
    """Let an undone decision stand again."""
    with writing(owner_id):
        Decision.objects.filter(owner_id=owner_id, pk=decision_id).update(undone_at=None)


def my_handles(owner_id: int) -> tuple[Handle, ...]:
    """Return the handles the owner called their own."""
    return tuple(dict.fromkeys(handle_of(d.anchor) for d in standing(owner_id, "me")))


def add_me(owner_id: int, handles: Iterable[Handle], *, now: datetime) -> list[int]:
    """Note handles as the owner's own; those known already are not noted twice."""
    known = set(my_handles(owner_id))
    return [
        add(owner_id, kind="me", anchor=str(handle), now=now)
        for handle in dict.fromkeys(handles)
        if handle not in known
    ]


def identity(owner_id: int) -> list[Decided]:
    """Return what the owner joined, took apart and said is not one, oldest first."""
    return [_decided(each) for each in standing(owner_id, "merge", "split", "apart")]


def _decided(decision: StandingDecision) -> Decided:
    payload = decision.payload
    if decision.kind == "split":
        return Split(decision.pk, tuple(payload["leaving"]), tuple(payload["staying"]))
    two = Merge if decision.kind == "merge" else Apart
    return two(decision.pk, decision.anchor, str(payload["other"]))


def anchors_of(decision: AnyDecision) -> list[str]:
    """Return everything that names whom a decision is about."""
    if decision.kind == "split":
        return [
            ANCHOR_OF_MENTION + key for key in (*decision.payload["leaving"], *decision.payload["staying"])
        ]
    return [decision.anchor, *([str(decision.payload["other"])] if decision.kind in OF_TWO else [])]


def anchors_noted(owner_id: int) -> set[str]:
    """Return whom the owner noted or chose something of, apart from who they are and answers to Today."""
    about = Decision.objects.filter(owner_id=owner_id, undone_at=None)
    about = about.exclude(kind__in=[*BINDING, *OF_TWO, TAKEN_BACK, "done", "later", "drop"])
    return set(about.values_list("anchor", flat=True).distinct())


def text_of(decision: AnyDecision) -> str:
    """Return the owner's own words in a decision, empty where it has none."""
    return next((str(decision.payload[key]) for key in OWN_WORDS if decision.payload.get(key)), "")


def name_of(decision: AnyDecision) -> str:
    """Return what a decision is called when it is spoken of."""
    return str(decision.payload.get("name") or decision.anchor.partition(":")[2])
