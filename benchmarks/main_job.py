"""The main job on real mail, end to end through the command line: time, memory, people, ties and Today.

Run `python -m benchmarks.main_job` with the development data beside the project, or where RENMAI_DEVDATA
says. The owner is the list's most regular poster, under every address they write from; the day is the
archive's last.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
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


def main() -> None:
    """Print the figures as Markdown."""
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
    classes = Counter(person["tie_class"] or "no tie" for person in people)
    per_message = (cost["cpu"] + looked["cpu"]) / first["records_read"] * 1e6
    print("| step | wall s | CPU s | peak MiB |\n|---|---|---|---|")
    for name, row in (("import", cost), ("ties and Today", looked), ("the same import again", second)):
        print(f"| {name} | {row['wall']:.1f} | {row['cpu']:.1f} | {row['peak']:.0f} |")
    print(
        f"\n{first['records_read']:,} mails, {first['records_read'] / cost['wall']:,.0f} a second;", end=" "
    )
    print(f"{per_message:.0f} µs of CPU a mail from file to Today.")
    print(f"{first['records_new']:,} kept, {first['interactions_new']:,} interactions,", end=" ")
    print(f"{first['people_new']:,} people, {len(first['problems'])} problems; the second time", end=" ")
    print(
        ", ".join(f"{again[name]} {name}" for name in ("records_new", "interactions_new", "people_new")) + "."
    )
    print("Ties: " + ", ".join(f"{count} {name}" for name, count in classes.most_common()) + ".\n")
    for item in today["items"]:
        print(f"- {item['kind']}: {item['name']}: {' '.join(b['sentence'] for b in item['because'])}")


if __name__ == "__main__":
    main()
