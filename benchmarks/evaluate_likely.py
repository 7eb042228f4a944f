"""Prints how well likely people are asked about on the development list, as Markdown.

Run `python -m benchmarks.evaluate_likely`. The verdicts in `verdicts/one_human.tsv` were made by reading the
list: one line for each address of a human who writes from several, as a digest, with the human's number.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from benchmarks.dev_mail import boxes
from renmai.domain.people.likeness import grouped

VERDICTS = Path(__file__).resolve().parent / "verdicts" / "one_human.tsv"
OWNER = "wsa@kernel.org"
NO_HUMAN = 0
"""The number of addresses that belong to no human who could be told: spam, machines, broken ones."""
HEAD = (
    "### Two addresses of one human, asked about",
    "",
    "The development list as a book of its maintainer, by `renmai same`; verdicts by reading (tuned on), in",
    "`benchmarks/verdicts`. Asked are as many pairs as settle every group; pairs of spam and machines are left out. A human",
    "is found where certain joins and right questions bring all their addresses together.",
    "",
    "| humans with several addresses | joined for certain | asked | left out | right | precision | bar | found in all | recall | bar |",
    "|" + "---|" * 10,
)
BARS = {"precision": 0.95, "recall": 0.85}


def digest(address: str) -> str:
    """Return what stands for an address in the verdicts: no name of anybody is kept here."""
    return blake2b(address.lower().encode(), digest_size=8).hexdigest()


def humans() -> dict[str, int]:
    """Return by the digest of an address whose it is."""
    rows = (line.split("\t") for line in VERDICTS.read_text("ascii").splitlines() if line)
    return {of: int(number) for of, number in rows}


def asked_and_people(folder: Path) -> tuple[list[dict], list[list[str]]]:
    """Return the pairs that are asked about, and the addresses of every person, in a book of the list."""
    renmai = Path(sys.executable).with_name("renmai")

    def run(*words: object) -> str:
        environment = {**os.environ, "RENMAI_HOME": str(folder)}
        return subprocess.run(
            [renmai, *map(str, words)], env=environment, check=True, capture_output=True, text=True
        ).stdout

    run("init", "--language", "en", "--time-zone", "Europe/Berlin")
    run("import", *boxes(), "--me", OWNER)
    asked = json.loads(run("same", "--json"))["asked"]
    run("export", folder / "out")
    people = [json.loads(line) for line in (folder / "out" / "people.jsonl").read_text("utf-8").splitlines()]
    return asked, [_addresses(each["handles"]) for each in people]


def _addresses(handles: str) -> list[str]:
    """Return the addresses among the handles of somebody, as an export writes them."""
    return [each.removeprefix("mailto:") for each in handles.split() if each.startswith("mailto:")]


def section() -> Iterator[str]:
    """Yield the section of docs/evaluation.md."""
    with tempfile.TemporaryDirectory(prefix="renmai-likely-") as folder:
        asked, people = asked_and_people(Path(folder))
    whose = humans()
    sides = [
        [each["handles"][0].removeprefix("mailto:") for each in (pair["one"], pair["other"])]
        for pair in asked
    ]
    judged = [pair for pair in sides if not any(whose.get(digest(each)) == NO_HUMAN for each in pair)]
    right = [
        (one, other)
        for one, other in judged
        if whose.get(digest(one), one) == whose.get(digest(other), other)
    ]
    groups = groups_of(whose, people)
    certain = found(groups, people, [])
    in_all = found(groups, people, right)
    yield from HEAD
    yield (
        f"| {len(groups)} | {certain} | {len(judged)} | {len(sides) - len(judged)} | {len(right)} "
        f"| **{len(right) / len(judged):.3f}** | {BARS['precision']} | {in_all} | **{in_all / len(groups):.3f}** | {BARS['recall']} |"
    )


def groups_of(whose: dict[str, int], people: list[list[str]]) -> dict[int, list[str]]:
    """Return the addresses of each human who has several in the book."""
    groups = defaultdict(list)
    for address in {address for handles in people for address in handles}:
        if whose.get(digest(address), NO_HUMAN) != NO_HUMAN:
            groups[whose[digest(address)]].append(address)
    return {number: addresses for number, addresses in groups.items() if len(addresses) > 1}


def found(groups: dict[int, list[str]], people: list[list[str]], joined: list[tuple[str, str]]) -> int:
    """Return of how many humans all addresses come together, by the book's people and some joins."""
    links = [(handles[0], each) for handles in people for each in handles if handles] + joined
    numbers = {address: n for n, address in enumerate(sorted({each for link in links for each in link}))}
    group_of = {
        number: place
        for place, group in enumerate(grouped((numbers[one], numbers[other]) for one, other in links))
        for number in group
    }
    return sum(len({group_of[numbers[each]] for each in addresses}) == 1 for addresses in groups.values())


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


if __name__ == "__main__":
    main()
