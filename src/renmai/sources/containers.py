"""Opens folders, zip and gzip into readable parts, whatever the owner names."""

import os
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from io import BufferedReader, BytesIO
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem
from renmai.sources.base import Part
from renmai.sources.budget import ImportBudget, OpenBudget, is_bomb
from renmai.sources.unpacking import (
    CHUNK_BYTES,
    GZIP_MAGIC,
    GunzipStream,
    MemberStream,
    do_overlap,
)

HEAD_BYTES = 4096
SMALL_FILE_BYTES = 1 << 20  # read in one go: a maildir is many small files
MOST_MEMBERS = 500_000
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
DOCUMENT_MEMBERS = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")
OF_SYSTEMS = ("__MACOSX", "Thumbs.db", "desktop.ini")

Opener = Callable[[], BinaryIO]


def walk(path: Path, budget: ImportBudget | None = None) -> Iterator[Part | Problem]:
    """Yield each readable piece of `path` and each reason why one is not.

    Read a part before asking for the next: damage that shows only while reading (a gzip cut short, a bomb)
    ends the part's stream early and is reported right after it.

    :param budget: what all paths of one import may come to; where none is given, this path alone
    """
    budget = budget or ImportBudget()
    if os.path.isdir(path):
        yield from _folder(path, budget)
    else:
        yield from _file(str(path), _shown(path.name), budget)


def is_there(path: Path) -> bool:
    """Tell whether something is at a path; what cannot be looked at is for `walk` to open and to explain."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def _folder(top: Path, budget: ImportBudget) -> Iterator[Part | Problem]:
    """Walk a folder in order; as a maildir is many small files, names stay strings here."""
    closed: list[OSError] = []
    for folder, inner, names in os.walk(top, onerror=closed.append):
        inner[:] = sorted(name for name in inner if _is_wanted(name) or _is_maildir(Path(folder, name)))
        shown = _shown(os.path.relpath(folder, top.parent))
        for name in sorted(filter(_is_wanted, names)):
            for piece in _file(os.path.join(folder, name), f"{shown}/{_shown(name)}", budget):
                if isinstance(piece, Part) or piece.code != "empty":
                    yield piece
        yield from _closed(closed, top)
    yield from _closed(closed, top)


def _closed(faults: list[OSError], top: Path) -> Iterator[Problem]:
    """Yield and forget the folders that could not be looked into."""
    for fault in faults:
        name = _shown(os.path.relpath(fault.filename or top, top.parent))
        yield _unreadable(name, fault.strerror or type(fault).__name__)
    faults.clear()


def _is_wanted(name: str) -> bool:
    return (not name.startswith(".") or name in (".", "..")) and name not in OF_SYSTEMS


def _is_maildir(folder: Path) -> bool:
    """Tell a folder of a maildir, which a dot may hide (`.Sent`, `.存档`), from other hidden folders."""
    return (folder / "cur").is_dir() or (folder / "new").is_dir()


def _file(path: str, name: str, budget: ImportBudget) -> Iterator[Part | Problem]:
    try:
        status = os.stat(path)
        if not S_ISREG(status.st_mode):
            yield _unreadable(name, "not a file")
            return
        size = status.st_size
        with open(path, "rb", buffering=0) as stream:
            start = stream.read(SMALL_FILE_BYTES if size <= SMALL_FILE_BYTES else HEAD_BYTES)
    except (OSError, ValueError) as error:
        yield _unreadable(name, getattr(error, "strerror", None) or type(error).__name__)
        return
    if not start:
        yield Problem(source="", file=name, code="empty")
        return
    budget.give(size)
    open_again: Opener = (lambda: BytesIO(start)) if size <= len(start) else partial(_opened, path)
    if start.startswith(ZIP_MAGICS):
        yield from _zip(open_again, name, start[:HEAD_BYTES], size, budget)
    else:
        yield from _piece(open_again, name, start[:HEAD_BYTES], size, budget)


def _opened(path: str) -> BinaryIO:
    return open(path, "rb")


def _unreadable(name: str, reason: str) -> Problem:
    return Problem(source="", file=name, code="unreadable", numbers={"reason": reason})


def _piece(
    open_packed: Opener, name: str, head: bytes, size: int | None, of_import: ImportBudget
) -> Iterator[Part | Problem]:
    """Yield one piece, its gzip taken off."""
    if not head.startswith(GZIP_MAGIC):
        yield Part(name=name, head=head, open=open_packed, size=size, within=_steps(name))
        return
    faults: dict[str, int] = {}
    budget = OpenBudget(of_import)

    def open_gzip() -> BinaryIO:
        return BufferedReader(GunzipStream(open_packed(), faults, budget), CHUNK_BYTES)

    with open_gzip() as stream:
        inner_head = stream.read(HEAD_BYTES)
    if inner_head.startswith((GZIP_MAGIC, *ZIP_MAGICS)):
        yield Problem(source="", file=name, code="archive_nested")
    elif inner_head:
        size = _promised_bytes(open_packed, size)
        yield Part(name=name, head=inner_head, open=open_gzip, size=size, within=_steps(name))
    elif not faults:
        yield Problem(source="", file=name, code="empty")
    yield from _problems(name, faults)


def _problems(name: str, faults: dict[str, int]) -> Iterator[Problem]:
    """Yield the damage that showed while a part was read, each with its byte."""
    for code, at_byte in faults.items():
        numbers = {"byte": at_byte}
        yield Problem(
            source="", file=name, where=at(byte=at_byte), code=code, numbers=numbers, at_byte=at_byte
        )


def _promised_bytes(open_packed: Opener, packed_bytes: int | None) -> int | None:
    """Return the size that a gzip's last four bytes promise, modulo 4 GiB: good enough for progress."""
    if packed_bytes is None or packed_bytes < 18 or packed_bytes > 1 << 30:
        return None
    with open_packed() as stream:
        stream.seek(-4, os.SEEK_END)
        promised = int.from_bytes(stream.read(4), "little")
    return promised if promised >= packed_bytes // 2 else None


def _zip(
    open_archive: Opener, name: str, head: bytes, size: int, of_import: ImportBudget
) -> Iterator[Part | Problem]:
    try:
        with open_archive() as stream, zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            if do_overlap(members, size):
                yield Problem(source="", file=name, code="zip_overlaps")
                return
            budget = OpenBudget(of_import, size)
            if any(member.filename in DOCUMENT_MEMBERS for member in members[:20]):
                yield Part(name=name, head=head, open=open_archive, size=size, within=_steps(name))
                return
            if not members:
                yield Problem(source="", file=name, code="empty")
            for member in members[:MOST_MEMBERS]:
                if budget.is_spent():
                    yield Problem(source="", file=name, code="archive_bomb")
                    return
                yield from _member(archive, member, f"{name}/{_shown(member.filename)}", budget, of_import)
            if len(members) > MOST_MEMBERS:
                numbers = {"most": MOST_MEMBERS, "found": len(members)}
                yield Problem(source="", file=name, code="zip_too_many", numbers=numbers)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError) as error:
        yield Problem(source="", file=name, code="zip_damaged", numbers={"reason": str(error)})


def _member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    name: str,
    budget: OpenBudget,
    of_import: ImportBudget,
) -> Iterator[Part | Problem]:
    steps = filter(None, re.split(r"[\\/]", member.filename))
    if member.is_dir() or not member.file_size or not all(map(_is_wanted, steps)):
        return
    if member.flag_bits & 1:
        yield Problem(source="", file=name, code="zip_encrypted")
        return
    if is_bomb(member.compress_size, member.file_size):
        numbers = {"packed_bytes": member.compress_size, "open_bytes": member.file_size}
        yield Problem(source="", file=name, code="archive_bomb", numbers=numbers)
        return
    faults: dict[str, int] = {}

    def open_member() -> BinaryIO:
        return BufferedReader(MemberStream(archive, member, faults, budget), CHUNK_BYTES)

    with open_member() as stream:
        head = stream.read(HEAD_BYTES)
    if head.startswith(ZIP_MAGICS):
        yield Problem(source="", file=name, code="archive_nested")
    elif head:
        size = None if head.startswith(GZIP_MAGIC) else member.file_size
        yield from _piece(open_member, name, head, size, of_import)
    yield from _problems(name, faults)


def _steps(name: str) -> tuple[str, ...]:
    """Return the names on the way to a piece, a packed one's without `.gz`."""
    return tuple(re.split(r"[\\/]", name.removesuffix(".gz")))


def _shown(name: str) -> str:
    """Return a name that can be shown and stored; it is never used to open or write anything."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else "�" for c in name)
