"""Export somebody's card into a file of its own, to hand on."""

import os
from datetime import date
from pathlib import Path

from renmai.actions.book.export_book import TargetTaken
from renmai.domain.book.owners import Viewer
from renmai.queries.people.handed_card import handed_card
from renmai.sources.vcard.handed_card import composed
from renmai.store.book import private_files


def export_card(viewer: Viewer, person_id: int, target: Path, *, today: date) -> Path:
    """Write the card where nothing is yet, for the owner alone to read; return where it lies.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises TargetTaken: if there is something already; it stays as it is
    """
    path = target.expanduser()
    card = composed(handed_card(viewer, person_id, today=today))
    if os.path.lexists(path):
        raise TargetTaken("target_taken", target=str(path))
    with private_files.whole_or_not_at_all(path) as beside:
        beside.write_bytes(card)
    return path
