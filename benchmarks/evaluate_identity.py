"""Prints how well identity tells who is who on the development sets, as Markdown.

Run `python -m benchmarks.evaluate_identity`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.fit_identity import fitted, seen
from benchmarks.identity_sets import MentionSet, sets
from renmai import engine
from renmai.engine.identity.likelihood import IdentityModel

BARS = {"febrl": 0.98, "historical": 0.90, "committers": 0.95}
BAR_OF_CERTAIN = 0.995


def agreement(found: Sequence[object], truth: Sequence[object]) -> tuple[float, float, float, int]:
    """Return precision, recall and F1 over pairs of mentions, and how many pairs were joined."""
    joined, true, both = (_pairs(labels) for labels in (found, truth, list(zip(found, truth, strict=True))))
    precision, recall = both / joined if joined else 1.0, both / true if true else 1.0
    f1 = 2 * both / (joined + true) if joined + true else 1.0
    return precision, recall, f1, joined


def _pairs(labels: Sequence[object]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(labels).values())


def judged(one: MentionSet, model: IdentityModel | None) -> tuple[str, ...]:
    """Return the figures of one set: bar, all joins, certain joins."""
    clusters, _pairs_found, _report = engine.resolve(one.mentions, model=model)
    truth = [one.truth[key] for key in clusters["mention"].to_pylist()]
    precision, recall, f1, joined = agreement(clusters["cluster"].to_pylist(), truth)
    sure, some, _f1, number = agreement(clusters["certain_cluster"].to_pylist(), truth)
    return (
        f"{one.mentions.num_rows:,}", f"{joined:,}", f"{precision:.4f}", f"{recall:.4f}", f"**{f1:.4f}**",
        f"{BARS[one.kind]:.2f}", f"{number:,}", f"{sure:.4f}" if number else "–", f"{some:.4f}",
    )  # fmt: skip


def section() -> Iterator[str]:
    """Yield the section of docs/evaluation.md."""
    everything = [(one, seen(one)) for one in sets()]
    head = "| set | mentions | pairs joined | precision | recall | F1 | bar | certain | precision | recall |"
    yield "## Who is who"
    for title, is_own in (("As shipped", True), ("Weights fitted to the other kinds of sets only", False)):
        yield from ("", f"### {title}", "", head, "|" + "---|" * 10)
        for one, _own in everything:
            model = None if is_own else fitted(pairs for _, pairs in everything if pairs.kind != one.kind)
            yield f"| {one.name} | {' | '.join(judged(one, model))} |"


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


if __name__ == "__main__":
    main()
