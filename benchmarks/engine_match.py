"""Times matching of 50,000 needs and offers: one person's matches, a full refresh, memory.

Run `python -m benchmarks.engine_match [TEXTS]`. The texts are pieces of the labelled set, put together at
random with numbers, so that words are as common as in it. Each measure runs in a process of its own.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.matchsets import labelled

TEXTS = 50_000
OF_ONE_PERSON = 10  # needs, plenty for anybody
ONE_BAR_MS, FULL_BAR_S = 200, 30

FULL = """
import resource, time
from benchmarks.memory import peak_mib
from pathlib import Path
from renmai.engine.matching.run import write_matches
write_matches  # loads what it needs, once
start = time.perf_counter()
write_matches(Path({needs!r}), Path({offers!r}), Path({out!r}))
wall, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
print(wall, used.ru_utime + used.ru_stime, peak_mib())
"""
ONE = """
import time
from pathlib import Path
from renmai.engine.matching.rows import read_rows
from renmai.engine.matching.run import Board
needs = read_rows(Path({needs!r})).rows
board = Board(needs, read_rows(Path({offers!r})).rows)
found = []
for at in range(20):
    ids = [need.id for need in needs[at * {count} : (at + 1) * {count}]]
    start = time.perf_counter()
    matches = list(board.matches(ids))
    found.append((time.perf_counter() - start) * 1000)
found.sort()
print(found[10], found[19])
"""


def generate(texts: int, folder: Path) -> tuple[Path, Path]:
    """Write half as many needs and half as many offers; return the files."""
    choose = random.Random(1)
    dev = labelled("dev")
    paths = folder / "needs.jsonl", folder / "offers.jsonl"
    for path, rows in zip(paths, (dev.needs, dev.offers), strict=True):
        with path.open("w", encoding="utf-8") as file:
            for number in range(texts // 2):
                one, other = choose.choice(rows).text, choose.choice(rows).text
                text = f"{one[: choose.randint(8, 80)]}, {other[: choose.randint(4, 30)]} {_word(choose)}"
                file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    return paths


def _word(choose: random.Random) -> str:
    """Return a made-up name, as real texts hold many that hardly anybody else uses."""
    return "".join(choose.choice("bdfgklmnprst") + choose.choice("aeiou") for _ in range(4))


def _run(code: str, **values: object) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", code.format(**values)], capture_output=True, text=True, check=True
    )
    return [float(word) for word in done.stdout.split()]


def section(texts: int = TEXTS) -> Iterator[str]:
    """Yield the section of docs/benchmarks.md on matching."""
    with tempfile.TemporaryDirectory() as folder:
        needs, offers = generate(texts, Path(folder))
        files = {"needs": str(needs), "offers": str(offers), "out": str(Path(folder) / "out.jsonl")}
        wall, cpu, memory = _run(FULL, **files)
        middle, worst = _run(ONE, count=OF_ONE_PERSON, **files)
    yield f"## Matching, {texts:,} needs and offers"
    yield ""
    yield "| | reached | bar |"
    yield "|---|---|---|"
    yield f"| one person's matches ({OF_ONE_PERSON} needs), median | {middle:.0f} ms | {ONE_BAR_MS} ms |"
    yield f"| the slowest of 20 such | {worst:.0f} ms | {ONE_BAR_MS} ms |"
    yield f"| full refresh from files to file, wall | {wall:.1f} s | {FULL_BAR_S} s |"
    yield f"| full refresh, CPU | {cpu:.1f} s | |"
    yield f"| memory at most | {memory:.0f} MiB | |"
    yield ""
    yield (
        "One person's matches are asked of a board that has read and weighed all texts; a full refresh "
        "begins with nothing. Texts are put together from pieces of the dev set."
    )


def main() -> None:
    """Print the section."""
    for line in section(int(sys.argv[1]) if sys.argv[1:] else TEXTS):
        print(line, flush=True)


if __name__ == "__main__":
    main()
