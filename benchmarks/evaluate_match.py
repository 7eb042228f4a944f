"""Judges matching beside plain BM25 on labelled needs and offers, as Markdown.

Run `python -m benchmarks.evaluate_match`. The dev set is what weights were fitted to; the held-out set was
written before the table of words, and no choice was made on a result of it.
"""

from collections.abc import Iterator

import numpy as np

from benchmarks.fit_match import agreements, without
from benchmarks.matchsets import DIRECTIONS, Figures, Labelled, bm25, figures, labelled
from renmai.engine.matching.fitted import shipped_fit
from renmai.engine.matching.terms import shipped_terms
from renmai.engine.matching.vectors import AGREEMENTS

SAME_LANGUAGE_BAR, ACROSS_BAR = 1.25, 2.0  # nDCG@5 over that of BM25
BINS = ((0.0, 0.1), (0.1, 0.2), (0.2, 0.35), (0.35, 0.5), (0.5, 0.7), (0.7, 1.01))


def section() -> Iterator[str]:
    """Yield the section of docs/evaluation.md on matching."""
    dev, heldout = labelled("dev"), labelled("heldout")
    yield "## Matching needs with offers"
    yield ""
    yield (
        f"Own writing, in `tests/engine/matching`: dev {len(dev.needs)} needs, {len(dev.offers)} offers, "
        f"{dev.pairs} labelled pairs; held out {len(heldout.needs)}, {len(heldout.offers)}, {heldout.pairs}. "
        "A pair is met (2) or met in part (1); every other offer of the set is a miss. Directions say the "
        "language of the need, then that of the offers it is ranked among. BM25 (k1 1.2, b 0.75) counts "
        "Latin words, Chinese words and pairs of characters. Weights were fitted on dev; the "
        "held-out set was written before the table of words, and no choice was made on a result of it."
    )
    for name, labelled_set in (("dev", dev), ("held out", heldout)):
        yield from _table(name, labelled_set)
    yield from _fit_table(heldout)
    yield ""
    yield (
        "Weak: what neither the table of words nor the dictionary knows is matched by spelling only; the "
        "last rows of each table show what is left without the table, or with half of it. Both sets and "
        "the table have one author, so the held-out figures are kinder than other people's needs would be. "
        "Negation (“not a recruiter”), amounts and dates are not understood; a place is weak evidence."
    )


def _scores(dev: Labelled, *, left_out: float) -> np.ndarray:
    terms = without(left_out, 11) if left_out else shipped_terms()
    weights = shipped_fit().weights
    return agreements(dev, terms) @ np.array([weights[kind] for kind in AGREEMENTS])


def _table(name: str, dev: Labelled) -> Iterator[str]:
    plain = bm25(dev)
    ours = {share: _scores(dev, left_out=share) for share in (0.0, 0.5, 1.0)}
    yield ""
    yield f"### {name.capitalize()}"
    yield ""
    yield "| need → offers | needs | | recall@5 | nDCG@5 | MRR | nDCG over BM25 | bar |"
    yield "|---|---|---|---|---|---|---|---|"
    for asked, offered in DIRECTIONS:
        rival = figures(dev, plain, asked, offered)
        bar = {"both": "–"}.get(offered, f"{SAME_LANGUAGE_BAR if asked == offered else ACROSS_BAR:g}")
        yield f"| {asked} → {offered} | {rival.needs} | BM25 | {_three(rival)} | 1 | |"
        for share, label in ((0.0, "**ours**"), (0.5, "half the table"), (1.0, "no table")):
            got = figures(dev, ours[share], asked, offered)
            ratio = f"{got.ndcg / rival.ndcg:.2f}" if rival.ndcg else "–"
            yield f"| | | {label} | {_three(got)} | {ratio} | {bar if not share else ''} |"


def _three(got: Figures) -> str:
    return f"{got.recall:.3f} | {got.ndcg:.3f} | {got.mrr:.3f}"


def _fit_table(dev: Labelled) -> Iterator[str]:
    """Yield what the first five of each need are worth, by the fit they were given."""
    fit = shipped_fit().fit(_scores(dev, left_out=0.0))
    seen = []
    for row, need in enumerate(dev.needs):
        for place in np.argsort(-fit[row], kind="stable")[:5]:
            grade = dev.grades[str(need.id)].get(str(dev.offers[place].id), 0)
            seen.append((fit[row, place], grade))
    yield ""
    yield "What fit is worth, held out, first five of each need:"
    yield ""
    yield "| fit | matches | met | in part |"
    yield "|---|---|---|---|"
    for low, high in BINS:
        grades = [grade for worth, grade in seen if low <= worth < high]
        if grades:
            met, part = (sum(grade == wanted for grade in grades) / len(grades) for wanted in (2, 1))
            yield f"| {low:g} to {min(high, 1):g} | {len(grades)} | {met:.0%} | {part:.0%} |"


def main() -> None:
    """Print the section."""
    for line in section():
        print(line)


if __name__ == "__main__":
    main()
