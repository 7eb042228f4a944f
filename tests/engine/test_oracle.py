"""Every measure beside the same rule in plain Python, on a network of random acts (T2 to T5)."""

import math
import random

import pytest

from renmai.engine.model import shipped_model
from renmai.engine.run import ties
from tests.engine.conftest import table_of
from tests.engine.oracle import DAY_S, History, strength

AS_OF = 1_700_000_000
KINDS = ("mail", "mail", "mail", "message", "meeting", "call", "mass", "automatic", "something new")


def network(seed: int) -> list[dict[str, object]]:
    """Return acts among twelve people over six years, in no order, some after the moment looked from."""
    choose = random.Random(seed)
    people = [f"p{n}" for n in range(12)]
    rows = []
    for _ in range(2500):
        sender, recipient = choose.sample(people, 2)
        if (int(sender[1:]) * int(recipient[1:]) + seed) % 3 == 0 and choose.random() < 0.95:
            continue
        rows.append(
            {
                "at_epoch_s": AS_OF + 30 * DAY_S - int(choose.random() ** 2 * 6 * 365 * DAY_S),
                "sender": sender,
                "recipient": recipient,
                "kind": choose.choice(KINDS),
                "audience": choose.choice((1, 1, 1, 2, 5, 40)),
                "role": choose.choice(("to", "to", "cc", None)),
            }
        )
    return rows


@pytest.fixture(scope="module", params=[1, 2])
def told(request):
    """Every tie of a random network as the engine tells it, with the history the oracle tells it from."""
    rows = network(request.param)
    table = ties(table_of(rows), as_of_epoch_s=AS_OF, refit="never", horizon_days=60)
    histories = {
        (tie["ego"], tie["alter"]): History(rows, tie["ego"], tie["alter"], AS_OF)
        for tie in table.to_pylist()
    }
    return table.to_pylist(), histories


def test_there_is_one_row_for_each_ordered_pair_with_any_history(told):
    ties, histories = told

    assert len(ties) == len(histories) > 60
    assert all((alter, ego) in histories for ego, alter in histories)


def test_counts_days_and_moments_are_those_of_the_evidence_alone(told):
    ties, histories = told
    for tie in ties:
        history = histories[tie["ego"], tie["alter"]]
        assert (tie["acts_out"], tie["acts_in"]) == (len(history.mine), len(history.theirs))
        assert tie["days_active"] == len(history.days)
        assert tie["first_at_epoch_s"] == min((act.at for act in history.acts), default=None)
        assert tie["last_out_epoch_s"] == max((act.at for act in history.mine), default=None)
        assert tie["last_in_epoch_s"] == max((act.at for act in history.theirs), default=None)


def test_class_state_and_rhythm_follow_their_rules(told):
    ties, histories = told
    for tie in ties:
        history = histories[tie["ego"], tie["alter"]]
        assert tie["tie_class"] == history.tie_class
        assert tie["state"] == history.state
        assert tie["rhythm_days"] == history.rhythm


def test_reciprocity_and_standing_follow_their_rules(told):
    ties, histories = told
    for tie in ties:
        history = histories[tie["ego"], tie["alter"]]
        assert tie["reciprocity"] == pytest.approx(history.reciprocity)
        assert tie["standing"] == (None if history.standing is None else pytest.approx(history.standing))


def test_who_begins_who_answers_and_how_fast_are_told_beside_the_class_and_the_standing(told):
    """T2, T4: the figures that class and standing rest on."""
    ties, histories = told
    for tie in ties:
        history = histories[tie["ego"], tie["alter"]]
        assert (tie["months_two_way"], tie["solo_in"]) == (history.months_two_way, history.solo)
        for side, said in (("out", history.talk[True]), ("in", history.talk[False])):
            assert (tie[f"turns_{side}"], tie[f"starts_{side}"]) == (said["turns"], said["starts"])
            assert tie[f"answers_{side}"] == len(said["waits"])
            usual = math.exp(sum(said["waits"]) / len(said["waits"])) - 60 if said["waits"] else None
            assert tie[f"wait_{side}_s"] == (usual if usual is None else pytest.approx(usual, abs=1e-3))


def test_strength_is_the_shipped_model_on_the_pair_and_what_both_do_with_everybody(told):
    ties, histories = told
    model = shipped_model()
    for tie in ties:
        history = histories[tie["ego"], tie["alter"]]
        if history.told:
            of_ego, of_alter = (
                [other for (ego, _), other in histories.items() if ego == tie[side]]
                for side in ("ego", "alter")
            )
            expected = strength(model, history, of_ego, of_alter, 60)
            assert tie["strength"] == pytest.approx(expected, rel=1e-9)


def test_reasons_are_ordered_by_weight_and_add_up_to_the_strength(told):
    ties, _ = told
    intercept = shipped_model().logistic.intercept
    for tie in ties:
        parts = [reason["contribution"] for reason in tie["because"]]
        assert parts == sorted(parts, key=abs, reverse=True)
        logit = math.log(tie["strength"] / (1 - tie["strength"]))
        assert sum(parts) + intercept == pytest.approx(logit, abs=1e-6)
