"""Prints how rightly lines are read that were written after the rules, as Markdown.

Run `python -m benchmarks.evaluate_lines`. The sentences with their readings stand in `tests/domain/lines`.
"""

from collections.abc import Iterator, Mapping

from tests.domain.lines.sentences import FIRST, LANGUAGES, score

SETS = {
    "once": "written after the rules, run once, then the kinds of fault mended",
    "blind": "written after that, run once, then the kinds of fault mended",
    "typed_verify": "written before the rules, with them in view",
}
HEAD = (
    "## Reading a line",
    "",
    "Own sentences as people type them (terse, several people, mixed languages, typos, relative and lunar days, negations), each",
    "with its reading written by hand first. Of every other one the book knows the people. *First* is what came before",
    "anything was mended by a set: take that for lines nobody has seen. Right counts lines whose people, day or kind are all",
    "right; a kind that is not seen is a note, to be changed before the line is kept. What follows are needs, offers,",
    "promises, favours, asks, introductions, cooperations, news and questions.",
    "",
    "| set | | lines | people | day | kind | what follows: precision | recall |",
    "|---|---|---|---|---|---|---|---|",
)


def section() -> Iterator[str]:
    """Yield the section of docs/evaluation.md."""
    yield from HEAD
    for name, what in SETS.items():
        if name in FIRST:
            yield row(f"{name}: {what}", "**first**", FIRST[name])
        found = score([f"{language}_{name}" for language in LANGUAGES])
        yield row("" if name in FIRST else f"{name}: {what}", "now", found._asdict())


def row(name: str, when: str, found: Mapping[str, int]) -> str:
    """Return one row of the table."""
    shares = " | ".join(f"{found[each] / found['lines']:.2f}" for each in ("people", "day", "kind"))
    precision = f"{found['right'] / found['found']:.2f} ({found['right']} of {found['found']})"
    recall = f"{found['right'] / found['wanted']:.2f} ({found['right']} of {found['wanted']})"
    return f"| {name} | {when} | {found['lines']} | {shares} | {precision} | {recall} |"


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


if __name__ == "__main__":
    main()
