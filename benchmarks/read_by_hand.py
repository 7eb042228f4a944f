"""Read by hand: what the program says of eight owners' mail, drawn by a fixed protocol, and what reading says of it.

Run `make evaluate ONLY=read_by_hand`. It draws the statements, writes a form for each owner into `build/read_by_hand`
(every statement with the letters behind it) and tells the table from the verdicts in `verdicts/read_by_hand.tsv`.
A line there is the statement's key, its kind, `true`, `half` or `false`, `useful` or `-`, and the reason in our own words.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.list_owners import ListOwner, all_mails, digest, owners, write_box
from benchmarks.read_by_hand_forms import form
from renmai.engine.backtesting import wilson

VERDICTS = Path(__file__).resolve().parent / "verdicts" / "read_by_hand.tsv"
FORMS = Path(__file__).resolve().parent.parent / "build" / "read_by_hand"
DAYS, TIES_OF_A_CLASS = 5, 2
SEED = 20211231


class Judgement(NamedTuple):
    """A kind of statement, what its words begin with, its name in the table, its bar."""

    kind: str
    start: str
    name: str
    bar: str


JUDGEMENTS = (
    Judgement("today", "", "Today", "true ≥ .80, false ≤ .04, useful ≥ .60"),
    Judgement("today", "reply:", "of it, an answer owed", "≥ .85"),
    Judgement("today", "waiting:", "of it, no answer yet", "≥ .9"),
    Judgement("tie", "", "class and state of a tie", "≥ .9"),
    Judgement("same", "", "two are one human", "≥ .95"),
    Judgement("position", "", "a position proposed", "≥ .9"),
    Judgement("need", "", "a need or offer proposed", "–"),
)


WEAK = """
Rows say how much of what is drawn was read; what the two owners to verify have was not looked at before it was read. Not
read yet: what was put to the owners and is not shown (recall), and the maintainer. How it was
read: pairs by what their addresses say, hardly one by its letters, so that figure is the weakest; ties by a count of contact
from the headers, by the same definition of contact; items of Today by that count and the ends of the last letters, questions
whole. One reader, who also works on the program. What is not right, as found by reading:

- A question after "Hi" and somebody else's short first name is owed by the one it is addressed to.
- *Cooling* says "you usually talk" where only the owner's patches went out and the other has been silent for a year.
- An answer to a letter that reached its writer by the list alone is no contact, so a silence is told as longer than it is.
- *Revive* and *new* are true and of no use where two worked on one thing and finished it, which is most of Today here.
- A community's host is proposed as a position; two who share no more than `linux@`, or a team's address, as one human.\
""".splitlines()
HEAD = f"""## Read by hand

Eight owners of the development list, taken by their place among all who wrote (six to tune on, two to verify, read once
at the end), each with the mails they wrote or were sent and nothing else; on the last day of their own mail and
{DAYS - 1} earlier ones drawn by seed. Read was every item of Today, {TIES_OF_A_CLASS} ties of each class and every proposal, with
the letters behind them; verdicts are in `benchmarks/verdicts/read_by_hand.tsv`. In brackets: the 95 % interval.

| what is said | owners | drawn | read | true | half | false | share true | useful | bar |
|---|---|---|---|---|---|---|---|---|---|""".splitlines()


class Statement(NamedTuple):
    """One thing the program says: its kind, the day it was asked on, of whom, and how it says it."""

    owner: str
    kind: str
    day: str
    person: tuple[str, ...]
    said: str

    @property
    def key(self) -> str:
        """Return what names it in the verdicts, the same in every version that says the same of the same."""
        people = self.person[: 2 if self.kind == "same" else 1]
        return digest("|".join((self.owner, self.kind, self.day, *people, self.said)))


class Verdict(NamedTuple):
    """What reading said of a statement."""

    kind: str
    truth: str
    use: str
    reason: str


def verdicts() -> dict[str, Verdict]:
    """Return the verdicts by the key of what was judged."""
    lines = VERDICTS.read_text("utf-8").splitlines() if VERDICTS.exists() else []
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: Verdict(*rest) for key, *rest in rows}


def days(owner: ListOwner) -> list[date]:
    """Return the last day of the owner's own mail and four earlier ones, drawn by seed."""
    mine = sorted({mail.at.date() for mail in owner.mails if mail.writer[1] in owner.addresses})
    draw = random.Random(f"{SEED}{owner.key}")
    middle = mine[len(mine) // 3 : -1]
    return sorted({mine[-1] + timedelta(days=1), *draw.sample(middle, min(DAYS - 1, len(middle)))})


def statements(owner: ListOwner) -> list[Statement]:
    """Return what the program says of the owner's book, by the command line."""
    with tempfile.TemporaryDirectory(prefix="renmai-read-") as folder:
        home = Path(folder)
        write_box(owner.mails, home / "mine.mbox")

        def told(*words: object) -> Any:
            environment = {**os.environ, "RENMAI_HOME": str(home), "LANG": "C.UTF-8"}
            command = [Path(sys.executable).with_name("renmai"), *map(str, words)]
            done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
            return json.loads(done.stdout or b"null")

        me = [word for address in owner.addresses for word in ("--me", address)]
        told("import", home / "mine.mbox", *me, "--json")
        looked = days(owner)
        last = looked[-1]
        people = told("people", "--today", last, "--json")
        names = {each["id"]: _addresses(each) for each in people}
        said = [*_ties(owner, last, people), *_proposals(owner, last, names, told)]
        return said + [row for day in reversed(looked) for row in _today(owner, day, names, told)]


def _today(
    owner: ListOwner, day: date, names: Mapping[int, tuple[str, ...]], told: Any
) -> Iterator[Statement]:
    for item in told("today", "--today", day, "--json")["items"]:
        said = " ".join(each["sentence"] for each in item["because"])
        yield Statement(
            owner.key, "today", str(day), names.get(item["person_id"], ()), f"{item['kind']}: {said}"
        )


def _addresses(person: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(handle.removeprefix("mailto:") for handle in person["handles"])


def _ties(owner: ListOwner, day: date, people: Sequence[Mapping[str, Any]]) -> Iterator[Statement]:
    draw = random.Random(f"ties{SEED}{owner.key}")
    for tie_class in ("strong", "weak", "pseudo"):
        of_class = sorted((each for each in people if each["tie_class"] == tie_class), key=_addresses)
        for person in draw.sample(of_class, min(TIES_OF_A_CLASS, len(of_class))):
            said = f"{tie_class}, {person['state']}"
            yield Statement(owner.key, "tie", str(day), _addresses(person), said)


def _proposals(
    owner: ListOwner, day: date, names: Mapping[int, tuple[str, ...]], told: Any
) -> Iterator[Statement]:
    for pair in told("same", "list", "--today", day, "--json")["asked"]:
        one, other = (_addresses(pair[side]) for side in ("one", "other"))
        yield Statement(owner.key, "same", str(day), (*one[:1], *other[:1]), "are one human")
    for entry in told("position", "list", "--today", day, "--json"):
        for each in entry["proposals"]:
            said = f"{each['change']}: {each['title'] or ''} {each['organisation'] or ''}".strip()
            yield Statement(owner.key, "position", str(day), names.get(entry["person_id"], ()), said)
    for each in told("value", "list", "--today", day, "--json")["proposals"]:
        said = f"{each['side']}: {each['sentence']}"
        yield Statement(owner.key, "need", str(day), names.get(each["person_id"], ()), said)


def table(rows: Sequence[tuple[bool, Statement, Verdict | None]]) -> Iterator[str]:
    """Yield the table: how much was drawn and read of each kind, and what came of it."""
    yield from HEAD
    for judgement in JUDGEMENTS:
        for is_verify in (False, True):
            drawn = [
                judged
                for verify, statement, judged in rows
                if verify == is_verify
                and statement.kind == judgement.kind
                and statement.said.startswith(judgement.start)
            ]
            read = [each for each in drawn if each is not None]
            if drawn:
                who = "verify" if is_verify else "tune"
                yield f"| {judgement.name} | {who} | {len(drawn)} | {_cells(read)} | {judgement.bar} |"
    yield from WEAK


def _cells(read: Sequence[Verdict]) -> str:
    if not read:
        return "0 | | | | |"
    count = {truth: sum(each.truth == truth for each in read) for truth in ("true", "half", "false")}
    low, high = wilson(count["true"] / len(read), len(read))
    use = sum(each.use == "useful" for each in read) / len(read)
    said_use = f"{use:.2f}" if read[0].kind == "today" else "–"
    shares = " | ".join(str(count[truth]) for truth in count)
    return f"{len(read)} | {shares} | {count['true'] / len(read):.2f} ({low:.2f} to {high:.2f}) | {said_use}"


def section(only: Sequence[str] = ()) -> Iterator[str]:
    """Yield the section of docs/evaluation.md, having written the forms."""
    mails = all_mails()
    judged = verdicts()
    FORMS.mkdir(parents=True, exist_ok=True)
    rows = []
    for owner in owners(mails):
        if only and owner.key not in only:
            continue
        said = statements(owner)
        lines = [line for statement in said for line in form(owner, statement, judged.get(statement.key))]
        (FORMS / f"{owner.key}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        rows += [(owner.is_verify, each, judged.get(each.key)) for each in said]
    yield from table(rows)
