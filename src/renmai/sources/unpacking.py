"""Lays gzip and the members of a zip open as streams, never more than is in proportion to what is packed."""

import zipfile
import zlib
from collections.abc import Sequence
from io import RawIOBase
from typing import IO, TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK_BYTES = 1 << 18
GZIP_MAGIC = b"\x1f\x8b\x08"
FREE_BYTES = 64 << 20  # below this nobody needs to look at the ratio
MOST_TIMES = 50  # text packs 5 to 30 times; a bomb a thousand times
MOST_BYTES = 64 << 30  # of one unpacked file
LEAST_HEADER_BYTES = 30  # before each member of a zip


def is_bomb(packed_bytes: int, open_bytes: int) -> bool:
    """Tell whether so few bytes becoming so many is a trap, by ratio or by sheer size."""
    return open_bytes > MOST_BYTES or (open_bytes > FREE_BYTES and open_bytes > packed_bytes * MOST_TIMES)


def do_overlap(members: Sequence[zipfile.ZipInfo], size: int) -> bool:
    """Tell whether members share bytes of their archive, or say that they have more than it holds."""
    end = 0
    for start, packed in sorted((member.header_offset, member.compress_size) for member in members):
        if start < end:
            return True
        end = start + LEAST_HEADER_BYTES + packed
    return end > size


class ArchiveBudget:
    """How many bytes of an archive's members may be laid open: counted, not as the archive declares them."""

    def __init__(self, packed_bytes: int) -> None:
        self.packed_bytes = packed_bytes
        self.open_bytes = 0
        self._of_each: dict[int, int] = {}

    def count(self, member: zipfile.ZipInfo, given_bytes: int) -> None:
        """Count what was read of a member; reading it again costs nothing anew."""
        new = given_bytes - self._of_each.get(member.header_offset, 0)
        if new > 0:
            self._of_each[member.header_offset] = given_bytes
            self.open_bytes += new

    def is_spent(self) -> bool:
        """Tell whether that is out of all proportion to the archive."""
        return is_bomb(self.packed_bytes, self.open_bytes)


class GunzipStream(RawIOBase):
    """An unpacked gzip that yields all it can: damage ends it and is noted in `faults` with its byte."""

    def __init__(self, packed: BinaryIO, faults: dict[str, int]) -> None:
        self._packed, self._faults = packed, faults
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


class MemberStream(RawIOBase):
    """A zip's member that yields all it can: damage ends it and is noted in `faults` with its byte."""

    def __init__(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, faults: dict[str, int], budget: ArchiveBudget
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
        self._budget.count(self._member, self._given_bytes)
        return len(given)
