"""Run one import that was queued, or that a killed worker left."""

from datetime import datetime

from renmai.actions.book.reports import ImportReport, OnProgress
from renmai.actions.capture.import_run import ImportRun
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchImport
from renmai.store.book import this_book
from renmai.store.capture import imports


def run_import(
    viewer: Viewer,
    import_id: int,
    *,
    now: datetime,
    on_progress: OnProgress | None = None,
    dies_after: float = 0,
) -> ImportReport | None:
    """Read what was uploaded; None where it was stopped before it began.

    It is read from its start: what a killed run has kept already adds nothing.

    :param dies_after: seconds after which this process ends if a single record holds it; 0 for never
    :raises NoSuchImport: if this owner has none of that id
    """
    row = imports.one(viewer.owner_id, import_id)
    if row is None:
        raise NoSuchImport(import_id)
    run = ImportRun(
        viewer,
        this_book.files_sent(row.upload),
        import_id=import_id,
        name=row.name,
        now=now,
        on_progress=on_progress,
        dies_after=dies_after,
    )
    if not imports.start(import_id, bytes_total=run.arrivals.bytes_total):
        return None
    imports.forget_problems(import_id)
    if row.is_preview:
        return run.look()
    report = run.carry_out(import_id)
    if report.state == "done":
        this_book.discard_upload(row.upload)
    return report
