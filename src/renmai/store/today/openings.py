"""Openings for today's plan: letters that wait, ties that cool or sleep, people newly met; few of each."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from renmai.domain.capture.interactions import Role
from renmai.domain.ties.ties import TieClass, TieState
from renmai.domain.today.plan import Outcome
from renmai.store.book.bulk import among
from renmai.store.book.decisions import StandingDecision, standing_of
from renmai.store.models import Decision, Tie
from renmai.store.ties.letters import MY_MENTIONS
from renmai.store.ties.waiting import waiting_with

A_DAY = timedelta(days=1)
AT_MOST = 40
"""Of each kind; today's list is seven, and what was done or dropped lately must leave enough."""


class Opening(NamedTuple):
    """A letter that waits, as kept beside the ties."""

    person_id: int
    interaction_id: int
    act: str
    at_epoch_s: int
    asks: bool
    usual_s: float | None
    tries: int
    other_way: str


class Read(NamedTuple):
    """The own words of a letter with those it was sent to: person id, name, whether it is the owner."""

    excerpt: str
    readers: list[tuple[int, str, bool]]


class QuietTie(NamedTuple):
    """A tie that cools or sleeps: with whom, their last act."""

    person_id: int
    last_in_epoch_s: int | None


class SettledSuggestion(NamedTuple):
    """What the owner did with a suggestion: whom it was about, its key, the outcome, when, until when."""

    anchor: str
    key: str
    outcome: str
    at: datetime
    until: str | None


def open_letters(owner_id: int, *, is_from_me: bool, since_epoch_s: int) -> list[Opening]:
    """Return the letters that wait since a moment, of the strongest ties first."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT o.person_id, i.id, i.external_id, i.at_epoch_s, i.asks, o.usual_s, o.tries,
                   o.other_way
            FROM renmai_openletter o
            JOIN renmai_interaction i ON i.id = o.interaction_id
            JOIN renmai_person p ON p.id = o.person_id AND p.is_person AND NOT p.is_me AND p.gone = ''
            LEFT JOIN renmai_tie t ON t.person_id = o.person_id
            WHERE o.owner_id = %s AND o.is_from_me = %s AND o.at_epoch_s >= %s
            ORDER BY COALESCE(t.strength, 0) DESC, o.at_epoch_s DESC, o.person_id LIMIT %s
            """,
            [owner_id, is_from_me, since_epoch_s, AT_MOST],
        )
        return [Opening._make((*row[:4], bool(row[4]), *row[5:])) for row in cursor.fetchall()]


def read(interaction_ids: Iterable[int]) -> dict[int, Read]:
    """Return what some letters say, and to whom."""
    condition, listed = among("i.id", interaction_ids)
    found: dict[int, Read] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT DISTINCT i.id, i.excerpt, p.id, p.name, p.is_me FROM renmai_interaction i
            JOIN renmai_participation t ON t.interaction_id = i.id AND t.role <> %s
            JOIN renmai_mention m ON m.id = t.mention_id
            JOIN renmai_person p ON p.id = m.person_id AND p.is_person
            WHERE {condition} ORDER BY i.id, p.id
            """,
            [Role.SENDER, listed],
        )
        for pk, excerpt, person_id, name, is_me in cursor.fetchall():
            found.setdefault(pk, Read(excerpt, [])).readers.append((person_id, name, bool(is_me)))
    return found


def attempts(owner_id: int, person_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return for some people how often the owner tried in vain, and when last."""
    return {
        each.person_id: (each.tries, each.at_epoch_s)
        for each in waiting_with(owner_id, person_ids)
        if each.is_from_me
    }


def cooling(owner_id: int) -> list[QuietTie]:
    """Return ties quieter than their rhythm, those first that were strongest ninety days ago."""
    return _quiet(_real(owner_id).filter(state=TieState.COOLING).order_by("-strength_before", "pk"))


def dormant(owner_id: int) -> list[QuietTie]:
    """Return ties long silent, strong ones before weak ones, the deepest first."""
    quiet = _real(owner_id).filter(state=TieState.DORMANT)
    return _quiet(quiet.order_by("tie_class", "-days_active", "pk"))


def newly_met(owner_id: int, since_epoch_s: int) -> list[int]:
    """Return with whom ties began after a moment, strongest first."""
    found = _real(owner_id).filter(first_at_epoch_s__gte=since_epoch_s)
    return list(found.order_by("-strength", "pk").values_list("person_id", flat=True)[:AT_MOST])


def met_beside_lists(owner_id: int, person_ids: Iterable[int], since_epoch_s: int) -> frozenset[int]:
    """Return with whom of some people something passed that no mailing list got, since a moment."""
    wanted = list(person_ids)
    (one, listed), (other, _) = among("id", wanted), among("counts_with_id", wanted)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT DISTINCT COALESCE(who.counts_with_id, who.id) FROM renmai_person who
            CROSS JOIN renmai_mention m CROSS JOIN renmai_participation p CROSS JOIN renmai_interaction i
            WHERE who.id IN (SELECT id FROM renmai_person WHERE {one}
                             UNION SELECT id FROM renmai_person WHERE {other})
              AND m.person_id = who.id AND p.mention_id = m.id AND p.at_epoch_s >= %s
              AND i.id = p.interaction_id AND i.owner_id = %s AND i.nature = 'direct'
              AND EXISTS (SELECT 1 FROM renmai_participation mine WHERE mine.interaction_id = i.id
                          AND mine.mention_id IN ({MY_MENTIONS}))
              AND NOT EXISTS (
                SELECT 1 FROM renmai_participation q
                JOIN renmai_mentionhandle carried ON carried.mention_id = q.mention_id
                JOIN renmai_handle h ON h.id = carried.handle_id AND h.nature = 'list'
                WHERE q.interaction_id = i.id)
            """,
            [listed, listed, since_epoch_s, owner_id, owner_id],
        )
        return frozenset(row[0] for row in cursor.fetchall())


def last_in(owner_id: int, person_ids: Iterable[int]) -> dict[int, int]:
    """Return when some people last reached out to the owner."""
    found = Tie.objects.filter(owner_id=owner_id, person_id__in=list(person_ids))
    return {pk: at for pk, at in found.values_list("person_id", "last_in_epoch_s") if at is not None}


def _real(owner_id: int) -> QuerySet[Tie]:
    """Return ties in which something passed both ways, with nobody who is gone.

    Above `pseudo` stand `strong` and `weak`, in this order: said as a range, an index answers it in order.
    """
    return Tie.objects.filter(owner_id=owner_id, tie_class__gt=TieClass.PSEUDO, person__gone="")


def _quiet(ties: QuerySet[Tie]) -> list[QuietTie]:
    columns = ("person_id", "last_in_epoch_s")
    return [QuietTie._make(row) for row in ties.values_list(*columns)[: 2 * AT_MOST]]


def settled(
    owner_id: int, anchors: Iterable[str], *, since: datetime, until: datetime
) -> list[SettledSuggestion]:
    """Return what the owner did in a span of time with suggestions about some people.

    The days a decision is kept under are those of the owner's zone, so a day more is read on either side.

    :param anchors: the texts that may name these people
    """
    rows = Decision.objects.filter(
        owner_id=owner_id,
        kind__in=list(Outcome),
        undone_at=None,
        anchor__in=list(anchors),
        counts_on__range=(since.date() - A_DAY, until.date() + A_DAY),
    )
    outcomes = [
        SettledSuggestion(
            row.anchor, row.payload.get("key", ""), row.kind, _counts_at(row), row.payload.get("until")
        )
        for row in standing_of(rows)
    ]
    return [outcome for outcome in outcomes if since <= outcome.at < until]


def answered_after(owner_id: int, decision_id: int) -> frozenset[str]:
    """Return the keys of the suggestions that were answered after a decision, and stand so."""
    later = Decision.objects.filter(
        owner_id=owner_id, pk__gt=decision_id, kind__in=list(Outcome), undone_at=None
    )
    return frozenset(payload.get("key", "") for payload in later.values_list("payload", flat=True))


def _counts_at(decision: StandingDecision) -> datetime:
    """Return from when a decision counts; the owner may have acted as of another day."""
    said = decision.payload.get("counts_at")
    return datetime.fromisoformat(said) if said else decision.decided_at
