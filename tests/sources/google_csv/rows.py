"""Google's CSV as a test needs it: a row by its headings, read and understood."""

import csv
from collections.abc import Mapping
from io import BytesIO, StringIO

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.google_csv import SOURCE


def sheet(*rows: Mapping[str, str]) -> bytes:
    """Return a file with the headings these rows have among them."""
    headings = list(dict.fromkeys(["First Name", "Labels", *(heading for row in rows for heading in row)]))
    text = StringIO()
    writer = csv.DictWriter(text, headings, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def read(content: bytes) -> tuple[list[RawRecord], list[Problem]]:
    """Return the records and the problems of a file."""
    part = Part(name="contacts.csv", head=content[:4096], open=lambda: BytesIO(content))
    items = list(SOURCE.read(part))
    records = [item for item in items if isinstance(item, RawRecord)]
    return records, [item for item in items if isinstance(item, Problem)]


def meant(region: str = "CN", **row: str) -> Adapted:
    """Return what one row means; a heading's blanks are written as `_`, its ` - ` as `__`."""
    fields = {heading.replace("__", " - ").replace("_", " "): value for heading, value in row.items()}
    record = RawRecord(source="google_csv", external_id="x", digest="x", fields=fields, where=at(row=2))
    return SOURCE.adapt(record, Reading(region=region))


def mention(**row: str) -> Mention:
    """Return the one mention a row means."""
    (found,) = meant(**row).mentions
    return found


def facts(kind: str, **row: str) -> list[str]:
    """Return the facts of one kind that a row tells."""
    return [fact.value for fact in mention(First_Name="Ada", **row).facts if fact.kind == kind]
