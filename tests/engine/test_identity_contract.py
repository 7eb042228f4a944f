"""`renmai engine resolve`: columns in and out, what is refused, what is told."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from renmai.cli.app import app
from tests.engine.identity_table import mention, table_of

COLUMNS = ["mention", "cluster", "probability", "certain", "certain_cluster", "beside", "because"]


@pytest.fixture
def speak(tmp_path, monkeypatch):
    """Run `renmai engine resolve` in a folder of its own and return what it said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RENMAI_HOME", str(tmp_path / "home"))

    def speak(*words):
        return CliRunner(env={"LANG": "en"}).invoke(app, ["engine", "resolve", *map(str, words)])

    return speak


def test_a_row_for_each_mention_in_the_columns_of_the_contract(speak):
    rows = [
        mention("b", "Ada Quill", "ada@one.example", "no handle"),
        mention("a", "A. Quill", "ada@one.example"),
        mention("c", "Ada Quill", "ada.quill@gmail.com"),
    ]
    pq.write_table(table_of(rows), "mentions.parquet")

    said = speak("mentions.parquet", "--out", "clusters.parquet", "--pairs", "pairs.parquet", "--json")

    table, pairs = pq.read_table("clusters.parquet"), pq.read_table("pairs.parquet")
    assert said.exit_code == 0
    assert table.column_names == COLUMNS
    assert table["cluster"].to_pylist() == ["a", "a", "a"]
    assert table["certain"].to_pylist() == [True, True, False]
    assert pairs.column_names == ["one", "other", "probability", "is_joined", "because"]
    report = json.loads(said.stdout)
    assert (report["mentions"], report["clusters"], report["unreadable_handles"]) == (3, 1, 1)
    assert "could not be read: 1" in said.stderr


def test_an_empty_file_gives_an_empty_file(speak):
    pq.write_table(table_of([]), "none.parquet")

    said = speak("none.parquet", "--out", "clusters.parquet")

    assert said.exit_code == 0
    assert pq.read_table("clusters.parquet").column_names == COLUMNS


def test_a_single_mention_that_says_nothing_is_alone_and_certain(speak):
    pq.write_table(pa.table({"mention": [7]}), "one.parquet")

    assert speak("one.parquet", "--out", "clusters.parquet").exit_code == 0
    [row] = pq.read_table("clusters.parquet").to_pylist()
    assert (row["cluster"], row["probability"], row["certain"], row["beside"]) == (7, 1.0, True, None)


def test_odd_columns_are_taken_as_they_are_meant(speak):
    odd = pa.table(
        {
            "mention": ["a", "b"],
            "name": ["Ada Quill", "Ada Quill"],
            "handles": ["ada@one.example", "mailto:ADA@one.example"],
            "birthday": pa.array([3_650, None], pa.date32()),
            "place": pa.array([None, None], pa.null()),
            "height": [1.7, 1.8],
        }
    )
    pq.write_table(odd, "odd.parquet")

    assert speak("odd.parquet", "--out", "clusters.parquet").exit_code == 0
    assert pq.read_table("clusters.parquet")["certain_cluster"].to_pylist() == ["a", "a"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere", "There is no file nowhere.parquet."),
        ("text", "cannot be read as Parquet"),
        ("less", "“mention” is missing"),
        ("wrong", "“handles” is int64"),
        ("twice", "“a” stands there twice"),
        ("gap", "1 rows have no mention (rows 2)"),
    ],
)
def test_a_bad_file_or_column_is_one_sentence_and_status_2(speak, tmp_path, name, sentence):
    good = table_of([mention("a"), mention("b")])
    pq.write_table(good.drop_columns(["mention"]), "less.parquet")
    pq.write_table(pa.table({"mention": ["a"], "handles": [5]}), "wrong.parquet")
    pq.write_table(table_of([mention("a"), mention("a")]), "twice.parquet")
    pq.write_table(pa.table({"mention": ["a", None]}), "gap.parquet")
    (tmp_path / "text.parquet").write_text("no parquet at all")

    said = speak(f"{name}.parquet", "--out", "o.parquet")

    assert said.exit_code == 2
    assert sentence in said.stderr
    assert said.stderr.count("\n") == 1
    assert not (tmp_path / "o.parquet").exists()
