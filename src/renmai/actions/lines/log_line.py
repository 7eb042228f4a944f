"""Log a line: the act with everybody in it, and what follows, as one decision with one undo (C3)."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.book.noting import day_happened
from renmai.actions.network.record_introducer import record_introducer
from renmai.actions.people.record_agenda import record_agenda, record_agenda_raised_with
from renmai.actions.people.record_own_note import record_own_note
from renmai.actions.people.record_person import keep_person
from renmai.actions.people.record_unfiled import keep_for_later
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_promise import record_promise
from renmai.actions.value.record_value import record_value
from renmai.domain.asks.asks import Request
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.capture.interactions import Kind
from renmai.domain.lines.follows import FollowKind
from renmai.domain.lines.names import LONGEST_LINE
from renmai.domain.together.cooperation import Stage
from renmai.domain.value.values import Origin
from renmai.queries.capture.adapter import Adapter
from renmai.queries.lines.cards import LineAnswers, LineCard, LineFollow
from renmai.queries.lines.line import line_card
from renmai.queries.people.whom import whom
from renmai.sources.by_hand.records import HandAct, HandPart, act_record
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, writing
from renmai.store.capture import by_hand
from renmai.store.people import people

KINDS = tuple(kind for kind in Kind if kind != Kind.COOPERATION)
"""What a line may tell of."""
TALKS = (Kind.CALL, Kind.MEETING, Kind.MEAL, Kind.EVENT)
"""After these, what was to be raised with somebody has been."""


class LineOpen(Refused):
    """Something of the line must be said before it can be kept."""


class NoLine(Refused):
    """There is nothing in the line, or too much, or its kind is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedLine:
    """What a line came to: the decision that undoes it all, who was there, and which decisions go with it."""

    decision_id: int
    card: LineCard
    person_ids: Mapping[str, int]
    made_with: tuple[int, ...]
    is_kept_for_later: bool


def log_line(
    viewer: Viewer,
    text: str,
    answers: LineAnswers | None = None,
    *,
    now: datetime,
    today: date,
    is_certain_only: bool = False,
    is_for_later: bool = False,
    beside: str = "",
) -> LoggedLine:
    """Keep a line as it was written with what it says.

    :param beside: somebody who was there as well, by number, handle or name
    :raises NotOnePerson: if nobody goes by that, or several people do
    :param is_certain_only: leave out whoever and whatever is not sure, instead of refusing
    :param is_for_later: keep a line that names nobody as well, to be filed later
    :raises NoLine: if it says nothing, or is too long to be one line
    :raises LineOpen: if something is to be asked first
    :raises NotYet: if its day is still to come
    """
    if not text.strip():
        raise NoLine("no_words")
    if len(text) > LONGEST_LINE:
        raise NoLine("text_too_long", length=len(text), most=LONGEST_LINE)
    with writing(viewer.owner_id) as cursor:
        said = answers or LineAnswers()
        if beside.strip():
            other = whom(viewer, beside, is_person_only=True).one
            said = replace(said, also=(*said.also, other.id))
        card = line_card(viewer, text, said, today=today)
        _check(card, is_certain_only=is_certain_only, is_for_later=is_for_later)
        day_happened(card.on, today=today)
        return _LineKeeper(viewer, cursor, card, now=now, today=today).kept()


def _check(card: LineCard, *, is_certain_only: bool, is_for_later: bool) -> None:
    """Refuse what is still open.

    :raises LineOpen: if something is
    """
    if card.kind not in KINDS:
        raise NoLine("no_such_word", word=card.kind, words=", ".join(KINDS))
    may_pass = {"people", "whose"} if is_certain_only else set()
    if is_for_later:
        may_pass.add("nobody")
    for question in card.questions:
        if question.about not in may_pass:
            raise LineOpen(question.because.code, **question.because.numbers)
    if not is_for_later and not any(each.person or each.is_new for each in card.people):
        raise LineOpen("line_nobody")


class _LineKeeper:
    """Keeps one line inside the caller's transaction."""

    def __init__(self, viewer: Viewer, cursor: Cursor, card: LineCard, *, now: datetime, today: date) -> None:
        self.viewer, self.cursor, self.card = viewer, cursor, card
        self.now, self.today = now, today
        self.records: list[str] = []
        self.made: list[int] = []
        self.ids: dict[str, int] = {}
        self.names: dict[int, str] = {}

    def kept(self) -> LoggedLine:
        owner_id, card = self.viewer.owner_id, self.card
        self._find_people()
        if not self.names:
            return self._for_later()
        record = act_record(secrets.token_hex(by_hand.DIGITS_OF_AN_ID), self._act())
        by_hand.keep(self.cursor, owner_id, [record], Adapter(self.viewer), now=self.now)
        self.records.append(record.external_id)
        if card.kind == Kind.NOTE:
            for person_id in self.names:
                self._made(record_own_note(self.viewer, person_id, card.text, now=self.now, on=card.on))
        if card.kind in TALKS:
            for person_id in self.names:
                self._made(record_agenda_raised_with(self.viewer, person_id, now=self.now, on=card.on))
        for each in card.follows:
            if not each.is_left_out and each.said in self.ids:
                self._follow(each, self.ids[each.said])
        decision_id = decisions.add(
            owner_id,
            kind=by_hand.LINE,
            anchor=by_hand.anchor_of_line(record.external_id),
            payload={
                "text": card.text,
                "name": ("、" if self.viewer.language.startswith("zh") else ", ").join(self.names.values()),
                by_hand.RECORDS: self.records,
                decisions.MADE_WITH: self.made,
            },
            now=self.now,
            counts_on=card.on,
        )
        return LoggedLine(
            decision_id=decision_id,
            card=card,
            person_ids=self.ids,
            made_with=tuple(self.made),
            is_kept_for_later=False,
        )

    def _for_later(self) -> LoggedLine:
        """Keep a line that names nobody among what waits to be filed."""
        number = keep_for_later(self.viewer, self.card.text, now=self.now, on=self.card.on)
        return LoggedLine(
            decision_id=number, card=self.card, person_ids={}, made_with=(), is_kept_for_later=True
        )

    def _find_people(self) -> None:
        for each in self.card.people:
            if each.person is not None:
                person_id = each.person.id
            elif each.is_new:
                record_id, person_id = keep_person(self.viewer, self.cursor, each.said, (), now=self.now)
                self.records.append(record_id)
            else:
                continue
            self.names[person_id] = each.name
            if each.said:
                self.ids[each.said] = person_id

    def _act(self) -> HandAct:
        """Return the act as it is kept; of a note nobody took part in anything."""
        said = {person_id: words for words, person_id in self.ids.items()}
        parts = tuple(
            HandPart(people.anchor_of(self.viewer.owner_id, person_id), name, said.get(person_id, ""))
            for person_id, name in self.names.items()
        )
        card = self.card
        return HandAct(card.text, card.kind, card.on, parts, where=card.where, begun_by=card.begun_by)

    def _made(self, decision_id: int | None) -> None:
        if decision_id is not None:
            self.made.append(decision_id)

    def _follow(self, each: LineFollow, person_id: int) -> None:
        """Have what follows kept by the action of its noun; who introduced somebody must be known, too."""
        keeps = KEEPS.get(each.follow.kind)
        if each.follow.kind == FollowKind.INTRODUCTION:
            if (introducer_id := self.ids.get(each.follow.other)) is not None:
                text = self.card.text
                self._made(
                    record_introducer(
                        self.viewer, person_id, introducer_id, now=self.now, on=self.card.on, how=text
                    )
                )
        elif keeps is not None:
            self._made(keeps(self, each, person_id))
        elif self.card.kind != Kind.NOTE:
            text = each.follow.what
            self._made(record_own_note(self.viewer, person_id, text, now=self.now, on=self.card.on))


def _value(keeper: _LineKeeper, each: LineFollow, person_id: int) -> int | None:
    origin = Origin.SAID if each.follow.is_said else Origin.GUESS
    return record_value(
        keeper.viewer,
        person_id,
        str(each.follow.kind),
        each.follow.what,
        now=keeper.now,
        on=keeper.card.on,
        origin=origin,
        sentence=keeper.card.text,
    )


def _promise(keeper: _LineKeeper, each: LineFollow, person_id: int) -> int:
    what, due = each.follow.what, each.follow.due_on
    return record_promise(keeper.viewer, person_id, what, now=keeper.now, on=keeper.card.on, due_on=due)


def _favour(keeper: _LineKeeper, each: LineFollow, person_id: int) -> int:
    return record_favour(
        keeper.viewer,
        person_id,
        each.follow.what,
        is_from_me=each.follow.kind == FollowKind.FAVOUR_GIVEN,
        is_gift=each.follow.is_gift,
        now=keeper.now,
        on=keeper.card.on,
        today=keeper.today,
    )


def _ask(keeper: _LineKeeper, each: LineFollow, person_id: int) -> int:
    request = Request(what=each.follow.what)
    text = keeper.card.text
    made = record_ask(keeper.viewer, person_id, request, now=keeper.now, on=keeper.card.on, because=text)
    return made.decision_id


def _agenda(keeper: _LineKeeper, each: LineFollow, person_id: int) -> int | None:
    what = each.follow.what
    return record_agenda(keeper.viewer, person_id, what, now=keeper.now, on=keeper.card.on)


def _cooperation(keeper: _LineKeeper, each: LineFollow, person_id: int) -> int:
    return record_cooperation(
        keeper.viewer,
        person_id,
        {"title": each.follow.what},
        now=keeper.now,
        on=keeper.card.on,
        stage=Stage.AGREED,
    )


KEEPS: Mapping[str, Callable[[_LineKeeper, LineFollow, int], int | None]] = {
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
