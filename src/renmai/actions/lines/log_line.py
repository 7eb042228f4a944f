"""Log a line: the act with everybody in it, and what follows, as one decision with one undo (C3)."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from renmai.actions.book.noting import day_happened
from renmai.actions.book.undo_decision import check_nothing_rests, decision_of, look_anew
from renmai.actions.lines.keep_follows import KEEPS, FollowsAtHand
from renmai.actions.network.record_introducer import record_introducer
from renmai.actions.people.record_agenda import record_agenda_raised_with
from renmai.actions.people.record_own_note import record_own_note
from renmai.actions.people.record_person import keep_person
from renmai.actions.people.record_unfiled import keep_for_later
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.capture.interactions import Kind
from renmai.domain.lines.follows import FollowKind
from renmai.domain.lines.names import LONGEST_LINE
from renmai.queries.capture.adapter import Adapter
from renmai.queries.lines.cards import LineAnswers, LineCard, LineFollow
from renmai.queries.lines.kept import kept_line
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
    instead_of: int | None = None,
) -> LoggedLine:
    """Keep a line as it was written with what it says.

    :param beside: somebody who was there as well, by number, handle or name
    :param instead_of: the decision of a kept line whose place this one takes; one undo brings that back
    :raises NoSuchLine: if no line of that number is kept
    :raises SomethingRests: if something that followed from it was changed or ended since
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
        kept = kept_line(viewer, instead_of) if instead_of is not None else None
        if kept is not None:
            said = replace(said, is_again=True)
        written_on = kept.written_on if kept else today
        card = line_card(viewer, text, said, today=today, written_on=written_on)
        _check(card, is_certain_only=is_certain_only, is_for_later=is_for_later and kept is None)
        day_happened(card.on, today=today)
        keeper = _LineKeeper(viewer, cursor, card, said, now=now, today=today)
        keeper.payload[by_hand.WRITTEN_ON] = written_on.isoformat()
        if kept is not None:
            keeper.take_place_of(kept.decision_id)
        return keeper.kept()


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
    if not is_for_later and not card.has_anybody:
        raise LineOpen("line_nobody")


class _LineKeeper:
    """Keeps one line inside the caller's transaction."""

    def __init__(
        self,
        viewer: Viewer,
        cursor: Cursor,
        card: LineCard,
        answers: LineAnswers,
        *,
        now: datetime,
        today: date,
    ) -> None:
        self.viewer, self.cursor, self.card, self.answers = viewer, cursor, card, answers
        self.at_hand = FollowsAtHand(viewer, card, now, today)
        self.payload: dict[str, object] = {}
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
            payload=self._payload(),
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

    def take_place_of(self, decision_id: int) -> None:
        """Take back a kept line with what it made, but not who was added by it and is there still.

        :raises SomethingRests: if something rests on one of these
        """
        owner_id = self.viewer.owner_id
        old = decision_of(owner_id, decision_id)
        beside = [each.pk for each in decisions.made_with(owner_id, old) if each.undone_at is None]
        there = {each.person.id for each in self.card.people if each.person}
        self.records = by_hand.added_by(owner_id, old, there)
        for each in (old, *decisions.made_with(owner_id, old)):
            check_nothing_rests(owner_id, each)
        for pk in (decision_id, *beside):
            decisions.undo(owner_id, pk, now=self.now)
        remaining = [each for each in old.payload[by_hand.RECORDS] if each not in self.records]
        gone = {decisions.MADE_WITH: old.payload.get(decisions.MADE_WITH, ()), by_hand.RECORDS: remaining}
        look_anew(self.cursor, self.viewer, old._replace(payload=gone))
        self.payload |= {decisions.INSTEAD_OF: decision_id, decisions.BESIDE: beside}

    def _payload(self) -> dict[str, object]:
        """Return what the decision keeps of the line, to be undone and edited by."""
        left_out = [each.place for each in self.card.follows if each.is_left_out]
        mark = "、" if self.viewer.language.startswith("zh") else ", "
        return {
            "text": self.card.text,
            "name": mark.join(self.names.values()),
            by_hand.RECORDS: self.records,
            decisions.MADE_WITH: self.made,
            **({by_hand.LEFT_OUT: left_out} if left_out else {}),
            **({by_hand.WHOSE: dict(self.answers.whose)} if self.answers.whose else {}),
            **self.payload,
        }

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
            self._made(keeps(self.at_hand, each, person_id))
        elif self.card.kind != Kind.NOTE:
            text = each.follow.what
            self._made(record_own_note(self.viewer, person_id, text, now=self.now, on=self.card.on))
