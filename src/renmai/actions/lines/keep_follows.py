"""How each thing that follows from a line is kept: by the action of its own noun."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.people.record_agenda import record_agenda
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_promise import record_promise
from renmai.actions.value.record_value import record_value
from renmai.domain.asks.asks import Request
from renmai.domain.book.owners import Viewer
from renmai.domain.lines.follows import FollowKind
from renmai.domain.together.cooperation import Stage
from renmai.domain.value.values import Origin
from renmai.queries.lines.cards import LineCard, LineFollow


class FollowsAtHand(NamedTuple):
    """The line whose follows are kept, whose book it is, and when."""

    viewer: Viewer
    card: LineCard
    now: datetime
    today: date


def _value(line: FollowsAtHand, each: LineFollow, person_id: int) -> int | None:
    origin = Origin.SAID if each.follow.is_said else Origin.GUESS
    return record_value(
        line.viewer,
        person_id,
        str(each.follow.kind),
        each.follow.what,
        now=line.now,
        on=line.card.on,
        origin=origin,
        sentence=line.card.text,
    )


def _promise(line: FollowsAtHand, each: LineFollow, person_id: int) -> int:
    what, due = each.follow.what, each.follow.due_on
    return record_promise(line.viewer, person_id, what, now=line.now, on=line.card.on, due_on=due)


def _favour(line: FollowsAtHand, each: LineFollow, person_id: int) -> int:
    return record_favour(
        line.viewer,
        person_id,
        each.follow.what,
        is_from_me=each.follow.kind == FollowKind.FAVOUR_GIVEN,
        is_gift=each.follow.is_gift,
        now=line.now,
        on=line.card.on,
        today=line.today,
    )


def _ask(line: FollowsAtHand, each: LineFollow, person_id: int) -> int:
    request = Request(what=each.follow.what)
    text = line.card.text
    made = record_ask(line.viewer, person_id, request, now=line.now, on=line.card.on, because=text)
    return made.decision_id


def _agenda(line: FollowsAtHand, each: LineFollow, person_id: int) -> int | None:
    what = each.follow.what
    return record_agenda(line.viewer, person_id, what, now=line.now, on=line.card.on)


def _cooperation(line: FollowsAtHand, each: LineFollow, person_id: int) -> int:
    return record_cooperation(
        line.viewer,
        person_id,
        {"title": each.follow.what},
        now=line.now,
        on=line.card.on,
        stage=Stage.AGREED,
    )


KEEPS: Mapping[str, Callable[[FollowsAtHand, LineFollow, int], int | None]] = {
    FollowKind.NEED: _value,
    FollowKind.OFFER: _value,
    FollowKind.PROMISE: _promise,
    FollowKind.FAVOUR_GIVEN: _favour,
    FollowKind.FAVOUR_GOT: _favour,
    FollowKind.ASK: _ask,
    FollowKind.COOPERATION: _cooperation,
    FollowKind.QUESTION: _agenda,
}
"""By what each kind of thing that follows is kept; anything else becomes a note."""
