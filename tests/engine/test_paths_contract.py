"""`renmai engine paths`: what goes in and out, bad rows told by number, wrong use refused with status 2."""

import json
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from renmai.cli.app import app

EDGES = [("me", "李雷", 0.9), ("李雷", "Ada", 0.5), ("me", "Ada", 0.1), ("Ada", "bo", 0.5)]


@pytest.fixture
def speak(tmp_path, monkeypatch):
    """Ask for paths in a folder of its own; a table given first is written to edges.parquet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RENMAI_HOME", str(tmp_path / "home"))

    def speak(edges, *words):
        pq.write_table(edges if isinstance(edges, pa.Table) else table(edges), "edges.parquet")
        return CliRunner(env={"LANG": "en"}).invoke(app, ["engine", "paths", "edges.parquet", *words])

    return speak


def table(rows, kinds=(None, None, None)) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    names = ("source", "target", "probability")
    return pa.table(
        {name: pa.array(values, kind) for name, values, kind in zip(names, columns, kinds, strict=True)}
    )


def test_paths_come_as_people_probability_and_hops_best_first(speak):
    said = speak(EDGES, "--from", "me", "--to", "Ada", "--json")

    assert said.exit_code == 0
    assert json.loads(said.stdout) == [
        {"people": ["me", "李雷", "Ada"], "probability": 0.45, "hops": 2},
        {"people": ["me", "Ada"], "probability": 0.1, "hops": 1},
    ]


def test_text_has_a_line_a_path(speak):
    said = speak(EDGES, "--from", "me", "--to", "Ada", "-k", "1")

    assert said.stdout == "0.45  me → 李雷 → Ada\n"


@pytest.mark.parametrize(
    "kinds",
    [
        (pa.int32(), pa.int64(), pa.float32()),
        (pa.float64(), pa.int16(), pa.float64()),
        (pa.uint8(), pa.int64(), pa.decimal128(3, 2)),
    ],
)
def test_people_named_by_whole_numbers_are_asked_for_in_digits_and_answered_as_numbers(speak, kinds):
    half = Decimal("0.5") if pa.types.is_decimal(kinds[2]) else 0.5
    rows = table([(1, 2, half), (2, 30, half)], kinds)

    said = speak(rows, "--from", "1", "--to", "30", "--json")

    assert json.loads(said.stdout) == [{"people": [1, 2, 30], "probability": 0.25, "hops": 2}]


@pytest.mark.parametrize(
    "kind", [pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.string_view()]
)
def test_text_may_be_kept_in_any_way(speak, kind):
    text = pa.array(["a", "b"]).cast(pa.string())
    other = pa.array(["b", "c"])
    as_kept = text.dictionary_encode() if pa.types.is_dictionary(kind) else text.cast(kind)
    rows = pa.table({"source": as_kept, "target": other, "probability": [1, 1]})

    said = speak(rows, "--from", "a", "--to", "c", "--json")

    assert json.loads(said.stdout)[0]["people"] == ["a", "b", "c"]


def test_bad_rows_are_told_by_number_and_left_out(speak):
    rows = [
        *EDGES, (None, "Ada", 0.5), ("me", None, 0.5), ("me", "me", 0.5), ("me", "bo", 0.0),
        ("me", "bo", 1.5), ("me", "bo", float("nan")), ("me", "bo", None), ("me", "bo", float("inf")),
        ("me", "bo", -0.5),
    ]  # fmt: skip

    said = speak(rows, "--from", "me", "--to", "bo", "-k", "1", "--json")

    assert json.loads(said.stdout)[0]["people"] == ["me", "李雷", "Ada", "bo"]
    assert "no source or no target: 2 (rows 5, 6)" in said.stderr
    assert "source and target are the same: 1 (rows 7)" in said.stderr
    assert "not above 0 or above 1: 6 (rows 8, 9, 10, 11, 12, 13)" in said.stderr


def test_no_path_is_an_answer(speak):
    rows = [*EDGES, ("x", "y", 0.5)]

    assert json.loads(speak(rows, "--from", "me", "--to", "y", "--json").stdout) == []
    said = speak(rows, "--from", "me", "--to", "y")
    assert said.exit_code == 0 and "No path leads from “me” to “y”" in said.stdout
    short = speak(rows, "--from", "me", "--to", "bo", "--max-hops", "1", "--json")
    assert json.loads(short.stdout) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--from", "me", "--to", "zoe"), "Nobody in the edges goes by “zoe”"),
        (("--from", "me", "--to", "me"), "stands at both ends"),
        (("--from", "me", "--to", "Ada", "--max-hops", "5"), "no number from 1 to 4"),
        (("--from", "me", "--to", "Ada", "-k", "0"), "no number from 1 to 1000"),
        (("--from", "me"), "--to is missing"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(speak, words, sentence):
    said = speak(EDGES, *words)

    assert said.exit_code == 2
    assert sentence in said.stderr and said.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("edges", "sentence"),
    [
        (pa.table({"source": ["a"], "target": ["b"]}), "“probability” is missing"),
        (pa.table({"source": ["a"], "target": ["b"], "probability": ["x"]}), "must be float64"),
        (pa.table({"source": [1.5], "target": [2], "probability": [0.5]}), "must be string, int64"),
        (pa.table({"source": [True], "target": [2], "probability": [0.5]}), "must be string, int64"),
        (table([]), "Nobody in the edges"),
    ],
)
def test_a_table_that_cannot_be_used_is_one_sentence_and_status_2(speak, edges, sentence):
    said = speak(edges, "--from", "a", "--to", "b")

    assert said.exit_code == 2
    assert sentence in said.stderr and said.stderr.count("\n") == 1


def test_a_file_that_is_no_table_is_one_sentence_and_status_2(speak, tmp_path):
    speak(EDGES, "--from", "me", "--to", "Ada")
    (tmp_path / "bad.parquet").write_text("not this")

    for path, sentence in (
        ("bad.parquet", "cannot be read as Parquet"),
        ("none.parquet", "There is no file"),
    ):
        said = CliRunner(env={"LANG": "en"}).invoke(
            app, ["engine", "paths", path, "--from", "me", "--to", "Ada"]
        )
        assert said.exit_code == 2 and sentence in said.stderr


def test_a_folder_of_files_is_one_table(speak, tmp_path):
    (tmp_path / "parts").mkdir()
    pq.write_table(table(EDGES[:1]), tmp_path / "parts" / "1.parquet")
    pq.write_table(table(EDGES[1:]), tmp_path / "parts" / "2.parquet")

    said = CliRunner().invoke(app, ["engine", "paths", "parts", "--from", "me", "--to", "Ada", "--json"])

    assert len(json.loads(said.stdout)) == 2
