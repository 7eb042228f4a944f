"""Progress of long work, on stderr, and only on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from renmai.actions.book.reports import OnProgress
from renmai.cli import printing


@contextmanager
def progress(what: str) -> Iterator[OnProgress | None]:
    """Yield a function that is told how far the work is, or None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn(what), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=printing.console(is_error=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda so_far: bar.update(task, completed=so_far.share_done, total=1)
