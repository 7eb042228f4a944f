"""The main job on real mail, end to end through the command line: time, memory, people, ties and Today.

Run `python -m benchmarks.main_job` with the development data beside the project, or where RENMAI_DEVDATA
says. The owner is the list's most regular poster, under every address they write from; the day is the
archive's last. `section()` tells it for docs/evaluation.md.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

DATA = (
    Path(os.environ.get("RENMAI_DEVDATA") or Path(__file__).resolve().parents[2] / "shared" / "data") / "mail"
)
ME = (
    "wsa@the-dreams.de",
    "wsa@kernel.org",
    "wsa+renesas@sang-engineering.com",
    "wsa-dev@sang-engineering.com",
)
LAST_DAY = "2021-12-31"


HEAD = """## The main job on real mail

Three years (2019 to 2021) of a public development list, gzipped as it is offered for download. The owner is the list's
most regular poster under all four addresses they write from; the day looked at is the archive's last.
Nobody is named here.
"""
TRUTH = """
**Is Today true?** When this was first run, Today proposed two ties that had gone quiet beyond their own rhythm and one
long silence; no answer was found owed. We read the 102 mails of the last six weeks that were addressed to the owner and
not answered: patches sent to everybody, acknowledgements, robots' reports, and questions that somebody else in the
thread was asked; one asked for the owner's word by name in the last sentence of a mail to 21 people, which is missed.

As a check on a person it was not looked at with before, the same was done with the second most regular poster on four
days. Of four answers said to be owed, two were questions to the owner that stood open on that day, one was a question
put in passing in a mail that turned to somebody else, and one called somebody else by name ("Ajay, any comments?")
though it was addressed to the owner. Since then a letter that calls another reader by name is owed by that reader, which
takes away the last two and leaves the first two; that check can therefore not be repeated on the same person. Nudges
and quiet ties were right by the figures shown; whether a maintainer *wants* to greet a colleague after twenty days is
not something mail can tell.

What was seen then and was not right (one human under several addresses, a rhythm of copies alone) has been mended since;
what is read now, by a protocol anybody can repeat, stands in the next section.

### Seven histories anybody would judge alike

`tests/journeys/test_seven_cases.py` sends seven histories as mail and calendar through the whole program: newsletters,
one's own unanswered mails and automatic answers are pseudo ties; one kind exchange is weak; weekly mail and a monthly
meeting are strong; two hundred mails and then three years of silence are strong and dormant. They come out so, and in
that order of strength.
"""
"""What was read by hand, once; no command can say it again."""


def run(home: Path, *words: str) -> tuple[object, dict[str, float]]:
    """Run one `renmai` command and return its JSON with wall seconds, CPU seconds and peak MiB."""
    command = (str(Path(sys.executable).parent / "renmai"), *words)
    env = os.environ | {"RENMAI_HOME": str(home), "LANG": "C.UTF-8"}
    started = time.perf_counter()
    with (
        tempfile.TemporaryFile() as out,
        subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE, env=env) as process,
    ):
        complaint = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        out.seek(0)
        answer = out.read()
    if process.returncode:
        raise SystemExit(f"renmai {' '.join(words)}: {complaint.decode()}")
    return json.loads(answer), {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss / 1024,
    }


def section() -> Iterator[str]:
    """Yield the section of docs/evaluation.md."""
    boxes = sorted(map(str, DATA.glob("*.mbox.gz")))
    if not boxes:
        raise SystemExit(f"no mailboxes in {DATA}; set RENMAI_DEVDATA to the folder of the development data")
    me = [word for handle in ME for word in ("--me", handle)]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        first, cost = run(home, "import", *boxes, *me, "--json")
        today, looked = run(home, "today", "--today", LAST_DAY, "--json")
        again, second = run(home, "import", *boxes, *me, "--json")
        people, _ = run(home, "people", "--today", LAST_DAY, "--json")
    yield HEAD
    yield "| step | wall s | CPU s | peak MiB |"
    yield "|---|---|---|---|"
    for name, row in (("import", cost), ("ties and Today", looked), ("the same import again", second)):
        yield f"| {name} | {row['wall']:.1f} | {row['cpu']:.1f} | {row['peak']:.0f} |"
    per_mail = (cost["cpu"] + looked["cpu"]) / first["records_read"] * 1e6
    twice = ", ".join(
        f"{again[name]} {name.replace('_', ' ')}"
        for name in ("records_new", "interactions_new", "people_new")
    )
    classes = Counter(person["tie_class"] or "without a tie" for person in people)
    yield (
        f"\n{first['records_read']:,} mails, {first['records_read'] / cost['wall']:,.0f} a second; "
        f"{per_mail:.0f} µs of CPU a mail from file to Today. {first['records_new']:,} were kept as "
        f"{first['interactions_new']:,} interactions of {first['people_new']:,} people, with "
        f"{len(first['problems'])} problems. Imported again: {twice}. People on that day: "
        + ", ".join(f"{count:,} {name}" for name, count in classes.most_common())
        + "."
    )
    yield f"\nToday proposed {len(today['items'])} things:\n"
    for item in today["items"]:
        yield f"- {item['kind']}: {', '.join(b['code'] for b in item['because'])}"
    yield TRUTH


def main() -> None:
    """Print the section."""
    print("\n".join(section()))


if __name__ == "__main__":
    main()
