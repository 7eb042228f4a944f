"""Record what the columns of a table hold whose headings do not tell; it is kept for all tables like it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchImport, Refused
from renmai.sources.address_book.plain_headings import COLUMN_CHOICES, column_of, names_somebody
from renmai.sources.base import Part
from renmai.sources.budget import ImportBudget
from renmai.sources.containers import walk
from renmai.sources.csv_tables import headings_in
from renmai.store.book.bulk import writing
from renmai.store.capture import imports
from renmai.store.capture.columns import Headings, columns_said, say_columns

_SHOWN = 200


class BadColumns(Refused):
    """What was said of a table's columns cannot be so."""


def record_columns(
    viewer: Viewer,
    headings: Sequence[str],
    columns: Mapping[str, str],
    *,
    now: datetime,
    of_preview: int | None = None,
) -> int | None:
    """Keep what columns hold; return the decision's id, None where that stands already.

    :param columns: for each heading that does not tell, one that does: a choice, or any heading that is known
    :param of_preview: the preview that asked, which looks again with the answer
    :raises BadColumns: if there is no such heading or meaning, or nobody would be named
    :raises NoSuchImport: if no such preview waits for an answer
    """
    check_columns(headings, columns)
    with writing(viewer.owner_id):
        if of_preview is not None and not imports.begin_again(viewer.owner_id, of_preview, now=now):
            raise NoSuchImport(of_preview)
        if columns_said(viewer.owner_id).get(tuple(headings)) == dict(columns):
            return None
        return say_columns(viewer.owner_id, headings, columns, now=now)


def check_columns(headings: Sequence[str], columns: Mapping[str, str]) -> None:
    """Tell whether a table can be read so.

    :raises BadColumns: if there is no such heading or meaning, or nobody would be named
    """
    for heading, meaning in columns.items():
        if heading not in headings:
            raise BadColumns("no_such_column", heading=heading, headings=", ".join(headings)[:_SHOWN])
        if column_of(meaning) is None:
            raise BadColumns("no_such_meaning", meaning=meaning, meanings=", ".join(COLUMN_CHOICES))
    if not names_somebody(columns.get(heading, heading) for heading in headings):
        raise BadColumns("columns_name_nobody", headings=", ".join(headings)[:_SHOWN])


def tables_meant(paths: Iterable[Path], columns: Mapping[str, str]) -> list[Headings]:
    """Return the headings of the tables below some paths that have all the columns that are spoken of.

    :raises BadColumns: if no table has them, or one cannot be read so
    """
    budget = ImportBudget()
    parts = (piece for path in paths for piece in walk(path, budget) if isinstance(piece, Part))
    found = list(dict.fromkeys(filter(None, (headings_in(part.head) for part in parts))))
    meant = [headings for headings in found if columns.keys() <= set(headings)]
    if not meant:
        there = found[0] if found else ()
        missing = next((heading for heading in columns if heading not in there), "")
        raise BadColumns("no_such_column", heading=missing, headings=", ".join(there)[:_SHOWN])
    for headings in meant:
        check_columns(headings, columns)
    return meant
