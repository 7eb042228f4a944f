"""Import files and folders: keep what is new; reading them twice adds nothing (C1)."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from renmai.actions.book.reports import ImportReport, OnProgress
from renmai.actions.capture.import_run import ImportRun
from renmai.actions.capture.record_columns import record_columns, tables_meant
from renmai.actions.capture.restore_book import RestoreReport, take_export
from renmai.actions.people.record_me import handles_meant
from renmai.domain.book.owners import Viewer
from renmai.store.book import decisions
from renmai.store.capture import imports


def import_paths(
    viewer: Viewer,
    paths: Iterable[str | Path],
    *,
    now: datetime,
    me: Sequence[str] = (),
    columns: Mapping[str, str] | None = None,
    is_dry_run: bool = False,
    on_progress: OnProgress | None = None,
) -> ImportReport:
    """Take everything readable below `paths` into the book; what is not readable is listed, and costs the
    rest nothing. A whole export of a book becomes that book again, where this one is new.

    :param me: the owner's own handles, noted as theirs before anything is read
    :param columns: for headings of a table that do not tell, what their columns hold; kept as a decision
    :param is_dry_run: only say what would come in
    :raises NotAHandle: if one of `me` is neither an address nor a number; nothing has been read then
    :raises BadColumns: if a table cannot be read so; nothing has been read then
    """
    listed = [Path(os.path.expanduser(path)) for path in paths]
    if len(listed) == 1 and not is_dry_run and (taken := take_export(listed[0], now=now)) is not None:
        return _as_import(taken)
    mine = handles_meant(viewer, me)
    tables = dict.fromkeys(tables_meant(listed, columns), columns) if columns else {}
    name = ", ".join(path.name or str(path) for path in listed)
    if is_dry_run:
        run = ImportRun(
            viewer, listed, import_id=None, name=name, now=now, on_progress=on_progress, columns=tables
        )
        return run.look(me=mine)
    imports.abandon_unfinished(viewer.owner_id)
    decisions.add_me(viewer.owner_id, mine, now=now)
    for headings, meant in tables.items():
        record_columns(viewer, headings, meant, now=now)
    import_id = imports.add(viewer.owner_id, name=name, now=now, state="running")
    run = ImportRun(viewer, listed, import_id=import_id, name=name, now=now, on_progress=on_progress)
    return run.carry_out(import_id)


def _as_import(taken: RestoreReport) -> ImportReport:
    """Return what an export brought that became the book."""
    return ImportReport(
        import_id=None,
        state="done",
        records_read=taken.records,
        records_new=taken.records,
        interactions_new=taken.interactions,
        people_new=taken.people,
        people_names=(),
        first_at_epoch_s=None,
        last_at_epoch_s=None,
        problems=(),
        problems_total=0,
    )
