"""Readings as sparse matrices, so that one product gives every need's score with every offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from renmai.engine.matching.rarity import rarity
from renmai.engine.matching.reading import KINDS, TextForms

FLOOR = {
    "words": 0.8, "spelling": 1.4, "stems": 0.8, "glosses": 0.7,
    "things": 0.6, "fields": 0.35, "places": 0.35,
}  # fmt: skip
"""Added to the length of each vector, so that the one word of a short text is not all of a perfect match."""
COMMON_TEXTS, COMMON_SHARE = 500, 0.01
"""A word or spelling in more texts than both of these is not looked at: it says little and costs most."""
VOCABULARY = {kind: "english" if kind in ("stems", "glosses") else kind for kind in KINDS}
AGREEMENTS = {
    "words": ("words", "words"),
    "spelling": ("spelling", "spelling"),
    "chinese_meaning": ("glosses", "glosses"),
    "chinese_need": ("glosses", "stems"),
    "english_need": ("stems", "glosses"),
    "things": ("things", "things"),
    "fields": ("fields", "fields"),
    "places": ("places", "places"),
}
"""Each kind of agreement: what of the need meets what of the offer."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Needs and offers side by side, columns by agreement: (agreement, form) for each column."""

    needs: Any
    offers: Any
    columns: Sequence[tuple[str, str]]


def vectors(
    needs: Sequence[TextForms], offers: Sequence[TextForms], weights: Mapping[str, float], texts: int = 0
) -> Vectors:
    """Return both sides; the product of their rows is the score, the columns are where it comes from.

    :param texts: of how many texts these are, where there are more than are given
    """
    both = [*needs, *offers]
    plain: dict[str, Any] = {}
    forms: dict[str, dict[str, int]] = {}
    for kind in KINDS:
        plain[kind] = _counted(both, kind, forms.setdefault(VOCABULARY[kind], {}))
    for kind in ("stems", "glosses"):
        plain[kind].resize((len(both), len(forms["english"])))
    seen = {kind: np.bincount(table.indices, minlength=table.shape[1]) for kind, table in plain.items()}
    seen["stems"] = seen["glosses"] = seen["stems"] + seen["glosses"]
    ready = {
        kind: _weighted(table, kind, list(forms[VOCABULARY[kind]]), seen[kind], max(texts, len(both)))
        for kind, table in plain.items()
    }
    at, left, right, columns = len(needs), [], [], []
    for agreement, (of_need, of_offer) in AGREEMENTS.items():
        left.append(ready[of_need][:at] * weights[agreement])
        right.append(ready[of_offer][at:])
        columns += [(agreement, form) for form in forms[VOCABULARY[of_need]]]
    return Vectors(sparse.hstack(left, format="csr"), sparse.hstack(right, format="csr"), columns)


def _counted(readings: Sequence[TextForms], kind: str, forms: dict[str, int]) -> Any:
    """Return what each text holds of a kind, a column for each form; new forms are numbered."""
    starts: list[int] = [0]
    columns: list[int] = []
    weights: list[float] = []
    for reading in readings:
        held = reading.weights[kind]
        columns += [forms.setdefault(form, len(forms)) for form in held]
        weights += held.values()
        starts.append(len(columns))
    shape = (len(readings), len(forms))
    return sparse.csr_matrix((np.array(weights), np.array(columns, dtype=np.int32), starts), shape=shape)


def _weighted(table: Any, kind: str, forms: Sequence[str], seen: Any, texts: int) -> Any:
    """Return the table by rarity among so many texts, each row of about length one."""
    rare = np.array([rarity(kind, form, int(n), texts) for form, n in zip(forms, seen, strict=True)])
    by_rarity = table @ sparse.diags(rare) if len(forms) else table
    lengths = np.sqrt(np.asarray(by_rarity.multiply(by_rarity).sum(axis=1)).ravel() + FLOOR[kind] ** 2)
    if kind in ("words", "spelling", "stems", "glosses") and len(forms):
        is_telling = (seen <= max(COMMON_TEXTS, COMMON_SHARE * texts)).astype(float)
        by_rarity = by_rarity @ sparse.diags(is_telling)
    weighted = (sparse.diags(1.0 / lengths) @ by_rarity).tocsr()
    weighted.eliminate_zeros()
    return weighted
