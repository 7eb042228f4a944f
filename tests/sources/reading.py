"""Reads bytes with a source, as an import would, for the tests of any room."""

from collections.abc import Sequence
from io import BytesIO

from renmai.domain.capture.interactions import Interaction
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.base import Part, Reading, Source

READING = Reading(region="GB", time_zone="Europe/London")


class Room:
    """A source with what it makes of bytes."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def items(self, content: bytes) -> list[RawRecord | Problem]:
        part = Part(name="a file", head=content[:4096], open=lambda: BytesIO(content), size=len(content))
        return list(self.source.read(part))

    def records(self, content: bytes) -> list[RawRecord]:
        return [item for item in self.items(content) if isinstance(item, RawRecord)]

    def problems(self, content: bytes) -> list[Problem]:
        return [item for item in self.items(content) if isinstance(item, Problem)]

    def codes(self, content: bytes) -> list[str]:
        return [problem.code.removeprefix(f"{self.source.name}_") for problem in self.problems(content)]

    def acts(self, content: bytes) -> list[Interaction]:
        return [a for r in self.records(content) for a in self.source.adapt(r, READING).interactions]

    def mentions(self, content: bytes) -> list[Mention]:
        return [m for r in self.records(content) for m in self.source.adapt(r, READING).mentions]

    def ids(self, content: bytes) -> list[tuple[str, str]]:
        return [(record.external_id, record.digest) for record in self.records(content)]


def told(act: Interaction) -> tuple[str, list[str], str]:
    """Return who wrote, to whom, in which words; the owner is `me`."""
    names = [mention.name or ("me" if mention.facts else "") for mention, _ in act.participations]
    return names[0], names[1:], act.excerpt


def table(*rows: Sequence[str] | str) -> bytes:
    """Return CSV: a row is its cells, or a line as it stands."""
    lines = [row if isinstance(row, str) else ",".join(_quoted(cell) for cell in row) for row in rows]
    return ("\n".join(lines) + "\n").encode()


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in ',"\n') else cell
