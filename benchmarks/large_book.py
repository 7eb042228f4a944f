"""A large invented book: people, and acts with them over eight years, written by plain SQL.

What is measured with it is looking at a book, not filling it.
"""

import sqlite3
from datetime import UTC, datetime, timedelta

import numpy as np

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
    book.execute(
        "INSERT INTO renmai_import (owner_id, name, source, state, is_preview, upload, bytes_read,"
        " bytes_total, records_read, records_new, interactions_new, people_new, people_names, problems_total,"
        " problem_code, created_at, turn, after_decision, starts, left_out)"
        " VALUES (?, 'bench', 'mail', 'done', 0, '', 0, 0, 0, 0, 0, 0, '[]', 0, '', ?, 1, 0, 0, '{}')",
        [owner_id, TODAY.isoformat()],
    )
    [import_id] = book.execute("SELECT MAX(id) FROM renmai_import").fetchone()
    book.execute(
        "INSERT INTO renmai_inboxrecord (owner_id, of_import_id, source, external_id, digest, fields,"
        ' "where", is_latest, is_shadowed)'
        " VALUES (?, ?, 'mail', 'bench', 'bench', '{}', '', 1, 0)",
        [owner_id, import_id],
    )
    [record_id] = book.execute("SELECT MAX(id) FROM renmai_inboxrecord").fetchone()
    ids = range(1, people + 2)
    book.executemany(
        "INSERT INTO renmai_person (id, owner_id, name, reading, sort_key, is_me, is_person, is_tie_stale)"
        " VALUES (?, ?, ?, '', ?, ?, 1, 1)",
        ((pk, owner_id, f"Person {pk}", f"person {pk:06}", pk == 1) for pk in ids),
    )
    book.executemany(
        "INSERT INTO renmai_mention (id, owner_id, key, name, source, person_id)"
        " VALUES (?, ?, ?, ?, 'mail', ?)",
        ((pk, owner_id, f"bench-{pk}", f"Person {pk}", pk) for pk in ids),
    )
    book.executemany(
        "INSERT INTO renmai_handle (id, owner_id, kind, value, nature)"
        " VALUES (?, ?, 'mailto', ?, 'personal')",
        ((pk, owner_id, f"p{pk}@bench.example") for pk in ids),
    )
    book.executemany(
        "INSERT INTO renmai_mentionhandle (mention_id, handle_id, place) VALUES (?, ?, 0)",
        ((pk, pk) for pk in ids),
    )
    return record_id


def _acts(book: sqlite3.Connection, owner_id: int, record_id: int, start: int, part: dict[str, list]) -> None:
    numbers = range(start + 1, start + 1 + len(part["at"]))
    book.executemany(
        "INSERT INTO renmai_interaction (id, owner_id, record_id, external_id, kind, nature, channel,"
        " at_epoch_s, duration_s, audience, reply_to, thread, subject, excerpt, words, asks)"
        " VALUES (?, ?, ?, ?, 'mail', 'direct', '', ?, 0, 1, ?, '', 'A subject', 'A few words.', 3, ?)",
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
        "INSERT INTO renmai_participation (interaction_id, mention_id, role, at_epoch_s, kind)"
        " VALUES (?, ?, ?, ?, 'mail')",
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
