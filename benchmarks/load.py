"""Load: how many pages a second the server answers when sixteen look at once, of which kind, how late.

    python -m benchmarks.load                                        50,000 people, 1,000,000 acts: ten minutes
    python -m benchmarks.load --people 5000 --interactions 500000    some minutes
    python -m benchmarks.load --before 7c9741ca                      beside an earlier commit, in turns
    make bench ONLY=load ARGS="--before 7c9741ca"                    the same, into docs/benchmarks.md

The clients are threads of one process, each with one connection that is kept. They ask in turn for Today, for
the first page of People, for anybody of the book and for what a search finds, in an order drawn by a seed. What
the server itself took is its own processor time, which says more than seconds do where others use the machine.
"""

import argparse
import os
import random
import re
import shlex
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from benchmarks.large_book import TODAY
from benchmarks.today import ROOT, EarlierCommit, in_its_own_process

CLIENTS = 16
WARM_S = 5
SEED = 11
LONGEST_START_S = 60
BARS = {"requests a second": 100, "p99": 500}
HEAD = """## Sixteen who look at once

`{command}`: {clients} clients, each at one connection, ask the server for Today, People, anybody of {people:,} people and
searches in random order, {seconds:.0f} seconds after {warm} to warm up; the book holds {acts:,} acts. The clients share
the machine with the server, which takes the CPU ms. Bar: {least} requests a second, p99 under {most} ms.

| | requests a second | p50, ms | p99, ms | CPU ms of the server a request | not answered |
|---|---:|---:|---:|---:|---:|"""
START = "from renmai.config.command import main; main()"
KINDS = ("Today", "People", "a person", "a search")


class Answer(NamedTuple):
    """One request: what was asked for, when it was answered, how long that took, whether it was."""

    kind: str
    at: float
    took_ms: float
    is_answered: bool


class Run(NamedTuple):
    """What one program did under load, after it was warm."""

    answers: list[Answer]
    seconds: float
    cpu_ms: float

    def row(self, name: str, kind: str = "") -> str:
        """Return a line of the table, of everything or of one kind."""
        asked = [each for each in self.answers if kind in ("", each.kind)]
        took = sorted(each.took_ms for each in asked if each.is_answered) or [float("nan")]
        cpu = f"{self.cpu_ms / max(1, len(asked)):.1f}" if not kind else ""
        missed = sum(not each.is_answered for each in asked)
        p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
        a_second = (len(asked) - missed) / self.seconds
        return (
            f"| {name} | {a_second:,.0f} | {statistics.median(took):,.0f} | {p99:,.0f} | {cpu} | {missed} |"
        )


def section(options: argparse.Namespace | None = None) -> Iterator[str]:
    """Yield the section of docs/benchmarks.md."""
    options = options or _options(shlex.split(os.environ.get("BENCH_ARGS", "")))
    with tempfile.TemporaryDirectory(prefix="renmai-load-") as folder:
        programs = [("now", ROOT, options.home or Path(folder) / "now")]
        if options.before:
            earlier = EarlierCommit(options, Path(folder))
            programs.insert(0, (f"before ({options.before})", earlier.tree, earlier.home))
        yield HEAD.format(
            command=f"python -m benchmarks.load{f' --before {options.before}' if options.before else ''}",
            clients=CLIENTS,
            people=options.people,
            acts=options.interactions,
            seconds=options.seconds,
            warm=WARM_S,
            least=BARS["requests a second"],
            most=BARS["p99"],
        )
        for name, tree, home in programs:
            for step in ("fill", "first"):
                in_its_own_process(step, options, home, tree=tree)
            run = _under_load(tree, home, options)
            yield run.row(name)
            for kind in KINDS:
                yield run.row(f"{name}: {kind}", kind)


def main() -> None:
    """Print the section."""
    for line in section(_options()):
        print(line, flush=True)


def _options(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--interactions", type=int, default=1_000_000)
    parser.add_argument("--favours", type=int, default=3_000)
    parser.add_argument("--outcomes", type=int, default=12_000)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--home", type=Path, help="keep the book here, and use it again if it is there")
    parser.add_argument("--before", metavar="COMMIT", help="ask that commit's server as well, just before")
    parser.add_argument("--before-home", type=Path, help="the same for the book of that commit")
    return parser.parse_args(words)


def _under_load(tree: Path, home: Path, options: argparse.Namespace) -> Run:
    """Serve a book by the program in a folder, and have it asked by all clients at once."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {**os.environ, "RENMAI_HOME": str(home), "PYTHONPATH": str(tree / "src"), "COLUMNS": "400"}
    env["DJANGO_SETTINGS_MODULE"] = "renmai.config.settings"
    command = [sys.executable, "-c", START, "serve", "--port", str(port), "--today", TODAY.date().isoformat()]
    with subprocess.Popen(command, env=env, cwd=tree, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = _address(server.stdout)
            host, cookie = _signed_in(address, port)
            _wait_until_made(port, host, cookie)
            return _asked(server.pid, port, {"Host": host, "Cookie": cookie}, options)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(LONGEST_START_S)


def _address(printed: Iterator[str]) -> str:
    """Return the one-time address that a server prints."""
    for line in printed:
        found = re.search(r"http://(\S+?)(/enter/\S+)", line)
        if found:
            return found.group(0)
    raise SystemExit("the server printed no address")


def _signed_in(address: str, port: int) -> tuple[str, str]:
    """Use the one-time address; return the host to ask for and the cookie of the session."""
    _, _, host, path = address.split("/", 3)
    until = time.monotonic() + LONGEST_START_S
    while True:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST_START_S)
            connection.request("GET", f"/{path}", headers={"Host": host})
            return host, connection.getresponse().headers["Set-Cookie"].partition(";")[0]
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _wait_until_made(port: int, host: str, cookie: str) -> None:
    """Wait until the worker has made the plan of the day."""
    for _ in range(LONGEST_START_S):
        connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST_START_S)
        connection.request("GET", "/", headers={"Host": host, "Cookie": cookie})
        if "every 2s" not in connection.getresponse().read().decode():
            return
        time.sleep(1)


def _asked(pid: int, port: int, headers: dict[str, str], options: argparse.Namespace) -> Run:
    """Let all clients ask for so many seconds; what is asked to warm up is not counted."""
    begun = time.monotonic()
    counted_from, until = begun + WARM_S, begun + WARM_S + options.seconds
    with ThreadPoolExecutor(CLIENTS) as clients:
        running = [
            clients.submit(_client, number, port, headers, options.people, until) for number in range(CLIENTS)
        ]
        time.sleep(max(0.0, counted_from - time.monotonic()))
        before = _cpu_ms(pid)
        answers = [each for one in running for each in one.result()]
        cpu_ms = _cpu_ms(pid) - before
    return Run([each for each in answers if each.at >= counted_from], options.seconds, cpu_ms)


def _client(number: int, port: int, headers: dict[str, str], people: int, until: float) -> list[Answer]:
    draw = random.Random(SEED * CLIENTS + number)
    connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST_START_S)
    answers = []
    while time.monotonic() < until:
        kind = draw.choice(KINDS)
        path = {
            "Today": "/",
            "People": "/people/",
            "a person": f"/people/{2 + draw.randrange(people)}/",
            "a search": f"/people/?q=person+{draw.randrange(people)}",
        }[kind]
        started = time.perf_counter()
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            is_answered = answer.status == 200
        except OSError:
            connection.close()
            is_answered = False
        took_ms = (time.perf_counter() - started) * 1000
        answers.append(Answer(kind, time.monotonic(), took_ms, is_answered))
    return answers


def _cpu_ms(pid: int) -> float:
    """Return the processor time of a process and of all that it started, in milliseconds."""
    times, parents = {}, {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        process = int(place.parent.name)
        parents[process] = int(fields[1])
        times[process] = (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
    family = {pid}
    while grown := {process for process, parent in parents.items() if parent in family} - family:
        family |= grown
    return sum(times.get(process, 0.0) for process in family)


if __name__ == "__main__":
    main()
