"""Rebuild the book: understand everything that ever came in anew; safe on any day, with the same numbers."""

from datetime import datetime

from renmai.actions.book.reports import OnProgress, Progress, RebuildReport
from renmai.actions.capture.import_run import RECORDS_A_BATCH, Adapter, rarely_collected
from renmai.domain.book.owners import Viewer
from renmai.store.book import this_book
from renmai.store.book.bulk import writing
from renmai.store.capture import inbox
from renmai.store.capture.meaning import Meaning
from renmai.store.capture.sweep import conclude_by_parts
from renmai.store.people import people


@rarely_collected()
def rebuild_book(viewer: Viewer, *, now: datetime, on_progress: OnProgress | None = None) -> RebuildReport:
    """Understand the inbox anew, batch by batch, then settle who is who under the owner's decisions.

    Between batches the book is whole, so a rebuild that is killed has done no harm; the next one completes
    it.
    """
    owner_id = viewer.owner_id
    adapt, meaning = Adapter(viewer), Meaning(owner_id)
    total, done = inbox.count_latest(owner_id), 0
    for batch in inbox.latest_records(owner_id, at_once=RECORDS_A_BATCH):
        with writing(owner_id) as cursor:
            inbox.understand(cursor, batch, adapt, meaning)
        done += len(batch)
        if on_progress:
            on_progress(
                Progress(name="", bytes_read=done, bytes_total=total, records_read=done, records_new=0)
            )
    conclude_by_parts(owner_id, people.all_mention_ids(owner_id), is_anything_gone=True)
    this_book.forget_ties(owner_id)
    return RebuildReport(records=done, **people.counts(owner_id))
