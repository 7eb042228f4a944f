"""Record that a meeting was arranged with somebody, moved to another day, or called off (R7)."""

from collections.abc import Sequence
from datetime import date, datetime, time

from renmai.actions.book.noting import NoSuchNote, NothingSaid, TextTooLong, day_meant, somebody
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.reach.meetings import LONGEST_PLACE, LONGEST_WHAT
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.book.decisions import StandingDecision
from renmai.store.people.notes import change, note, one
from renmai.store.reach.arranged import DAY, HOUR, MEETING, MOVED, OFF, arranged


class MeetingIsPast(Refused):
    """Nothing is arranged for a day that is over."""


def record_meeting(
    viewer: Viewer,
    person_ids: Sequence[int],
    *,
    meets_on: date | None,
    at: time | None = None,
    what: str = "",
    place: str = "",
    now: datetime,
    on: date,
) -> int | None:
    """Note that the owner will meet somebody, or several people at once; return the meeting's number.

    None where just that is arranged already.

    :param meets_on: the day of the meeting; `on` is the day it is written down
    :raises NothingSaid: if no day is named
    :raises MeetingIsPast: if its day is over
    :raises NoSuchDay: if it lies centuries off
    :raises TextTooLong: if what it is about, or where, is longer than a line
    :raises NoSuchPerson: if the book holds nobody of one of these ids
    :raises NobodyToNote: if one of them is the owner, or nobody in particular
    """
    owner_id = viewer.owner_id
    if meets_on is None:
        raise NothingSaid("nothing_said", field="meets_on")
    payload: dict[str, object] = {
        "what": _line(what, LONGEST_WHAT),
        "place": _line(place, LONGEST_PLACE),
        **_moment(meets_on, at, on),
    }
    with writing(owner_id):
        wanted = list(dict.fromkeys(person_ids))
        for person_id in wanted:
            somebody(owner_id, person_id)
        standing = arranged(owner_id, until=date.max, person_ids=wanted)
        known = {
            each.person_ids[0]
            for each in standing
            if (each.on, each.at, each.what) == (meets_on, at, payload["what"])
        }
        made: list[int] = []
        for person_id in (each for each in wanted if each not in known):
            with_it = {**payload, decisions.MADE_WITH: tuple(made)}
            made.append(note(owner_id, kind=MEETING, person_id=person_id, payload=with_it, on=on, now=now))
        return made[-1] if made else None


def record_meeting_moved(
    viewer: Viewer, number: int, *, meets_on: date, at: time | None = None, now: datetime, on: date
) -> int | None:
    """Note another day for a meeting; return the decision's id, None where it stands at that moment.

    :raises NoSuchNote: if no meeting of that number stands
    :raises MeetingIsPast: if the new day is over
    :raises NoSuchDay: if it lies centuries off
    """
    payload = _moment(meets_on, at, on)
    with writing(viewer.owner_id):
        of = _standing(viewer.owner_id, number)
        meeting = next(each for each in arranged(viewer.owner_id, until=date.max) if of.pk in each.numbers)
        if (meeting.on, meeting.at) == (meets_on, at):
            return None
        return change(viewer.owner_id, of, kind=MOVED, payload=payload, on=on, now=now)


def record_meeting_off(viewer: Viewer, number: int, *, now: datetime, on: date) -> int:
    """Note that a meeting was called off; return the decision's id.

    :raises NoSuchNote: if no meeting of that number stands
    """
    with writing(viewer.owner_id):
        of = _standing(viewer.owner_id, number)
        return change(viewer.owner_id, of, kind=OFF, payload={}, on=on, now=now)


def _standing(owner_id: int, number: int) -> StandingDecision:
    found = one(owner_id, number, MEETING)
    if found is None or all(number not in each.numbers for each in arranged(owner_id, until=date.max)):
        raise NoSuchNote("no_such_meeting", number=number)
    return found


def _line(text: str, most: int) -> str:
    """Return a text in one line; it may be empty.

    :raises TextTooLong: if it is longer than `most` letters
    """
    words = " ".join(text.replace("\0", "").split())
    if len(words) > most:
        raise TextTooLong("text_too_long", length=len(words), most=most)
    return words


def _moment(meets_on: date, at: time | None, on: date) -> dict[str, object]:
    day_meant(meets_on)
    if meets_on < on:
        raise MeetingIsPast("meeting_is_past", on=meets_on.isoformat())
    return {DAY: meets_on.isoformat(), HOUR: at.strftime("%H:%M") if at else ""}
