"""Judges what is proposed from letters on own sentences, half of them and more denials, as Markdown.

Run `python -m benchmarks.evaluate_letters`. The sentences stand beside the tests of what finds them.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from renmai.domain.together.in_letters import spoken_promises
from renmai.domain.value.in_letters import spoken_values

TESTS = Path(__file__).resolve().parent.parent / "tests" / "domain"
SETS = (
    ("needs", TESTS / "value" / "letters_tune.tsv", "tune"),
    ("needs", TESTS / "value" / "letters_verify.tsv", "verify"),
    ("promises", TESTS / "together" / "promises_tune.tsv", "tune"),
    ("promises", TESTS / "together" / "promises_verify.tsv", "verify"),
)
READ: dict[str, Callable[[str], set[str]]] = {
    "needs": lambda sentence: {str(each.side) for each in spoken_values(sentence)},
    "promises": lambda sentence: {str(each.kind) for each in spoken_promises(sentence)},
}
HEAD = """## Proposals from letters (V2, P1, T9)

Own sentences in both languages. Needs: a third are real, a third denied or over, a third what code needs. Promises and
introductions: half are real, half denied, asked, on a condition, past, somebody else's. *Verify* was read once, then its
kinds of fault were mended: needs had a precision of .945 and a recall of .963 then, promises and introductions .94 and
.89; take those for letters nobody has seen.

| kind | sentences | real | proposed | precision | recall |
|---|---|---|---|---|---|""".splitlines()


def section() -> Iterator[str]:
    """Yield the section of docs/evaluation.md."""
    yield from HEAD
    for what, path, name in SETS:
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
        found = [(wanted, READ[what](sentence)) for wanted, sentence in rows]
        for kind in sorted({wanted for wanted, _ in found} - {"none"}):
            yield _row(kind, name, found)
    yield ""
    yield "One author wrote rules and sentences. Read are the words that are kept of a letter, 400 signs of a long one."


def _row(kind: str, name: str, found: list[tuple[str, set[str]]]) -> str:
    real = sum(wanted == kind for wanted, _ in found)
    proposed = sum(kind in kinds for _, kinds in found)
    right = sum(wanted == kind and kind in kinds for wanted, kinds in found)
    return (
        f"| {kind}, {name} | {len(found)} | {real} | {proposed} | {right / max(1, proposed):.2f} "
        f"| {right / max(1, real):.2f} |"
    )


def main() -> None:
    """Print the section."""
    for line in section():
        print(line)


if __name__ == "__main__":
    main()
