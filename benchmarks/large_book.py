"""A large invented book: people, and acts with them over eight years, written by plain SQL.

What is measured with it is looking at a book, not filling it.
"""

import json
import sqlite3
from datetime import UTC, datetime, timedelta

import numpy as np
from django.apps import apps

TODAY = datetime(2026, 4, 16, 12, tzinfo=UTC)
YEARS = 8
DAY_S = 86_400
SEED = 7
BATCH = 200_000


def acts(people: int, interactions: int) -> dict[str, np.ndarray]:
    """Return invented acts in order of time: with whom, when, from whom, which act they answer.

    A few people have most of it (a power law), each has a span of years, and six in ten acts answer the other
    side's last one if that is at most a month old.
    """
    draw = np.random.default_rng(SEED)
    weight = 1.0 / np.arange(1, people + 1) ** 0.7
    person = draw.choice(people, size=interactions, p=weight / weight.sum())
    until = int(TODAY.timestamp())
    span = YEARS * 365 * DAY_S
    begins = draw.random(people) * 0.8
    lasts = begins + draw.random(people) * (1.0 - begins)
    place = begins[person] + draw.random(interactions) * (lasts - begins)[person]
    at = (until - span + place * span).astype(np.int64)
    order = np.lexsort((at, person))
    person, at = person[order], at[order]
    from_me = draw.random(interactions) < 0.48
    answers = np.full(interactions, -1, dtype=np.int64)
    is_answer = (
        (person[1:] == person[:-1])
        & (from_me[1:] != from_me[:-1])
        & (at[1:] - at[:-1] < 30 * DAY_S)
        & (draw.random(interactions - 1) < 0.6)
    )
    answers[1:][is_answer] = np.flatnonzero(is_answer)
    by_time = np.argsort(at, kind="stable")
    rank = np.empty(interactions, dtype=np.int64)
    rank[by_time] = np.arange(interactions)
    answers = np.where(answers >= 0, rank[answers], -1)
    asks = draw.random(interactions) < 0.3
    return {
        name: column[by_time]
        for name, column in {
            "person": person, "at": at, "from_me": from_me, "answers": answers, "asks": asks
        }.items()
    }  # fmt: skip


def fill(book: sqlite3.Connection, owner_id: int, *, people: int, interactions: int) -> None:
    """Write a book of invented people and acts; indexes are made afterwards, as they would be after years."""
    book.execute("PRAGMA synchronous = OFF")
    indexes = book.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN"
        " ('renmai_interaction', 'renmai_participation')"
    ).fetchall()
    for name, _ in indexes:
        book.execute(f'DROP INDEX "{name}"')
    record_id = _people(book, owner_id, people)
    columns = acts(people, interactions)
    for start in range(0, interactions, BATCH):
        part = {name: column[start : start + BATCH].tolist() for name, column in columns.items()}
        _acts(book, owner_id, record_id, start, part)
    for _, sql in indexes:
        book.execute(sql)
    book.commit()


def _people(book: sqlite3.Connection, owner_id: int, people: int) -> int:
    """Write the owner as person 1 and everybody else after; return the record that all acts stand in."""
    from renmai.store.models import Import, InboxRecord  # noqa: PLC0415 models need Django's settings

    made = Import.objects.create(
        owner_id=owner_id, name="bench", source="mail", state="done", created_at=TODAY, turn=1
    )
    record = InboxRecord.objects.create(
        owner_id=owner_id, of_import=made, source="mail", external_id="bench", digest="bench", fields="{}"
    )
    ids = range(1, people + 2)
    book.executemany(
        _insertion("Person", "id", "owner_id", "name", "sort_key", "is_me", is_tie_stale=True),
        ((pk, owner_id, f"Person {pk}", f"person {pk:06}", pk == 1) for pk in ids),
    )
    book.executemany(
        _insertion("Mention", "id", "owner_id", "key", "name", "person_id", source="mail"),
        ((pk, owner_id, f"bench-{pk}", f"Person {pk}", pk) for pk in ids),
    )
    book.executemany(
        _insertion("Handle", "id", "owner_id", "value", kind="mailto", nature="personal"),
        ((pk, owner_id, f"p{pk}@bench.example") for pk in ids),
    )
    book.executemany(_insertion("MentionHandle", "mention_id", "handle_id"), ((pk, pk) for pk in ids))
    return record.pk


def _insertion(model: str, *given: str, **always: str | int) -> str:
    """Return a statement that adds rows of a table: some columns as given, others always so, the rest as a new row's."""
    fields = apps.get_model("renmai", model)._meta.concrete_fields
    values = {
        each.column: each.get_default() for each in fields if each.has_default() or each.empty_strings_allowed
    }
    fixed = {
        name: value for name, value in {**values, **always}.items() if name not in given and value is not None
    }
    literals = [json.dumps(each) if isinstance(each, int) else f"'{each or ''}'" for each in fixed.values()]
    names = ", ".join(f'"{name}"' for name in (*given, *fixed))
    return f"INSERT INTO renmai_{model.lower()} ({names}) VALUES ({', '.join(['?'] * len(given) + literals)})"


def _acts(book: sqlite3.Connection, owner_id: int, record_id: int, start: int, part: dict[str, list]) -> None:
    numbers = range(start + 1, start + 1 + len(part["at"]))
    book.executemany(
        _insertion(
            "Interaction",
            *("id", "owner_id", "record_id", "external_id", "at_epoch_s", "reply_to", "asks"),
            **{"kind": "mail", "nature": "direct", "subject": "A subject", "excerpt": "A few words."},
            **{"audience": 1, "words": 3},
        ),
        (
            (
                pk,
                owner_id,
                record_id,
                f"<{pk}@bench>",
                at,
                f"<{answered + 1}@bench>" if answered >= 0 else "",
                asks,
            )
            for pk, at, answered, asks in zip(numbers, part["at"], part["answers"], part["asks"], strict=True)
        ),
    )
    book.executemany(
        _insertion("Participation", "interaction_id", "mention_id", "role", "at_epoch_s", kind="mail"),
        (
            row
            for pk, person, from_me, at in zip(
                numbers, part["person"], part["from_me"], part["at"], strict=True
            )
            for row in (
                (pk, 1, "sender" if from_me else "to", at),
                (pk, person + 2, "to" if from_me else "sender", at),
            )
        ),
    )


def add_one(book: sqlite3.Connection, owner_id: int, person_id: int) -> None:
    """Add one letter from somebody, and mark them as an import would."""
    [pk] = book.execute("SELECT MAX(id) + 1 FROM renmai_interaction").fetchone()
    at = int((TODAY - timedelta(minutes=5)).timestamp())
    [record_id] = book.execute("SELECT MAX(id) FROM renmai_inboxrecord").fetchone()
    part = {"at": [at], "person": [person_id - 2], "from_me": [False], "answers": [-1], "asks": [True]}
    _acts(book, owner_id, record_id, pk - 1, part)
    book.execute("UPDATE renmai_person SET is_tie_stale = 1 WHERE id = ?", [person_id])
    book.commit()
