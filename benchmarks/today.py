"""Pages of a large book: fill one with invented acts and notes, then time its pages, warm and after a change.

    python -m benchmarks.today                                       5,000,000 acts: ten minutes
    python -m benchmarks.today --people 5000 --interactions 500000   a minute or two
    python -m benchmarks.today --before ad8f98e                      beside an earlier commit, step by step
    make bench ONLY=today ARGS="--before ad8f98e"                    the same, into docs/benchmarks.md

The book is written by plain SQL, because what is measured is looking at it, not filling it. Every step is a
process of its own, so that its peak memory is its own. `section()` tells it for docs/benchmarks.md.
"""

import argparse
import io
import json
import os
import shlex
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import django

from benchmarks.large_book import TODAY, add_one, fill
from benchmarks.large_notes import fill_notes
from renmai.domain.book.owners import Viewer

ROOT = Path(__file__).resolve().parent.parent
LOOKS, FEW_LOOKS = 40, 10
HEAVIEST, ORDINARY = 0, 0.6
"""Places among the people by how much passed: the first, and one after six tenths of them."""
BARS = {
    "the first look of a day": "20,000 ms",
    "Today, warm": "p95 60 ms",
    "People, warm": "50 ms",
    "a person, warm": "60 ms",
    "the heaviest person, warm": "150 ms",
    "the frame around a page": "5 ms, 6 statements",
    "the frame after one note": "5 ms",
    "one new act": "600 ms",
    "one new act of the heaviest": "600 ms",
}
Row = tuple[str, float, float, float, float]
"""What was timed, with its median and 95th percentile in wall ms, its median in CPU ms, and its statements."""
HEAD = """## Pages of a large book

`{command}`: a generated book of {people:,} people, {acts:,} acts, {favours:,} favours and {outcomes:,} answers to Today,
each step in a process of its own. The first look of a day is the server's worker's; no page waits for it.{note}

| | {before}wall ms, p50 | p95 | CPU ms, p50 | statements | peak MiB of the step | bar |
|---|{rule}---|---|---|---|---|---|"""
BESIDE = """ Before: the same
book, looked at by commit {commit} just before each step; the machine was shared, so compare within a line."""


def section(options: argparse.Namespace | None = None) -> Iterator[str]:
    """Yield the section of docs/benchmarks.md."""
    options = options or _options(shlex.split(os.environ.get("BENCH_ARGS", "")))
    with tempfile.TemporaryDirectory(prefix="renmai-bench-") as folder:
        home = options.home or Path(folder) / "now"
        old = EarlierCommit(options, Path(folder)) if options.before else None
        is_new = not home.exists()
        yield HEAD.format(
            command=f"python -m benchmarks.today{f' --before {options.before}' if old else ''}",
            people=options.people,
            acts=options.interactions,
            favours=options.favours,
            outcomes=options.outcomes,
            note=BESIDE.format(commit=options.before) if old else "",
            before="before: wall ms, p50 | CPU ms | " if old else "",
            rule="---|---|" if old else "",
        )
        for step in STEPS:
            then = old.step(step) if old else {}
            rows, peak_mib = in_its_own_process(step, options, home)
            for name, *times in rows if is_new or step != "fill" else ():
                figures = " | ".join(f"{number:,.0f}" for number in (*times, peak_mib))
                yield f"| {name} | {then.get(name, ' |  | ') if old else ''}{figures} | {BARS.get(name, '')} |"
        yield f"\nThe database takes {(home / 'renmai.sqlite3').stat().st_size / 1e6:,.0f} MB."


class EarlierCommit:
    """An earlier commit with a book of its own, which it fills and looks at by its own benchmark."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options, self.tree = options, folder / "tree"
        self.home = options.before_home or folder / "before"
        packed = subprocess.run(
            ["git", "archive", options.before], cwd=ROOT, stdout=subprocess.PIPE, check=True
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(self.tree, filter="data")

    def step(self, step: str) -> Mapping[str, str]:
        """Do a step as it was done then; return the cells of the table by row."""
        rows, _ = in_its_own_process(step, self.options, self.home, tree=self.tree)
        if step == "fill":
            with _book(self.home) as book:
                if not book.execute("SELECT 1 FROM renmai_decision LIMIT 1").fetchone():
                    _noted(book, 1, self.options)
        return {name: f"{wall:,.0f} | {cpu:,.0f} | " for name, wall, _p95, cpu, *_ in rows}


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
    parser.add_argument("--favours", type=int, default=3_000)
    parser.add_argument("--outcomes", type=int, default=12_000)
    parser.add_argument("--home", type=Path, help="keep the book here, and use it again if it is there")
    parser.add_argument("--before", metavar="COMMIT", help="look with that commit's program beside this one")
    parser.add_argument("--before-home", type=Path, help="the same for the book of that commit")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    return parser.parse_args(words)


def in_its_own_process(
    step: str, options: argparse.Namespace, home: Path, *, tree: Path = ROOT
) -> tuple[list[list], float]:
    """Do a step by the program in a folder; return its rows and the peak of its memory in MiB."""
    sizes = ["--people", str(options.people), "--interactions", str(options.interactions)]
    if tree == ROOT:
        sizes += ["--favours", str(options.favours), "--outcomes", str(options.outcomes)]
    env = {
        **os.environ,
        "RENMAI_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "renmai.config.settings",
        "PYTHONPATH": str(tree / "src"),
    }
    command = (sys.executable, "-W", "ignore", "-m", "benchmarks.today", "--step", step, *sizes)
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True, cwd=tree) as running:
        printed = running.stdout.read() if running.stdout else ""
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
                _noted(book, viewer.owner_id, options)

    return [_timed("filling the book", fill_once)]


def _noted(book: sqlite3.Connection, owner_id: int, options: argparse.Namespace) -> None:
    """Write what the owner noted over the years."""
    sizes = {"people": options.people, "favours": options.favours, "outcomes": options.outcomes}
    fill_notes(book, owner_id, today=TODAY.date(), **sizes)


def _first_look(_options: argparse.Namespace) -> list[Row]:
    viewer, today, *_ = _doors()
    with _book() as book:
        book.execute("UPDATE renmai_owner SET ties_as_of_epoch_s = NULL")
        book.execute("DELETE FROM renmai_actblock")
    day = TODAY.date()
    return [
        _timed("the first look of all", lambda: today(viewer, today=day - timedelta(days=1))),
        _timed("the first look of a day", lambda: today(viewer, today=day)),
    ]


def _warm(options: argparse.Namespace) -> list[Row]:
    viewer, today, people, person, frame = _doors()
    day = TODAY.date()
    heaviest, ordinary = (_person_at(place, options) for place in (HEAVIEST, ORDINARY))
    today(viewer, today=day)
    return [
        _timed("Today, warm", lambda: today(viewer, today=day), LOOKS),
        _timed("People, warm", lambda: people(viewer, today=day), LOOKS),
        _timed("a person, warm", lambda: person(viewer, ordinary, today=day), LOOKS),
        _timed("the heaviest person, warm", lambda: person(viewer, heaviest, today=day), LOOKS),
        _timed("the frame around a page", lambda: frame(viewer, today=day), LOOKS),
        *_others(viewer),
    ]


def _others(viewer: Viewer) -> Iterator[Row]:
    """Yield the other pages that go through the whole book; what the worker makes is made once before."""
    from renmai.queries.asks.ledger import ledgers  # noqa: PLC0415 models need Django's settings
    from renmai.queries.network.network import network_card  # noqa: PLC0415
    from renmai.queries.positions.leaving import leaving_card  # noqa: PLC0415
    from renmai.queries.ties.backtest import backtest_card  # noqa: PLC0415
    from renmai.queries.ties.tiers import tiers_card  # noqa: PLC0415
    from renmai.queries.value.page import values_card  # noqa: PLC0415

    looks = {
        "the network": network_card,
        "how right it is": backtest_card,
        "if I left": leaving_card,
        "the ledger": ledgers,
        "tiers": tiers_card,
        "value": values_card,
    }
    for name, look in looks.items():
        show = partial(look, viewer, today=TODAY.date())
        if look in (network_card, backtest_card, leaving_card):
            yield _timed(f"{name}, made by the worker", show)
        yield _timed(f"{name}, warm", show, FEW_LOOKS)


def _changed(options: argparse.Namespace) -> list[Row]:
    from renmai.actions.asks.record_favour import record_favour  # noqa: PLC0415 models need Django's settings

    viewer, today, _people, _person, frame = _doors()
    heaviest, ordinary = (_person_at(place, options) for place in (HEAVIEST, ORDINARY))
    day = TODAY.date()

    def after_one(person_id: int) -> Callable[[], object]:
        with _book() as book:
            add_one(book, viewer.owner_id, person_id)
        return lambda: today(viewer, today=day)

    rows = [
        _timed("one new act, in a new process", after_one(ordinary)),
        _timed("one new act", after_one(ordinary)),
        _timed("one new act of the heaviest", after_one(heaviest)),
    ]
    record_favour(viewer, ordinary, "A map", is_from_me=True, now=TODAY, on=day)
    page = replace(viewer, can_wait=False)
    return [
        *rows,
        _timed("the frame after one note", lambda: frame(page, today=day)),
        _timed("Today after one note", lambda: today(page, today=day)),
    ]


STEPS: dict[str, Callable[[argparse.Namespace], list[Row]]] = {
    "fill": _filled,
    "first": _first_look,
    "warm": _warm,
    "changed": _changed,
}


def _doors() -> tuple:
    """Return the owner and what they look at."""
    from renmai.queries.book.viewers import viewer_of_this_book  # noqa: PLC0415 models need Django's settings
    from renmai.queries.pages.frame import frame_card  # noqa: PLC0415
    from renmai.queries.pages.people import people_page  # noqa: PLC0415
    from renmai.queries.pages.person import person_card  # noqa: PLC0415
    from renmai.queries.today.page import today_card  # noqa: PLC0415

    return viewer_of_this_book(), today_card, people_page, person_card, frame_card


def _book(home: Path | None = None) -> sqlite3.Connection:
    """Open a book beside the program, as another process of it would."""
    return sqlite3.connect((home or Path(os.environ["RENMAI_HOME"])) / "renmai.sqlite3")


def _person_at(place: float, options: argparse.Namespace) -> int:
    """Return the id of the person at a place, 0 to 1, among all by how much passed; the owner is person 1."""
    return 2 + int(place * options.people)


def _timed(name: str, look: Callable[[], object], times: int = 1) -> Row:
    from django.db import connection  # noqa: PLC0415 Django must be set up

    walls, cpus, statements = [], [], [0]

    def counted(execute, *args):
        statements[0] += 1
        return execute(*args)

    with connection.execute_wrapper(counted):
        for _ in range(times):
            started, cpu = time.perf_counter(), time.process_time()
            look()
            walls.append((time.perf_counter() - started) * 1000)
            cpus.append((time.process_time() - cpu) * 1000)
    walls.sort()
    p95 = walls[int(times * 0.95) - (times > 1)]
    return name, walls[times // 2], p95, sorted(cpus)[times // 2], statements[0] / times


if __name__ == "__main__":
    main()
