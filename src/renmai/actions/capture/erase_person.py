"""Erase one person everywhere: tables, index, journal, uploads, exports and backups that were made here."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from renmai.domain.book.owners import Viewer
from renmai.queries.capture.adapter import Adapter
from renmai.queries.capture.erasure_plan import ErasureCard, erasing_of, erasure_card
from renmai.store.book import copies, encryption, made_copies, this_book
from renmai.store.book.bulk import writing
from renmai.store.book.making import making
from renmai.store.book.private_files import put_whole
from renmai.store.capture import erasing, imports
from renmai.store.people import erasures, search


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureReport:
    """What went, as the card said; of the files made here those removed, cleaned, and left as they are."""

    card: ErasureCard
    files_removed: tuple[str, ...]
    files_cleaned: tuple[str, ...]
    files_left: tuple[str, ...]


def erase_person(viewer: Viewer, person_id: int, *, now: datetime) -> ErasureReport:
    """Erase somebody; only a keyed digest of their handles stays, so that no import brings them back.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NotToBeErased: if it is the owner
    """
    card = erasure_card(viewer, person_id)
    erase_from_tables(viewer, person_id, now=now)
    imports.discard_idle_uploads(viewer.owner_id)
    removed, cleaned, left = _erase_from_files(viewer, now=now)
    wipe()
    return ErasureReport(card=card, files_removed=removed, files_cleaned=cleaned, files_left=left)


def erase_from_tables(viewer: Viewer, person_id: int, *, now: datetime) -> None:
    """Take somebody out of the tables of the book that is open, in one transaction."""
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        planned = erasing_of(viewer, person_id)
        erasures.add(owner_id, planned.traces.anchors, now=now)
        erasing.carry_out(cursor, owner_id, planned.traces, planned.plan, Adapter(viewer))
        if planned.blotter is not None:
            erasing.blot_beside(owner_id, planned.blotter)
        this_book.drop_caches(cursor, owner_id)
        search.tidy()
    this_book.forget_ties(owner_id)


def wipe() -> None:
    """Leave no byte of what went in free pages or in the journal."""
    erasing.empty_pages()
    this_book.empty_the_journal()


def erase_again(known: list[erasures.Known], *, now: datetime) -> int:
    """Carry what another copy knows of erasures into the book that is open; return how many people went."""
    viewer = this_book.viewer_of_this_book()
    if viewer is None or not known:
        return 0
    erasures.carry_over(viewer.owner_id, known)
    people = erasures.still_there(viewer.owner_id)
    for person_id in people:
        erase_from_tables(viewer, person_id, now=now)
    if people:
        wipe()
    return len(people)


def _erase_from_files(
    viewer: Viewer, *, now: datetime
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Remove exports and what cannot be opened, clean backups; return which were removed, cleaned, left."""
    removed: list[Path] = []
    cleaned: list[Path] = []
    left: list[Path] = []
    for path in [*made_copies.remembered(viewer.owner_id, made_copies.EXPORT), *copies.damaged_ones()]:
        (removed if _remove(path) else left).append(path)
        made_copies.forget(viewer.owner_id, path)
    known = erasures.known_here()
    for path in made_copies.backups(viewer.owner_id):
        if encryption.is_encrypted(path) or not _clean(path, known, now=now):
            (removed if _remove(path) else left).append(path)
        else:
            cleaned.append(path)
    return tuple(map(str, removed)), tuple(map(str, cleaned)), tuple(map(str, left))


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
