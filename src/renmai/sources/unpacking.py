"""Lays gzip and the members of a zip open as streams, never more than is in proportion to what is packed."""

import zipfile
import zlib
from collections.abc import Sequence
from io import RawIOBase
from typing import IO, TYPE_CHECKING, BinaryIO

from renmai.sources.budget import OpenBudget

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK_BYTES = 1 << 18
GZIP_MAGIC = b"\x1f\x8b\x08"
LEAST_HEADER_BYTES = 30  # before each member of a zip


def do_overlap(members: Sequence[zipfile.ZipInfo], size: int) -> bool:
    """Tell whether members share bytes of their archive, or say that they have more than it holds."""
    end = 0
    for start, packed in sorted((member.header_offset, member.compress_size) for member in members):
        if start < end:
            return True
        end = start + LEAST_HEADER_BYTES + packed
    return end > size


class GunzipStream(RawIOBase):
    """An unpacked gzip that yields all it can: damage ends it and is noted in `faults` with its byte."""

    def __init__(self, packed: BinaryIO, faults: dict[str, int], budget: OpenBudget) -> None:
        self._packed, self._faults, self._budget = packed, faults, budget
        self._open = zlib.decompressobj(31)
        self._tail = b""
        self._read_bytes = self._given_bytes = 0
        self._is_over = False

    def readable(self) -> bool:
        """Say so."""
        return True

    def close(self) -> None:
        """Close what is read from, too."""
        self._packed.close()
        super().close()

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill as much of the buffer as there is."""
        room = memoryview(buffer)
        while not self._is_over:
            given = self._next(len(room))
            if given:
                room[: len(given)] = given
                self._given_bytes += len(given)
                self._budget.packed_bytes = max(self._budget.packed_bytes, self._read_bytes)
                self._budget.count(0, self._given_bytes, given)
                if self._budget.is_spent():
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


class MemberStream(RawIOBase):
    """A zip's member that yields all it can: damage ends it and is noted in `faults` with its byte."""

    def __init__(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, faults: dict[str, int], budget: OpenBudget
    ) -> None:
        self._member, self._faults, self._budget, self._given_bytes = member, faults, budget, 0
        self._stream: IO[bytes] | None = None
        try:
            self._stream = archive.open(member)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
            self._faults["zip_damaged"] = 0

    def readable(self) -> bool:
        """Say so."""
        return True

    def close(self) -> None:
        """Close what is read from, too."""
        if self._stream:
            self._stream.close()
        super().close()

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill as much of the buffer as there is."""
        if self._stream is None:
            return 0
        if self._budget.is_spent():
            self._faults["archive_bomb"] = self._given_bytes
            return 0
        room = memoryview(buffer)
        try:
            given = self._stream.read(len(room))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
            self._faults["zip_damaged"] = self._given_bytes
            return 0
        room[: len(given)] = given
        self._given_bytes += len(given)
        self._budget.count(self._member.header_offset, self._given_bytes, given)
        return len(given)
