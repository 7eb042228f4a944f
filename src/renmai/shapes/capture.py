"""The JSON of an import: what came in, and what could not be read."""

from collections.abc import Iterable
from typing import Any

from renmai.actions.book.reports import ImportReport
from renmai.actions.capture.erase_from_files import CleanedFiles
from renmai.actions.capture.erase_person import ErasureReport
from renmai.domain.book.because import Because
from renmai.queries.capture.cards import ImportCard
from renmai.shapes.book import reasons
from renmai.wording import sentence


def import_shape(report: ImportReport) -> dict[str, Any]:
    """`{records_read, records_new, interactions_new, people_new, problems: [{file, where, code, sentence}],
    problems_total, left_out: [{code, numbers, sentence}], because: [{code, numbers, sentence}],
    likely_mine: [address], likely_same: [{code, numbers, sentence}],
    owner_candidates: [{handle, name, acts, sent, is_likely}]}`

    `left_out` counts what does not count as anybody's act on purpose (drafts, spam, away notices). Of a dry
    run the figures say what would come in. `because` says what to know or do next;
    `likely_mine` are addresses from which somebody writes under the owner's own name;
    `likely_same` says, of a dry run, who is likely one human with somebody; `owner_candidates` lists the
    handles of which to choose for `--me`, where it is not known who the owner is.
    """
    return {
        "records_read": report.records_read,
        "records_new": report.records_new,
        "interactions_new": report.interactions_new,
        "people_new": report.people_new,
        "problems": [
            {
                "file": problem.file,
                "where": str(problem.where),
                "code": problem.code,
                "sentence": sentence(Because(problem.code, problem.numbers)),
            }
            for problem in report.problems
        ],
        "problems_total": report.problems_total,
        "left_out": reasons(report.left_out),
        "because": reasons(report.because),
        "likely_mine": list(report.likely_mine),
        "likely_same": reasons(report.likely_same),
        "owner_candidates": [
            {
                "handle": entry.typed,
                "name": entry.name,
                "acts": entry.acts,
                "sent": entry.sent,
                "is_likely": entry.is_likely,
            }
            for entry in report.owner_candidates
        ],
    }


def imports_listed(cards: Iterable[ImportCard]) -> dict[str, Any]:
    """`{imports: [{id, name, state, is_preview, share_done, records_read, records_new, interactions_new,
    people_new, problems_total, left_out: [{code, numbers, sentence}], created_at, ended_at,
    because: [{code, numbers, sentence}]}]}`

    Newest first. `state` is queued, running, stopping, stopped, done, failed or undone; `because` says why a
    whole import failed.
    """
    return {"imports": list(map(_import, cards))}


def _import(card: ImportCard) -> dict[str, Any]:
    failures = [problem.because for problem in card.problems] if card.state == "failed" else []
    return {
        "id": card.id,
        "name": card.name,
        "state": card.state,
        "is_preview": card.is_preview,
        "share_done": round(card.share_done, 3),
        "records_read": card.records_read,
        "records_new": card.records_new,
        "interactions_new": card.interactions_new,
        "people_new": card.people_new,
        "problems_total": card.problems_total,
        "left_out": reasons(card.left_out),
        "created_at": card.created_at.isoformat(),
        "ended_at": None if card.ended_at is None else card.ended_at.isoformat(),
        "because": reasons(failures[:1]),
    }


def erasure_shape(report: ErasureReport) -> dict[str, Any]:
    """`{records_gone, records_changed, decisions_gone, decisions_changed, files_removed, files_cleaned,
    files_left}`"""
    return {
        "records_gone": report.card.records_gone,
        "records_changed": report.card.records_changed,
        "decisions_gone": report.card.decisions_gone,
        "decisions_changed": report.card.decisions_changed,
        **cleaned_files_shape(report.files),
    }


def cleaned_files_shape(files: CleanedFiles) -> dict[str, Any]:
    """`{files_removed, files_cleaned, files_left}`"""
    return {
        "files_removed": list(files.removed),
        "files_cleaned": list(files.cleaned),
        "files_left": list(files.left),
    }
