"""Prints how well identity tells who is who on the development sets, as Markdown.

Run `python -m benchmarks.evaluate_identity`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.evaluate_likely import section as likely_section
from benchmarks.fit_identity import fitted, seen
from benchmarks.identity_sets import MentionSet, sets
from benchmarks.identity_sets import sympy as committers
from renmai.engine.identity.likelihood import IdentityModel
from renmai.engine.identity.run import resolve

BARS = {"febrl": 0.98, "historical": 0.90, "committers": 0.95}
BAR_OF_CERTAIN = 0.995
HEAD = "| set | mentions | pairs joined | precision | recall | F1 | bar | certain | precision | recall |"


def agreement(clusters: Sequence[object], truth: Sequence[object]) -> tuple[float, float, float, int]:
    """Return precision, recall and F1 over pairs of mentions, and how many pairs were joined."""
    joined, true, both = (
        _pairs(labels) for labels in (clusters, truth, list(zip(clusters, truth, strict=True)))
    )
    precision, recall = both / joined if joined else 1.0, both / true if true else 1.0
    f1 = 2 * both / (joined + true) if joined + true else 1.0
    return precision, recall, f1, joined


def _pairs(labels: Sequence[object]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(labels).values())


def judged(one: MentionSet, model: IdentityModel | None) -> tuple[str, ...]:
    """Return the figures of one set: bar, all joins, certain joins."""
    clusters, _pairs_found, _report = resolve(one.mentions, model=model)
    truth = [one.truth[key] for key in clusters["mention"].to_pylist()]
    precision, recall, f1, joined = agreement(clusters["cluster"].to_pylist(), truth)
    sure, some, _f1, number = agreement(clusters["certain_cluster"].to_pylist(), truth)
    return (
        f"{one.mentions.num_rows:,}", f"{joined:,}", f"{precision:.4f}", f"{recall:.4f}", f"**{f1:.4f}**",
        f"{BARS[one.kind]:.2f}", f"{number:,}", f"{sure:.4f}" if number else "–", f"{some:.4f}",
    )  # fmt: skip


INTRODUCTION = """
Judged are pairs of mentions: precision is how many of the pairs joined are one person, recall how many
of those that are were joined. Certain joins (`certain_cluster`) are judged apart; their bar is a
precision of {bar}. One configuration serves all sets. Febrl's persons are shown by name, birthday and
address; "with numbers" shows the social security number as a handle, which it is not. "Short" shows the
historical persons by first and last word of the name, birthplace and occupation alone, without postcode.
The weights were fitted to these sets; what they do on a kind of set they never saw stands below.
"""
WEAKNESSES = """
Where it is weak:

- **Committers stay below their bar.** Of the pairs counted as wrong, half have one full name: a mailmap
  lists many a contributor twice. Counting people by their canonical name instead of name and address, F1
  is {by_name:.3f}. Of the pairs missed, most have nothing in common at all (a nickname with an address
  of its own).
- **Weights do not carry over** to a kind of set with other columns: nothing in persons with birthdays
  tells what an address is worth. They were therefore fitted to all kinds.
- Historical persons are kept apart too often rather than joined too often: where name, birthday and
  place were all spoilt, a mention stays alone.
- Father and son of one name at one address are told apart by their birthdays only where the rest is
  thin; they are never joined for certain.
- Certain joins are few without handles: they ask for name, whole birthday and place to the letter.
"""


def section() -> Iterator[str]:
    """Yield the section of docs/evaluation.md."""
    everything = [(one, seen(one)) for one in sets()]
    yield "## Who is who"
    yield from INTRODUCTION.format(bar=BAR_OF_CERTAIN).splitlines()
    for title, is_own in (("As shipped", True), ("Weights fitted to the other kinds of sets only", False)):
        yield from ("", f"### {title}", "", HEAD, "|" + "---|" * 10)
        for one, _own in everything:
            model = None if is_own else fitted(pairs for _, pairs in everything if pairs.kind != one.kind)
            yield f"| {one.name} | {' | '.join(judged(one, model))} |"
    yield from WEAKNESSES.format(by_name=by_canonical_name()).splitlines()
    yield from ("", *likely_section())


def by_canonical_name() -> float:
    """Return F1 on the committers where those of one canonical name are one person."""
    one = committers()
    clusters = resolve(one.mentions)[0]
    truth = [one.truth[key].partition(" <")[0].lower() for key in clusters["mention"].to_pylist()]
    return agreement(clusters["cluster"].to_pylist(), truth)[2]


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


if __name__ == "__main__":
    main()
