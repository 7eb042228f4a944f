"""What every shape is made of: ISO days, reasons with their numbers; and the JSON of the book's checks."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from renmai.actions.book.backup_book import BackupReport
from renmai.domain.book.because import Because
from renmai.queries.book.backups import BackupsCard
from renmai.queries.book.doctor import DoctorFinding
from renmai.queries.book.history import HistoryPage
from renmai.wording import sentence


def iso(day: date | None) -> str | None:
    """Return a day or moment as ISO text."""
    return None if day is None else day.isoformat()


def reason(because: Because) -> dict[str, Any]:
    """Return one reason as `{code, numbers, sentence}`; the numbers keep their types."""
    return {"code": because.code, "numbers": dict(because.numbers), "sentence": sentence(because)}


def reasons(found: Iterable[Because]) -> list[dict[str, Any]]:
    """Return reasons in their order, each as `{code, numbers, sentence}`."""
    return [reason(because) for because in found]


def noted_shape(decision_id: int | None) -> dict[str, Any]:
    """`{decision_id}`, null where nothing new was said."""
    return {"decision_id": decision_id}


def noted_of_shape(number: int, decision_id: int | None) -> dict[str, Any]:
    """`{number, decision_id}`, the latter null where nothing new was said."""
    return {"number": number, "decision_id": decision_id}


def findings_shape(found: Iterable[DoctorFinding]) -> list[dict[str, Any]]:
    """`[{check, is_good, because: {code, numbers, sentence}}]`"""
    return [
        {"check": finding.check, "is_good": finding.is_good, "because": reason(finding.because)}
        for finding in found
    ]


def backup_shape(report: BackupReport) -> dict[str, Any]:
    """`{path, size_bytes, is_encrypted, records, decisions, removed: [path]}`"""
    return {
        "path": report.path,
        "size_bytes": report.size_bytes,
        "is_encrypted": report.is_encrypted,
        "records": report.records,
        "decisions": report.decisions,
        "removed": list(report.removed),
    }


def backups_shape(card: BackupsCard) -> dict[str, Any]:
    """`{folder, is_possible, backups: [{path, made_at, why, size_bytes, is_encrypted}]}`"""
    return {
        "folder": card.folder,
        "is_possible": card.is_possible,
        "backups": [
            {
                "path": each.path,
                "made_at": each.made_at.isoformat(),
                "why": each.why,
                "size_bytes": each.size_bytes,
                "is_encrypted": each.is_encrypted,
            }
            for each in card.backups
        ],
    }


def history_shape(card: HistoryPage) -> dict[str, Any]:
    """`{page, pages, total, decisions: [{number, kind, person_id, name, because: {code, numbers, sentence},
    text, decided_at, on, undone_at, resting: [number]}]}`

    Newest first. `on` is the day it is about; `undone_at` is null while it stands; `resting` are the
    decisions to undo before it can be.
    """
    return {
        "page": card.page,
        "pages": card.pages,
        "total": card.total,
        "decisions": [
            {
                "number": each.number,
                "kind": each.kind,
                "person_id": each.person_id,
                "name": each.name,
                "because": reason(each.because),
                "text": each.text,
                "decided_at": each.decided_at.isoformat(),
                "on": iso(each.on),
                "undone_at": iso(each.undone_at),
                "resting": list(each.resting),
            }
            for each in card.rows
        ],
    }
