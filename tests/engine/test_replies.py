"""The chance of an answer: what it rests on agrees with plain Python, and nothing later ever matters."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.engine import backend
from renmai.engine.profile import checked_events, sound_events
from renmai.engine.replies.answers import NEVER_S, answered_at
from renmai.engine.replies.features import FEATURES, features, past_of
from renmai.engine.replies.run import chances_of
from renmai.engine.replies.sent import Sent, sent_of
from tests.engine.conftest import at
from tests.engine.reply_oracle import DAY_S, HOUR_S, Act, World, rows_of_acts

WITHIN_S = 7 * DAY_S
START = at("2026-01-01")
SCHEMA = pa.schema(
    [
        ("at_epoch_s", pa.int64()), ("sender", pa.string()), ("recipient", pa.string()),
        ("kind", pa.string()), ("audience", pa.int32()), ("role", pa.string()),
        ("act", pa.string()), ("reply_to", pa.string()),
    ]
)  # fmt: skip


def table_of_acts(acts: list[Act]) -> pa.Table:
    return pa.Table.from_pylist(rows_of_acts(acts), SCHEMA)


def sent_from(table: pa.Table, until_epoch_s: int = START + 4000 * DAY_S) -> Sent:
    with backend.connected() as connection:
        return sent_of(connection, sound_events(connection, checked_events(connection, table)), until_epoch_s)


def chances(table: pa.Table, train_until_epoch_s: int, until_epoch_s: int, **how) -> pa.Table:
    return chances_of(sent_from(table, until_epoch_s), train_until_epoch_s=train_until_epoch_s, **how).table


def replies(table: pa.Table, train_until: str, until: str, **how) -> list[dict]:
    rows = chances(table, at(train_until), at(until), **how).to_pylist()
    return sorted(rows, key=lambda row: (row["at_epoch_s"], str(row["act"]), row["recipient"]))


@st.composite
def conversations(draw) -> list[Act]:
    """Draw acts among four people, some of which answer an earlier one."""
    acts: list[Act] = []
    people = "ABCD"
    moment = START
    for number in range(draw(st.integers(2, 25))):
        moment += draw(st.sampled_from([0, 60, HOUR_S, 5 * HOUR_S, DAY_S, 9 * DAY_S, 40 * DAY_S]))
        answers = draw(st.sampled_from([None, "unknown", *acts[-6:]]))
        by = draw(st.sampled_from(people))
        readers = draw(st.sets(st.sampled_from(people.replace(by, "")), min_size=1))
        if isinstance(answers, Act) and answers.by != by:
            readers = readers | {answers.by}
        direct = draw(st.sets(st.sampled_from(sorted(readers)), min_size=1))
        named = answers.act if isinstance(answers, Act) else answers
        acts.append(Act(moment, by, frozenset(direct), frozenset(readers - direct), f"m{number:02}", named))
    return acts


@settings(max_examples=30, deadline=None)
@given(conversations())
def test_every_feature_agrees_with_plain_python(acts):
    sent = sent_from(table_of_acts(acts))
    world = World(acts, WITHIN_S)
    names_any = any(act.reply_to in world.by_id for act in acts)
    answered = answered_at(sent)
    found = features(past_of(sent, answered, WITHIN_S), np.arange(len(sent.at)))

    assert tuple(found) == FEATURES
    assert sent.names == names_any
    if not names_any:
        return
    for place, key in enumerate(sent.keys.to_pylist()):
        act = world.by_id[key["act"]]
        wanted = world.features(act, key["recipient"])
        got = {name: values[place] for name, values in found.items()}
        assert got == pytest.approx(wanted, abs=1e-9), (act, key["recipient"])
        came = world.answered_at(act, key["recipient"])
        assert answered[place] == (came if came < np.inf else NEVER_S)


@settings(max_examples=12, deadline=None)
@given(conversations(), st.randoms(use_true_random=False), st.integers(0, 24))
def test_neither_what_comes_later_nor_the_order_of_rows_changes_a_chance(acts, random, cut):
    known = acts[: cut + 1]
    last = known[-1].at
    rows = rows_of_acts(acts)
    random.shuffle(rows)

    alone = chances(table_of_acts([act for act in acts if act.at <= last]), START, last + 1)
    among = chances(pa.Table.from_pylist(rows, SCHEMA), START, last + 1)

    order = [("at_epoch_s", "ascending"), ("act", "ascending"), ("recipient", "ascending")]
    assert alone.sort_by(order).equals(among.sort_by(order))


def two_people(days: int, *, answers: bool = True, **columns) -> pa.Table:
    """Return a question a day from A to B and to C; B answers within the hour, C never."""
    acts = []
    for day in range(days):
        asked = Act(START + day * DAY_S, "A", frozenset("BC"), frozenset(), f"q{day}", None)
        acts.append(asked)
        if answers:
            acts.append(Act(asked.at + HOUR_S, "B", frozenset("A"), frozenset(), f"r{day}", asked.act))
    table = table_of_acts(acts)
    return table.drop_columns(columns["without"]) if columns else table


def test_who_always_answered_is_likelier_to_answer_than_who_never_did():
    rows = replies(two_people(120), "2026-04-20", "2026-05-01")
    by_reader = {each: [row["probability"] for row in rows if row["recipient"] == each] for each in "BC"}

    assert min(by_reader["B"]) > 0.9
    assert max(by_reader["C"]) < 0.1


def test_a_row_comes_back_for_every_act_and_reader_between_the_two_moments_and_for_no_other():
    table = two_people(20)
    rows = replies(table, "2026-01-10", "2026-01-15")
    wanted = {
        (row["act"], row["recipient"]) for row in table.to_pylist()
        if at("2026-01-10") <= row["at_epoch_s"] < at("2026-01-15")
    }  # fmt: skip

    assert {(row["act"], row["recipient"]) for row in rows} == wanted
    assert len(rows) == len(wanted)


def test_without_names_of_acts_an_answer_is_the_next_act_the_other_way():
    table = two_people(120, without=["act", "reply_to", "role", "audience", "kind"])
    sent = sent_from(table)
    rows = replies(table, "2026-04-20", "2026-05-01")
    to_b = [row["probability"] for row in rows if row["recipient"] == "B"]

    assert not sent.names
    asked = np.asarray(pc.equal(sent.keys["recipient"], "B"))
    assert np.all(answered_at(sent)[asked] - sent.at[asked] == HOUR_S)
    assert min(to_b) > 0.8 > max(row["probability"] for row in rows if row["recipient"] == "C")


def test_people_and_acts_may_be_whole_numbers_and_give_the_same_chances():
    table = two_people(60)
    people = {"A": 7, "B": 5, "C": 900_000_000_000}
    acts = {name: 10_000 + place for place, name in enumerate(sorted(set(table["act"].to_pylist())))}
    numbered = pa.table(
        {
            "at_epoch_s": table["at_epoch_s"],
            **{name: [people[each] for each in table[name].to_pylist()] for name in ("sender", "recipient")},
            "act": [acts[each] for each in table["act"].to_pylist()],
            "reply_to": pa.array([acts.get(each) for each in table["reply_to"].to_pylist()], pa.int64()),
            "audience": table["audience"],
        }
    )
    by_name = replies(table, "2026-02-01", "2026-03-01")
    by_number = replies(numbered, "2026-02-01", "2026-03-01")

    expected = {(acts[row["act"]], people[row["recipient"]]): row["probability"] for row in by_name}
    assert {(row["act"], row["recipient"]): row["probability"] for row in by_number} == expected


def test_answers_named_by_numbers_with_gaps_are_understood_as_a_data_frame_writes_them():
    table = two_people(60)
    acts = {name: place for place, name in enumerate(sorted(set(table["act"].to_pylist())))}
    numbers = pa.array([acts[each] for each in table["act"].to_pylist()])
    gaps = pa.array([acts.get(each, float("nan")) for each in table["reply_to"].to_pylist()], pa.float64())
    numbered = table.set_column(6, "act", numbers).set_column(7, "reply_to", gaps)

    wanted = [row["probability"] for row in replies(table, "2026-02-01", "2026-03-01")]
    found = [row["probability"] for row in replies(numbered, "2026-02-01", "2026-03-01")]

    assert sorted(found) == sorted(wanted)


def test_an_act_whose_days_are_not_over_is_no_lesson():
    """Acts of the last seven days before the cut are answered or not; the chances do not depend on it."""
    until_then = two_people(100, answers=True)
    quiet = pc.and_(
        pc.greater_equal(until_then["at_epoch_s"], START + 60 * DAY_S),
        pc.is_valid(until_then["reply_to"]),
    )
    silenced = until_then.filter(pc.invert(quiet))
    first = START + 60 * DAY_S

    answered, unanswered = (chances(table, first, first + 1) for table in (until_then, silenced))

    assert answered.equals(unanswered)
    assert answered.num_rows == 2


def test_a_longer_span_is_likelier_to_hold_an_answer_where_nothing_could_be_learnt():
    table = two_people(1)
    one, seven, thirty = (
        [row["probability"] for row in replies(table, "2026-01-01", "2026-01-09", within_days=days)]
        for days in (1, 7, 30)
    )

    assert all(a < b < c < 1 for a, b, c in zip(one, seven, thirty, strict=True))


def test_nobody_answers_in_a_meeting_and_hardly_anybody_a_broadcast():
    acts = [Act(START + day * DAY_S, "A", frozenset("BC"), frozenset(), f"q{day}", None) for day in range(30)]
    for kind, most in (("meeting", 0.0), ("mass", 0.02), ("automatic", 0.02)):
        table = table_of_acts(acts).set_column(3, "kind", [[kind] * 60])
        assert {row["probability"] <= most for row in replies(table, "2026-01-10", "2026-02-01")} == {True}


def test_no_events_give_no_rows_and_one_event_gives_one():
    none, one = table_of_acts([]), table_of_acts([Act(START, "A", frozenset("B"), frozenset(), "m", None)])

    assert replies(none, "2026-01-01", "2026-02-01") == []
    (row,) = replies(one, "2026-01-01", "2026-02-01")
    assert row == {
        "act": "m", "sender": "A", "recipient": "B", "probability": row["probability"], "at_epoch_s": START,
    }  # fmt: skip
    assert 0 < row["probability"] < 1


def test_acts_that_answer_each_other_in_a_circle_are_told_apart_by_time():
    acts = [
        Act(START, "A", frozenset("B"), frozenset(), "m1", "m2"),
        Act(START + 60, "B", frozenset("A"), frozenset(), "m2", "m1"),
        Act(START + 60, "A", frozenset("B"), frozenset(), "m3", "m3"),
    ]
    sent = sent_from(table_of_acts(acts))

    assert sent.acts.parent.tolist().count(-1) == 2
    assert len(replies(table_of_acts(acts), "2026-01-01", "2026-02-01")) == 3
