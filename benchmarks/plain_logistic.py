"""The model a good engineer would fit first, to judge strength beside: a plain logistic regression.

Log flows each way at four half-lives, their geometric means, recency each way, contact days, the share for
one alone, the ego's own flows; free signs; fitted on the set's own past at 1, 1.25 and 1.5 horizons back.
"""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.devsets import DevSet, opened
from renmai.engine.history import past_sides
from renmai.engine.measures.acts import involving
from renmai.engine.measures.flows import HALF_LIVES_DAYS, HORIZON_DAYS
from renmai.engine.tables import SECONDS_PER_DAY

LOOKS_BACK_HORIZONS = (1.0, 1.25, 1.5)
ENOUGH_MET = 20
LEAST_FLOW = 0.02
Numbers = NDArray[np.float64]


def plain_logistic(dev: DevSet, cutoff: int, horizon_days: float) -> tuple[Numbers, Numbers] | None:
    """Return outcome and probability of each pair as of a cut-off; None where the past is too poor to fit."""
    looks = [int(cutoff - back * horizon_days * SECONDS_PER_DAY) for back in LOOKS_BACK_HORIZONS]
    x, met, moment = _seen(dev, [*looks, cutoff], horizon_days)
    is_past = moment < cutoff
    if met[is_past].sum() < ENOUGH_MET:
        return None
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    model.fit(x[is_past], met[is_past])
    return met[~is_past], model.predict_proba(x[~is_past])[:, 1]


def _seen(dev: DevSet, looks: list[int], horizon_days: float) -> tuple[Numbers, Numbers, Numbers]:
    flows = [f"{way}_flow_{h}" for way in ("out", "in") for h in HALF_LIVES_DAYS]
    names = ["out_acts", "in_acts", "out_solo", "in_solo", "out_last_at", "in_last_at", "days_active", *flows]
    with opened(dev) as here:
        seen = past_sides(
            involving(here.events, dev.egos),
            here.profile,
            as_of_epoch_s=looks,
            horizon_days=HORIZON_DAYS,
            outcome_days=horizon_days,
            egos=dev.egos,
        )
        table = here.connection.to_pyarrow(seen.select("as_of", "ego", "met", *names))
    values = {name: table[name].to_numpy().astype(np.float64) for name in ("as_of", "met", *names)}
    _, who = np.unique(
        [f"{at} {ego}" for at, ego in zip(values["as_of"], table["ego"].to_pylist(), strict=True)],
        return_inverse=True,
    )
    out, into = ([np.nan_to_num(values[f"{way}_flow_{h}"]) for h in HALF_LIVES_DAYS] for way in ("out", "in"))
    columns = [np.log(flow + LEAST_FLOW) for flow in (*out, *into)]
    columns += [np.log(np.sqrt(one * other) + LEAST_FLOW) for one, other in zip(out, into, strict=True)]
    for way in ("out", "in"):
        age_days = (values["as_of"] - values[f"{way}_last_at"]) / SECONDS_PER_DAY
        columns.append(np.log1p(np.where(np.isnan(age_days), 3650.0, age_days)))
        columns.append(np.log(np.bincount(who, values[f"{way}_flow_30"])[who] + LEAST_FLOW))
    columns.append(np.log1p(values["days_active"]))
    acts = np.maximum(values["out_acts"] + values["in_acts"], 1.0)
    columns.append((values["out_solo"] + values["in_solo"]) / acts)
    return np.column_stack(columns), values["met"], values["as_of"]
