"""Today from a large book: fill one with invented acts, then time its pages, warm and after one new act.

    python -m benchmarks.today                                       3 to 5 minutes: 5,000,000 acts
    python -m benchmarks.today --people 5000 --interactions 500000   half a minute

The book is written by plain SQL, because what is measured is looking at it, not filling it. Every step is a
process of its own, so that its peak memory is its own; "in a new process" holds the loading of the engine.
`section()` tells it for docs/benchmarks.md.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import django
import numpy as np

TODAY = datetime(2026, 4, 16, 12, tzinfo=UTC)
YEARS = 8
DAY_S = 86_400
SEED = 7
BATCH = 200_000
LOOKS = 40
HEAVIEST, ORDINARY = 0, 0.6
"""Places among the people by how much passed: the first, and one after six tenths of them."""
BARS = {"Today, warm": "p95 200 ms", "one new act of the heaviest": "2,000 ms", "one new act": "2,000 ms"}
Row = tuple[str, float, float, float]
"""What was timed, with its median and 95th percentile in wall ms, and its median in CPU ms."""


HEAD = """## Today, from a large book

`python -m benchmarks.today`: a generated book of {people:,} people and {acts:,} acts, each step in a process of its own.
The first look of a day is taken by the server before anybody asks, where it has been running.

| | wall ms, p50 | p95 | CPU ms, p50 | peak MiB of the step | bar |
|---|---|---|---|---|---|"""


def section(options: argparse.Namespace | None = None) -> Iterator[str]:
    """Yield the section of docs/benchmarks.md."""
    options = options or _options([])
    with tempfile.TemporaryDirectory(prefix="renmai-bench-") as folder:
        home = options.home or Path(folder)
        yield HEAD.format(people=options.people, acts=options.interactions)
        for step in STEPS:
            rows, peak_mib = _in_its_own_process(step, options, home)
            for name, *times in rows:
                figures = " | ".join(f"{number:,.0f}" for number in (*times, peak_mib))
                yield f"| {name} | {figures} | {BARS.get(name, '')} |"
        yield f"\nThe database takes {(home / 'renmai.sqlite3').stat().st_size / 1e6:,.0f} MB."


def main() -> None:
    """Print the section; with `--step` do one step and print its rows as JSON."""
    options = _options()
    if options.step:
        django.setup()
        print(json.dumps(STEPS[options.step](options)))
        return
    for line in section(options):
        print(line, flush=True)


def _options(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--interactions", type=int, default=5_000_000)
    parser.add_argument("--home", type=Path, help="keep the book here, and use it again if it is there")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    return parser.parse_args(words)


def _in_its_own_process(step: str, options: argparse.Namespace, home: Path) -> tuple[list[Row], float]:
    """Do a step; return its rows and the peak of its memory in MiB."""
    sizes = ("--people", str(options.people), "--interactions", str(options.interactions))
    env = {**os.environ, "RENMAI_HOME": str(home), "DJANGO_SETTINGS_MODULE": "renmai.config.settings"}
    command = (sys.executable, "-W", "ignore", "-m", "benchmarks.today", "--step", step, *sizes)
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]
    ) as running:
        printed = running.stdout.read()
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(running.returncode)
    return json.loads(printed), used.ru_maxrss / 1024


def _filled(options: argparse.Namespace) -> list[Row]:
    from renmai.actions.book.open_book import open_book  # noqa: PLC0415 models need Django's settings

    viewer = open_book(now=TODAY, language="en", time_zone="Europe/Berlin", region="DE")

    def fill_once() -> None:
        with _book() as book:
            if not book.execute("SELECT 1 FROM renmai_interaction LIMIT 1").fetchone():
                fill(book, viewer.owner_id, people=options.people, interactions=options.interactions)

    return [_timed("filling the book", fill_once)]


def _first_look(options: argparse.Namespace) -> list[Row]:
    viewer, today, *_ = _doors()
    with _book() as book:
        book.execute("UPDATE renmai_owner SET ties_as_of_epoch_s = NULL")
    return [_timed("the first look of a day", lambda: today(viewer, today=TODAY.date()))]


def _warm(options: argparse.Namespace) -> list[Row]:
    viewer, today, people, person, desk = _doors()
    day = TODAY.date()
    heaviest, ordinary = (_person_at(place, options) for place in (HEAVIEST, ORDINARY))
    today(viewer, today=day)
    return [
        _timed("Today, warm", lambda: today(viewer, today=day), LOOKS),
        _timed("People, warm", lambda: people(viewer, today=day), LOOKS),
        _timed("a person, warm", lambda: person(viewer, ordinary, today=day), LOOKS),
        _timed("the heaviest person, warm", lambda: person(viewer, heaviest, today=day), LOOKS),
        _timed("the desk around a page", lambda: desk(viewer, today=day), LOOKS),
    ]


def _changed(options: argparse.Namespace) -> list[Row]:
    viewer, today, *_ = _doors()
    heaviest, ordinary = (_person_at(place, options) for place in (HEAVIEST, ORDINARY))

    def after_one(person_id: int) -> Callable[[], object]:
        with _book() as book:
            add_one(book, viewer.owner_id, person_id)
        return lambda: today(viewer, today=TODAY.date())

    return [
        _timed("one new act, in a new process", after_one(ordinary)),
        _timed("one new act", after_one(ordinary)),
        _timed("one new act of the heaviest", after_one(heaviest)),
    ]


STEPS: dict[str, Callable[[argparse.Namespace], list[Row]]] = {
    "fill": _filled,
    "first": _first_look,
    "warm": _warm,
    "changed": _changed,
}


def _doors() -> tuple:
    """Return the owner and what they look at."""
    from renmai.queries.book.viewers import viewer_of_this_book  # noqa: PLC0415
    from renmai.queries.pages.frame import desk  # noqa: PLC0415 models need Django's settings
    from renmai.queries.pages.people import people  # noqa: PLC0415
    from renmai.queries.pages.person import person  # noqa: PLC0415
    from renmai.queries.today.page import today  # noqa: PLC0415

    return viewer_of_this_book(), today, people, person, desk


def _book() -> sqlite3.Connection:
    """Open the book beside the program, as another process of it would."""
    return sqlite3.connect(Path(os.environ["RENMAI_HOME"]) / "renmai.sqlite3")


def _person_at(place: float, options: argparse.Namespace) -> int:
    """Return the id of the person at a place, 0 to 1, among all by how much passed; the owner is person 1."""
    return 2 + int(place * options.people)


def _timed(name: str, look: Callable[[], object], times: int = 1) -> Row:
    walls, cpus = [], []
    for _ in range(times):
        started, cpu = time.perf_counter(), time.process_time()
        look()
        walls.append((time.perf_counter() - started) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    walls.sort()
    return name, walls[times // 2], walls[int(times * 0.95) - (times > 1)], sorted(cpus)[times // 2]


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


def add_one(book: sqlite3.Connection, owner_id: int, person_id: int) -> None:
    """Add one letter from somebody, and mark them as an import would."""
    [pk] = book.execute("SELECT MAX(id) + 1 FROM renmai_interaction").fetchone()
    at = int((TODAY - timedelta(minutes=5)).timestamp())
    [record_id] = book.execute("SELECT MAX(id) FROM renmai_inboxrecord").fetchone()
    part = {"at": [at], "person": [person_id - 2], "from_me": [False], "answers": [-1], "asks": [True]}
    _acts(book, owner_id, record_id, pk - 1, part)
    book.execute("UPDATE renmai_person SET is_tie_stale = 1 WHERE id = ?", [person_id])
    book.commit()


if __name__ == "__main__":
    main()
