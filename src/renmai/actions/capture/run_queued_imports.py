"""Run everything that waits in the queue; what the web page's background thread calls."""

from collections.abc import Callable
from datetime import datetime

from renmai.actions.book.reports import ImportReport
from renmai.actions.capture.run_import import run_import
from renmai.domain.book.owners import Viewer
from renmai.store.capture import imports


def run_queued_imports(
    viewer: Viewer, *, now: datetime, should_stop: Callable[[], bool] = lambda: False
) -> list[ImportReport]:
    """Run what waits, oldest first; one that a killed worker left is run again and completed."""
    reports = []
    for row in imports.waiting(viewer.owner_id):
        if should_stop():
            break
        report = run_import(viewer, row.pk, now=now)
        if report is not None:
            reports.append(report)
    return reports
