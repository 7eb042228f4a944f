"""Short ways to read and understand cards in these tests."""

from io import BytesIO

from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.base import Part, Reading
from renmai.sources.vcard import SOURCE
from renmai.sources.vcard.codec import card_of
from renmai.sources.vcard.properties import CardProperty


def part_of(content: bytes) -> Part:
    """Return a file of these bytes."""
    return Part(name="x.vcf", head=content[:4096], open=lambda: BytesIO(content), size=len(content))


def read(content: bytes | str) -> tuple[list[RawRecord], list[Problem]]:
    """Read a file into its cards and its problems."""
    items = list(SOURCE.read(part_of(content.encode() if isinstance(content, str) else content)))
    records = [item for item in items if isinstance(item, RawRecord)]
    return records, [item for item in items if isinstance(item, Problem)]


def card(*lines: str, version: str = "3.0") -> str:
    """Write one card of these lines."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def properties(content: bytes | str) -> list[CardProperty]:
    """Return the properties of the first card without its version."""
    records, _ = read(content)
    return [each for each in card_of(records[0].fields).properties if each.name != "VERSION"]


def mention(*lines: str, version: str = "3.0", region: str = "CN") -> Mention:
    """Return whom a card of these lines names."""
    records, _ = read(card(*lines, version=version))
    (found,) = SOURCE.adapt(records[0], Reading(region=region)).mentions
    return found


def handles(*lines: str, version: str = "3.0", region: str = "CN") -> list[str]:
    """Return the handles that a card of these lines gives, as text."""
    return [str(handle) for handle in mention("FN:x", *lines, version=version, region=region).handles]


def facts(kind: str, *lines: str, version: str = "3.0") -> list[str]:
    """Return what a card of these lines tells of one kind."""
    return [fact.value for fact in mention("FN:x", *lines, version=version).facts if fact.kind == kind]
