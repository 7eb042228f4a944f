"""Erase somebody from the tables of a book, and again from whatever copy of it is opened."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from renmai.domain.book.owners import Viewer
from renmai.queries.capture.adapter import Adapter
from renmai.queries.capture.erasure_plan import erasing_of
from renmai.store.book import made_copies, this_book
from renmai.store.book.bulk import writing
from renmai.store.capture import erasing
from renmai.store.people import erasures, search


def erase_from_tables(
    viewer: Viewer, person_id: int, *, now: datetime, named_in: Iterable[Path] = ()
) -> None:
    """Take somebody out of the tables of the book that is open, in one transaction.

    The files they are `named_in` are written down in the same one, so that a kill leaves none forgotten.
    """
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        planned = erasing_of(viewer, person_id)
        erasures.add(owner_id, planned.traces.anchors, now=now)
        for path in named_in:
            made_copies.remember(owner_id, made_copies.UNCLEAN, path, now=now)
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
