"""What every source must offer."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple, Protocol, runtime_checkable

from renmai.domain.capture.interactions import Interaction, Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One readable piece of what the owner named: a file, a member of a zip, an unpacked gzip.

    `name` is for people only (no result may depend on it); `head` its first bytes, 4,096 at most; `open`
    gives a fresh binary stream from the start; `size` the bytes to expect, where known. `within` are the
    names of the folders it lies in, from what the owner named, and its own: mail programs put drafts, junk
    and deleted mail into folders of their own and mark files, an export may give each conversation a folder
    of its id, and nothing else is told by a name.
    """

    name: str
    head: bytes
    open: Callable[[], BinaryIO]
    size: int | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a source must know of the owner to read a record: phone region, and zone of unzoned times."""

    region: str = "CN"
    time_zone: str = "UTC"


class Adapted(NamedTuple):
    """What one record means: people it mentions outside any act (a card), and interactions.

    `rests_on_others` where other records had their say in it: without them it must be worked out anew.
    """

    mentions: tuple[Mention, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    problems: tuple[Problem, ...] = ()
    rests_on_others: bool = False


class Source(Protocol):
    """Reads one kind of file. It writes nothing and never asks the network.

    `name` stands beside every record in the inbox and in front of every code of its problems, so it never
    changes; `words` is what people read instead. `brings` is what passes between people in it, or None where
    it only lists people.
    """

    name: str
    words: Words
    brings: Kind | None

    def recognises(self, head: bytes) -> bool:
        """Tell from the first bytes, not a name, whether it is ours; CSV by its headings (`rows_in`)."""

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield every record in a stream; a bad one becomes a Problem, never an exception."""

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say what a kept record means. Can be repeated on an old inbox; needs nothing but the record."""


@runtime_checkable
class DropsLines(Protocol):
    """A source whose records are lines that may each name somebody, so that a line can go whole."""

    def without_lines(self, record: RawRecord, blank: str) -> RawRecord:
        """Return the record without the lines that name nobody any more but `blank`."""


@runtime_checkable
class TellsApart(Protocol):
    """A source in which several things may come under one id."""

    def is_same(self, one: RawRecord, other: RawRecord) -> bool:
        """Tell whether two records of one id are versions of one thing."""


@runtime_checkable
class ComparesRecords(Protocol):
    """A source of which one thing may come in copies that say more of it and less."""

    def holds_less(self, record: RawRecord, other: RawRecord) -> bool:
        """Tell whether a version names fewer of those concerned than another, so that it replaces none."""


@runtime_checkable
class HasParts(Protocol):
    """A source of which one thing may lie in several records, in any order and in different files.

    The parts of a whole have its id with `#` and what they are behind it.
    """

    def whole_of(self, record: RawRecord) -> str:
        """Return the id of the record that a record is a part of, its own if it is the whole, or nothing."""

    def together(self, record: RawRecord, others: Sequence[RawRecord]) -> RawRecord:
        """Return the whole with what its parts say of it."""


@runtime_checkable
class TakesColumns(Protocol):
    """A source that reads any table, once it is said for which known headings its own stand."""

    name: str

    def read_renamed(self, part: Part, columns: Mapping[str, str]) -> Iterator[RawRecord | Problem]:
        """Yield every record of a table; `columns` says for some of its headings what they stand for."""


@runtime_checkable
class WritesBack(Protocol):
    """A source that can also write its kept records as a file again, for the export of the whole book."""

    export_name: str

    def write(self, records: Iterable[RawRecord]) -> Iterator[bytes]:
        """Yield the bytes of that file, as near to what was read as its format allows."""
