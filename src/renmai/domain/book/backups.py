"""Backups: what their files are called, and which of them newer ones make needless."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

FORM = "%Y%m%dT%H%M%S%fZ"
NAME = re.compile(
    r"renmai-(?P<mark>[0-9a-f]{6})-(?P<at>\d{8}T\d{12}Z)-(?P<why>[a-z]+)\.sqlite3(?P<age>\.age\.zip)?"
)


class BackupReason(StrEnum):
    """What a backup was made for."""

    ASKED = "asked"
    MIGRATION = "migration"
    REBUILD = "rebuild"
    RESTORE = "restore"


KEPT_BY_ITSELF = 3
"""How many the program keeps of those that it makes unasked, of each reason."""


class Backup(NamedTuple):
    """What the name of a backup's file says. `mark` tells one book's from another's."""

    mark: str
    made_at: datetime
    why: str
    is_encrypted: bool

    @property
    def name(self) -> str:
        """The file's name."""
        moment = self.made_at.astimezone(UTC).strftime(FORM)
        return f"renmai-{self.mark}-{moment}-{self.why}.sqlite3{'.age.zip' if self.is_encrypted else ''}"


def backup_named(name: str) -> Backup | None:
    """Return what a file's name says, None where it is no backup's."""
    parts = NAME.fullmatch(name)
    if parts is None:
        return None
    try:
        made_at = datetime.strptime(parts["at"], FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(parts["mark"], made_at, parts["why"], parts["age"] is not None)


def needless(backups: Iterable[Backup], newest: Backup, *, keep: int) -> list[Backup]:
    """Return those of the same book and reason that are older than the newest `keep`."""
    alike = [each for each in backups if (each.mark, each.why) == (newest.mark, newest.why)]
    return sorted(alike, key=lambda each: each.made_at, reverse=True)[max(keep, 1) :]
