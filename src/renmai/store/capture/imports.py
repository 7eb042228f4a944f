"""The list of imports: what was asked for, how far it has come, how it ended, what could not be read."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from json import dumps
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import F, Max, Q, QuerySet

from renmai.domain.capture.records import Problem
from renmai.store.book import this_book
from renmai.store.book.bulk import insert, plain
from renmai.store.capture.inbox import ImportTally
from renmai.store.models import Decision, Import, ImportProblem

BUSY = ("queued", "running", "stopping")
BY_HAND = "by_hand"
"""The state of what stands for an import where the owner wrote something down: a decision undoes that."""
MOST_PROBLEMS = 10_000
LONGEST_NAME = 200


class KeptImport(NamedTuple):
    """An import as it stands: what was asked for, how far it came, what it brought."""

    pk: int
    name: str
    source: str
    state: str
    is_preview: bool
    upload: str
    bytes_read: int
    bytes_total: int
    records_read: int
    records_new: int
    interactions_new: int
    people_new: int
    people_names: list[str]
    first_at_epoch_s: int | None
    last_at_epoch_s: int | None
    problems_total: int
    problem_code: str
    left_out: dict[str, int]
    asked: dict[str, Any]
    after_decision: int
    starts: int
    created_at: datetime
    ended_at: datetime | None


def read(found: QuerySet[Import]) -> list[KeptImport]:
    """Return some imports as they stand."""
    return [KeptImport._make(row) for row in found.values_list(*KeptImport._fields)]


def add(
    owner_id: int, *, name: str, now: datetime, state: str, upload: str = "", is_preview: bool = False
) -> int:
    """Note an import and return its id."""
    with transaction.atomic():
        return Import.objects.create(
            owner_id=owner_id,
            name=plain(name)[:LONGEST_NAME],
            state=state,
            upload=upload,
            is_preview=is_preview,
            created_at=now,
            **_next_turn(owner_id),
        ).pk


def _next_turn(owner_id: int) -> dict[str, int]:
    """Return what tells that something comes after everything else the owner did."""
    turn = Import.objects.filter(owner_id=owner_id).aggregate(last=Max("turn"))["last"]
    decision = Decision.objects.filter(owner_id=owner_id).order_by("-pk").values_list("pk", flat=True).first()
    return {"turn": (turn or 0) + 1, "after_decision": decision or 0}


def one(owner_id: int, import_id: int) -> KeptImport | None:
    """Return an import of this owner, of something that lay elsewhere."""
    found = Import.objects.filter(owner_id=owner_id, pk=import_id).exclude(state=BY_HAND)
    return next(iter(read(found)), None)


def waiting(owner_id: int) -> list[KeptImport]:
    """Return what a worker should do now, first come first, and what it was doing when it was killed."""
    found = Import.objects.filter(owner_id=owner_id, state__in=BUSY).exclude(upload="")
    return read(found.order_by("turn", "pk"))


def keep_preview(owner_id: int, import_id: int, *, now: datetime) -> bool:
    """Make an ended preview the import it was a preview of; False where it is none."""
    preview = Import.objects.filter(owner_id=owner_id, pk=import_id, is_preview=True, state="done")
    return bool(
        preview.update(
            is_preview=False,
            state="queued",
            created_at=now,
            ended_at=None,
            people_names=[],
            bytes_read=0,
            records_read=0,
            records_new=0,
            interactions_new=0,
            people_new=0,
            left_out={},
            asked={},
            starts=0,
            **_next_turn(owner_id),
        )
    )


def start(import_id: int, *, bytes_total: int) -> bool:
    """Begin (or begin again); False where it was meanwhile stopped, by whichever process."""
    mine = Import.objects.filter(pk=import_id)
    if mine.filter(state="stopping").update(state="stopped"):
        return False
    waits = mine.filter(state__in=("queued", "running"))
    return bool(waits.update(state="running", bytes_total=bytes_total, starts=F("starts") + 1))


def put_back(import_id: int) -> None:
    """Let an import that runs wait as if it had not begun: its process ends for a reason not its own."""
    Import.objects.filter(pk=import_id, state="running", starts__gt=0).update(
        state="queued", starts=F("starts") - 1
    )


def give_up(import_id: int, *, now: datetime) -> None:
    """Say that an import ends its process each time it is begun."""
    Import.objects.filter(pk=import_id).update(state="failed", problem_code="import_given_up", ended_at=now)


def begin_again(owner_id: int, import_id: int, *, now: datetime) -> bool:
    """Let an upload that failed, was stopped or only looked at wait again; False where there is no such."""
    ended = Import.objects.filter(owner_id=owner_id, pk=import_id)
    ended = ended.filter(Q(state__in=("failed", "stopped")) | Q(state="done", is_preview=True))
    return bool(
        ended.exclude(upload="").update(
            state="queued", starts=0, problem_code="", created_at=now, ended_at=None, **_next_turn(owner_id)
        )
    )


def abandon_unfinished(owner_id: int) -> None:
    """Mark what a killed command left running as stopped; a new run completes its records."""
    Import.objects.filter(owner_id=owner_id, upload="", state__in=("running", "stopping")).update(
        state="stopped"
    )


def progress(import_id: int, tally: ImportTally, *, bytes_read: int, bytes_total: int) -> bool:
    """Write down how far it has come; tell whether it should go on."""
    found = Import.objects.filter(pk=import_id)
    found.update(
        bytes_read=bytes_read,
        bytes_total=bytes_total,
        records_read=tally.records_read,
        records_new=tally.records_new,
        interactions_new=tally.interactions_new,
    )
    return not found.filter(state="stopping").exists()


def ask_to_stop(owner_id: int, import_id: int, *, now: datetime) -> None:
    """Stop what waits at once, what runs before its next batch."""
    mine = Import.objects.filter(owner_id=owner_id, pk=import_id)
    if not mine.filter(state="queued").update(state="stopped", ended_at=now):
        mine.filter(state="running").update(state="stopping")


def end(
    import_id: int,
    tally: ImportTally,
    *,
    state: str,
    now: datetime,
    source: str = "",
    people_new: int = 0,
    people_names: Sequence[str] = (),
    bytes_read: int = 0,
    problem_code: str = "",
    left_out: Mapping[str, int] | None = None,
    asked: Mapping[str, Any] | None = None,
) -> None:
    """Write down how it ended, and what it asks."""
    Import.objects.filter(pk=import_id).update(
        state=state,
        source=source,
        bytes_read=bytes_read,
        records_read=tally.records_read,
        records_new=tally.records_new,
        interactions_new=tally.interactions_new,
        people_new=people_new,
        people_names=[plain(name) for name in people_names],
        first_at_epoch_s=tally.first_at_epoch_s,
        last_at_epoch_s=tally.last_at_epoch_s,
        problem_code=problem_code,
        left_out=dict(left_out or {}),
        asked=dict(asked or {}),
        ended_at=now,
    )


def whole_tally(import_id: int, tally: ImportTally) -> ImportTally:
    """Return the tally with all that an import brought, over all its runs if it was killed between."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(DISTINCT r.id), COUNT(i.id), MIN(i.at_epoch_s), MAX(i.at_epoch_s) "
            "FROM renmai_inboxrecord r LEFT JOIN renmai_interaction i ON i.record_id = r.id "
            "WHERE r.of_import_id = %s",
            [import_id],
        )
        records, interactions, first, last = cursor.fetchone()
    return ImportTally(tally.records_read, records, interactions, first, last)


def add_problems(import_id: int, problems: Iterable[Problem], *, kept: int) -> int:
    """Keep problems, up to a bound; count all. Return how many are kept now."""
    listed = list(problems)
    room = max(0, MOST_PROBLEMS - kept)
    with connection.cursor() as cursor:
        insert(
            cursor,
            "renmai_importproblem",
            ("of_import_id", "source", "file", "where", "code", "numbers"),
            [
                (import_id, p.source, plain(p.file), str(p.where), p.code, dumps(dict(p.numbers)))
                for p in listed[:room]
            ],
        )
        cursor.execute(
            "UPDATE renmai_import SET problems_total = problems_total + %s WHERE id = %s",
            [len(listed), import_id],
        )
    return kept + min(room, len(listed))


def forget_problems(import_id: int) -> None:
    """Begin the list of problems anew: the import is read from its start again."""
    ImportProblem.objects.filter(of_import_id=import_id).delete()
    Import.objects.filter(pk=import_id).update(problems_total=0)


def discard_idle_uploads(owner_id: int) -> None:
    """Remove every uploaded file that no import waits for."""
    wanted = [Path(row.upload).resolve() for row in Import.objects.filter(state__in=BUSY).exclude(upload="")]
    for path in (this_book.folder() / "uploads").glob("*"):
        if any(path.resolve() in (each, *each.parents) for each in wanted):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
    Import.objects.filter(owner_id=owner_id, is_preview=True).exclude(state__in=BUSY).delete()


def newest(owner_id: int) -> KeptImport | None:
    """Return the last import that kept something and still stands."""
    kept = Import.objects.filter(owner_id=owner_id, is_preview=False, state__in=("done", "stopped"))
    return next(iter(read(kept.order_by("-turn", "-pk")[:1])), None)
