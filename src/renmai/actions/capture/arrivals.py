"""What comes out of the paths the owner pointed at: records, problems, and how far the reading has come."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from renmai.domain.capture.locations import WHOLE_FILE
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources import registry
from renmai.sources.base import Part
from renmai.sources.budget import ImportBudget
from renmai.sources.containers import is_there, walk
from renmai.sources.csv_tables import headings_in
from renmai.sources.limits import broken
from renmai.sources.media import is_media

HEADINGS_SHOWN = 200


class Arrival(NamedTuple):
    """One record or problem, the file it stood in, and the bytes read up to it in everything."""

    item: RawRecord | Problem
    file: str
    bytes_read: int


class Arrivals:
    """Reads paths one after the other; one that cannot be read costs the others nothing.

    `columns` says for the headings of some tables which known ones they stand for.
    """

    def __init__(
        self, paths: Sequence[Path], columns: Mapping[tuple[str, ...], Mapping[str, str]] | None = None
    ) -> None:
        self.paths = paths
        self.columns = columns or {}
        self.bytes_total = sum(map(_size, paths))
        self.sources: set[str] = set()
        self.budget = ImportBudget()

    def __iter__(self) -> Iterator[Arrival]:
        """Yield everything in the order it stands."""
        done = 0
        for path in self.paths:
            if not is_there(path):
                problem = Problem(source="", file=str(path), code="no_such_file")
                yield Arrival(problem, str(path), done)
                continue
            for piece in walk(path, self.budget):
                if isinstance(piece, Problem):
                    yield Arrival(piece, piece.file, done)
                    continue
                at_byte = 0
                for item in self._read(piece):
                    at_byte = max(at_byte, item.at_byte)
                    yield Arrival(item, piece.name, done + at_byte)
                done += piece.size or at_byte
                self.bytes_total = max(self.bytes_total, done)

    def _read(self, part: Part) -> Iterator[RawRecord | Problem]:
        columns = self.columns.get(headings_in(part.head)) if self.columns else None
        if columns is not None:
            reader = registry.reader_of_tables()
            yield from self._items(part, reader.name, reader.read_renamed(part, columns))
            return
        source = registry.recognise(part.head)
        if source is None and len(part.within) > 1 and is_media(part.head):
            yield Problem(source="", file=part.name, code="media_left_out", is_on_purpose=True)
            return
        if source is None and (headings := headings_in(part.head)):
            shown = {"headings": ", ".join(headings)[:HEADINGS_SHOWN], "columns": list(headings)}
            yield Problem(source="", file=part.name, code="table_unknown", numbers=shown)
            return
        if source is None:
            numbers = {"known_sources": registry.names()}
            yield Problem(source="", file=part.name, code="unrecognised", numbers=numbers)
            return
        yield from self._items(part, source.name, source.read(part))

    def _items(
        self, part: Part, source: str, items: Iterator[RawRecord | Problem]
    ) -> Iterator[RawRecord | Problem]:
        """Yield what a source reads of a part, up to what an import may cost; a fault of its is a problem."""
        self.sources.add(source)
        try:
            for item in items:
                yield item
                self.budget.spend_on_item()
                if self.budget.are_units_spent():
                    yield Problem(source="", file=part.name, code="import_out_of_proportion")
                    return
        except Exception as fault:  # noqa: BLE001 - as in `one_by_one`
            yield broken(fault, source=source, file=part.name, where=WHOLE_FILE)

    @property
    def source(self) -> str:
        """The one source everything came from, or nothing where there were several."""
        return next(iter(self.sources)) if len(self.sources) == 1 else ""


def _size(path: Path) -> int:
    """Return how many bytes there may be to read, for the progress: a guess, which never fails."""
    if not os.path.isdir(path):
        return _size_of_file(path)
    return sum(_size_of_file(os.path.join(at, name)) for at, _, names in os.walk(path) for name in names)


def _size_of_file(path: Path | str) -> int:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return 0
    return status.st_size if S_ISREG(status.st_mode) else 0
