"""Own notes as they are kept: each is a note of its person, rewritten and removed by later ones."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.people.own_notes import OwnNote
from renmai.store.people.notes import Note, notes

OWN_NOTE, REWRITTEN, REMOVED = "note", "note_changed", "note_removed"


def own_notes(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> list[OwnNote]:
    """Return the notes that stand on a day, newest first; of everybody or of some."""
    found = notes(owner_id, [OWN_NOTE], [REWRITTEN, REMOVED], until=until, person_ids=person_ids)
    standing = [_own_note(each, each.person_id) for each in found if each.person_id and not is_removed(each)]
    return sorted(standing, key=lambda note: (note.on, note.number), reverse=True)


def is_removed(note: Note) -> bool:
    """Tell whether a note was taken down."""
    return any(kind == REMOVED for kind, _, _ in note.changes)


def _own_note(note: Note, person_id: int) -> OwnNote:
    texts = [(payload["text"], on) for kind, payload, on in note.changes if kind == REWRITTEN]
    text, changed_on = texts[-1] if texts else (note.payload["text"], None)
    return OwnNote(number=note.id, person_id=person_id, text=text, on=note.on, changed_on=changed_on)
