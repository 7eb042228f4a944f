"""Today from a large book: fill one with invented acts, measure its page, warm and after one new act.

    python benchmarks/today.py --people 50000 --interactions 5000000

The book is written by plain SQL, because what is measured is looking at it, not filling it.
"""

import argparse
import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

TODAY = datetime(2026, 4, 16, 12, tzinfo=UTC)
YEARS = 8
DAY_S = 86_400
SEED = 7
BATCH = 200_000
LOOKS = 40


def main() -> int:
    """Fill, measure, print one JSON object."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="renmai-bench-") as folder:
        home = options.home or Path(folder)
        os.environ["RENMAI_HOME"] = str(home)
        os.environ["DJANGO_SETTINGS_MODULE"] = "renmai.config.settings"
        import django  # noqa: PLC0415 settings read RENMAI_HOME, which is made above

        django.setup()
        print(json.dumps(_measure(options, home), indent=2))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--interactions", type=int, default=5_000_000)
    parser.add_argument("--home", type=Path, help="keep the book here, and use it again if it is there")
    return parser.parse_args()


def _measure(options: argparse.Namespace, home: Path) -> dict[str, object]:
    from renmai.actions.open_book import open_book  # noqa: PLC0415 as above
    from renmai.queries.people import people  # noqa: PLC0415
    from renmai.queries.today import today  # noqa: PLC0415

    viewer = open_book(now=TODAY, language="en", time_zone="Europe/Berlin", region="DE")
    database = home / "renmai.sqlite3"
    started = time.perf_counter()
    with sqlite3.connect(database) as book:
        if not book.execute("SELECT 1 FROM renmai_interaction LIMIT 1").fetchone():
            fill(book, viewer.owner_id, people=options.people, interactions=options.interactions)
    filled_s = time.perf_counter() - started
    day = TODAY.date()
    first_s = _timed(lambda: today(viewer, today=day))
    warm = sorted(_timed(lambda: today(viewer, today=day)) for _ in range(LOOKS))
    listed = sorted(_timed(lambda: people(viewer, today=day)) for _ in range(LOOKS // 4))
    with sqlite3.connect(database) as book:
        add_one(book, viewer.owner_id)
    changed_s = _timed(lambda: today(viewer, today=day))
    return {
        "people": options.people,
        "interactions": options.interactions,
        "filled_s": round(filled_s, 1),
        "first_look_of_a_day_s": round(first_s, 2),
        "today_ms": {"p50": _ms(statistics.median(warm)), "p95": _ms(warm[int(len(warm) * 0.95) - 1])},
        "people_ms": {"p50": _ms(statistics.median(listed))},
        "after_one_new_interaction_s": round(changed_s, 2),
        "database_mb": database.stat().st_size // 1_000_000,
        "items": [item.kind for item in today(viewer, today=day).items],
    }


def _timed(look) -> float:
    started = time.perf_counter()
    look()
    return time.perf_counter() - started


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)


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
        " problem_code, created_at)"
        " VALUES (?, 'bench', 'mail', 'done', 0, '', 0, 0, 0, 0, 0, 0, '[]', 0, '', ?)",
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
        "INSERT INTO renmai_participation (interaction_id, mention_id, role) VALUES (?, ?, ?)",
        (
            row
            for pk, person, from_me in zip(numbers, part["person"], part["from_me"], strict=True)
            for row in (
                (pk, 1, "sender" if from_me else "to"),
                (pk, person + 2, "to" if from_me else "sender"),
            )
        ),
    )


def add_one(book: sqlite3.Connection, owner_id: int) -> None:
    """Add one letter from the person with the longest history, and mark them as an import would."""
    [pk] = book.execute("SELECT MAX(id) + 1 FROM renmai_interaction").fetchone()
    at = int((TODAY - timedelta(minutes=5)).timestamp())
    [record_id] = book.execute("SELECT MAX(id) FROM renmai_inboxrecord").fetchone()
    part = {"at": [at], "person": [0], "from_me": [False], "answers": [-1], "asks": [True]}
    _acts(book, owner_id, record_id, pk - 1, part)
    book.execute("UPDATE renmai_person SET is_tie_stale = 1 WHERE id = 2")
    book.commit()


if __name__ == "__main__":
    sys.exit(main())
