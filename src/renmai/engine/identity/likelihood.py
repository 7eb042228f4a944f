"""How likely two mentions are one person: the weights of the evidence, with what they rest on."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renmai.engine.identity.comparing import AGAINST, FEATURES, FOR, PLACE_OF
from renmai.engine.identity.words import Floats

REASONS: Mapping[str, tuple[str, ...]] = {
    "same_handle": ("handle",),
    "similar_address": ("handle_alike",),
    "same_account": ("local", "local_short"),
    "address_spells_name": ("spelt", "spelt_short"),
    "same_host": ("host",),
    "same_name": ("name", "name_whole"),
    "similar_name": ("name_alike",),
    "same_initials": ("initials",),
    "same_birthday": ("birthday",),
    "near_birthday": ("birthday_near", "birthday_part"),
    "same_place": ("place",),
    "same_title": ("title",),
    "same_organisation": ("organisation",),
    "seen_with_same": ("beside",),
    "other_address": ("handle_other", "host_same_address_other"),
    "other_name": ("name_other", "name_more", "nickname_other"),
    "other_birthday": ("birthday_other",),
    "other_place": ("place_other",),
    "other_title": ("title_other",),
    "other_organisation": ("organisation_other",),
}
NAME = ("name", "name_alike", "name_whole", "initials")
ORGANISATION = ("organisation", "host", "title")
CONTRADICTION = tuple(name for name in AGAINST if name in ("name_other", "birthday_other"))
HELD_BACK = -4.0
"""Log-odds of a pair for which nothing speaks but a name and an organisation."""
_SIGN = np.array([1.0] * len(FOR) + [-1.0] * len(AGAINST))


@dataclass(frozen=True, slots=True)
class IdentityModel:
    """Weights in log-odds for each unit of evidence; all are ≥ 0, what speaks against is subtracted."""

    intercept: float
    weights: Mapping[str, float]

    def parts(self, evidence: Floats) -> Floats:
        """Return what each piece of evidence contributes to the log-odds; pairs × FEATURES."""
        parts: Floats = evidence * (_SIGN * np.array([self.weights[name] for name in FEATURES]))
        return parts

    def log_odds(self, evidence: Floats, prior: float) -> Floats:
        """Return the log-odds that each pair is one person; a name with an organisation never suffices."""
        parts = self.parts(evidence)
        log_odds: Floats = self.intercept + prior + parts.sum(axis=1)
        is_thin = rests_on_name(evidence)
        return np.where(is_thin, np.minimum(log_odds, HELD_BACK), log_odds)

    def as_json(self) -> dict[str, Any]:
        """Return the model as plain values."""
        return {"intercept": self.intercept, "weights": dict(self.weights)}


def rests_on_name(evidence: Floats) -> NDArray[np.bool_]:
    """Tell for which pairs nothing speaks but the name, or the name and an organisation.

    An organisation has a place of its own, where namesakes meet: there, a place is no more evidence. Two
    addresses under one full name are let through where no organisation agrees: that is how somebody's second
    address looks.
    """
    agrees = _any_of(evidence, ("organisation", "host"))
    has_more = _any_of(evidence, [name for name in FOR if name not in (*NAME, *ORGANISATION, "place")])
    has_place = _any_of(evidence, ("place",)) & ~agrees
    has_addresses = _any_of(evidence, ("handle_other",))
    return ~has_more & ~has_place & (agrees | ~has_addresses)


def _any_of(evidence: Floats, names: Iterable[str]) -> NDArray[np.bool_]:
    is_any: NDArray[np.bool_] = np.any(evidence[:, [PLACE_OF[name] for name in names]] > 0, axis=1)
    return is_any


def against(model: IdentityModel, evidence: Floats) -> Floats:
    """Return how strongly names and birthdays contradict each other, as positive log-odds."""
    log_odds: Floats = -model.parts(evidence)[:, [PLACE_OF[name] for name in CONTRADICTION]].sum(axis=1)
    return log_odds


def reasons(model: IdentityModel, evidence: Floats) -> list[list[dict[str, object]]]:
    """Return what moved each pair, as codes with their contribution in log-odds, strongest first."""
    parts = model.parts(evidence)
    sums = {code: parts[:, [PLACE_OF[n] for n in names]].sum(axis=1) for code, names in REASONS.items()}
    reasons_of_pairs = []
    for row in range(len(evidence)):
        entries = [
            (code, round(float(column[row]), 4)) for code, column in sums.items() if abs(column[row]) >= 0.05
        ]
        entries.sort(key=lambda entry: (-abs(entry[1]), entry[0]))
        reasons_of_pairs.append([{"code": code, "contribution": size} for code, size in entries])
    return reasons_of_pairs


def model_of(plain: Mapping[str, Any]) -> IdentityModel:
    """Return the model that `as_json` wrote."""
    return IdentityModel(plain["intercept"], plain["weights"])


def shipped_model() -> IdentityModel:
    """Return the weights that come with the program."""
    text = resources.files("renmai.engine.models").joinpath("identity.json").read_text("utf-8")
    return model_of(json.loads(text))
