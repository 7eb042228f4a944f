"""The labelled needs and offers of the tests, the BM25 they are judged beside, and the measures."""

import json
import math
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
import rjieba

from renmai.engine.matching.rows import Text

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "engine" / "matching"
FULL = 2  # the grade of an offer that meets the need; 1 meets it in part
AT = 5
K1, B = 1.2, 0.75  # of BM25, as usual
DIRECTIONS = (("zh", "zh"), ("en", "en"), ("zh", "en"), ("en", "zh"), ("zh", "both"), ("en", "both"))
RUN = re.compile(r"[\u4e00-\u9fff]+|[^\W_\u4e00-\u9fff]+")


class Labelled(NamedTuple):
    """A set: needs and offers, the language of each by id, and the grade of each pair that is no miss."""

    needs: list[Text]
    offers: list[Text]
    languages: dict[str, str]
    grades: dict[str, dict[str, int]]

    @property
    def pairs(self) -> int:
        """Return how many pairs are labelled."""
        return sum(map(len, self.grades.values()))


class Figures(NamedTuple):
    """Recall and nDCG of the first five, mean reciprocal rank of the first full match; means over needs."""

    recall: float
    ndcg: float
    mrr: float
    needs: int


def labelled(name: str) -> Labelled:
    """Return the set in a folder of the tests: dev or heldout."""
    files = {
        what: (FOLDER / name / f"{what}.jsonl").read_text("utf-8").splitlines()
        for what in ("needs", "offers", "labels")
    }
    plain = {what: [json.loads(line) for line in lines] for what, lines in files.items()}
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for label in plain["labels"]:
        grades[label["need"]][label["offer"]] = label["grade"]
    texts = {what: [Text(row["id"], row["text"]) for row in plain[what]] for what in ("needs", "offers")}
    languages = {row["id"]: row["lang"] for what in ("needs", "offers") for row in plain[what]}
    return Labelled(texts["needs"], texts["offers"], languages, grades)


def tokens(text: str) -> list[str]:
    """Return what plain BM25 counts: Latin words, Chinese words and pairs of characters."""
    parts = []
    for run in RUN.findall(text.lower()):
        if "\u4e00" <= run[0] <= "\u9fff":
            parts += [run[at : at + 2] for at in range(len(run) - 1)]
            parts += [word for word in rjieba.cut(run) if len(word) != 2]  # pairs are counted already
        else:
            parts.append(run)
    return parts


def bm25(dev: Labelled) -> np.ndarray:
    """Return the score of every offer for every need (Robertson and Zaragoza 2009, as Lucene has it)."""
    counted = [Counter(tokens(offer.text)) for offer in dev.offers]
    lengths = [sum(count.values()) for count in counted]
    mean = sum(lengths) / len(lengths)
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, count in enumerate(counted):
        for token, times in count.items():
            holders[token].append((place, times))
    scores = np.zeros((len(dev.needs), len(counted)))
    for row, need in enumerate(dev.needs):
        for token in set(tokens(need.text)):
            held = holders.get(token, [])
            rarity = math.log(1 + (len(counted) - len(held) + 0.5) / (len(held) + 0.5))
            for place, times in held:
                damped = times + K1 * (1 - B + B * lengths[place] / mean)
                scores[row, place] += rarity * times * (K1 + 1) / damped
    return scores


def figures(dev: Labelled, scores: np.ndarray, asked: str, offered: str) -> Figures:
    """Return how well scores rank the offers of one language, or of both, for needs of one language.

    Only needs with a full match there are judged. Among equal scores the earlier id comes first.
    """
    places = [at for at, offer in enumerate(dev.offers) if offered in ("both", dev.languages[str(offer.id)])]
    rows: list[tuple[float, float, float]] = []
    for row, need in enumerate(dev.needs):
        grades = {at: dev.grades[str(need.id)].get(str(dev.offers[at].id), 0) for at in places}
        full = sum(grade == FULL for grade in grades.values())
        if dev.languages[str(need.id)] != asked or not full:
            continue
        ranked = sorted((at for at in places if scores[row, at] > 0), key=lambda at: (-scores[row, at], at))
        hits = [grades[at] for at in ranked]
        first = next((1 / rank for rank, grade in enumerate(hits, 1) if grade == FULL), 0.0)
        ideal = _gain(sorted(grades.values(), reverse=True))
        rows.append((hits[:AT].count(FULL) / min(AT, full), _gain(hits) / ideal, first))
    recall, ndcg, mrr = np.mean(rows, axis=0)
    return Figures(float(recall), float(ndcg), float(mrr), len(rows))


def _gain(grades: list[int]) -> float:
    """Return the discounted cumulative gain of the first five (Järvelin and Kekäläinen 2002)."""
    return sum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades[:AT], 1))
