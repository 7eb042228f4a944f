"""The command's contract: columns out, bad rows told, bad files and dates refused with status 2."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from renmai.engine import backend
from tests.engine.conftest import at, rows_of, table_of

COLUMNS = [
    "ego", "alter", "strength", "tie_class", "state", "reciprocity", "standing", "acts_out", "acts_in",
    "days_active", "first_at_epoch_s", "last_out_epoch_s", "last_in_epoch_s", "rhythm_days", "because",
    "months_two_way", "starts_out", "starts_in", "turns_out", "turns_in", "answers_out", "answers_in",
    "wait_out_s", "wait_in_s", "solo_in",
]  # fmt: skip


@pytest.fixture
def events_file(tmp_path, diary):
    """Write the diary of the test to events.parquet."""
    pq.write_table(diary, tmp_path / "events.parquet")
    return tmp_path / "events.parquet"


def test_ties_writes_a_row_for_each_ordered_pair_in_the_columns_of_the_contract(speak, events_file):
    """
    2026-01-05 → Ada mail
    2026-01-07 ← Ada mail
    2026-01-09 → 李雷 call
    2026-03-01 → Later mail
    """
    said = speak("ties", events_file, "--as-of", "2026-02-01", "--out", "ties.parquet", "--json")

    table = pq.read_table("ties.parquet")
    assert said.exit_code == 0
    assert table.column_names == COLUMNS
    pairs = {(tie["ego"], tie["alter"]) for tie in table.to_pylist()}
    assert pairs == {("me", "Ada"), ("Ada", "me"), ("me", "李雷"), ("李雷", "me")}
    assert table.schema.field("because").type.value_type.names == ["code", "contribution"]
    assert json.loads(said.stdout)["ties"] == 4


def test_an_act_at_the_very_moment_is_not_looked_at(speak, events_file):
    """
    2026-01-05 → Ada mail
    """
    speak("ties", events_file, "--as-of", "2026-01-05T12:00:00Z", "--out", "at.parquet")
    speak("ties", events_file, "--as-of", "2026-01-05T20:00:01+08:00", "--out", "after.parquet")

    assert pq.read_table("at.parquet").num_rows == 0
    assert pq.read_table("after.parquet").num_rows == 2


def test_bad_rows_are_counted_and_told_by_number_and_spoil_nothing(speak, tmp_path):
    rows = rows_of("2026-01-05 → Ada mail\n2026-01-07 ← Ada mail")
    bad = [
        {**rows[0], "sender": None},
        {**rows[0], "recipient": "me"},
        {**rows[0], "audience": 0},
        {**rows[0], "at_epoch_s": -5},
        {**rows[0], "at_epoch_s": at("2101-01-01")},
    ]
    pq.write_table(table_of([rows[0], *bad, rows[1]]), tmp_path / "bad.parquet")
    pq.write_table(table_of(rows), tmp_path / "good.parquet")

    said = speak("ties", "bad.parquet", "--as-of", "2026-02-01", "--out", "a.parquet", "--json")
    speak("ties", "good.parquet", "--as-of", "2026-02-01", "--out", "b.parquet")

    report = json.loads(said.stdout)
    assert said.exit_code == 0
    assert report["left_out"] == {"null_person": 1, "self_loop": 1, "bad_audience": 1, "bad_time": 2}
    assert report["rows"] == {"null_person": [2], "self_loop": [3], "bad_audience": [4], "bad_time": [5, 6]}
    assert "outside 1970 to 2100: 2 (rows 5, 6)" in said.stderr
    by_ego = [("ego", "ascending")]
    assert pq.read_table("a.parquet").sort_by(by_ego) == pq.read_table("b.parquet").sort_by(by_ego)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["nowhere.parquet", "--as-of", "2026-01-01", "--out", "o.parquet"],
            "There is no file nowhere.parquet.",
        ),
        (["text.parquet", "--as-of", "2026-01-01", "--out", "o.parquet"], "cannot be read as Parquet"),
        (["less.parquet", "--as-of", "2026-01-01", "--out", "o.parquet"], "“sender” is missing"),
        (["wrong.parquet", "--as-of", "2026-01-01", "--out", "o.parquet"], "“at_epoch_s” is string"),
        (["ok.parquet", "--as-of", "2026-13-01", "--out", "o.parquet"], "“2026-13-01” is no moment"),
        (["ok.parquet", "--as-of", "2026-01-01", "--out", "no/o.parquet"], "there is nothing at “no”"),
        (["ok.parquet", "--as-of", "2026-01-01", "--out", "o.parquet", "--refit", "maybe"], "is none of"),
        (["ok.parquet", "--as-of", "2026-01-01", "--out", "o.parquet", "--horizon-days", "-3"], "no number"),
    ],
)
def test_a_bad_file_column_or_date_is_one_sentence_and_status_2(speak, tmp_path, words, sentence):
    good = table_of(rows_of("2026-01-05 → Ada mail"))
    pq.write_table(good, tmp_path / "ok.parquet")
    pq.write_table(good.drop_columns(["sender"]), tmp_path / "less.parquet")
    wrong = good.set_column(0, "at_epoch_s", pa.array(["yesterday"]))
    pq.write_table(wrong, tmp_path / "wrong.parquet")
    (tmp_path / "text.parquet").write_text("no parquet at all")

    said = speak("ties", *words)

    assert said.exit_code == 2
    assert sentence in said.stderr
    assert said.stderr.count("\n") == 1
    assert not (tmp_path / "o.parquet").exists()


def test_an_empty_file_of_events_gives_an_empty_file_of_ties(speak, tmp_path):
    pq.write_table(table_of([]), tmp_path / "none.parquet")

    said = speak("ties", "none.parquet", "--as-of", "2026-01-01", "--out", "ties.parquet")

    assert said.exit_code == 0
    assert pq.read_table("ties.parquet").column_names == COLUMNS


def test_backtest_tells_strength_beside_the_baselines(speak, events_file):
    """
    2025-01-01 ×60 every 7d ⇄ penfriend mail
    2025-01-01 ×10 every 9d ⇄ lost mail
    2025-01-01 ×50 every 7d → deaf mail
    """
    said = speak("backtest", events_file, "--cutoff", "2025-09-01", "--json")

    found = json.loads(said.stdout)
    assert said.exit_code == 0
    assert (found["pairs"], found["pairs_in_touch"]) == (6, 2)
    parts = sum(part["predicted"] * part["pairs"] for part in found["calibration"])
    assert found["pairs_predicted"] == pytest.approx(parts)
    assert set(found["strength"]) == {"auc", "average_precision", "brier", "ece"}
    assert [rival["name"] for rival in found["baselines"]] == [
        "recency",
        "count",
        "interactions_rank",
        "both_directions",
        "geometric_mean",
    ]
    assert found["strength"]["auc"] == 1.0


def test_backtest_says_when_there_is_nothing_to_judge(speak, events_file):
    """
    2025-01-01 → Ada mail
    """
    said = speak("backtest", events_file, "--cutoff", "2025-09-01")

    assert said.exit_code == 2
    assert "nothing to judge" in said.stderr


def test_replies_writes_a_chance_for_every_act_and_reader_in_the_columns_of_the_contract(speak, events_file):
    """
    2026-01-05 → Ada mail
    2026-01-07 ← Ada mail
    2026-01-09 → 李雷 call
    2026-03-01 → Later mail
    """
    moments = ("--train-until", "2026-01-06", "--until", "2026-02-01")
    said = speak("replies", events_file, *moments, "--out", "replies.parquet", "--json")

    table = pq.read_table("replies.parquet")
    assert said.exit_code == 0
    assert table.column_names[:4] == ["act", "sender", "recipient", "probability"]
    assert {(row["sender"], row["recipient"]) for row in table.to_pylist()} == {("Ada", "me"), ("me", "李雷")}
    assert all(0 < row["probability"] < 1 for row in table.to_pylist())
    assert json.loads(said.stdout) == {
        "events": 4, "acts": 2, "model": "shipped", "names": False, "left_out": {}, "rows": {},
    }  # fmt: skip


def test_columns_and_files_that_hold_nothing_are_read(speak, tmp_path):
    """A data frame writes a column of nothing without a type, and so all columns where it has no rows."""
    names = ("at_epoch_s", "sender", "recipient", "audience", "role", "act", "reply_to")
    pq.write_table(pa.table({name: pa.nulls(0) for name in names}), tmp_path / "empty.parquet")
    one = {"at_epoch_s": [at("2026-01-05")], "sender": [1], "recipient": [2], "act": [7]}
    nothing = {name: pa.nulls(1) for name in ("audience", "role", "reply_to", "kind")}
    pq.write_table(pa.table(one | nothing), tmp_path / "one.parquet")
    moments = ("--train-until", "2026-01-01", "--until", "2026-02-01", "--out", "r.parquet")

    for name, acts in (("empty.parquet", []), ("one.parquet", [7])):
        said = speak("replies", name, *moments)
        assert (said.exit_code, said.stderr) == (0, "")
        assert pq.read_table("r.parquet")["act"].to_pylist() == acts
        tied = speak("ties", name, "--as-of", "2026-02-01", "--out", "t.parquet")
        assert (tied.exit_code, tied.stderr) == (0, "")
        assert pq.read_table("t.parquet").num_rows == 2 * len(acts)


def test_replies_refuses_moments_the_wrong_way_round_and_files_that_are_not_events(
    speak, events_file, tmp_path
):
    """
    2026-01-05 → Ada mail
    """
    (tmp_path / "broken.parquet").write_text("no")
    later, earlier = ("--train-until", "2026-02-01"), ("--until", "2026-01-01")
    turned = speak("replies", events_file, *later, *earlier, "--out", "r.parquet")
    broken = speak("replies", "broken.parquet", *later, "--until", "2026-03-01", "--out", "r.parquet")

    assert (turned.exit_code, broken.exit_code) == (2, 2)
    assert "before --train-until" in turned.stderr and "broken.parquet" in broken.stderr
    assert not (tmp_path / "r.parquet").exists()


def test_an_engine_draws_no_progress_among_what_the_command_says():
    connection = backend.connect()

    assert connection.con.sql("SELECT current_setting('enable_progress_bar')").fetchall() == [(False,)]
    connection.disconnect()
