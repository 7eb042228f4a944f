"""Export what to read before meetings: one Markdown file for each person (R7)."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from renmai.actions.book.export_book import TargetTaken
from renmai.domain.book.file_names import file_name
from renmai.domain.book.owners import Viewer
from renmai.queries.pages.brief import brief_card
from renmai.queries.reach.meeting_cards import BriefCard
from renmai.queries.reach.meetings import meetings_card
from renmai.store.book import private_files

Composed = Callable[[BriefCard], str]


def export_brief(viewer: Viewer, person_id: int, target: Path, *, today: date, composed: Composed) -> Path:
    """Write one brief where nothing is yet, for the owner alone to read; return where it lies.

    :param composed: how a brief reads as a file
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises TargetTaken: if there is something already; it stays as it is
    """
    path = target.expanduser()
    text = composed(brief_card(viewer, person_id, today=today))
    if os.path.lexists(path):
        raise TargetTaken("target_taken", target=str(path))
    with private_files.whole_or_not_at_all(path) as beside:
        beside.write_bytes(_bytes(text))
    return path


def export_briefs(viewer: Viewer, folder: Path, *, on: date, today: date, composed: Composed) -> list[Path]:
    """Write a brief for everybody whom the owner meets on a day; return where they lie.

    A file that was written before for the same day and person is written anew.

    :param on: the day of the meetings, `today` the day on which they are prepared
    """
    meetings = [
        each
        for each in meetings_card(viewer, today=today, ahead_days=(on - today).days).coming
        if each.on == on
    ]
    where = folder.expanduser()
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    people = dict(who for meeting in meetings for who in meeting.people)
    written = []
    for person_id, name in people.items():
        path = where / f"{on.isoformat()} {file_name(name, person_id, '.md', set())}"
        private_files.put_whole(path, _bytes(composed(brief_card(viewer, person_id, today=today))))
        written.append(path)
    return written


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
