"""Who knows whom in plain Python, one act at a time: what the engine must agree with."""

import math
from collections import defaultdict
from itertools import combinations

from renmai.domain.ties.acquaintances import MOST_AUDIENCE
from renmai.engine.knows_model import LEAST_KNOWN, LEAST_SEEN, MOST_KNOWN, MOST_SEEN
from renmai.engine.measures.weights import SILENT_KINDS


def acts_of(rows: list[dict]) -> dict[object, list[dict]]:
    """Return the sound rows of each act, silent ones apart."""
    acts = defaultdict(list)
    for row in rows:
        if row["kind"] in SILENT_KINDS or row["audience"] > MOST_AUDIENCE:
            continue
        act = row.get("act")
        unnamed = (row["sender"], row["at_epoch_s"], row["kind"], row["audience"])
        acts[unnamed if act is None else ("act", act)].append(row)
    return acts


def features(rows: list[dict], ego: str, *, is_view: bool = False) -> dict[tuple[str, str], dict[str, float]]:
    """Return the features of every pair seen in one act with the ego."""
    seen = [act for act in acts_of(rows).values() if is_view or any(ego in _ends(row) for row in act)]
    known = {person for act in seen for row in act for person in _ends(row)} - {ego}
    crowd = math.log(min(max(len(known), LEAST_KNOWN), MOST_KNOWN))
    amount = math.log(min(max(len(seen), LEAST_SEEN), MOST_SEEN))
    together, closest, moments = defaultdict(float), defaultdict(lambda: math.inf), defaultdict(list)
    busy, direct = defaultdict(int), defaultdict(float)
    for act in seen:
        told = {(row["sender"], row["recipient"]): 0.0 for row in act}
        for row in act:
            share = (0.5 if row["role"] in ("cc", "bcc") else 1.0) / math.log2(1 + row["audience"])
            told[_ends(row)] = max(told[_ends(row)], share)
        for ends, share in told.items():
            direct[ends] += share
        people = sorted({person for ends in told for person in ends} - {ego})
        if not 2 <= len(people) <= MOST_AUDIENCE + 1:
            continue
        reach = max(len(people) - 1, *(row["audience"] for row in act))
        for person in people:
            busy[person] += 1
        for pair in combinations(people, 2):
            together[pair] += 1 / (len(people) - 1)
            closest[pair] = min(closest[pair], reach)
            moments[pair].append(min(row["at_epoch_s"] for row in act))
    return {
        (a, b): {
            "closest": -math.log(closest[a, b]),
            "direct": math.log1p(direct[a, b] + direct[b, a]),
            "both_ways": math.log1p(min(direct[a, b], direct[b, a])),
            "share": math.sqrt(min(1.0, together[a, b] / (max(busy[a], busy[b]) + 0.5))),
            "span": math.log1p((max(moments[a, b]) - min(moments[a, b])) / 86_400),
            "seen": amount,
            "crowd": crowd,
        }
        for a, b in together
    }


def _ends(row: dict) -> tuple[str, str]:
    return row["sender"], row["recipient"]
