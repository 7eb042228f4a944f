"""A line as it is understood: its people found in the book, what is not sure asked (C3)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.lines.follows import Follow
from renmai.domain.lines.names import possible_names
from renmai.domain.lines.read import Doubt, LineReading, read_line
from renmai.domain.people.names import called_by, has_han
from renmai.queries.lines.cards import (
    NEW,
    NOBODY,
    LineAnswers,
    LineCard,
    LineFollow,
    LinePerson,
    LineQuestion,
)
from renmai.queries.people.occasions import solar_of
from renmai.queries.people.search import FoundPerson, found_person
from renmai.queries.people.whom import meant_exactly, meant_nearly
from renmai.store.capture.by_hand import is_logged
from renmai.store.people.named_among import named_among
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.people.search import named

MOST_OFFERED = 8


def line_card(
    viewer: Viewer,
    text: str,
    answers: LineAnswers | None = None,
    *,
    today: date,
    written_on: date | None = None,
) -> LineCard:
    """Return what a line says, with what was answered of it, and what is still to be asked.

    :param written_on: the day on which it was written, for a line kept before; else it is today's
    """
    said = answers or LineAnswers()
    known = named_among(viewer.owner_id, possible_names(text))
    reading = read_line(text, today=written_on or today, known=known, solar_of=solar_of)
    people = [*(_person(viewer, name, known, said) for name in reading.people), *_also(viewer, said)]
    follows = [_follow(place, each, said) for place, each in enumerate(reading.follows)]
    on = said.on or reading.on
    is_again = not said.is_again and is_logged(viewer.owner_id, text, on)
    return LineCard(
        text=text,
        on=on,
        kind=said.kind or str(reading.kind),
        begun_by=reading.begun_by,
        where=reading.where,
        topics=reading.topics,
        people=tuple(people),
        follows=tuple(follows),
        questions=tuple(_questions(reading, people, follows, said, today=today, is_again=is_again)),
    )


def _person(
    viewer: Viewer, name: str, known: Mapping[str, Sequence[int]], answers: LineAnswers
) -> LinePerson:
    """Return who a name is: who was chosen, else the one of just that name; else it is open."""
    answer = answers.people.get(name, "")
    if answer == NEW:
        return LinePerson(said=name, is_new=True)
    if answer == NOBODY:
        return LinePerson(said=name, is_left_out=True)
    if answer and (chosen := _by_number(viewer, answer)):
        return LinePerson(said=name, person=chosen)
    exact = [
        found_person(each)
        for each in _found(viewer, known.get(name, ())) or meant_exactly(viewer.owner_id, name)
        if each.is_person and not each.is_me
    ]
    if len(exact) == 1:
        return LinePerson(said=name, person=exact[0])
    offered = exact or _nearly(viewer, name)
    return LinePerson(said=name, candidates=tuple(offered[:MOST_OFFERED]))


def _by_number(viewer: Viewer, answer: str) -> FoundPerson | None:
    if not (answer.isascii() and answer.isdecimal()):
        return None
    chosen = next((each for each in meant_exactly(viewer.owner_id, answer) if each.id == int(answer)), None)
    return found_person(chosen) if chosen and chosen.is_person and not chosen.is_me else None


def _found(viewer: Viewer, person_ids: Sequence[int]) -> list[Portrait]:
    known = portraits(viewer.owner_id, person_ids)
    return [known[pk] for pk in person_ids if pk in known]


def _nearly(viewer: Viewer, name: str) -> list[FoundPerson]:
    """Return who may be meant by a part of a name, or by a surname and a title."""
    found = meant_nearly(viewer.owner_id, name)
    surname = called_by(name).surname if has_han(name) else ""
    if not found and surname:
        ids = named(viewer.owner_id, surname, is_whole=False, limit=MOST_OFFERED * 2)
        found = [each for each in _found(viewer, ids) if each.name.startswith(surname)]
    return [found_person(each) for each in found if each.is_person and not each.is_me]


def _also(viewer: Viewer, answers: LineAnswers) -> Iterator[LinePerson]:
    for number in dict.fromkeys(answers.also):
        if person := _by_number(viewer, str(number)):
            yield LinePerson(said="", person=person)


def _follow(place: int, follow: Follow, answers: LineAnswers) -> LineFollow:
    chosen = answers.whose.get(place, "")
    said = follow.who[0] if len(follow.who) == 1 else chosen if chosen in follow.who else ""
    return LineFollow(place=place, follow=follow, said=said, is_left_out=place in answers.left_out)


def _questions(
    reading: LineReading,
    people: Sequence[LinePerson],
    follows: Sequence[LineFollow],
    answers: LineAnswers,
    *,
    today: date,
    is_again: bool,
) -> Iterator[LineQuestion]:
    for each in people:
        if each.is_open:
            code = "line_who_of_several" if each.candidates else "line_who_is_new"
            because = Because(code, {"name": each.said})
            yield LineQuestion(about="people", because=because, said=each.said, candidates=each.candidates)
    for one in follows:
        if not one.said and not one.is_left_out:
            because = Because("line_whose", {"what": one.follow.what})
            yield LineQuestion(about="whose", because=because, place=one.place, names=one.follow.who)
    on = answers.on or reading.on
    if on > today:
        because = Because("line_day_to_come", {"on": on.isoformat()})
        yield LineQuestion(about="day", because=because)
    elif Doubt.SEVERAL_DAYS in reading.doubts and answers.on is None:
        yield LineQuestion(about="day", because=Because("line_several_days", {"on": on.isoformat()}))
    if is_again:
        yield LineQuestion(about="again", because=Because("line_again", {"on": on.isoformat()}))
    if not any(not each.is_left_out for each in people):
        yield LineQuestion(about="nobody", because=Because("line_nobody"))
