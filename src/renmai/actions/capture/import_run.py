"""One run of an import: read, keep, understand, settle; in batches, so that a kill costs nothing."""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any

from renmai.actions.book.reports import ImportReport, OnProgress, Progress
from renmai.actions.capture.arrivals import Arrivals
from renmai.actions.capture.preview import Preview
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.capture.records import Problem, RawRecord, reasons_left_out
from renmai.domain.people.handles import Handle
from renmai.queries.capture.adapter import Adapter
from renmai.queries.capture.erasing import eraser_of
from renmai.queries.people.who_are_you import asked_of, likely_mine, who_are_you
from renmai.sources.limits import limited
from renmai.store.book import this_book
from renmai.store.capture import imports
from renmai.store.capture.asked import kept
from renmai.store.capture.columns import Headings, columns_said
from renmai.store.capture.inbox import ImportTally, Inbox
from renmai.store.capture.sweep import conclude_by_parts
from renmai.store.people import people
from renmai.store.people.owner_candidates import owner_candidates

RECORDS_A_BATCH = 2_000
BYTES_A_BATCH = 16_000_000
LETTERS_A_BATCH = 3_000_000  # of what is kept: a mail to a thousand people is a thousand mentions
LEAST_FREE_BYTES = 100_000_000
SECONDS_BETWEEN_REPORTS = 0.5
NAMES_SHOWN = 20


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Raise the garbage collector's thresholds while millions of small values come and go.

    Records, mentions and rows never point in circles; looking for circles among all that is remembered took a
    fifth of an import's time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


class ImportRun:
    """One import under way."""

    def __init__(
        self,
        viewer: Viewer,
        paths: Sequence[Path],
        *,
        import_id: int | None,
        name: str,
        now: datetime,
        on_progress: OnProgress | None,
        dies_after: float = 0,
        columns: Mapping[Headings, Mapping[str, str]] | None = None,
    ) -> None:
        self.viewer = viewer
        self.import_id = import_id
        self.name = name
        self.now = now
        self.on_progress = on_progress
        self.dies_after = dies_after
        self.arrivals = Arrivals(paths, {**columns_said(viewer.owner_id), **(columns or {})})
        self.problems: list[Problem] = []
        self.problems_total = self.problems_kept = 0
        self.left_out: Counter[str] = Counter()
        self.bytes_read = 0
        self.began = self.last_report_s = monotonic()

    def ended_at(self) -> datetime:
        """Return the current moment, counted from the one the import began."""
        return self.now + timedelta(seconds=round(monotonic() - self.began, 3))

    @rarely_collected()
    def read_into(self, inbox: Inbox | Preview) -> bool:
        """Hand everything that arrives to the inbox, batch by batch; False where the owner stopped it."""
        with limited(dies_after=self.dies_after):
            return self._read_into(inbox)

    def _read_into(self, inbox: Inbox | Preview) -> bool:
        batch: list[tuple[RawRecord, str]] = []
        mark = letters = 0
        if not self._has_room(inbox):
            return False
        for arrival in self.arrivals:
            self.bytes_read = arrival.bytes_read
            if isinstance(arrival.item, Problem):
                self.note([arrival.item])
                continue
            batch.append((arrival.item, arrival.file))
            letters += sum(len(value) for value in arrival.item.fields.values() if isinstance(value, str))
            is_large = letters >= LETTERS_A_BATCH or arrival.bytes_read - mark >= BYTES_A_BATCH
            if is_large or len(batch) >= RECORDS_A_BATCH:
                mark, letters = arrival.bytes_read, 0
                self._keep(inbox, batch)
                batch = []
                if not (self._report_progress(inbox) and self._has_room(inbox)):
                    return False
        self._keep(inbox, batch)
        return True

    def _has_room(self, inbox: Inbox | Preview) -> bool:
        """Tell whether the disk has room for more; if not, note that."""
        free = None if isinstance(inbox, Preview) else this_book.free_bytes()
        if free is None or free >= LEAST_FREE_BYTES:
            return True
        numbers = {"free_mb": free // 1_000_000}
        self.note([Problem(source="", file=self.name, code="disk_nearly_full", numbers=numbers)])
        return False

    def _keep(self, inbox: Inbox | Preview, batch: list[tuple[RawRecord, str]]) -> None:
        if (eraser := eraser_of(self.viewer)) is not None:
            whole = ((eraser.without(record), file) for record, file in batch)
            batch = [(record, file) for record, file in whole if record is not None]
        if batch:
            self.note(inbox.keep([record for record, _ in batch], [file for _, file in batch]))

    def note(self, found: Sequence[Problem]) -> None:
        """List problems in the report and, for an import that has a row, in the book.

        What is left out on purpose is counted by its reason: a folder of drafts is one line, not thousands.
        """
        self.left_out.update(str(item.code) for item in found if item.is_on_purpose)
        problems = [item for item in found if not item.is_on_purpose]
        if not problems:
            return
        self.problems_total += len(problems)
        self.problems.extend(islice(problems, max(0, imports.MOST_PROBLEMS - len(self.problems))))
        if self.import_id is not None:
            self.problems_kept = imports.add_problems(self.import_id, problems, kept=self.problems_kept)

    def carry_out(self, import_id: int) -> ImportReport:
        """Keep what is new and settle who is who; however it ends, its row says so."""
        owner_id = self.viewer.owner_id
        adapter = Adapter(self.viewer, self.arrivals.budget)
        inbox = Inbox(owner_id, import_id, adapter, adapter.is_same)
        with self._saying_if_it_breaks_off(inbox):
            state = "done" if self.read_into(inbox) else "stopped"
            meaning = inbox.meaning
            with rarely_collected():
                new = conclude_by_parts(owner_id, meaning.touched, is_anything_gone=meaning.is_anything_gone)
        tally = imports.whole_tally(import_id, inbox.tally)
        names = list(people.names_of(owner_id, new[:NAMES_SHOWN]).values())
        candidates = () if people.is_owner_known(owner_id) else owner_candidates(owner_id)
        self._end(tally, state=state, people_new=len(new), names=names, asked=kept(candidates, ()))
        because = asked_of(owner_id, candidates) or who_are_you(owner_id)
        report = self._report(tally, state=state, people_new=len(new), names=names, because=because)
        return replace(report, likely_mine=likely_mine(owner_id), owner_candidates=candidates)

    def look(self, *, me: Sequence[Handle] = ()) -> ImportReport:
        """Say what would come in; nothing is kept."""
        owner_id = self.viewer.owner_id
        preview = Preview(owner_id, Adapter(self.viewer, self.arrivals.budget))
        with self._saying_if_it_breaks_off(preview):
            state = "done" if self.read_into(preview) else "stopped"
            names = preview.people_new(me)
        is_known = me or people.is_owner_known(owner_id) or preview.holds_owner()
        candidates = () if is_known else preview.owner_candidates()
        same = preview.likely()
        shown = names[:NAMES_SHOWN]
        self._end(
            preview.tally, state=state, people_new=len(names), names=shown, asked=kept(candidates, same)
        )
        because = asked_of(owner_id, candidates)
        report = self._report(preview.tally, state=state, people_new=len(names), names=shown, because=because)
        likely = (
            Because("likely_same", {"one": one, "other": other, "probability": probability})
            for one, other, probability in same
        )
        return replace(report, likely_same=tuple(likely), owner_candidates=candidates)

    @contextmanager
    def _saying_if_it_breaks_off(self, inbox: Inbox | Preview) -> Iterator[None]:
        """Write into the import's row that it broke off, whatever the fault, and raise the fault again."""
        try:
            yield
        except BaseException:
            self._end(inbox.tally, state="failed", people_new=0, names=(), problem_code="import_failed")
            raise

    def _end(
        self,
        tally: ImportTally,
        *,
        state: str,
        people_new: int,
        names: Sequence[str],
        problem_code: str = "",
        asked: Mapping[str, Any] | None = None,
    ) -> None:
        """Say in the import's row how it ended; a preview that nobody queued has none."""
        if self.import_id is None:
            return
        imports.end(
            self.import_id,
            tally,
            state=state,
            now=self.ended_at(),
            source=self.arrivals.source,
            people_new=people_new,
            people_names=names,
            bytes_read=self.bytes_read,
            problem_code=problem_code,
            left_out=self.left_out,
            asked=asked,
        )

    def _report(
        self,
        tally: ImportTally,
        *,
        state: str,
        people_new: int,
        names: Sequence[str],
        because: tuple[Because, ...],
    ) -> ImportReport:
        """Return what it came to."""
        return ImportReport(
            import_id=self.import_id,
            state=state,
            records_read=tally.records_read,
            records_new=tally.records_new,
            interactions_new=tally.interactions_new,
            people_new=people_new,
            people_names=tuple(names),
            first_at_epoch_s=tally.first_at_epoch_s,
            last_at_epoch_s=tally.last_at_epoch_s,
            problems=tuple(self.problems),
            problems_total=self.problems_total,
            left_out=reasons_left_out(self.left_out),
            because=because,
        )

    def _report_progress(self, inbox: Inbox | Preview) -> bool:
        """Report progress now and then; return False if a stop was requested."""
        if monotonic() - self.last_report_s < SECONDS_BETWEEN_REPORTS:
            return True
        self.last_report_s = monotonic()
        tally = inbox.tally
        if self.on_progress:
            self.on_progress(
                Progress(
                    name=self.name,
                    bytes_read=self.bytes_read,
                    bytes_total=max(self.arrivals.bytes_total, self.bytes_read),
                    records_read=tally.records_read,
                    records_new=tally.records_new,
                )
            )
        if self.import_id is None:
            return True
        total = max(self.arrivals.bytes_total, self.bytes_read)
        return imports.progress(self.import_id, tally, bytes_read=self.bytes_read, bytes_total=total)
