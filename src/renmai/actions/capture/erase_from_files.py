"""Erase somebody from the files that were made of the book, and go on where that was broken off."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from renmai.actions.capture.erase_from_book import erase_again, wipe
from renmai.domain.book.backups import backup_named
from renmai.domain.book.owners import Viewer
from renmai.store.book import copies, encryption, made_copies, this_book
from renmai.store.book.making import making
from renmai.store.book.private_files import put_whole
from renmai.store.capture import imports
from renmai.store.people import erasures


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedFiles:
    """Of the files made here those removed, those cleaned, and those that could not be reached."""

    removed: tuple[str, ...]
    cleaned: tuple[str, ...]
    left: tuple[str, ...]


def files_made_here(owner_id: int) -> list[Path]:
    """Return everything that was written out of the book: exports, what is damaged, backups."""
    exports = made_copies.remembered(owner_id, made_copies.EXPORT)
    return [*exports, *copies.damaged_ones(), *made_copies.backups(owner_id)]


def erase_from_files(viewer: Viewer, *, now: datetime) -> CleanedFiles:
    """Clean the files in which somebody erased may still stand, and leave no byte of them in free pages.

    Backups that open are cleaned; exports, and what does not open, go whole. What is out of reach now (a disk
    that is away, a folder that may not be written) stays written down, and is tried again the next time.
    """
    removed: list[str] = []
    cleaned: list[str] = []
    left: list[str] = []
    imports.discard_idle_uploads(viewer.owner_id)
    known = erasures.known_here()
    for path in made_copies.unclean(viewer.owner_id):
        if not path.exists():
            made_copies.forget(viewer.owner_id, path)
        elif _is_open_backup(path) and _clean(path, known, now=now):
            cleaned.append(str(path))
            made_copies.remember_clean(viewer.owner_id, path)
        elif _remove(path):
            removed.append(str(path))
            made_copies.forget(viewer.owner_id, path)
        else:
            left.append(str(path))
    wipe()
    return CleanedFiles(removed=tuple(removed), cleaned=tuple(cleaned), left=tuple(left))


def finish_erasures(viewer: Viewer, *, now: datetime) -> CleanedFiles:
    """Go on with what an erasure could not finish, because it was killed or could not reach a file."""
    if not made_copies.unclean(viewer.owner_id):
        return CleanedFiles(removed=(), cleaned=(), left=())
    return erase_from_files(viewer, now=now)


def _is_open_backup(path: Path) -> bool:
    return backup_named(path.name) is not None and not encryption.is_encrypted(path)


def _remove(path: Path) -> bool:
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError:
        return False
    return True


def _clean(path: Path, known: list[erasures.Known], *, now: datetime) -> bool:
    """Erase from a backup; False where it cannot be opened, so that it has to go whole."""
    try:
        copies.look_through(path)
    except copies.NoCopy:
        return False
    with making() as place:
        copy = place / "book"
        shutil.copyfile(path, copy)
        with copies.opened(copy):
            this_book.make_ready()
            erase_again(known, now=now)
        copies.close_journal(copy)
        put_whole(path, copy.read_bytes())
    return True
