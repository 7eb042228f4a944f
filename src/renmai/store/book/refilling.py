"""Filling a new book with what an export holds: the rows that nothing else can be computed from."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from json import dumps
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Max

from renmai.store.book.bulk import Cursor, is_sqlite
from renmai.store.models import (
    Decision,
    Erasure,
    Import,
    ImportProblem,
    InboxRecord,
    Owner,
    Person,
    Sighting,
)

AT_ONCE = 1_000
OF_OWNER = ("name", "language", "time_zone", "region", "created_at")


class RefilledTable(NamedTuple):
    """A table that an export fills: its model, and whether its rows name the owner."""

    model: type[models.Model]
    has_owner: bool


TABLES = {
    "imports": RefilledTable(Import, True),
    "problems": RefilledTable(ImportProblem, False),
    "inbox": RefilledTable(InboxRecord, True),
    "sightings": RefilledTable(Sighting, False),
    "decisions": RefilledTable(Decision, True),
    "erasures": RefilledTable(Erasure, True),
}
"""In the order in which rows point at each other."""


def owner_settings(owner_id: int) -> dict[str, object]:
    """Return what an export says of the owner."""
    return dict(Owner.objects.values(*OF_OWNER).get(pk=owner_id))


def add_owner(settings: Mapping[str, Any]) -> int:
    """Make the owner of a book that is to be filled; return their row."""
    fields = {name: Owner._meta.get_field(name) for name in OF_OWNER if settings.get(name) is not None}
    known = {name: _read(field, settings[name]) for name, field in fields.items()}
    return Owner.objects.create(**{"created_at": datetime(1970, 1, 1, tzinfo=UTC), **known}).pk


def is_empty(owner_id: int) -> bool:
    """Tell whether nothing was imported or decided yet."""
    return not any(
        table.model._default_manager.filter(owner_id=owner_id).exists()
        for table in TABLES.values()
        if table.has_owner
    )


def fill(owner_id: int, name: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Add rows of an export to one table under the numbers they had; return how many.

    What points at a row that could not be read is left out with it.
    """
    table, added = TABLES[name], 0
    known = {field.attname: field for field in table.model._meta.concrete_fields}
    for batch in _batches(rows):
        made = []
        for row in batch:
            values = {key: _read(known[key], value) for key, value in row.items() if key in known}
            made.append(table.model(**values, **({"owner_id": owner_id} if table.has_owner else {})))
        whole = _pointing_somewhere(table.model, made)
        table.model._default_manager.bulk_create(whole)
        added += len(whole)
    return added


def count_on(cursor: Cursor) -> None:
    """Let new rows take numbers after the filled ones, and new people after those that decisions name."""
    named = [
        int(payload[key])
        for payload in Decision.objects.filter(kind__in=("merge", "split")).values_list("payload", flat=True)
        for key in ("keep_id", "new_id")
        if payload.get(key)
    ]
    people = Person._meta.db_table
    last = max([*named, Person.objects.aggregate(last=Max("id"))["last"] or 0])
    if is_sqlite():  # what is filled it counts by itself
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [people])
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [people, last])
        return
    lasts = {table.model._meta.db_table: 0 for table in TABLES.values()} | {people: last}
    for name, least in lasts.items():
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence(%s, 'id'), GREATEST((SELECT MAX(id) FROM {name}), 1, %s))",
            [name, least],
        )


def _pointing_somewhere(model: type[models.Model], made: list[models.Model]) -> list[models.Model]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.name != "owner":
            wanted = {getattr(each, field.attname) for each in made}
            there = set(
                field.related_model._default_manager.filter(pk__in=wanted).values_list("pk", flat=True)
            )
            made = [each for each in made if getattr(each, field.attname) in there]
    return made


def _batches(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, AT_ONCE)):
        yield batch


def _read(field: Any, value: Any) -> Any:
    """Return a value of an export as its column takes it."""
    if field.attname == "fields":
        return inbox_text(value)
    if isinstance(value, str) and isinstance(field, models.DateTimeField):
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if isinstance(value, str) and isinstance(field, models.DateField):
        return date.fromisoformat(value)
    return value


def inbox_text(fields: object) -> str:
    """Return a record's fields as the inbox keeps them."""
    text = dumps(fields, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return dumps(fields, separators=(",", ":"))
    return dumps(fields, separators=(",", ":")) if "\0" in text else text
