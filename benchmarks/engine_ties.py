"""Times every tie measure beside the bare flows in DuckDB and in Polars, on generated events, in one run.

Run `python -m benchmarks.engine_ties [ROWS …]` (1,000,000 and 10,000,000 unless told). Bare means: per
direction the acts, first, last, four decayed sums and the mean log reply time, and nothing else. Each
contestant runs as a process of its own, ROUNDS times (3); the best wall and CPU times count, without imports.
Peak memory is what the system saw. Polars is left out where it is not installed. How it grows beyond:
`python -m benchmarks.scaling`.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

FIRST, SPAN_S = 1_500_000_000, 4 * 365 * 86_400
AS_OF = FIRST + SPAN_S
ROUNDS = int(os.environ.get("ROUNDS", "3"))
SIZES = (1_000_000, 10_000_000)
MOST_MIB = 2_048
MOST_TIMES = 2.0
BARE, FULL_NAME, LEARNT = "bare flows, DuckDB", "all measures", "all measures, model fitted to the past"
INTRODUCTION = """
`python -m benchmarks.engine_ties`: generated events, all ordered pairs, beside the bare query of decayed
flows and reply times in DuckDB and in Polars; one run, two threads, best of {rounds}. The bar is twice the
bare query in DuckDB, and 2,048 MiB at ten million events. Ratios hold; seconds are of a shared machine. A
model fitted to the past costs a fixed price: it is learnt from as many people as hold 100,000 events, however
many there are. At a million events that, and compiling, weigh as much as the data. 100 million events, and
Spark: [scaling](scaling.md).
"""

FULL = f"""
from pathlib import Path
from renmai.engine.run import write_ties
write_ties(Path(EVENTS), Path(OUT), as_of_epoch_s={AS_OF}, refit=REFIT, threads=2)
"""
DUCKDB = f"""
import duckdb
age = "({AS_OF} - at_epoch_s) / 86400.0"
flow = "sum(exp(-ln(2) * {{age}} / {{h}}) / log2(1 + audience)) AS flow_{{h}}"
flows = ", ".join(flow.format(age=age, h=h) for h in (7, 30, 90, 365))
duckdb.execute("SET threads = 2; SET preserve_insertion_order = false")
duckdb.execute(f'''COPY (WITH turns AS (
  SELECT *, lag(at_epoch_s) OVER pair AS before, lag(sender) OVER pair AS who FROM '{{EVENTS}}'
  WHERE at_epoch_s < {AS_OF}
  WINDOW pair AS (PARTITION BY least(sender, recipient), greatest(sender, recipient) ORDER BY at_epoch_s))
SELECT sender, recipient, count(*) AS acts, min(at_epoch_s) AS first, max(at_epoch_s) AS last, {{flows}},
  avg(ln(60 + at_epoch_s - before)) FILTER (WHERE who <> sender) AS reply
FROM turns GROUP BY ALL) TO '{{OUT}}' ''')
"""
POLARS = f"""
pl = polars
at, age = pl.col("at_epoch_s"), ({AS_OF} - pl.col("at_epoch_s")) / 86400.0
weight = 1 / (1 + pl.col("audience")).log(2)
pair = [pl.min_horizontal("sender", "recipient"), pl.max_horizontal("sender", "recipient")]
wait = pl.when(pl.col("who") != pl.col("sender")).then((60 + at - pl.col("before")).log())
(pl.scan_parquet(EVENTS).filter(at < {AS_OF})
 .with_columns(before=at.shift(1).over(pair, order_by="at_epoch_s"),
               who=pl.col("sender").shift(1).over(pair, order_by="at_epoch_s"))
 .group_by("sender", "recipient")
 .agg(acts=pl.len(), first=at.min(), last=at.max(), reply=wait.mean(),
      **{{f"flow_{{h}}": (weight * (-age * 0.6931471805599453 / h).exp()).sum() for h in (7, 30, 90, 365)}})
 .collect().write_parquet(OUT))
"""
CONTESTANTS = {
    BARE: DUCKDB,
    "bare flows, Polars": POLARS,
    FULL_NAME: FULL.replace("REFIT", "'never'"),
    LEARNT: FULL.replace("REFIT", "'auto'"),
}
MEASURED = """
import resource, time
EVENTS, OUT = {events!r}, {out!r}
import duckdb, ibis.backends.duckdb, renmai.engine.run
from benchmarks.memory import peak_mib
{more}
before, start = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
{work}
wall, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
print(wall, cpu, peak_mib())
"""


def generate(rows: int, path: Path) -> None:
    """Write events of a network in which few pairs say much, most little, and a third never answer."""
    choose = np.random.default_rng(1)
    people, pairs = max(1000, rows // 200), rows // 12
    one = (people * choose.random(pairs) ** 2).astype(np.int64)
    other = (people * choose.random(pairs) ** 1.5).astype(np.int64)
    other = np.where(one == other, (other + 1) % people, other)
    heavy = np.cumsum(choose.pareto(1.1, pairs) + 0.2)
    answers = np.where(choose.random(pairs) < 0.33, 0.0, choose.random(pairs) / 2)
    names = pa.array([f"person{number:07d}" for number in range(people)])
    with pq.ParquetWriter(path, _schema()) as file:
        for start in range(0, rows, 1_000_000):
            size = min(1_000_000, rows - start)
            pair = np.searchsorted(heavy, choose.random(size) * heavy[-1])
            back = choose.random(size) < answers[pair]
            audience = np.minimum(1 + choose.pareto(1.5, size), 60).astype(np.int32)
            columns = [
                FIRST + (choose.random(size) * SPAN_S).astype(np.int64),
                names.take(pa.array(np.where(back, other[pair], one[pair]))),
                names.take(pa.array(np.where(back, one[pair], other[pair]))),
                audience,
            ]
            file.write_table(pa.table(columns, schema=_schema()))


def _schema() -> pa.Schema:
    return pa.schema(
        {"at_epoch_s": pa.int64(), "sender": pa.string(), "recipient": pa.string(), "audience": pa.int32()}
    )


def measured(work: str, events: Path, rounds: int = ROUNDS) -> tuple[float, float, float]:
    """Return the best wall and CPU seconds of some runs and the greatest memory in MiB."""
    out, more = events.with_name("out.parquet"), "import polars" if work == POLARS else ""
    code = MEASURED.format(events=str(events), out=str(out), work=work, more=more)
    runs = []
    for _ in range(rounds):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        runs.append([float(word) for word in done.stdout.split()[-3:]])
    wall, cpu, memory = zip(*runs, strict=True)
    return min(wall), min(cpu), max(memory)


def section(sizes: Sequence[int] = SIZES) -> Iterator[str]:
    """Yield the section of docs/benchmarks.md: one table per size, bars beside what was reached."""
    yield "## All measures of a tie"
    yield INTRODUCTION.format(rounds=ROUNDS)
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            events = Path(folder) / "events.parquet"
            generate(rows, events)
            yield f"{rows:,} events\n"
            yield "| | seconds | ratio | CPU s | ratio | MiB | bar |"
            yield "|---|---:|---:|---:|---:|---:|---|"
            bare: tuple[float, float, float] | None = None
            for name, work in CONTESTANTS.items():
                if work == POLARS and find_spec("polars") is None:
                    continue
                wall, cpu, memory = measured(work, events)
                bare = bare or (wall, cpu, memory)
                figures = (wall, wall / bare[0], cpu, cpu / bare[1])
                cells = " | ".join(f"{figure:.2f}" for figure in figures)
                yield f"| {name} | {cells} | {memory:,.0f} | {_bar(name, wall / bare[0], memory)} |"
            yield ""


def _bar(name: str, times: float, memory: float) -> str:
    """Say whether a contestant of ours keeps the bar."""
    if name not in (FULL_NAME, LEARNT):
        return ""
    return "met" if times <= MOST_TIMES and memory <= MOST_MIB else "missed"


def main() -> None:
    """Print the section, a line as soon as it is known."""
    for line in section([int(float(word)) for word in sys.argv[1:]] or SIZES):
        print(line, flush=True)


if __name__ == "__main__":
    main()
