"""Taking an import out again: its records and everything that only they carried."""

from datetime import datetime

from renmai.store.book.bulk import Cursor, among
from renmai.store.capture.inbox import shadowed_ids, understand
from renmai.store.capture.kept_records import records_by_id
from renmai.store.capture.meaning import Meaning, RecordAdapter, unwrite
from renmai.store.capture.sweep import conclude
from renmai.store.models import Import, ImportProblem


def undo_import(
    cursor: Cursor, owner_id: int, import_id: int, adapt: RecordAdapter, *, now: datetime
) -> None:
    """Undo an import inside the caller's transaction.

    What another import held too is that one's now; where a newer version goes, the one before it holds again.
    """
    _hand_over(cursor, import_id)
    cursor.execute("SELECT id FROM renmai_inboxrecord WHERE of_import_id = %s", [import_id])
    gone = [row[0] for row in cursor.fetchall()]
    older = _older_versions(cursor, owner_id, gone)
    touched = unwrite(cursor, gone)
    condition, value = among("record_id", gone)
    cursor.execute(f"SELECT id FROM renmai_mention WHERE {condition}", [value])
    touched.update(row[0] for row in cursor.fetchall())
    meaning = Meaning(owner_id)
    understand(cursor, records_by_id(cursor, older), adapt, meaning)
    cursor.execute(f"UPDATE renmai_mention SET record_id = NULL WHERE {condition}", [value])
    condition, value = among("id", gone)
    cursor.execute(f"DELETE FROM renmai_inboxrecord WHERE {condition}", [value])
    understand(cursor, records_by_id(cursor, shadowed_ids(cursor, owner_id)), adapt, meaning)
    conclude(cursor, owner_id, touched | meaning.touched, is_anything_gone=True)
    ImportProblem.objects.filter(of_import_id=import_id).delete()
    Import.objects.filter(pk=import_id).update(state="undone", undone_at=now, people_names=[], asked={})


def _hand_over(cursor: Cursor, import_id: int) -> None:
    """Give the records that a later import met, too, to the first that did; forget what this import met."""
    cursor.execute("DELETE FROM renmai_sighting WHERE of_import_id = %s", [import_id])
    cursor.execute(
        "SELECT s.record_id, MIN(s.of_import_id) FROM renmai_sighting s "
        "JOIN renmai_inboxrecord r ON r.id = s.record_id WHERE r.of_import_id = %s GROUP BY s.record_id",
        [import_id],
    )
    heirs = cursor.fetchall()
    if heirs:
        cursor.executemany(
            "UPDATE renmai_inboxrecord SET of_import_id = %s WHERE id = %s",
            [(heir, pk) for pk, heir in heirs],
        )
        cursor.executemany("DELETE FROM renmai_sighting WHERE record_id = %s AND of_import_id = %s", heirs)


def _older_versions(cursor: Cursor, owner_id: int, gone: list[int]) -> list[int]:
    """Make the version before each that goes the newest again; return their rows."""
    condition, value = among("g.id", gone)
    still, still_value = among("r.id", gone)
    cursor.execute(
        "SELECT MAX(r.id) FROM renmai_inboxrecord g JOIN renmai_inboxrecord r ON r.owner_id = g.owner_id "
        "AND r.source = g.source AND r.external_id = g.external_id "
        f"WHERE g.owner_id = %s AND g.is_latest AND {condition} AND NOT ({still}) "
        "GROUP BY g.source, g.external_id",
        [owner_id, value, still_value],
    )
    older = [row[0] for row in cursor.fetchall()]
    condition, value = among("id", older)
    cursor.execute(f"UPDATE renmai_inboxrecord SET is_latest = %s WHERE {condition}", [True, value])
    return older
