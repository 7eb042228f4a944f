"""Invent a small bilingual network: its traces as files, like anybody's own, and what its owner noted."""

import tomllib
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from renmai.actions.book.reports import ImportReport
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.demo.invent_channels import invent_channels
from renmai.actions.demo.invent_exchanges import invent_exchanges
from renmai.actions.demo.invent_files import address_book, calendar, mailbox
from renmai.actions.demo.invent_leaving import invent_leaving
from renmai.actions.demo.invent_letters import Inventor
from renmai.actions.demo.invent_together import invent_together
from renmai.actions.demo.invent_values import invent_values
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.capture import import_pages

LETTERS, PEOPLE, MEETINGS = "invented-letters.mbox", "invented-people.vcf", "invented-meetings.ics"
NOTES = (invent_values, invent_together, invent_channels, invent_exchanges, invent_leaving)
NAME = f"{LETTERS}, {PEOPLE}, {MEETINGS}"


class BookInUse(Refused):
    """Real people are in this book, so nobody is invented among them."""


def invent_demo(viewer: Viewer, *, now: datetime, today: date | None = None) -> ImportReport | None:
    """Bring the invented network in, its past ending `today`; None where it is in the book already.

    :raises BookInUse: if something else came in before: nobody could tell the invented from the real later
    """
    if import_pages.standing_of(viewer.owner_id, NAME):
        return None
    came_in = (
        row
        for row in import_pages.newest_first(viewer.owner_id)
        if row.state == "done" and not row.is_preview
    )
    if real := next(came_in, None):
        raise BookInUse("book_in_use", name=real.name)
    network = invented_network()
    day = today or viewer.day_of(int(now.timestamp()))
    with TemporaryDirectory(prefix="renmai-demo-") as folder:
        paths = write_network(network, Path(folder), today=day, time_zone=viewer.time_zone)
        report = import_paths(viewer, paths, now=now, me=network["me"]["mails"])
    for invent in NOTES:
        invent(viewer, now=now, today=day)
    return report


def invented_network() -> dict[str, Any]:
    """Return the network as it stands written."""
    return tomllib.loads(files("renmai.actions.demo").joinpath("invented_network.toml").read_text("utf-8"))


def write_network(network: dict[str, Any], folder: Path, *, today: date, time_zone: str) -> list[Path]:
    """Write the network's three files and return their paths."""
    inventor = Inventor(network, today=today, time_zone=time_zone)
    contents = {
        LETTERS: mailbox(inventor.letters()),
        PEOPLE: address_book(network, today=today),
        MEETINGS: calendar(network, inventor.meetings()),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]
