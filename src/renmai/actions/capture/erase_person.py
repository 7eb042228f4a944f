"""Erase one person everywhere: tables, index, journal, uploads, exports and backups that were made here."""

from dataclasses import dataclass
from datetime import datetime

from renmai.actions.capture.erase_from_book import erase_from_tables
from renmai.actions.capture.erase_from_files import CleanedFiles, erase_from_files, files_made_here
from renmai.domain.book.owners import Viewer
from renmai.queries.capture.erasure_plan import ErasureCard, erasure_card


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureReport:
    """What went, as the card said, and what became of the files made here."""

    card: ErasureCard
    files: CleanedFiles


def erase_person(viewer: Viewer, person_id: int, *, now: datetime) -> ErasureReport:
    """Erase somebody; only a keyed digest of their handles stays, so that no import brings them back.

    What a kill leaves to be done in files is done when the server starts next, or by `finish_erasures`.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NotToBeErased: if it is the owner
    """
    card = erasure_card(viewer, person_id)
    erase_from_tables(viewer, person_id, now=now, named_in=files_made_here(viewer.owner_id))
    return ErasureReport(card=card, files=erase_from_files(viewer, now=now))
