"""Seven ties anybody would judge at a glance: class, state, and who is stronger than whom (T2, T3, T5)."""

from itertools import accumulate
from statistics import median

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.engine.run import ties
from tests.engine.conftest import DAY_S, at, rows_of, table_of


def test_the_seven_cases_come_out_right(diary):
    """
    2025-01-03 ×60 every 12d ← newsletter mass audience=5000
    2025-11-01 ×60 every 7d → stranger mail
    2024-11-20 ×20 every 36d ← robot automatic
    2026-12-28 → polite mail
    2026-12-29 ← polite mail
    2025-01-01 ×105 every 7d ⇄ penfriend mail
    2025-01-10 ×24 every 30d ↔ colleague meeting
    2022-06-01 ×200 every 3d ⇄ oldfriend mail
    """
    table = ties(diary, as_of_epoch_s=at("2027-01-01"), egos=["me"])
    by_name = {row["alter"]: row for row in table.to_pylist()}

    assert {name: tie["tie_class"] for name, tie in by_name.items()} == {
        "newsletter": "pseudo",
        "stranger": "pseudo",
        "robot": "pseudo",
        "polite": "weak",
        "penfriend": "strong",
        "colleague": "strong",
        "oldfriend": "strong",
    }
    assert (
        by_name["penfriend"]["state"]
        == by_name["colleague"]["state"]
        == by_name["polite"]["state"]
        == "active"
    )
    assert by_name["oldfriend"]["state"] == "dormant"
    pseudo = max(by_name[name]["strength"] for name in ("newsletter", "stranger", "robot"))
    strong = min(by_name[name]["strength"] for name in ("penfriend", "colleague"))
    assert pseudo < by_name["polite"]["strength"] < strong
    assert by_name["oldfriend"]["strength"] < by_name["polite"]["strength"]


def alters(events, as_of: str) -> dict[str, dict[str, object]]:
    """Return my ties by alter."""
    return {row["alter"]: row for row in ties(events, as_of_epoch_s=at(as_of), egos=["me"]).to_pylist()}


def test_an_exchange_is_each_side_addressing_the_other_once_and_no_number_of_copies(diary):
    """T1, T2.
    2026-06-01 → seven mail audience=7
    2026-06-02 ← seven mail audience=7
    2026-06-01 → eight mail audience=8
    2026-06-02 ← eight mail
    2026-06-01 ×9 every 2d → copied mail role=cc
    2026-06-02 ×9 every 2d ← copied mail role=cc
    2026-06-01 ↔ dinner meal audience=4
    2026-06-01 ↔ allhands meeting audience=300
    2026-06-01 ↔ project cooperation audience=12
    """
    there = alters(diary, "2027-01-01")

    assert {name: tie["tie_class"] for name, tie in there.items()} == {
        "seven": "weak",
        "eight": "pseudo",
        "copied": "pseudo",
        "dinner": "weak",
        "allhands": "pseudo",
        "project": "weak",
    }
    assert (there["copied"]["acts_out"], there["copied"]["acts_in"], there["copied"]["days_active"]) == (
        0,
        0,
        0,
    )
    assert there["copied"]["first_at_epoch_s"] is None is there["copied"]["last_in_epoch_s"]
    assert (there["eight"]["acts_out"], there["eight"]["acts_in"]) == (0, 1)
    assert 0 < there["allhands"]["strength"] < there["dinner"]["strength"]


@pytest.mark.parametrize(
    ("answers", "tie_class"), [("ours", "weak"), ("another", "pseudo"), (None, "pseudo")]
)
def test_an_answer_before_a_crowd_is_contact_where_it_answers_theirs(answers, tie_class):
    """T1: whoever takes up what was said to them reaches out, however many read it."""
    diary = table_of(rows_of("2026-06-01 → Li mail\n2026-06-02 ← Li mail audience=40 role=cc"))
    acts, replies = pa.array(["ours", "theirs"]), pa.array([None, answers], pa.string())
    there = alters(diary.append_column("act", acts).append_column("reply_to", replies), "2027-01-01")

    assert there["Li"]["tie_class"] == tie_class
    assert there["Li"]["acts_in"] == (1 if tie_class == "weak" else 0)


def test_a_later_copy_moves_neither_the_last_contact_nor_the_days_nor_the_state(diary):
    """T1, T5: what I hear of them in copy is no word from them.
    2025-01-01 ×20 every 7d ⇄ told mail
    2026-12-01 ×4 every 7d ← told mail role=cc
    2025-01-01 ×20 every 7d ⇄ quiet mail
    """
    there = alters(diary, "2027-01-01")
    for name in (
        "last_out_epoch_s",
        "last_in_epoch_s",
        "days_active",
        "state",
        "rhythm_days",
        "months_two_way",
    ):
        assert there["told"][name] == there["quiet"][name]
    assert there["told"]["state"] == "dormant"
    assert there["told"]["strength"] > there["quiet"]["strength"]


def test_a_rhythm_is_the_median_gap_from_four_gaps_on(diary):
    """T5: strictly every week is every seven days, and three gaps are no habit.
    2026-01-01 ×10 every 7d ⇄ weekly mail
    2026-01-01 ×5 every 14d ↔ fortnightly meeting
    2026-01-01 ×4 every 14d ↔ thrice meeting
    2026-01-01 ×30 every 1d ⇄ daily mail
    2026-01-01 ×8 every 1d ⇄ burst mail
    2026-12-01 ⇄ burst mail
    """
    rhythms = {name: tie["rhythm_days"] for name, tie in alters(diary, "2027-01-01").items()}

    assert rhythms == {"weekly": 7.0, "fortnightly": 14.0, "thrice": None, "daily": 1.0, "burst": 1.0}


@given(st.lists(st.integers(1, 400), min_size=1, max_size=12))
@settings(max_examples=20, deadline=None)
def test_a_stated_rhythm_lies_between_the_gaps_that_were(gaps):
    """T5: it never exceeds the longest gap ever seen."""
    days = list(accumulate(gaps, initial=0))
    first = at("2000-01-01")
    rows = [
        {"at_epoch_s": first + day * DAY_S, "sender": "me", "recipient": "Li", "kind": "mail", "audience": 1}
        for day in days
    ]
    [tie] = ties(table_of(rows), as_of_epoch_s=first + 9999 * DAY_S, egos=["me"]).to_pylist()

    assert tie["rhythm_days"] == (median(gaps) if len(gaps) >= 4 else None)


def test_a_tie_to_somebody_silent_for_half_a_year_is_not_active_however_much_i_write(diary):
    """T5: silence is theirs.
    2025-01-01 ×10 every 20d ⇄ unheard mail
    2025-08-01 ×50 every 10d → unheard mail
    2026-12-20 → new mail
    """
    there = alters(diary, "2027-01-01")

    assert there["unheard"]["state"] == "cooling"
    assert there["new"]["state"] == "active"


def test_a_letter_is_unanswered_once_the_usual_time_has_passed_and_turns_are_counted_not_acts(diary):
    """T4: two answers to one turn are one turn answered; a letter of yesterday is none yet.
    2026-01-05 → prompt mail
    2026-01-06 ×2 every 1d ← prompt mail
    2026-02-05 → prompt mail
    2026-02-06 ← prompt mail
    2026-12-31 → prompt mail
    2026-12-20 → fresh mail
    2026-12-10 → waiting mail
    """
    there = alters(diary, "2027-01-01")
    told = {name: (tie["turns_out"], tie["answers_in"]) for name, tie in there.items()}

    assert told == {"prompt": (2, 2), "fresh": (0, 0), "waiting": (1, 0)}
