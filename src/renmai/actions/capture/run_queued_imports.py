"""Run everything that waits in the queue; what the web page's background thread calls."""

from collections.abc import Callable
from datetime import datetime

from renmai.actions.book.reports import ImportReport
from renmai.actions.capture.run_import import run_import
from renmai.domain.book.owners import Viewer
from renmai.store.capture import imports

MOST_STARTS = 2


def run_queued_imports(
    viewer: Viewer,
    *,
    now: datetime,
    run: Callable[..., ImportReport | None] = run_import,
    should_stop: Callable[[], bool] = lambda: False,
) -> list[ImportReport]:
    """Run what waits, oldest first; one that a killed worker left is run again and completed.

    One that was begun twice and never ended is given up, with the reason in its row.

    :param run: what runs one import: here, or in a process of its own
    """
    reports = []
    for row in imports.waiting(viewer.owner_id):
        if should_stop():
            break
        if row.state == "running" and row.starts >= MOST_STARTS:
            imports.give_up(row.pk, now=now)
            continue
        report = run(viewer, row.pk, now=now)
        if report is not None:
            reports.append(report)
    return reports
