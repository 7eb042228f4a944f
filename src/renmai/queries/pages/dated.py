"""Everything of the book that has its day, to be written as a calendar: birthdays, meetings, promises."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.queries.people.occasions import upcoming_occasions
from renmai.queries.together.promises import promise_cards
from renmai.store.pages.meetings import KeptMeeting, meetings

A_YEAR_DAYS = 366
MOST_NAMES = 6
LONGEST_TITLE = 200
_LAST_OF_FEBRUARY = ((2, 28), (2, 29))


class DatedEntry(NamedTuple):
    """One thing with its day or moment: what it is in words, how long it lasts, whether it comes back."""

    known_by: str
    title: Because | str
    at: date | datetime
    lasts_s: int = 0
    is_yearly: bool = False


def dated_entries(viewer: Viewer, *, today: date) -> Iterator[DatedEntry]:
    """Yield the days that come back, every meeting, and the promises that are open and due on a day.

    A day of the Chinese calendar, and one at the end of February, falls elsewhere each year: its next one
    stands alone.
    """
    for card in upcoming_occasions(viewer, today=today, within_days=A_YEAR_DAYS):
        is_fixed = not card.is_lunar and (card.on.month, card.on.day) not in _LAST_OF_FEBRUARY
        yield DatedEntry(
            f"renmai-{card.kind}-{card.person_id}-{card.on:%m%d}",
            Because(f"dated_{card.kind}", {"name": card.name}),
            card.on,
            is_yearly=is_fixed,
        )
    for meeting in meetings(viewer.owner_id):
        yield _met(meeting)
    for promise in promise_cards(viewer, today=today):
        if promise.is_open and promise.due_on is not None:
            words = Because("dated_promise", {"name": promise.name, "what": promise.what})
            yield DatedEntry(f"renmai-promise-{promise.number}", words, promise.due_on)


def _met(meeting: KeptMeeting) -> DatedEntry:
    """Return a meeting: what it is called, else who was there."""
    at: date | datetime = datetime.fromtimestamp(meeting.at_epoch_s, UTC)
    title: Because | str = meeting.subject or meeting.excerpt
    if not title:
        title = Because("dated_meeting", {"names": ", ".join(meeting.names[:MOST_NAMES])})
    known_by = f"renmai-{meeting.external_id}"
    text = title[:LONGEST_TITLE] if isinstance(title, str) else title
    return DatedEntry(known_by, text, at, meeting.duration_s)
