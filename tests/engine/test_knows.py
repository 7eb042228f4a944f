"""Who knows whom: the engine agrees with plain Python, and looks at nothing the ego did not see."""

import json
import math
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.domain.ties.acquaintances import MOST_AUDIENCE
from renmai.engine.knows_model import FEATURES, SIGNS, shipped_weights
from renmai.engine.knows_run import NoSuchEgo, knows, pair_features
from tests.engine.conftest import DAY_S, table_of
from tests.engine.knows_oracle import features

START = 1_700_000_000
LETTERS = ("me", "ada", "ben", "eve", "李雷")


def act(
    number: int, sender: str, *recipients: str, day: float = 0, name: str | None = "", **more
) -> list[dict]:
    """Return the rows of one act; `name` None leaves it without an id."""
    return [
        {
            "at_epoch_s": START + int(day * DAY_S),
            "sender": sender,
            "recipient": recipient,
            "kind": "mail",
            "audience": len(recipients),
            "role": "to",
            "act": f"a{number}" if name == "" else name,
            **more,
        }
        for recipient in recipients
    ]


def random_acts(seed: int, count: int = 80, people: int = 12, *, is_named: bool = True) -> list[dict]:
    choose = random.Random(seed)
    everybody = ["me", *(f"p{number}" for number in range(people))]
    rows = []
    for number in range(count):
        present = choose.sample(everybody, min(len(everybody), choose.choice((2, 2, 3, 4, 6))))
        found = act(
            number, *present, day=choose.random() * 300, kind=choose.choice(("mail", "mail", "call", "mass"))
        )
        for row in found:
            row["role"] = choose.choice(("to", "cc"))
            row["act"] = row["act"] if is_named else None
        rows += found
    return rows


def events(rows: list[dict]) -> pa.Table:
    names = pa.array([row["act"] for row in rows], pa.string())
    return table_of(rows).append_column("act", names)


def judged(rows: list[dict], ego: object = "me", **options) -> dict[tuple, float]:
    table = knows(events(rows), ego=ego, **options)
    return {(row["a"], row["b"]): round(row["probability"], 9) for row in table.to_pylist()}


@pytest.mark.parametrize(("is_named", "is_view"), [(True, False), (False, False), (True, True)])
def test_every_feature_is_what_plain_python_finds(is_named, is_view):
    rows = random_acts(1, is_named=is_named)
    found = pair_features(events(rows), ego="me", is_view=is_view).to_pylist()
    expected = features(rows, "me", is_view=is_view)

    assert {(row["a"], row["b"]) for row in found} == set(expected)
    for row in found:
        assert {name: row[name] for name in FEATURES} == pytest.approx(expected[row["a"], row["b"]])


def test_the_probability_is_that_of_the_weights_and_of_the_exchange_seen():
    rows = random_acts(7)
    weights = shipped_weights()
    expected = {}
    for pair, found in features(rows, "me").items():
        logit = weights["intercept"] + sum(weights[name] * found[name] for name in FEATURES)
        apart = 1 - 1 / (1 + math.exp(-logit))
        expected[pair] = 1 - apart * math.exp(-math.expm1(found["both_ways"]))

    assert judged(rows) == pytest.approx(expected)


def test_nothing_is_looked_at_but_the_ego_s_own_acts():
    rows = random_acts(2)
    names = {row["act"] for row in rows if "me" in (row["sender"], row["recipient"])}
    mine = [row for row in rows if row["act"] in names]

    assert len(mine) < len(rows)
    assert judged(mine) == judged(rows)


def test_the_other_recipients_of_an_act_are_seen():
    assert set(judged(act(1, "me", "ada", "ben"))) == {("ada", "ben")}
    assert set(judged(act(1, "ada", "me", "ben"))) == {("ada", "ben")}


def test_acts_without_an_id_are_one_where_sender_moment_kind_and_audience_agree():
    one = act(1, "me", "ada", "ben", name=None)
    later = act(2, "me", "eve", name=None, day=1, audience=2)

    assert set(judged(one + later)) == {("ada", "ben")}


def test_two_who_were_only_apart_are_not_named():
    assert judged(act(1, "me", "ada") + act(2, "ben", "me")) == {}


def test_an_act_before_very_many_shows_nobody_together():
    many = [f"p{number:03}" for number in range(MOST_AUDIENCE + 1)]

    assert judged(act(1, "me", *many)) == {}
    assert len(judged(act(1, "me", *many[:-1]))) == MOST_AUDIENCE * (MOST_AUDIENCE - 1) // 2


def test_an_audience_that_says_too_little_is_counted_again():
    rows = act(1, "me", *(f"p{number:03}" for number in range(MOST_AUDIENCE + 2)), audience=1)

    assert judged(rows) == {}


TOGETHER = act(1, "me", "ada", "ben")
ADA_WROTE = act(1, "ada", "me", "ben")


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(TOGETHER, act(1, "me", "ada", "ben", "eve", "bob"), id="fewer around"),
        pytest.param(ADA_WROTE, TOGETHER, id="one wrote to the other"),
        pytest.param(
            ADA_WROTE + act(2, "ben", "me", "ada"), ADA_WROTE + act(2, "ada", "me", "ben"), id="both wrote"
        ),
        pytest.param(ADA_WROTE, act(1, "ada", "me", "ben", role="cc"), id="addressed, not copied"),
        pytest.param(TOGETHER, TOGETHER + act(2, "me", "ada", "eve"), id="little other company"),
        pytest.param(
            TOGETHER + act(2, "me", "ada", "ben", day=200),
            TOGETHER + act(2, "me", "ada", "ben"),
            id="over a long time",
        ),
    ],
)
def test_what_speaks_for_a_tie_raises_it(more, less):
    assert judged(more)["ada", "ben"] > judged(less)["ada", "ben"]


def test_mass_and_automatic_acts_say_nothing():
    assert judged(act(1, "me", "ada", "ben", kind="mass") + act(2, "me", "eve")) == {}


def test_rows_told_twice_and_their_order_change_nothing():
    rows = random_acts(3)
    shuffled = rows + random.Random(1).sample(rows, 40)
    random.Random(2).shuffle(shuffled)

    assert judged(shuffled) == judged(rows)


@settings(max_examples=4)
@given(seed=st.integers(0, 1000), names=st.permutations(LETTERS[1:]))
def test_other_names_for_the_same_people_change_no_figure(seed, names):
    rows = random_acts(seed, count=15, people=4)
    new = {f"p{number}": name for number, name in enumerate(names)} | {"me": "me"}
    renamed = [{**row, "sender": new[row["sender"]], "recipient": new[row["recipient"]]} for row in rows]
    if not any("me" in (row["sender"], row["recipient"]) for row in rows):
        return

    expected = {tuple(sorted((new[a], new[b]))): value for (a, b), value in judged(rows).items()}
    assert judged(renamed) == expected


def test_people_may_be_numbers_and_the_ego_given_as_text():
    rows = random_acts(4)
    number = {
        name: place
        for place, name in enumerate(
            sorted({row["sender"] for row in rows} | {row["recipient"] for row in rows}), 100
        )
    }
    table = events(rows)
    for name in ("sender", "recipient"):
        column = pa.array([number[row[name]] for row in rows], pa.int64())
        table = table.set_column(table.schema.get_field_index(name), name, column)
    found = knows(table, ego=str(number["me"])).to_pylist()

    assert [(row["a"], row["b"], round(row["probability"], 9)) for row in found] == [
        (number[a], number[b], value) for (a, b), value in sorted(judged(rows).items())
    ]
    with pytest.raises(NoSuchEgo):
        knows(table, ego="me")
    with pytest.raises(NoSuchEgo):
        knows(table, ego=str(2**70))


def test_only_the_three_columns_every_table_has_are_needed():
    table = events(random_acts(5)).select(["at_epoch_s", "sender", "recipient"])

    assert knows(table, ego="me").schema.names == ["a", "b", "probability"]


def test_the_shipped_weights_keep_their_signs():
    weights = shipped_weights()

    assert set(weights) == {"intercept", *FEATURES}
    assert all(weights[name] * SIGNS[name] >= 0 for name in FEATURES)


# the command


def test_the_command_writes_each_pair_once_and_counts_bad_rows(speak, tmp_path):
    rows = random_acts(6)
    bad = [
        {**rows[0], "sender": None},
        {**rows[1], "recipient": rows[1]["sender"]},
        {**rows[2], "audience": 0},
    ]
    pq.write_table(events(rows + bad), tmp_path / "events.parquet")
    said = speak("knows", "events.parquet", "--ego", "me", "--out", "pairs.parquet", "--json")

    table = pq.read_table(tmp_path / "pairs.parquet")
    pairs = [(row["a"], row["b"]) for row in table.to_pylist()]
    assert said.exit_code == 0
    assert table.schema.names == ["a", "b", "probability"]
    assert {
        pair: round(p, 9) for pair, p in zip(pairs, table["probability"].to_pylist(), strict=True)
    } == judged(rows)
    assert all(a < b and "me" not in (a, b) for a, b in pairs) and pairs == sorted(set(pairs))
    assert json.loads(said.stdout)["left_out"] == {"null_person": 1, "self_loop": 1, "bad_audience": 1}
    assert f"rows {len(rows) + 2}" in said.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("nobody.parquet --ego me --out p.parquet", "There is no file nobody.parquet."),
        (
            "events.parquet --ego nobody --out p.parquet",
            "No sound event names “nobody” as sender or recipient.",
        ),
        ("events.parquet --ego me --out nowhere/p.parquet", "there is nothing at “nowhere”."),
        ("events.parquet --out p.parquet", "--ego is missing."),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(speak, tmp_path, words, sentence):
    pq.write_table(events(act(1, "me", "ada", "ben")), tmp_path / "events.parquet")
    said = speak("knows", *words.split())

    assert said.exit_code == 2
    assert sentence in said.stderr.replace("\n", " ")
    assert not (tmp_path / "p.parquet").exists()


def test_an_ego_with_no_company_gets_an_empty_table(speak, tmp_path):
    pq.write_table(events(act(1, "me", "ada")), tmp_path / "events.parquet")

    assert speak("knows", "events.parquet", "--ego", "me", "--out", "p.parquet").exit_code == 0
    assert pq.read_table(tmp_path / "p.parquet").num_rows == 0
