"""Understand the inbox anew: everything computed is dropped and computed again, under the same decisions."""

from datetime import datetime

from renmai.actions.book.reports import OnProgress, Progress, RebuildReport
from renmai.actions.capture.import_run import RECORDS_A_BATCH, rarely_collected
from renmai.domain.book.owners import Viewer
from renmai.queries.capture.adapter import Adapter
from renmai.store.book import this_book
from renmai.store.book.bulk import writing
from renmai.store.capture import inbox
from renmai.store.capture.meaning import Meaning
from renmai.store.capture.sweep import conclude_by_parts
from renmai.store.people import people, search_index


@rarely_collected()
def adapt_inbox(viewer: Viewer, *, now: datetime, on_progress: OnProgress | None = None) -> RebuildReport:
    """Drop the caches, understand the inbox batch by batch, then settle who is who under the decisions.

    Between batches the book is whole, so that one who is killed has done no harm; the next completes it.
    """
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        this_book.drop_caches(cursor, owner_id)
        search_index.begin_anew(cursor)
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
    held = people.counts(owner_id)
    return RebuildReport(records=done, interactions=held["interactions"], people=held["people"])
