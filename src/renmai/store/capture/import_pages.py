"""Imports as the pages look at them, with the first things each could not read."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from renmai.domain.capture.locations import location_of
from renmai.domain.capture.records import Problem
from renmai.store.book.bulk import among
from renmai.store.capture.imports import BUSY, BY_HAND, KeptImport, read
from renmai.store.models import Import, ImportProblem


def newest_first(owner_id: int) -> list[KeptImport]:
    """Return every import of something that lay elsewhere, newest first."""
    imports = Import.objects.filter(owner_id=owner_id).exclude(state=BY_HAND)
    return read(imports.order_by("-created_at", "-pk"))


def running_id(owner_id: int) -> int | None:
    """Return the import that runs or waits to run, the oldest where there are several."""
    busy = Import.objects.filter(owner_id=owner_id, state__in=BUSY)
    return busy.order_by("created_at", "pk").values_list("pk", flat=True).first()


def last_done_at(owner_id: int) -> datetime | None:
    """Return when something last came in."""
    done = Import.objects.filter(owner_id=owner_id, state="done", is_preview=False, undone_at=None)
    return done.order_by("-ended_at").values_list("ended_at", flat=True).first()


def standing_of(owner_id: int, name: str) -> list[int]:
    """Return the imports of that name that kept something and were not undone, newest first."""
    kept = Import.objects.filter(owner_id=owner_id, name=name, is_preview=False, undone_at=None)
    return list(kept.exclude(state="undone").order_by("-created_at", "-pk").values_list("pk", flat=True))


def problems(import_id: int) -> list[Problem]:
    """Return everything an import could not read, in the order it was met."""
    return [_problem(row) for row in ImportProblem.objects.filter(of_import_id=import_id).order_by("pk")]


def first_problems(import_ids: Sequence[int], *, at_most: int) -> dict[int, list[Problem]]:
    """Return the first few problems of some imports, in one read."""
    condition, listed = among("of_import_id", import_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT id FROM (
                SELECT id, ROW_NUMBER() OVER (PARTITION BY of_import_id ORDER BY id) AS place
                FROM renmai_importproblem WHERE {condition}) numbered
            WHERE place <= %s
            """,
            [listed, at_most],
        )
        ids = [row[0] for row in cursor.fetchall()]
    found = defaultdict(list)
    for row in ImportProblem.objects.filter(pk__in=ids).order_by("pk"):
        found[row.of_import_id].append(_problem(row))
    return found


def _problem(row: ImportProblem) -> Problem:
    return Problem(
        source=row.source, file=row.file, where=location_of(row.where), code=row.code, numbers=row.numbers
    )
