"""Files for their owner alone: made whole or not at all, and never in place of somebody else's."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from renmai.store.book.alone import is_alive

OTHERS = 0o077
"""What of a mode lets others in."""
UNFINISHED = re.compile(r"(?P<name>.+)\.(?P<process_id>\d+)-\d+\.part")
"""The name of a file that is being written beside its own."""
HAS_MODES = sys.platform != "win32"
"""Whether the system keeps who may read a file in its mode."""


def fresh(path: Path) -> BinaryIO:
    """Make a file that was not there, for its owner alone, and open it for writing.

    :raises FileExistsError: if anything has that name, be it a link that leads nowhere
    """
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def put_whole(path: Path, content: bytes) -> None:
    """Put a file in place once it is on the disk; a full disk or a kill leaves what was there.

    The caller sees to it that nobody else does so at once.
    """
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    try:
        with fresh(beside) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def whole_or_not_at_all(path: Path) -> Iterator[Path]:
    """Give a fresh name beside `path` to write to; it gets its own name only once all is written.

    :raises FileExistsError: if something has come under that name meanwhile
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _fresh_name(path)
    try:
        yield beside
        _give_name(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _fresh_name(path: Path) -> Path:
    """Make an empty file beside `path` under a name that nobody had."""
    number = 0
    while True:
        number += 1
        beside = path.with_name(f"{path.name}.{os.getpid()}-{number}.part")
        try:
            fresh(beside).close()
        except FileExistsError:
            continue
        return beside


def _give_name(beside: Path, path: Path) -> None:
    """Give a written file its name, if nobody has it; some disks know no second name for a file."""
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        os.link(beside, path)
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        beside.rename(path)


def sweep_unfinished(folder: Path, is_ours: Callable[[str], bool]) -> None:
    """Remove what processes that are no more left half written of files whose names are ours."""
    for path in folder.glob("*.part"):
        parts = UNFINISHED.fullmatch(path.name)
        is_a_file = path.is_file() and not path.is_symlink()
        if parts and is_a_file and is_ours(parts["name"]) and not is_alive(int(parts["process_id"])):
            path.unlink(missing_ok=True)


def put_aside(path: Path, target: Path) -> Path:
    """Copy a file as it is under a name that was not there, for its owner alone; return that name."""
    with path.open("rb") as source, fresh(target) as file:
        shutil.copyfileobj(source, file)
    return target


def is_open_to_others(path: Path) -> bool:
    """Tell whether others on this machine may reach what is there."""
    return HAS_MODES and path.stat().st_mode & OTHERS != 0


def close_to_others(path: Path) -> None:
    """Let nobody but its owner reach what is there.

    :raises OSError: if it belongs to somebody else
    """
    path.chmod(path.stat().st_mode & ~OTHERS & 0o777)
