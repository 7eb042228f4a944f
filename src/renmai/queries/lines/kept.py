"""A line that is kept, as it can be edited: its words, and who, when and what was said of it."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NotThere
from renmai.queries.lines.cards import NOBODY, LineAnswers, LineCard
from renmai.queries.lines.line import line_card
from renmai.sources.by_hand.records import SOURCE_NAME, HandAct, act_in
from renmai.store.book import decisions
from renmai.store.capture.by_hand import LEFT_OUT, LINE, WHOSE, WRITTEN_ON
from renmai.store.capture.kept_records import latest_called
from renmai.store.people.anchors import people_at


class NoSuchLine(NotThere):
    """No line of that number is kept, or it was taken back."""


class KeptLine(NamedTuple):
    """A kept line by its decision: its words, the day they were written, and what is true of it now."""

    decision_id: int
    text: str
    written_on: date
    answers: LineAnswers


def kept_line(viewer: Viewer, decision_id: int) -> KeptLine:
    """Return a line that is kept.

    :raises NoSuchLine: if none of that number is
    """
    owner_id = viewer.owner_id
    decision = decisions.standing_one(owner_id, decision_id, LINE)
    if decision is None:
        raise NoSuchLine("no_such_line", decision_id=decision_id)
    text = str(decision.payload["text"])
    written = decision.payload.get(WRITTEN_ON)
    written_on = (
        date.fromisoformat(str(written)) if written else viewer.day_of(int(decision.decided_at.timestamp()))
    )
    records = latest_called(owner_id, SOURCE_NAME, [decision.anchor.partition(":")[2]])
    act = next((act for _, record in records if (act := act_in(record.fields))), None)
    answers = _answers(viewer, act) if act else LineAnswers()
    read = line_card(viewer, text, answers, today=written_on)
    unnamed = {each.said: NOBODY for each in read.people if each.said and each.said not in answers.people}
    return KeptLine(
        decision_id=decision.pk,
        text=text,
        written_on=written_on,
        answers=replace(
            answers,
            people={**answers.people, **unnamed},
            left_out=frozenset(map(int, decision.payload.get(LEFT_OUT, ()))),
            whose={int(place): str(name) for place, name in decision.payload.get(WHOSE, {}).items()},
            is_again=True,
        ),
    )


def line_to_keep(
    viewer: Viewer, text: str, answers: LineAnswers, *, today: date, edits: int | None = None
) -> LineCard | None:
    """Return what a line says with what was answered of it, None where nothing was written.

    :param edits: the decision of a kept line whose place it is to take; without words, that line as it is
    :raises NoSuchLine: if none of that number is
    """
    if edits is None:
        return line_card(viewer, text, answers, today=today) if text else None
    kept = kept_line(viewer, edits)
    words = text or kept.text
    said = answers_to_new_words(viewer, kept, words).with_more(answers)
    return line_card(viewer, words, said, today=today, written_on=kept.written_on)


def _answers(viewer: Viewer, act: HandAct) -> LineAnswers:
    """Return who was there, when, and what kind of act it was, as they stand in the book."""
    whose = people_at(viewer.owner_id, {part.anchor for part in act.people})
    there = [(part.said, whose[part.anchor]) for part in act.people if part.anchor in whose]
    return LineAnswers(
        people={said: str(person_id) for said, person_id in there if said},
        also=tuple(person_id for said, person_id in there if not said),
        on=act.on,
        kind=act.kind,
    )


def answers_to_new_words(viewer: Viewer, kept: KeptLine, text: str) -> LineAnswers:
    """Return what still holds of a kept line once its words are others.

    Whoever is named by the same word is the same. The day and the kind are those that were kept, unless the
    new words say something else of them than the old ones did.
    """
    if text == kept.text:
        return kept.answers
    bare = LineAnswers()
    before = line_card(viewer, kept.text, bare, today=kept.written_on)
    now = line_card(viewer, text, bare, today=kept.written_on)
    named = {each.said for each in now.people}
    return LineAnswers(
        people={said: answer for said, answer in kept.answers.people.items() if said in named},
        also=kept.answers.also,
        on=kept.answers.on if now.on == before.on else now.on,
        kind=kept.answers.kind if now.kind == before.kind else now.kind,
        is_again=True,
    )
