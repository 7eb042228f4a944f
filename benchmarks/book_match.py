"""Times matches of a book of 50,000 needs and offers: a full refresh, one person's, one new note.

Run `python -m benchmarks.book_match [NOTES]`. The book holds 5,000 people with ten notes each and 20 of the
owner's; the texts are made as in `engine_match`. It is measured in a process of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.engine_match import generate

NOTES, OF_ONE, MINE = 50_000, 10, 20
PAGE_BAR_MS, FULL_BAR_S = 200, 30

CODE = """
import json, resource, sys, time
import django
from benchmarks.memory import peak_mib
django.setup()
from datetime import UTC, date, datetime
from renmai.actions.open_book import open_book
from renmai.actions.record_value import record_value
from renmai.queries.fresh_matches import fresh_matches
from renmai.queries.give_prompts import prompts
from renmai.queries.person_value import person_value
from renmai.queries.values import values
from renmai.store.models import Decision, Handle, Match, Mention, MentionHandle, Person
NOW, DAY = datetime(2026, 4, 16, 9, tzinfo=UTC), date(2026, 4, 16)
texts, of_one, mine = json.loads(sys.stdin.read())
viewer = open_book(now=NOW)
own = {"owner_id": viewer.owner_id}
count = len(texts) // of_one
numbers = range(count)
people = Person.objects.bulk_create([Person(name=f"Person {n}", **own) for n in numbers])
mentions = Mention.objects.bulk_create(
    [Mention(key=f"m{n}", name=f"Person {n}", source="mail", person=people[n], **own) for n in numbers]
)
handles = Handle.objects.bulk_create([Handle(kind="mailto", value=f"p{n}@x.example", **own) for n in numbers])
MentionHandle.objects.bulk_create(
    [MentionHandle(mention=m, handle=h, place=0) for m, h in zip(mentions, handles)]
)
def decision(n, side, text):
    anchor = "me" if n < mine else f"mailto:p{n // of_one}@x.example"
    payload = {"side": side, "text": text, "origin": "said", "importance": "middle", "on": "2026-03-01"}
    return Decision(kind="value", anchor=anchor, payload=payload, decided_at=NOW, **own)
Decision.objects.bulk_create(
    [decision(n, side, text) for n, (side, text) in enumerate(texts)], batch_size=5000
)
def timed(act):
    before, start = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    act()
    wall, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    return wall, used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
found = {"full": timed(lambda: fresh_matches(viewer, today=DAY)), "rows": Match.objects.count()}
found["memory"] = peak_mib()
looks = [timed(lambda: person_value(viewer, people[n * 97 % count].pk, today=DAY)) for n in range(3, 33)]
found["one"] = [sorted(each) for each in zip(*looks)]
found["page"] = timed(lambda: values(viewer, today=DAY))
found["page"] = timed(lambda: values(viewer, today=DAY))
found["gifts"] = timed(lambda: list(prompts(viewer, today=DAY)))
record_value(viewer, people[7].pk, "need", "a patent lawyer who reads German", now=NOW, on=DAY)
found["new"] = timed(lambda: fresh_matches(viewer, today=DAY))
record_value(viewer, people[8].pk, "need", "婚礼摄影师", now=NOW, on=DAY)
found["next"] = timed(lambda: fresh_matches(viewer, today=DAY))
print(json.dumps(found))
"""


def measured(notes: int) -> dict:
    """Return what a run on a book of so many notes found; times are (wall, CPU) in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        needs, offers = generate(notes, Path(folder))
        texts = [
            (side, json.loads(line)["text"])
            for lines in zip(needs.open(encoding="utf-8"), offers.open(encoding="utf-8"), strict=True)
            for side, line in zip(("need", "offer"), lines, strict=True)
        ]
        environment = {
            **os.environ,
            "RENMAI_HOME": str(Path(folder) / "home"),
            "DJANGO_SETTINGS_MODULE": "renmai.config.settings",
        }
        done = subprocess.run(
            [sys.executable, "-c", CODE],
            input=json.dumps([texts, OF_ONE, MINE]),
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    return json.loads(done.stdout.splitlines()[-1])


def section(notes: int = NOTES) -> Iterator[str]:
    """Yield the section of docs/benchmarks.md on matches in the book."""
    figures = measured(notes)
    wall, cpu = figures["one"]
    middle = len(wall) // 2
    yield f"## Matches in a book of {notes:,} needs and offers"
    yield ""
    yield "| | reached | bar |"
    yield "|---|---|---|"
    both = [f"{1000 * wall[at]:.0f} ms, {1000 * cpu[at]:.0f} ms" for at in (middle, -1)]
    yield f"| one person's matches with both columns, median, wall, CPU | {both[0]} | {PAGE_BAR_MS} ms |"
    yield f"| the slowest of {len(wall)} such | {both[1]} | {PAGE_BAR_MS} ms |"
    yield f"| full refresh from the notes to the kept matches, wall | {figures['full'][0]:.1f} s | {FULL_BAR_S} s |"
    yield f"| full refresh, CPU | {figures['full'][1]:.1f} s | |"
    yield f"| after one new note: the first, the next (CPU) | {figures['new'][1]:.1f} s, {figures['next'][1]:.1f} s | |"
    yield f"| the page of value, CPU | {figures['page'][1] * 1000:.0f} ms | |"
    yield f"| gifts for Today, CPU | {figures['gifts'][1] * 1000:.0f} ms | |"
    yield f"| matches kept | {figures['rows']:,} | |"
    yield f"| memory at most | {figures['memory']:.0f} MiB | |"
    yield ""
    yield (
        "A book of up to 2,000 notes is compared as a whole after every change; a larger one as a whole only "
        "once it has grown by a tenth or its table of words changed, else a few new notes are compared with "
        "those that share a word with them."
    )


def main() -> None:
    """Print the section."""
    for line in section(int(sys.argv[1]) if sys.argv[1:] else NOTES):
        print(line, flush=True)


if __name__ == "__main__":
    main()
