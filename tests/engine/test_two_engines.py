"""Two engines, one answer: every measure on Spark as on DuckDB, in any zone, beside us and on a cluster."""

import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from renmai.cli.app import app
from renmai.engine import backend, statements
from renmai.engine.measures.weights import KIND_WEIGHTS, SILENT_KINDS
from renmai.engine.model import shipped_model
from renmai.engine.profile import checked_events, profile_of, sound_events
from renmai.engine.run import TiesReport, write_ties
from renmai.engine.tie_table import tie_table
from tests.engine.conftest import DAY_S, table_of
from tests.engine.spark_cluster import QUICK_JAVA, spark_cluster

AS_OF = 1_700_000_000
YEARS = 12
KINDS = (*KIND_WEIGHTS, *SILENT_KINDS, "yodel", None)
BAD = (
    {"sender": None},
    {"recipient": None},
    {"audience": 0},
    {"audience": -(2**31)},
    {"at_epoch_s": None},
    {"at_epoch_s": -1},
    {"at_epoch_s": 2**62},
)
SCHEMA = pa.schema(
    {
        "at_epoch_s": pa.int64(),
        "sender": pa.string(),
        "recipient": pa.string(),
        "kind": pa.string(),
        "audience": pa.int32(),
        "role": pa.string(),
        "act": pa.string(),
        "reply_to": pa.string(),
        "channel": pa.string(),
    }
)
needs_java = pytest.mark.skipif(
    shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="there is no Java for Spark"
)
INTERPRETED = {"spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN"}
"""What compiles to Java on one machine is compiled again in each process of a cluster, for a few rows."""


def full_table(seed: int, people: int = 14, count: int = 2_500) -> pa.Table:
    """Return acts of twelve years with every column, some told twice, some at one second, some of no use."""
    choose = random.Random(seed)
    names = ["me", "李雷", "Ångström", "ab", "a b", "Z", "z", "", *(f"p{n}" for n in range(people))]
    rows = []
    for number in range(count):
        sender, recipient = choose.sample(names, 2)
        age_s = int(YEARS * 365 * DAY_S * choose.random() ** 3)
        row = {
            "at_epoch_s": AS_OF
            - age_s
            + choose.choice((0, 0, 40 * DAY_S))
            - age_s % 7 * choose.choice((0, 1)),
            "sender": sender,
            "recipient": recipient,
            "kind": choose.choice(KINDS),
            "audience": choose.choice((1, 1, 2, 7, 300, None)),
            "role": choose.choice(("to", "cc", "bcc", "attendee", None)),
            "act": choose.choice((f"a{number}", f"a{number // 2}", None)),
            "reply_to": choose.choice((None, None, f"a{choose.randrange(count)}")),
            "channel": choose.choice(("work mail", None)),
        }
        rows += [row, *([row] if number % 50 == 0 else [])]
        answer = row | {"sender": recipient, "recipient": sender, "act": None, "reply_to": row["act"]}
        if number % 3 == 0:
            rows.append(answer | {"at_epoch_s": row["at_epoch_s"] + choose.choice((0, 3_600, 9 * DAY_S))})
    rows += [rows[0] | fault for fault in BAD] + [rows[0] | {"recipient": rows[0]["sender"]}]
    choose.shuffle(rows)
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def by_number(table: pa.Table) -> pa.Table:
    """Return the same with people and acts as whole numbers, some of them large, and a column of nothing."""
    codes: dict[str, int] = {}
    for name in ("sender", "recipient", "act", "reply_to"):
        found = [
            None if word is None else codes.setdefault(word, len(codes) * 3**36 % 2**62)
            for word in table[name].to_pylist()
        ]
        table = table.set_column(table.schema.get_field_index(name), name, pa.array(found, pa.int64()))
    return table.set_column(table.schema.get_field_index("channel"), "channel", pa.nulls(table.num_rows))


@pytest.fixture(scope="module")
def events(tmp_path_factory) -> dict[str, Path]:
    """Tables of events as files, each of another kind, and a folder of files with differing columns."""
    folder = tmp_path_factory.mktemp("events")
    full = full_table(1)
    tables = {
        "full": full,
        "numbers": by_number(full_table(2)),
        "bare": full_table(3).select(["at_epoch_s", "sender", "recipient"]),
        "none": table_of([]),
    }
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    (folder / "parts [1] 李").mkdir()
    pq.write_table(full.slice(0, 900), folder / "parts [1] 李" / "b+c %20.parquet")
    pq.write_table(full.slice(900).drop_columns(["channel"]), folder / "parts [1] 李" / "a.parquet")
    return {name: folder / f"{name}.parquet" for name in tables} | {"parts": folder / "parts [1] 李"}


@contextmanager
def session(master: str, zone: str, **more: str) -> Iterator[None]:
    """Keep a session of Spark in a time zone active; the engine uses the one there is."""
    from pyspark.sql import SparkSession

    settings = {
        "spark.sql.session.timeZone": zone,
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": QUICK_JAVA,
        "spark.executor.extraJavaOptions": QUICK_JAVA,
        "spark.executor.memory": "512m",
        "spark.pyspark.python": "no-python-is-wanted-where-spark-works",
        **more,
    }
    assert SparkSession.getActiveSession() is None
    found = SparkSession.builder.master(master).config(map=settings).getOrCreate()
    try:
        assert (found.sparkContext.master, found.conf.get("spark.sql.session.timeZone")) == (master, zone)
        yield
    finally:
        found.stop()


def ties_on(name: str, events: Path, folder: Path, **options) -> tuple[list[dict], TiesReport]:
    """Return what an engine wrote, by ego and alter, with its report."""
    out = folder / f"{name}.parquet"
    report = write_ties(events, out, as_of_epoch_s=AS_OF, engine=name, **options)
    assert {path.name for path in folder.iterdir()} <= {"duckdb.parquet", "spark.parquet"}
    table = pq.ParquetFile(out).read()
    return table.sort_by([("ego", "ascending"), ("alter", "ascending")]).to_pylist(), report


def assert_same(one: object, other: object, where: str = "") -> None:
    """Hold two values to be the same; real numbers to one in a thousand million."""
    assert type(one) is type(other), where
    if isinstance(one, list):
        assert len(one) == len(other), where
        for place, (mine, yours) in enumerate(zip(one, other, strict=True)):
            assert_same(mine, yours, f"{where}[{place}]")
    elif isinstance(one, dict):
        assert one.keys() == other.keys()
        for key, value in one.items():
            assert_same(value, other[key], f"{where}.{key}")
    elif isinstance(one, float):
        assert math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9), f"{where}: {one} {other}"
    else:
        assert one == other, where


def assert_agree(events: Path, folder: Path, **options) -> None:
    """Hold both engines to the same ties and the same report."""
    (mine, report), (yours, other) = (ties_on(name, events, folder, **options) for name in backend.ENGINES)
    assert report == other
    assert_same(mine, yours)


def kept_ties(events: Path, engine_name: str) -> list[list[dict]]:
    """Return the ties as of two moments by two models, the second of each from the text kept of the first."""
    model, found = shipped_model(), []
    with backend.connected(engine_name) as connection:
        table = checked_events(connection, events)
        outline = profile_of(connection, table).outline
        named = sound_events(connection, table)
        for as_of, intercept in ((AS_OF, model.logistic.intercept), (AS_OF - 90 * DAY_S, 0.1)):
            values = {
                "as_of_epoch_s": [as_of],
                "egos": [0, 3**36],
                "intercept": intercept,
                "terms": model.terms,
            }
            rows = statements.rows(
                connection, tie_table, (named, None), values, horizon_days=90.0, profile=outline
            )
            found.append(rows.sort_by([("ego", "ascending"), ("alter", "ascending")]).to_pylist())
    assert all(found)
    return found


@pytest.fixture(scope="class")
def beside_us() -> Iterator[None]:
    """Spark on this machine's own cores, in UTC."""
    with session("local[2]", "UTC"):
        yield


@needs_java
@pytest.mark.usefixtures("beside_us")
class TestBesideUs:
    """On one machine."""

    @pytest.mark.parametrize("kind", ["full", "numbers", "bare", "none", "parts"])
    def test_all_measures_are_the_same_on_both_engines(self, events, tmp_path, kind):
        assert_agree(events[kind], tmp_path, refit="never")

    def test_a_model_learnt_from_the_past_is_the_same(self, events, tmp_path):
        assert_agree(events["full"], tmp_path, refit="always", horizon_days=60)

    def test_what_is_compiled_once_and_filled_with_numbers_is_the_same(self, events):
        assert_same(*(kept_ties(events["numbers"], name) for name in backend.ENGINES))


@needs_java
def test_another_time_zone_changes_nothing_on_spark(events, tmp_path):
    with session("local[2]", "Asia/Shanghai"):
        assert_agree(events["full"], tmp_path, refit="never")


@needs_java
def test_a_cluster_gives_what_one_machine_gives(events, tmp_path):
    with spark_cluster() as cluster, session(cluster.master, "Asia/Shanghai", **INTERPRETED):
        assert_agree(events["full"], tmp_path, refit="never")


@needs_java
def test_the_command_begins_spark_itself_and_keeps_javas_words_off_the_screen(events, tmp_path):
    words = ["engine", "ties", str(events["bare"]), "--as-of", "2023-11-14", "--out", "ties.parquet"]
    options = ["--engine", "spark", "--spark-master", "local[1]", "--memory-limit", "1GB", "--refit", "never"]
    own = {"RENMAI_HOME": str(tmp_path / "home"), "LANG": "en", "JDK_JAVA_OPTIONS": QUICK_JAVA}
    said = subprocess.run(
        [sys.executable, "-c", "from renmai.config.command import main; main()", *words, *options, "--json"],
        capture_output=True, text=True, cwd=tmp_path, env=os.environ | own, check=True,
    )  # fmt: skip

    assert pq.read_table(tmp_path / "ties.parquet").num_rows == json.loads(said.stdout)["ties"] > 0
    assert all("Left out, " in line for line in said.stderr.splitlines())


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--engine", "polars"], "There is no engine called “polars”; there is: duckdb, spark."),
        (
            ["--memory-limit", "much"],
            "“much” is no memory limit; write it like 800MB or 4GB, at least 256MB.",
        ),
        (["--spark-master", "local"], "--spark-master goes with --engine spark only."),
    ],
)
def test_an_engine_that_cannot_be_had_is_one_sentence_and_status_2(events, tmp_path, options, sentence):
    assert refused(events["bare"], tmp_path, *options) == sentence


def test_without_the_extra_the_sentence_says_how_to_install_it(events, tmp_path, monkeypatch):
    monkeypatch.setattr(backend, "find_spec", lambda name: None)

    assert "pip install 'renmai[spark]'" in refused(events["bare"], tmp_path, "--engine", "spark")


def test_without_java_the_sentence_says_so(events, tmp_path, monkeypatch):
    monkeypatch.setattr(backend.shutil, "which", lambda name: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)

    assert "Spark runs on Java 17 or 21" in refused(events["bare"], tmp_path, "--engine", "spark")


@needs_java
def test_java_that_does_not_start_is_told_with_the_file_of_its_words(events, tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(events["bare"].parent))

    said = refused(events["bare"], tmp_path, "--engine", "spark", "--spark-master", "local[1]")

    assert said.startswith("Spark does not start at local[1], or nobody answers there; what it said is in ")


def refused(events: Path, folder: Path, *options: str) -> str:
    """Return the one sentence with which the command refuses; nothing is written."""
    words = ["engine", "ties", str(events), "--as-of", "2023-01-01", "--out", str(folder / "o.parquet")]
    said = CliRunner(env={"LANG": "en"}).invoke(app, [*words, *options])
    assert (said.exit_code, said.stderr.count("\n"), list(folder.iterdir())) == (2, 1, [])
    return said.stderr.strip().removeprefix("renmai: ")


def test_only_the_backend_names_an_engine():
    room = Path(backend.__file__).parent
    naming = re.compile(r"""(import|from) \S*(duckdb|spark)|["'](duckdb|spark)["']""")

    assert [path.name for path in room.rglob("*.py") if naming.search(path.read_text())] == ["backend.py"]
