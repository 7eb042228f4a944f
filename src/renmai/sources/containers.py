"""Opens folders, zip and gzip into readable parts, whatever the owner names."""

import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from stat import S_ISREG
from typing import IO, TYPE_CHECKING, BinaryIO

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem
from renmai.sources.base import Part

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD_BYTES = 4096
SMALL_FILE_BYTES = 1 << 20  # read in one go: a maildir is many small files
FREE_BYTES = 64 << 20  # below this nobody needs to look at the ratio
MOST_TIMES = 200  # text packs 5 to 50 times; a bomb a thousand times
MOST_BYTES = 64 << 30  # of one unpacked file
MOST_MEMBERS = 500_000
CHUNK_BYTES = 1 << 18
GZIP_MAGIC = b"\x1f\x8b\x08"
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
DOCUMENT_MEMBERS = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")
OF_SYSTEMS = ("__MACOSX", "Thumbs.db", "desktop.ini")

Opener = Callable[[], BinaryIO]


def walk(path: Path) -> Iterator[Part | Problem]:
    """Yield each readable piece of `path` and each reason why one is not.

    Read a part before asking for the next: damage that shows only while reading (a gzip cut short, a bomb)
    ends the part's stream early and is reported right after it.
    """
    if os.path.isdir(path):
        yield from _folder(path)
    else:
        yield from _file(str(path), _shown(path.name))


def is_there(path: Path) -> bool:
    """Tell whether something is at a path; what cannot be looked at is for `walk` to open and to explain."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def is_bomb(packed_bytes: int, open_bytes: int) -> bool:
    """Tell whether so few bytes becoming so many is a trap, by ratio or by sheer size."""
    return open_bytes > MOST_BYTES or (open_bytes > FREE_BYTES and open_bytes > packed_bytes * MOST_TIMES)


def _folder(top: Path) -> Iterator[Part | Problem]:
    """Walk a folder in order; as a maildir is many small files, names stay strings here."""
    closed: list[OSError] = []
    for folder, inner, names in os.walk(top, onerror=closed.append):
        inner[:] = sorted(name for name in inner if _is_wanted(name) or _is_maildir(Path(folder, name)))
        shown = _shown(os.path.relpath(folder, top.parent))
        for name in sorted(filter(_is_wanted, names)):
            for piece in _file(os.path.join(folder, name), f"{shown}/{_shown(name)}"):
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


def _file(path: str, name: str) -> Iterator[Part | Problem]:
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
    open_again: Opener = (lambda: BytesIO(start)) if size <= len(start) else partial(_opened, path)
    if start.startswith(ZIP_MAGICS):
        yield from _zip(open_again, name, start[:HEAD_BYTES], size)
    else:
        yield from _piece(open_again, name, start[:HEAD_BYTES], size)


def _opened(path: str) -> BinaryIO:
    return open(path, "rb")


def _unreadable(name: str, reason: str) -> Problem:
    return Problem(source="", file=name, code="unreadable", numbers={"reason": reason})


def _piece(open_packed: Opener, name: str, head: bytes, size: int | None) -> Iterator[Part | Problem]:
    """Yield one piece, its gzip taken off."""
    if not head.startswith(GZIP_MAGIC):
        yield Part(name=name, head=head, open=open_packed, size=size)
        return
    faults: dict[str, int] = {}

    def open_gzip() -> BinaryIO:
        return BufferedReader(_Gunzip(open_packed(), faults), CHUNK_BYTES)

    with open_gzip() as stream:
        inner_head = stream.read(HEAD_BYTES)
    if inner_head.startswith((GZIP_MAGIC, *ZIP_MAGICS)):
        yield Problem(source="", file=name, code="archive_nested")
    elif inner_head:
        yield Part(name=name, head=inner_head, open=open_gzip, size=_promised_bytes(open_packed, size))
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


def _zip(open_archive: Opener, name: str, head: bytes, size: int) -> Iterator[Part | Problem]:
    try:
        with open_archive() as stream, zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            if any(member.filename in DOCUMENT_MEMBERS for member in members[:20]):
                yield Part(name=name, head=head, open=open_archive, size=size)
                return
            if not members:
                yield Problem(source="", file=name, code="empty")
            for member in members[:MOST_MEMBERS]:
                yield from _member(archive, member, f"{name}/{_shown(member.filename)}")
            if len(members) > MOST_MEMBERS:
                numbers = {"most": MOST_MEMBERS, "found": len(members)}
                yield Problem(source="", file=name, code="zip_too_many", numbers=numbers)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
        yield Problem(source="", file=name, code="zip_damaged", numbers={"reason": str(error)})


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[Part | Problem]:
    if (
        member.is_dir()
        or not member.file_size
        or not all(map(_is_wanted, filter(None, re.split(r"[\\/]", member.filename))))
    ):
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
        return BufferedReader(_Member(archive, member, faults), CHUNK_BYTES)

    with open_member() as stream:
        head = stream.read(HEAD_BYTES)
    if head.startswith(ZIP_MAGICS):
        yield Problem(source="", file=name, code="archive_nested")
    elif head:
        yield from _piece(open_member, name, head, None if head.startswith(GZIP_MAGIC) else member.file_size)
    yield from _problems(name, faults)


def _shown(name: str) -> str:
    """Return a name that can be shown and stored; it is never used to open or write anything."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else "�" for c in name)


class _Gunzip(RawIOBase):
    """An unpacked gzip that yields all it can: damage ends it and is noted in `faults` with its byte."""

    def __init__(self, packed: BinaryIO, faults: dict[str, int]) -> None:
        self._packed, self._faults = packed, faults
        self._open = zlib.decompressobj(31)
        self._tail = b""
        self._read_bytes = self._given_bytes = 0
        self._is_over = False

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._packed.close()
        super().close()

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer)
        while not self._is_over:
            given = self._next(len(room))
            if given:
                room[: len(given)] = given
                self._given_bytes += len(given)
                if is_bomb(self._read_bytes, self._given_bytes):
                    self._end("archive_bomb")
                return len(given)
        return 0

    def _next(self, most: int) -> bytes:
        if not self._tail:
            self._tail = self._packed.read(CHUNK_BYTES)
            self._read_bytes += len(self._tail)
        if not self._tail:
            self._end("" if self._open.eof else "gzip_cut_short")
            return b""
        if self._open.eof:
            self._tail = self._tail.lstrip(b"\0")
            if self._tail[:1] not in (b"", GZIP_MAGIC[:1]):
                self._end("")
                return b""
            if not self._tail:
                return b""
            self._open = zlib.decompressobj(31)
        try:
            given = self._open.decompress(self._tail, most)
        except zlib.error:
            self._end("gzip_damaged")
            return b""
        self._tail = self._open.unused_data if self._open.eof else self._open.unconsumed_tail
        return given

    def _end(self, code: str) -> None:
        self._is_over = True
        if code:
            self._faults[code] = self._given_bytes


class _Member(RawIOBase):
    """A zip's member that yields all it can: damage ends it and is noted in `faults` with its byte."""

    def __init__(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, faults: dict[str, int]) -> None:
        self._faults, self._given_bytes = faults, 0
        self._stream: IO[bytes] | None = None
        try:
            self._stream = archive.open(member)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
            self._faults["zip_damaged"] = 0

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        if self._stream:
            self._stream.close()
        super().close()

    def readinto(self, buffer: "WriteableBuffer") -> int:
        if self._stream is None:
            return 0
        room = memoryview(buffer)
        try:
            given = self._stream.read(len(room))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
            self._faults["zip_damaged"] = self._given_bytes
            return 0
        room[: len(given)] = given
        self._given_bytes += len(given)
        return len(given)
