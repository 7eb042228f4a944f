"""A folder inside the book's own to make something in; what a killed process left is swept by the next."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings

from renmai.store.book.alone import is_alive

NAME = re.compile(r"making-(\d+)-\w+")


@contextmanager
def making() -> Iterator[Path]:
    """Give a fresh folder for this process alone, gone afterwards with all that is in it."""
    sweep()
    folder = Path(mkdtemp(prefix=f"making-{os.getpid()}-", dir=settings.HOME))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Remove what processes left that are no more."""
    for path in settings.HOME.glob("making-*"):
        parts = NAME.fullmatch(path.name)
        if parts and path.is_dir() and not path.is_symlink() and not is_alive(int(parts[1])):
            shutil.rmtree(path, ignore_errors=True)
