"""Today: which few people are worth an act today, in which order, and who is left in peace (P1)."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2b


class PlanKind(StrEnum):
    """Why somebody is on the list."""

    REPLY = "reply"  # 该回: they asked, I have not answered
    WAITING = "waiting"  # 等回音: I asked, they have not answered for longer than they usually take
    COOLING = "cooling"  # 转淡: worth keeping, quieter than this pair's own rhythm
    REVIVE = "revive"  # 久别: once strong, long silent
    NEW = "new"  # 新识: newly met, nothing since
    OCCASION = "occasion"  # 日子: a birthday or anniversary
    PROMISE = "promise"  # 该办: I promised something, or a cooperation's next step is mine
    THANK = "thank"  # 该谢: they helped, and I have not said thank you
    GIVE = "give"  # 可给: something I have, or somebody I know, is what they look for
    ASK = "ask"  # 可请: an ask that had to wait may be made now
    KEEP = "keep"  # 留人: a tie to make personal before a known change of position
    REACH = "reach"  # 破冰: the next attempt to reach somebody is worth it


class Outcome(StrEnum):
    """What the owner did with a suggestion."""

    DONE = "done"
    LATER = "later"
    DROP = "drop"


class DoneBy(StrEnum):
    """By which way something was done already; each is contact, and counts as it."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    WECHAT = "wechat"


class Later(StrEnum):
    """To when a suggestion can be put off without naming a day."""

    TOMORROW = "tomorrow"
    THREE_DAYS = "three_days"
    WEEK = "week"
    MONTH = "month"


PUT_OFF_DAYS = 1
"""What is put off without a day comes back the next one."""
LATER_DAYS = {Later.TOMORROW: PUT_OFF_DAYS, Later.THREE_DAYS: 3, Later.WEEK: 7, Later.MONTH: 30}

OUTREACH = (PlanKind.WAITING, PlanKind.COOLING, PlanKind.REVIVE, PlanKind.NEW, PlanKind.GIVE, PlanKind.KEEP)
"""Kinds in which the owner speaks first. They share one cooldown; an answer or a birthday has its own day."""

OWED = (PlanKind.REPLY, PlanKind.PROMISE)
"""What the owner owes comes before everything else (P1)."""
DAILY = PlanKind.GIVE
"""Giving without being asked is proposed every day there is something to give (V5)."""

COOLDOWN_DAYS = {
    PlanKind.REPLY: 3,
    PlanKind.WAITING: 7,
    PlanKind.NEW: 14,
    PlanKind.OCCASION: 14,
    PlanKind.COOLING: 30,
    PlanKind.REVIVE: 90,
    PlanKind.PROMISE: 1,
    PlanKind.THANK: 14,
    PlanKind.GIVE: 14,
    PlanKind.ASK: 7,
    PlanKind.KEEP: 14,
    PlanKind.REACH: 2,
}
"""How long somebody is left in peace once such a suggestion was acted on; only outreach is held back."""


DROPPED_DAYS = 90
"""Whoever was dropped is left in peace for a season."""
AT_FIRST = {PlanKind.REPLY: 3}
"""How many of a kind are seated before the best of every other kind is; one, where nothing stands here."""
AT_MOST = {
    PlanKind.REPLY: 7,
    PlanKind.WAITING: 2,
    PlanKind.COOLING: 2,
    PlanKind.REVIVE: 1,
    PlanKind.NEW: 2,
    PlanKind.OCCASION: 2,
    PlanKind.PROMISE: 3,
    PlanKind.THANK: 2,
    PlanKind.GIVE: 2,
    PlanKind.ASK: 1,
    PlanKind.KEEP: 1,
    PlanKind.REACH: 2,
}
"""How many of a kind at all, so that a list of seven is not seven times the same thing."""
TRIES = 3
"""After so many attempts in vain one lets go (R6)."""
REST_DAYS = 90
MOST_ITEMS = 7
"""A handful (P1): what fits one look, and what a busy person does in a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who might be on today's list.

    `worth` 0 to 1 is what the tie is worth keeping; `urgency` 0 to 1 how much is lost by waiting until
    tomorrow; `numbers` the figures behind both, of which the reasons are made; `interaction_id` the act that
    waits; `tries` how often the owner reached out since this person last did, the last time on `tried_on`.
    `is_by_tier` tells that the rhythm of a tier asks for it, counted from the last word or the last done: the
    owner's own choice, which comes due again by itself.
    """

    key: str
    person_id: int
    kind: str
    worth: float
    urgency: float
    numbers: Mapping[str, object] = field(default_factory=dict)
    interaction_id: int | None = None
    tries: int = 0
    tried_on: date | None = None
    is_by_tier: bool = False

    @property
    def weight(self) -> float:
        """Return the value of the act times its urgency."""
        return self.worth * self.urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """An earlier suggestion with what the owner did; `until` is the day a postponed one comes back."""

    key: str
    person_id: int
    kind: str
    outcome: str
    on: date
    until: date | None = None


def key_of(kind: str, anchor: str, basis: str) -> str:
    """Return the name of one suggestion: its kind, whom it is about, and what it rests on (an act, a day)."""
    return f"{kind}:{anchor}:{blake2b(basis.encode('utf-8', 'surrogatepass'), digest_size=4).hexdigest()}"


def rests_on(key: str, kind: str, basis: str) -> bool:
    """Tell whether a suggestion is of a kind and rests on this, whoever it is about."""
    found, _, _ = key.partition(":")
    return found == kind and key.rpartition(":")[2] == key_of(kind, "", basis).rpartition(":")[2]


def is_same_thing(key: str, other: str) -> bool:
    """Tell whether two suggestions are of one kind and rest on the same, whichever handle names them."""
    return _what(key) == _what(other)


def _what(key: str) -> tuple[str, str]:
    return key.partition(":")[0], key.rpartition(":")[2]


def split_key(key: str) -> tuple[str, str]:
    """Return the kind and the person's anchor of a suggestion's name; ValueError where it is none."""
    kind, _, rest = key.partition(":")
    anchor, _, basis = rest.rpartition(":")
    if kind not in set(PlanKind) or not anchor or not basis:
        raise ValueError(f"{key!r} names no suggestion")
    return kind, anchor


def back_on(put_off_on: date, until: date | None = None) -> date:
    """Return the day on which a suggestion that was put off comes back."""
    return until or put_off_on + timedelta(days=PUT_OFF_DAYS)


def put_off(put_off_on: date, later: Later) -> date:
    """Return the day to which one key puts off a suggestion."""
    return put_off_on + timedelta(days=LATER_DAYS[later])


def resting_until(candidate: Candidate) -> date | None:
    """Return until which day somebody is left in peace after three unanswered attempts, None if not."""
    if candidate.tries < TRIES or candidate.tried_on is None:
        return None
    return candidate.tried_on + timedelta(days=REST_DAYS)


def is_silenced(candidate: Candidate, remembered: Remembered, today: date) -> bool:
    """Tell whether an earlier outcome keeps this candidate off today's list.

    What was done or dropped stays so, whatever handle of theirs comes in later; only what a tier asks for
    comes due again: after its rhythm, counted from what was done, or after a season where it was dropped.
    """
    if candidate.person_id != remembered.person_id:
        return False
    if remembered.on == today and remembered.outcome != Outcome.LATER:
        return True
    if remembered.outcome == Outcome.LATER:
        is_alike = candidate.kind == remembered.kind or candidate.kind in OUTREACH
        return today < back_on(remembered.on, remembered.until) and is_alike
    if not candidate.is_by_tier and is_same_thing(candidate.key, remembered.key):
        return True
    if candidate.kind not in OUTREACH or (candidate.is_by_tier and remembered.outcome == Outcome.DONE):
        return False
    days = COOLDOWN_DAYS[PlanKind(remembered.kind)]
    if remembered.outcome == Outcome.DROP:
        days = max(days, DROPPED_DAYS)
    return today < remembered.on + timedelta(days=days)


def is_free(
    candidate: Candidate, memory: Iterable[Remembered], today: date, away: Container[int] = ()
) -> bool:
    """Tell whether somebody may be proposed: not silenced by an earlier outcome, not resting, not away."""
    if candidate.kind in OUTREACH:
        if candidate.person_id in away:
            return False
        until = resting_until(candidate)
        if until is not None and today < until:
            return False
    return not any(is_silenced(candidate, each, today) for each in memory)


def plan_today(
    candidates: Iterable[Candidate],
    *,
    today: date,
    memory: Iterable[Remembered] = (),
    away: Container[int] = (),
    at_most: int = MOST_ITEMS,
) -> list[Candidate]:
    """Return today's list: answers owed first, then by worth times urgency; one item a person, few of a kind.

    Seats go to the first three answers and the first promise owed, then to what can be given, then to the
    best of every other kind, then to what is left.
    Equal weights are ordered by key, so the list does not depend on the order in which candidates come.

    :param away: who says to be away today; nobody is nudged then, what is owed to them stands
    """
    by_person: dict[int, list[Remembered]] = {}
    for outcome in memory:
        by_person.setdefault(outcome.person_id, []).append(outcome)
    free = sorted(
        (each for each in candidates if is_free(each, by_person.get(each.person_id, ()), today, away)),
        key=_rank,
    )
    best: dict[int, Candidate] = {}
    for each in free:
        best.setdefault(each.person_id, each)
    seated: list[tuple[bool, Candidate]] = []
    used: dict[str, int] = {}
    for each in best.values():
        place = used[each.kind] = used.get(each.kind, 0) + 1
        if place <= AT_MOST[PlanKind(each.kind)]:
            seated.append((place > AT_FIRST.get(PlanKind(each.kind), 1), each))
    seated.sort(key=lambda pair: (pair[0], pair[1].kind not in OWED, pair[1].kind != DAILY, _rank(pair[1])))
    return sorted((each for _, each in seated[: max(0, at_most)]), key=_rank)


def _rank(candidate: Candidate) -> tuple[bool, float, str]:
    """Return the sort key: what I owe first, answers and promises, then weight, then the key itself."""
    return candidate.kind not in OWED, -candidate.weight, candidate.key
