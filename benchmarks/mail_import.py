"""Import speed beside `notmuch new` and `mu index`, on the same mails as a maildir, in one run.

`python -m benchmarks.mail_import [MBOX.gz …]` prints its section in Markdown. Without arguments it takes the
mailboxes of the development data. Ours is timed end to end: to people and interactions, then to the owner's
ties with everybody, as of the archive's last day.
"""

import gzip
import mailbox
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.main_job import LAST_DAY, ME

ROOT = Path(__file__).resolve().parent.parent
DEVDATA = Path(os.environ.get("RENMAI_DEVDATA") or ROOT.parent / "shared" / "data")
BIN = Path(sys.executable).parent
HEAD = """## Mail, from file to ties

`python -m benchmarks.mail_import`: the same {count:,} mails as a maildir, each program from nothing, one run. The peers
index the bodies too; we keep an excerpt and compute people, interactions and the owner's ties with everybody. Memory does
not grow with the file: what it took on this mail stands in [evaluation](evaluation.md).
"""
PEERS = {"notmuch": "notmuch", "mu": "maildir-utils"}


class Cost(NamedTuple):
    """What one way of reading the mails took."""

    name: str
    wall_s: float
    cpu_s: float


def section(boxes: Sequence[Path] = ()) -> Iterator[str]:
    """Make the maildir, time everybody on it; yield the section of docs/benchmarks.md."""
    files = boxes or sorted((DEVDATA / "mail").glob("*.mbox.gz"))
    if not files:
        sys.exit(f"there is no mailbox to read: name some, or put development data in {DEVDATA}")
    install_peers()
    with tempfile.TemporaryDirectory(prefix="renmai-bench-") as place:
        mails = Path(place) / "mails"
        count = sum(fill(mails, box) for box in files)
        warm(mails)
        costs = [*ours(mails, Path(place)), *theirs(mails, Path(place))]
    yield HEAD.format(count=count)
    yield "| program | wall, µs a mail | CPU, µs a mail | CPU, times ours end to end |"
    yield "|---|---:|---:|---:|"
    whole = costs[1]
    for cost in costs:
        wall, cpu = 1e6 * cost.wall_s / count, 1e6 * cost.cpu_s / count
        yield f"| {cost.name} | {wall:.0f} | {cpu:.0f} | {cost.cpu_s / whole.cpu_s:.2f} |"
    slower = min((cost.cpu_s / whole.cpu_s for cost in costs[2:]), default=0.0)
    yield f"\nBar: less per mail than either peer, end to end. Reached: the nearer one takes {slower:.1f} times ours."


def main() -> None:
    """Print the section, of the mailboxes named."""
    print("\n".join(section([Path(text) for text in sys.argv[1:]])))


def install_peers() -> None:
    """Install what is missing where we may; say what is missing where we may not."""
    missing = [package for program, package in PEERS.items() if not shutil.which(program)]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], check=True)
    elif missing:
        print(f"left out, because they are not installed: {', '.join(missing)}", file=sys.stderr)


def fill(mails: Path, box: Path) -> int:
    """Put every mail of a gzipped mbox into one maildir; return how many."""
    with tempfile.NamedTemporaryFile() as plain:
        with gzip.open(box) as packed:
            shutil.copyfileobj(packed, plain)
        plain.flush()
        target = mailbox.Maildir(mails, create=True)
        source = mailbox.mbox(plain.name)
        keys = source.keys()
        for key in keys:
            target.add(source.get_bytes(key))
    return len(keys)


def warm(mails: Path) -> None:
    """Read every file once, so that nobody pays for the disk."""
    for path in mails.rglob("*"):
        if path.is_file():
            path.read_bytes()


def timed(name: str, command: list[str | Path], environment: dict[str, str]) -> Cost:
    """Run a command; return its wall time and the processor time of it and of its children."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL)
    wall_s, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(name, wall_s, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def ours(mails: Path, place: Path) -> list[Cost]:
    """Time Renmai: the import alone, and end to end with the ties of everybody."""
    home = {"RENMAI_HOME": str(place / "home")}
    subprocess.run(
        [BIN / "renmai", "init"], env={**os.environ, **home}, check=True, stdout=subprocess.DEVNULL
    )
    me = [word for handle in ME for word in ("--me", handle)]
    import_cost = timed("renmai import", [BIN / "renmai", "import", mails, *me], home)
    ties_cost = timed("ties", [BIN / "renmai", "people", "--today", LAST_DAY, "--json"], home)
    whole = Cost(
        "renmai import, then all ties",
        import_cost.wall_s + ties_cost.wall_s,
        import_cost.cpu_s + ties_cost.cpu_s,
    )
    return [import_cost, whole]


def theirs(mails: Path, place: Path) -> list[Cost]:
    """Time the peers that are here."""
    costs = []
    if shutil.which("notmuch"):
        config = place / "notmuch.conf"
        config.write_text(
            f"[database]\npath={mails}\n[user]\nname=Me\nprimary_email={ME[0]}\n[new]\ntags=new\n"
        )
        costs.append(timed("notmuch new", ["notmuch", "new", "--quiet"], {"NOTMUCH_CONFIG": str(config)}))
    if shutil.which("mu"):
        home = f"--muhome={place / 'mu'}"
        subprocess.run(["mu", "init", home, f"--maildir={mails}"], check=True, stdout=subprocess.DEVNULL)
        costs.append(timed("mu index", ["mu", "index", home, "--quiet"], {}))
    return costs


if __name__ == "__main__":
    main()
