"""Hostile files: each is read beside a good one, quickly and in little memory; its faults are worded."""

import json
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from django.utils import translation

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.book.because import Because
from renmai.store.models import Person
from renmai.wording import sentence
from tests.faults.damage import DAMAGES, card
from tests.faults.importing import peak_mb
from torture.books import ME, NOW, book_at, damage, held, new_book, owner
from torture.hostile_files import drawn
from torture.killing import start, wait
from torture.outcome import Outcome, times

FILES = 1_800
FILES_A_BOOK = 60
MOST_SECONDS, MOST_MB = 10.0, 512
SLOW_SECONDS = 3.0
"""What takes longer is named, though it is no loss."""
File = tuple[str, str, bytes]


def attack(place: Path, chance: Random, share: float) -> Outcome:
    """Let books read hostile files, some dozens each, in a process measured in time and memory."""
    outcome, kinds = Outcome(), Counter[str]()
    base = place / "base"
    with book_at(base):
        new_book()
    files = iter(all_files(chance, share))
    number = 0
    while batch := list(islice(files, FILES_A_BOOK)):
        number += 1
        book = shutil.copytree(base, place / f"book{number}")
        for kind, wrong in outcomes(book, batch):
            kinds[kind.split(" ")[0]] += 1
            outcome.tried(kind, wrong)
        shutil.rmtree(book)
    outcome.note = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    return outcome


def all_files(chance: Random, share: float) -> Iterator[File]:
    """Yield the files that the suite knows by name, as far as the share goes, and those drawn by chance."""
    known = chance.sample(sorted(DAMAGES), times(len(DAMAGES), share, chance))
    yield from (("known " + name, name, DAMAGES[name].content()) for name in known)
    yield from islice(drawn(chance), times(FILES, share, chance, least=1))


def outcomes(home: Path, batch: list[File]) -> list[tuple[str, str]]:
    """Return what was lost with each file."""
    told = home / "told.jsonl"
    with book_at(home) as database:
        status = wait(start(lambda: read_all(home, batch, told)))
        lines = told.read_text().splitlines() if told.exists() else []
        found = [(kind, json.loads(line)) for (kind, _, _), line in zip(batch, lines, strict=False)]
        if status:
            found.append((batch[min(len(lines), len(batch) - 1)][0], f"the process ended with {status}"))
        found.append(("book", damage(held(database))))
    return found


def read_all(home: Path, batch: list[File], told: Path) -> None:
    """Read file by file; note what was lost, or nothing, for each."""
    with told.open("w") as file:
        for number, (_, name, content) in enumerate(batch):
            hostile, good = home / "files" / name, home / "files" / f"good{number}.vcf"
            hostile.parent.mkdir(exist_ok=True)
            hostile.write_bytes(content)
            good.write_text(card(f"Goodwin Number{number}"))
            print(json.dumps(lost(hostile, good, f"Goodwin Number{number}")), file=file, flush=True)
            hostile.unlink()


def lost(hostile: Path, good: Path, name: str) -> str:
    """Return what reading a hostile file beside a good one cost, nothing where it cost nothing."""
    began = time.process_time()
    try:
        report = import_paths(owner(), [hostile, good], now=NOW, me=[ME])
    except Exception as wrong:  # noqa: BLE001 - whatever comes out of it is a loss
        return f"{hostile.name}: {type(wrong).__name__}: {wrong}"
    seconds = time.process_time() - began
    if seconds > SLOW_SECONDS:
        print(f"{hostile.name}: {seconds:.1f} s", file=sys.stderr, flush=True)
    if report.state != "done":
        return f"{hostile.name}: the import is {report.state}"
    if seconds > MOST_SECONDS or peak_mb() > MOST_MB:
        return f"{hostile.name}: {seconds:.1f} s, {peak_mb():.0f} MB"
    if not Person.objects.filter(name=name).exists():
        return f"{hostile.name}: the good card beside it is not there"
    return next((wrong for problem in report.problems[:50] if (wrong := unworded(problem))), "")


def unworded(problem: object) -> str:
    """Return what is wrong with the words of a problem."""
    if problem.code == "record_broken":
        return f"a reader broke: {problem.numbers} at {problem.where} of {problem.file}"
    for language in ("en", "zh-hans"):
        with translation.override(language):
            text = sentence(Because(problem.code, dict(problem.numbers)))
        if not text.rstrip().endswith((".", "。", "?", "？")):
            return f"{problem.code} is no sentence: {text}"
    return ""
