"""Imports: what came in, what runs, what could not be read."""

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchImport
from renmai.domain.capture.locations import WHOLE_FILE
from renmai.domain.capture.records import Problem, reasons_left_out
from renmai.domain.people.owner_candidates import OwnerCandidate
from renmai.queries.capture.cards import ImportCard, ProblemCard
from renmai.store.capture import asked, import_pages, imports
from renmai.store.capture.imports import KeptImport
from renmai.store.people.people import is_owner_known

PROBLEMS_SHOWN = 20


def import_cards(viewer: Viewer) -> tuple[ImportCard, ...]:
    """Return every import, newest first."""
    rows = import_pages.newest_first(viewer.owner_id)
    problems = import_pages.first_problems([row.pk for row in rows], at_most=PROBLEMS_SHOWN)
    return tuple(_card(viewer, row, problems.get(row.pk, [])) for row in rows)


def import_card(viewer: Viewer, import_id: int) -> ImportCard:
    """Return one import.

    :raises NoSuchImport: where the book holds none of that id.
    """
    row = imports.one(viewer.owner_id, import_id)
    if row is None:
        raise NoSuchImport(import_id)
    return _card(viewer, row, import_pages.first_problems([row.pk], at_most=PROBLEMS_SHOWN).get(row.pk, []))


def import_problems(viewer: Viewer, import_id: int) -> tuple[ProblemCard, ...]:
    """Return everything one import could not read, in the order it was met."""
    import_card(viewer, import_id)
    return tuple(_problem(row) for row in import_pages.problems(import_id))


def _problem(row: Problem) -> ProblemCard:
    return ProblemCard(
        source=row.source, file=row.file, where=row.where, because=Because(row.code, row.numbers)
    )


def _failure(row: KeptImport) -> tuple[ProblemCard, ...]:
    """Return why a whole import failed, as the first of its problems."""
    if not row.problem_code:
        return ()
    return (
        ProblemCard(source=row.source, file=row.name, where=WHOLE_FILE, because=Because(row.problem_code)),
    )


def _owner_candidates(viewer: Viewer, row: KeptImport) -> tuple[OwnerCandidate, ...]:
    """Return the handles of which to choose, none where it is known by now who the owner is."""
    candidates = asked.owner_candidates(row.asked)
    return () if candidates and is_owner_known(viewer.owner_id) else candidates


def _card(viewer: Viewer, row: KeptImport, problems: list[Problem]) -> ImportCard:
    share = row.bytes_read / row.bytes_total if row.bytes_total else 0.0
    first, last = row.first_at_epoch_s, row.last_at_epoch_s
    return ImportCard(
        id=row.pk,
        name=row.name,
        source=row.source,
        state=row.state,
        is_busy=row.state in imports.BUSY,
        is_preview=row.is_preview,
        share_done=1.0 if row.state == "done" else min(1.0, share),
        records_read=row.records_read,
        records_new=row.records_new,
        interactions_new=row.interactions_new,
        people_new=row.people_new,
        problems_total=row.problems_total,
        problems=(*_failure(row), *(_problem(problem) for problem in problems)),
        left_out=reasons_left_out(row.left_out),
        created_at=row.created_at,
        ended_at=row.ended_at,
        upload=row.upload,
        people_names=tuple(row.people_names),
        owner_candidates=_owner_candidates(viewer, row),
        likely_same=asked.likely_same(row.asked),
        first_on=None if first is None else viewer.day_of(first),
        last_on=None if last is None else viewer.day_of(last),
    )
