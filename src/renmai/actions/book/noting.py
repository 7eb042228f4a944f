"""What every action that notes something of somebody checks: who it is, what is said, on which day."""

from datetime import date

from renmai.domain.book.days import is_meant
from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.domain.people.own_notes import as_written
from renmai.store.people import people
from renmai.store.people.people import KnownPerson

LONGEST_TEXT = 500


class NobodyToNote(Refused):
    """The owner, a list, a role or a robot: nothing is noted of them."""


class NothingSaid(Refused):
    """What must be said was left empty."""


class NoSuchNote(Refused):
    """The owner noted nothing of that number and kind, or took it back."""


class NoSuchDay(Refused):
    """The day lies too far off to be meant."""


def somebody(
    owner_id: int, person_id: int, refuse: type[Refused] = NobodyToNote, code: str = "nobody_to_note"
) -> KnownPerson:
    """Return the person of whom something is to be noted.

    :param refuse: what to raise, with the `code` of its sentence, for the owner and for nobody in particular
    :raises NoSuchPerson: if the book holds nobody of that id
    """
    person = people.one(owner_id, person_id)
    if person is None:
        raise NoSuchPerson(person_id)
    if person.is_me or not person.is_person:
        raise refuse(code, name=person.name)
    return person


def worded(text: str) -> str:
    """Return a text in one line, not too long to be a note."""
    return " ".join(text.replace("\0", "").split())[:LONGEST_TEXT]


def said(text: str, *, field: str) -> str:
    """Return a text that must not be empty.

    :raises NothingSaid: if it is
    """
    if not (words := worded(text)):
        raise NothingSaid("nothing_said", field=field)
    return words


def day_meant(day: date | None) -> date | None:
    """Return a day that may be meant.

    :raises NoSuchDay: if it lies centuries off
    """
    if day is not None and not is_meant(day):
        raise NoSuchDay("no_such_due_day", on=day.isoformat())
    return day


class NotYet(Refused):
    """What has happened cannot have happened on a day to come."""


def day_happened(day: date, *, today: date) -> date:
    """Return the day of something that has happened.

    :raises NoSuchDay: if it lies centuries off
    :raises NotYet: if it is still to come; both days are named with their year, which may be the slip
    """
    day_meant(day)
    if day > today:
        raise NotYet("day_is_to_come", day=day.isoformat(), today=today.isoformat())
    return day


class UntilIsPast(Refused):
    """What is put off until today or earlier is not put off."""


class TextTooLong(Refused):
    """A text is longer than what it is for; it is never cut."""


def written(text: str, *, field: str, most: int) -> str:
    """Return a text of several lines that must not be empty, as it was written.

    :raises NothingSaid: if it is
    :raises TextTooLong: if it has more than `most` letters
    """
    if not (words := as_written(text)):
        raise NothingSaid("nothing_said", field=field)
    if len(words) > most:
        raise TextTooLong("text_too_long", length=len(words), most=most)
    return words
