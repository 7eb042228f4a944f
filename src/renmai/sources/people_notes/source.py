"""The source of notes about people: its name, which files it knows, what a note says of its person."""

from collections.abc import Iterator
from itertools import islice

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.address_book.columns import ColumnMeaning, PersonColumn, RowOfCells, TableCell
from renmai.sources.address_book.contact_tables import NO_REGION, adapted_row
from renmai.sources.address_book.facts import LONGEST_NOTE
from renmai.sources.address_book.plain_headings import column_of
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.chat_acts import mapping
from renmai.sources.people_notes.front_matter import FrontMatter, front_matter, heading_in
from renmai.sources.text_lines import LineStream, lines_in
from renmai.sources.words import words_beside

SOURCE_NAME = "people_notes"
MOST_LINES = 20_000
_TELLING = frozenset((ColumnMeaning.MAIL, ColumnMeaning.PHONE, ColumnMeaning.WECHAT, ColumnMeaning.BORN))
_ALIASES = frozenset(("aliases", "别名"))
_OWN_ID = ("uid", "id")


class PeopleNotesSource:
    """Notes in Markdown about one person each."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = None

    def recognises(self, head: bytes) -> bool:
        """Tell a note by what stands above it: how somebody is reached, or their birthday."""
        above = front_matter(lines_in(head))
        return above is not None and _is_of_a_person(above)

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield the note as one record, and whether nothing in it says whose it is."""
        with part.open() as stream:
            lines = [line.text for line in islice(LineStream(stream), MOST_LINES)]
        above = front_matter(lines)
        if above is None:
            yield Problem(
                source=SOURCE_NAME, file=part.name, code="people_notes_not_closed", where=at(line=1)
            )
            return
        body = lines[above.lines :]
        fields: dict[str, object] = {
            "above": above.values,
            "heading": heading_in(body),
            "text": "\n".join(body).strip()[:LONGEST_NOTE],
        }
        row = RowOfCells(_cells(fields), NO_REGION)
        own_id = next((texts[0] for key, texts in above.values.items() if key.lower() in _OWN_ID), "")
        known = [own_id] if own_id else row.known_by()
        if not (row.mention() and _name_of(fields)):
            yield Problem(source=SOURCE_NAME, file=part.name, code="people_notes_no_name", where=at(line=1))
        digest = digest_of(fields)
        external_id = digest_of({"known_by": known}) if known else digest
        yield RawRecord(
            source=SOURCE_NAME, external_id=external_id, digest=digest, fields=fields, where=at(line=1)
        )

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say whom a note is about, how to reach them, what it tells of them; nameless, it means nothing."""
        if not _name_of(record.fields):
            return Adapted()
        return adapted_row(record, _cells(record.fields), reading)


def _is_of_a_person(above: FrontMatter) -> bool:
    columns = filter(None, map(_column, above.values))
    return any(column.meaning in _TELLING for column in columns)


def _column(key: str) -> PersonColumn | None:
    return PersonColumn(ColumnMeaning.NICKNAME) if key.lower() in _ALIASES else column_of(key)


def _name_of(fields: object) -> str:
    row = RowOfCells(_cells(fields), NO_REGION)
    mention = row.mention()
    return mention.name if mention else ""


def _cells(fields: object) -> list[TableCell]:
    """Return what a note says under its keys; its heading names whom no key names, its text is a note."""
    kept = mapping(fields)
    cells = [
        TableCell(column, str(text))
        for key, texts in mapping(kept.get("above")).items()
        if (column := _column(key))
        for text in texts
    ]
    cells.append(TableCell(PersonColumn(ColumnMeaning.NAME), str(kept.get("heading", ""))))
    cells.append(TableCell(PersonColumn(ColumnMeaning.NOTE), str(kept.get("text", ""))))
    return cells


SOURCE = PeopleNotesSource()
