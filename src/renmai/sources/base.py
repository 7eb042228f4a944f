"""What every source must offer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple, Protocol

from renmai.domain.capture.interactions import Interaction
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One readable piece of what the owner pointed at: a file, a member of a zip, a gzipped file laid open.

    `name` is for people only (no result may depend on it); `head` its first bytes, 4,096 at most; `open`
    gives a fresh binary stream from the start; `size` the bytes to expect, where known.
    """

    name: str
    head: bytes
    open: Callable[[], BinaryIO]
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a source must know of the owner to read a record: phone region, and zone of unzoned times."""

    region: str = "CN"
    time_zone: str = "UTC"


class Adapted(NamedTuple):
    """What one record means: people it mentions outside any act (a card), and interactions."""

    mentions: tuple[Mention, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    problems: tuple[Problem, ...] = ()


class Source(Protocol):
    """Reads one kind of file. It writes nothing and never asks the network."""

    name: str

    def recognises(self, head: bytes) -> bool:
        """Tell from the first bytes, not from a name, whether it is ours."""

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield every record in a stream; a bad one becomes a Problem, never an exception."""

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say what a kept record means. Can be repeated on an old inbox; needs nothing but the record."""
