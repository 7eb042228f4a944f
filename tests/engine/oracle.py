"""The measures of a tie in plain Python, one pair at a time: what the engine must agree with."""

import math
import statistics
from collections.abc import Iterable
from typing import NamedTuple

from renmai.engine.measures.weights import KIND_WEIGHTS, MUTUAL_KINDS, SILENT_KINDS
from renmai.engine.model import StrengthModel

DAY_S = 86_400
FORTNIGHT_S = 14 * DAY_S


class Act(NamedTuple):
    """One act as the pair sees it."""

    at: int
    is_mine: bool
    kind: str
    audience: int
    role: str | None

    @property
    def is_contact(self) -> bool:
        return self.role not in ("cc", "bcc") and self.audience <= 7

    @property
    def share(self) -> float:
        return (0.5 if self.role in ("cc", "bcc") else 1.0) / math.log2(1 + self.audience)

    @property
    def weight(self) -> float:
        return self.share * KIND_WEIGHTS.get(self.kind, 1.0)


class History:
    """What passed between an ego and an alter before a moment."""

    def __init__(self, rows: Iterable[dict], ego: str, alter: str, as_of: int) -> None:
        self.as_of = as_of
        self.told = sorted(
            Act(row["at_epoch_s"], row["sender"] == ego, row["kind"], row["audience"], row["role"])
            for row in rows
            if {row["sender"], row["recipient"]} == {ego, alter}
            and row["at_epoch_s"] < as_of
            and row["kind"] not in SILENT_KINDS
        )
        self.acts = [act for act in self.told if act.is_contact]
        self.mine = [act for act in self.acts if act.is_mine]
        self.theirs = [act for act in self.acts if not act.is_mine]
        self.days = sorted({act.at // DAY_S for act in self.acts})

    def flow(self, is_mine: bool, half_life: float) -> float:
        acts = (act for act in self.told if act.is_mine == is_mine)
        return sum(act.weight * 0.5 ** ((self.as_of - act.at) / DAY_S / half_life) for act in acts)

    def share(self, acts: list[Act]) -> float:
        return sum(act.share for act in acts)

    @property
    def reciprocity(self) -> float:
        less, more = sorted((self.share(self.mine), self.share(self.theirs)))
        return less / more if more else 0.0

    @property
    def months_two_way(self) -> int:
        months = [{act.at // (30 * DAY_S) for act in acts} for acts in (self.mine, self.theirs)]
        return len(months[0] & months[1])

    @property
    def tie_class(self) -> str:
        if not self.mine or not self.theirs:
            return "pseudo"
        months, days = self.months_two_way, len(self.days)
        return "strong" if (months >= 6 and days >= 8) or (months >= 3 and days >= 24) else "weak"

    @property
    def rhythm(self) -> float | None:
        gaps = [after - before for before, after in zip(self.days, self.days[1:], strict=False)]
        return statistics.median(gaps) if len(gaps) >= 4 else None

    @property
    def tolerance(self) -> float:
        logs = [math.log(after - before) for before, after in zip(self.days, self.days[1:], strict=False)]
        size, prior = len(logs) + 2, math.log(30)
        mean = (sum(logs) + 2 * prior) / size
        square = (sum(log * log for log in logs) + 2 * (prior * prior + 1)) / size
        return math.exp(mean + 0.5 * math.sqrt(max(square - mean * mean, 0.0)))

    @property
    def state(self) -> str:
        if not self.acts:
            return "dormant"
        silent = (self.as_of - self.acts[-1].at) / DAY_S
        theirs = (self.as_of - (self.theirs or self.acts[:1])[-1].at) / DAY_S
        if silent > min(max(8 * self.tolerance, 60), 730):
            return "dormant"
        is_cooling = silent > min(max(2 * self.tolerance, 14), 180) or theirs > 180
        return "cooling" if is_cooling else "active"

    @property
    def talk(self) -> dict[bool, dict]:
        """Return turns, beginnings and log waits, of mine under True, of theirs under False."""
        talk = {mine: {"turns": 0, "starts": 0, "waits": [], "turn_at": None} for mine in (True, False)}
        for before, act in zip([None, *self.acts], self.acts, strict=False):
            if act.kind in MUTUAL_KINDS:
                continue
            said = talk[act.is_mine]
            pause = before is None or act.at - before.at > FORTNIGHT_S
            said["starts"] += pause
            follows = before is not None and (before.is_mine != act.is_mine or before.kind in MUTUAL_KINDS)
            if pause or follows:
                said["turns"], said["turn_at"] = said["turns"] + 1, act.at
            if follows and before.kind not in MUTUAL_KINDS and not pause:
                said["waits"].append(math.log(act.at - before.at + 60))
        for is_mine, others in ((True, self.theirs), (False, self.mine)):
            said, waits = talk[is_mine], talk[not is_mine]["waits"]
            usual = max(math.exp(sum(waits) / len(waits)) - 60, DAY_S) if waits else FORTNIGHT_S
            waits_still = said["turn_at"] is not None and (not others or others[-1].at < said["turn_at"])
            if waits_still and self.as_of - said["turn_at"] <= usual:
                said["turns"] -= 1
        return talk

    @property
    def solo(self) -> int:
        return sum(act.audience == 1 for act in self.theirs)

    @property
    def standing(self) -> float | None:
        if len(self.acts) < 4:
            return None
        me, they = self.talk[True], self.talk[False]
        they_answer = rate(len(they["waits"]), me["turns"])
        i_answer = rate(len(me["waits"]), they["turns"])
        if me["waits"] and they["waits"]:
            slower = sum(they["waits"]) / len(they["waits"]) - sum(me["waits"]) / len(me["waits"])
            speed = 1 / (1 + math.exp(slower / 2))
        else:
            speed = 0.5 if they["waits"] else 0.25
        alone = (self.solo + 0.5) / (len(self.theirs) + 1) if self.theirs else 0.0
        return (
            0.3 * rate(they["starts"], they["starts"] + me["starts"])
            + 0.3 * they_answer / (they_answer + i_answer)
            + 0.15 * speed
            + 0.25 * alone
        )


def rate(hits: int, chances: int) -> float:
    return (hits + 1) / (max(hits, chances) + 2)


def strength(
    model: StrengthModel,
    history: History,
    whole: list[History],
    whole_of_alter: list[History],
    horizon_days: float,
) -> float:
    """Return the probability; `whole` is everything of the same ego, and of the alter as an ego."""
    stretch = horizon_days / 90

    def age(acts: list[Act], at: int | None = None) -> float:
        at = max((act.at for act in acts), default=None) if at is None else at
        days = 3650.0 if at is None else (history.as_of - at) / DAY_S / stretch
        return math.log(min(days, 3650.0) + 1)

    out_age, in_age = age(history.mine), age(history.theirs)
    values = {}
    answered = min(len(history.mine), len(history.theirs)) + 1
    faith = answered / (answered + abs(len(history.mine) - len(history.theirs)) / 20)
    for h in (7, 30, 90, 365):
        sent, got = history.flow(True, h * stretch), history.flow(False, h * stretch)
        values[f"contact_{h}"] = math.log(2 * min(sent, got) + min(abs(sent - got), 2) * faith + 0.02)
    known = age(history.acts[:1])
    values["both_lapse"] = min(max(out_age, in_age) - known, 0.0)
    values["any_age"] = min(out_age, in_age)
    bound = 2 * min(len(history.mine), len(history.theirs)) + 1
    remembered = min(len(history.days), bound) * 0.5 ** ((math.exp(min(out_age, in_age)) - 1) / 365)
    values["days"] = math.log(remembered + 1)
    for who, histories in (("ego", whole), ("alter", whole_of_alter)):
        for way, side in (("out", "mine"), ("in", "theirs")):
            values[f"{who}_{way}_age"] = age([act for each in histories for act in getattr(each, side)])
    logit = model.logistic.intercept
    for name, weight in model.logistic.weights.items():
        logit += (values[name] - weight.mean) * weight.coefficient / weight.scale
    return 1 / (1 + math.exp(-logit))
