"""Which people are likely one human though nothing joins them for certain, with what speaks for it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from renmai.domain.people.likeness import Company, LikelyPair
from renmai.domain.people.names import pieces
from renmai.engine import backend
from renmai.engine.identity.blocking import keys_of
from renmai.engine.identity.comparing import FOR, PLACE_OF, compared
from renmai.engine.identity.likelihood import IdentityModel, reasons, rests_on_name, shipped_model
from renmai.engine.identity.run import BATCH, candidates
from renmai.engine.identity.traits import Traits, handles_of, traits_of
from renmai.engine.identity.words import Floats, Ints

CUT = 0.8
"""From this probability on 95 of 100 pairs are one human, see docs/evaluation.md."""
IN_ONE_CONVERSATION, MOST_COMPANY, EACH_OTHER = 2.5, 1.5, 0.5
"""What it adds that two were in one conversation, and what each other adds who was seen with both."""
STRANGERS = -2.0
"""What it adds where nothing but names speaks for a pair: where nobody is known to know both, or where the
names are only nearly the same and meet in no conversation."""
CONSIDERED = log(CUT / (1 - CUT)) - IN_ONE_CONVERSATION
"""Log-odds from which on it is looked up what two people share: below, nothing carries them to the cut."""
NAMES = ("name", "name_alike", "name_whole", "initials", "handle_alike", "spelt", "spelt_short")
"""What speaks for a pair by names alone, those that addresses spell among them."""
OF_ONE_ALONE = ("handle", "birthday")
"""What must agree where two full names differ: a name may have changed."""
MOST_NAMES = 4


class JudgedPerson(NamedTuple):
    """One person as known so far: every name they go by, their handles, and what is said of them."""

    person_id: int
    names: tuple[str, ...]
    handles: tuple[str, ...]
    organisation: str = ""
    title: str = ""
    birthday: str = ""
    place: str = ""


class FoundPair(NamedTuple):
    """What likelihood makes of a pair before it is known what they share."""

    log_odds: float
    is_by_name: bool
    is_near: bool
    because: tuple[tuple[str, float], ...]


Together = Callable[[Collection[tuple[int, int]]], Mapping[tuple[int, int], Company]]
"""Says of some pairs of people what they share."""


def likely_pairs(
    entries: Sequence[JudgedPerson], together: Together, *, model: IdentityModel | None = None
) -> list[LikelyPair]:
    """Return the pairs at or above the cut, the likeliest first.

    Only pairs that share a telling key are compared; `together` is asked of those alone that are worth it.
    """
    judge = model or shipped_model()
    rows = [(entry, name) for entry in entries for name in _telling(entry.names) or ("",)]
    if len(rows) < 2:
        return []
    columns: dict[str, Sequence[object]] = {
        "name": [name for _, name in rows],
        "handles": [list(entry.handles) for entry, _ in rows],
        "organisation": [entry.organisation or None for entry, _ in rows],
        "title": [entry.title or None for entry, _ in rows],
        "birthday": [entry.birthday or None for entry, _ in rows],
        "place": [entry.place or None for entry, _ in rows],
        "with": [[] for _ in rows],
    }
    handles, _ = handles_of([list(entry.handles) for entry, _ in rows], columns["name"])
    traits = traits_of(columns, handles)
    people = np.array([entry.person_id for entry, _ in rows], dtype=np.int64)
    if not _is_any_key_shared(traits, people):
        return []
    with backend.connected(backend.EMBEDDED) as connection:
        one, other = candidates(connection, traits, len(rows))
    is_two = people[one] != people[other]
    one, other = one[is_two], other[is_two]
    best: dict[tuple[int, int], FoundPair] = {}
    for start in range(0, len(one), BATCH):
        a, b = one[start : start + BATCH], other[start : start + BATCH]
        evidence = compared(traits, a, b)
        log_odds = _log_odds(judge, traits, evidence, a, b)
        kept = np.flatnonzero(log_odds > CONSIDERED)
        is_by_name, is_near = _is_by_name(evidence[kept]), evidence[kept, PLACE_OF["name_alike"]] > 0
        said = reasons(judge, evidence[kept])
        for place, is_alone, is_alike, because in zip(kept, is_by_name, is_near, said, strict=True):
            pair = _pair(people, a, b, int(place))
            if pair not in best or best[pair].log_odds < log_odds[place]:
                told = tuple((str(each["code"]), float(str(each["contribution"]))) for each in because)
                best[pair] = FoundPair(
                    float(log_odds[place]), bool(is_alone), bool(is_alone and is_alike), told
                )
    return _judged(best, together)


def _is_any_key_shared(traits: Traits, people: Ints) -> bool:
    """Tell whether two people share anything telling; in most small books nobody does."""
    keys = keys_of(traits)
    owners = np.unique(np.column_stack([keys["key"].to_numpy(), people[keys["mention"].to_numpy()]]), axis=0)
    return len(np.unique(owners[:, 0])) < len(owners)


def _log_odds(model: IdentityModel, traits: Traits, evidence: Floats, one: Ints, other: Ints) -> Floats:
    """Return the model's log-odds, as they are asked about.

    One full name with an address here and a telephone or nothing there is asked about as one name with two
    addresses is. Two full names are asked about only where something agrees that is one human's alone.
    """
    log_odds = model.log_odds(evidence, traits.prior)
    column = {name: evidence[:, place] for name, place in PLACE_OF.items()}
    is_one_name = (column["name"] > 0) & traits.is_full[one] & traits.is_full[other]
    is_one_name &= (column["name_other"] == 0) & (column["name_more"] == 0) & (column["name_alike"] == 0)
    is_apart = (
        (column["host"] == 0) & (column["organisation"] == 0) & ~(traits.mails[one] & traits.mails[other])
    )
    summed = (
        model.intercept + traits.prior + model.parts(evidence).sum(axis=1) - model.weights["handle_other"]
    )
    log_odds = np.where(rests_on_name(evidence) & is_one_name & is_apart, summed, log_odds)
    is_proven = np.any([column[name] > 0 for name in OF_ONE_ALONE], axis=0)
    return np.where((column["name_other"] > 0) & ~is_proven, -np.inf, log_odds)


def _judged(best: Mapping[tuple[int, int], FoundPair], together: Together) -> list[LikelyPair]:
    """Return the pairs that reach the cut once it is known what they share."""
    shared = together(best.keys())
    likely = []
    for pair, found in best.items():
        company = shared.get(pair, Company())
        adds = _of_company(company, found)
        probability = 1 / (1 + exp(-(found.log_odds + adds)))
        if probability < CUT:
            continue
        told = list(found.because)
        if adds > 0:
            told.append(("in_one_conversation" if company.is_in_one_conversation else "seen_with_same", adds))
        told.sort(key=lambda each: (-abs(each[1]), each[0]))
        likely.append(LikelyPair(*pair, round(probability, 4), tuple(told), company))
    return sorted(likely, key=lambda pair: (-pair.probability, pair.one, pair.other))


def _of_company(company: Company, found: FoundPair) -> float:
    """Return what the company that two people keep adds to their log-odds."""
    if company.is_in_one_conversation:
        return IN_ONE_CONVERSATION
    others = min(MOST_COMPANY, EACH_OTHER * company.others)
    if found.is_near or (found.is_by_name and not others and not company.is_known_under_both):
        return others + STRANGERS
    return others


def _pair(people: Ints, one: Ints, other: Ints, place: int) -> tuple[int, int]:
    a, b = int(people[one[place]]), int(people[other[place]])
    return (a, b) if a < b else (b, a)


def _is_by_name(evidence: Floats) -> NDArray[np.bool_]:
    more = [PLACE_OF[name] for name in FOR if name not in NAMES]
    is_alone: NDArray[np.bool_] = ~np.any(evidence[:, more] > 0, axis=1)
    return is_alone


def _telling(names: Sequence[str]) -> list[str]:
    """Return the names that say more than another one of the same person's."""
    kept: list[str] = []
    for name in sorted(dict.fromkeys(names), key=lambda name: -len(pieces(name))):
        words = set(pieces(name))
        if words and not any(words <= set(pieces(fuller)) for fuller in kept):
            kept.append(name)
    return kept[:MOST_NAMES]
