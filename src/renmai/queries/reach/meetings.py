"""Meetings: those to come, from calendars and by hand, and those nothing is written of yet (R7)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from renmai.domain.book.owners import Viewer
from renmai.domain.reach.meetings import AHEAD_DAYS, ASKED_AFTER_DAYS, Appointment, joined
from renmai.queries.reach.meeting_cards import MeetingCard, MeetingsCard
from renmai.store.people.gone import names_still_there
from renmai.store.reach.arranged import arranged
from renmai.store.reach.calendar import in_calendar
from renmai.store.reach.written import written_since


def meetings_card(viewer: Viewer, *, today: date, ahead_days: int = AHEAD_DAYS) -> MeetingsCard:
    """Return the meetings from a few days back until some days ahead, as they stand on a day."""
    first, last = today - timedelta(days=ASKED_AFTER_DAYS), today + timedelta(days=ahead_days)
    found = joined(_all(viewer, first, last, today))
    names = names_still_there(viewer.owner_id, {pk for each in found for pk in each.person_ids})
    cards = [card for each in found if (card := _card(each, names, today)).people]
    over = [card for card in cards if card.in_days < 0]
    return MeetingsCard(
        coming=tuple(card for card in cards if card.in_days >= 0),
        unwritten=tuple(_unwritten(viewer, over, today)),
    )


def next_meeting_with(viewer: Viewer, person_id: int, *, today: date) -> MeetingCard | None:
    """Return the next meeting with somebody within the days one looks ahead, None where there is none."""
    coming = meetings_card(viewer, today=today).coming
    return next((card for card in coming if person_id in dict(card.people)), None)


def _all(viewer: Viewer, first: date, last: date, today: date) -> Iterator[Appointment]:
    """Yield every meeting from one day to another: by hand with one person each, of a calendar with all."""
    for each in arranged(viewer.owner_id, until=today):
        if first <= each.on <= last:
            yield each
    people: defaultdict[tuple[int, int, str], list[int]] = defaultdict(list)
    for row in in_calendar(viewer.owner_id, viewer.end_of(first - timedelta(days=1)), viewer.end_of(last)):
        people[row.interaction_id, row.at_epoch_s, row.subject].append(row.person_id)
    zone = ZoneInfo(viewer.time_zone)
    for (_, at_epoch_s, subject), person_ids in people.items():
        yield _of_calendar(datetime.fromtimestamp(at_epoch_s, zone), subject, person_ids)


def _of_calendar(moment: datetime, subject: str, person_ids: Sequence[int]) -> Appointment:
    """Return what a calendar tells; midnight stands for a day without an hour."""
    at = moment.time().replace(second=0, microsecond=0, tzinfo=None)
    return Appointment(
        person_ids=tuple(person_ids),
        on=moment.date(),
        at=at if at != time() else None,
        what=subject,
        is_in_calendar=True,
    )


def _card(meeting: Appointment, names: dict[int, str], today: date) -> MeetingCard:
    """Return a meeting with those who may still be met."""
    return MeetingCard(
        people=tuple((pk, names[pk]) for pk in meeting.person_ids if pk in names),
        on=meeting.on,
        hour=meeting.at.strftime("%H:%M") if meeting.at else "",
        in_days=(meeting.on - today).days,
        what=meeting.what,
        place=meeting.place,
        numbers=meeting.numbers,
        is_in_calendar=meeting.is_in_calendar,
        arranged_on=meeting.arranged_on,
    )


def _unwritten(viewer: Viewer, over: Sequence[MeetingCard], today: date) -> Iterator[MeetingCard]:
    """Yield the meetings of which nothing was written down of anybody since their day began."""
    if not over:
        return
    people = {pk for card in over for pk, _ in card.people}
    first = min(card.on for card in over)
    written = written_since(viewer, sorted(people), first, today=today)
    for card in over:
        if all(written.get(pk, date.min) < card.on for pk, _ in card.people):
            yield card
