"""Times the k best paths beside a meeting in the middle written in DuckDB, on generated networks, in one run.

Run `python -m benchmarks.engine_paths [EDGES …]` (1,000,000 and 10,000,000 unless told). Both answer the same
questions: k = 10, at most three people between; the probabilities found are compared.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from renmai.engine.paths.index import PathIndex

K = 10
PAIRS = {"two at random": 200, "two of the 200 largest hubs": 100}
BAR_MS = 20.0
SIZES = (1_000_000, 10_000_000)
AGREE = 1e-9

PEER = """
WITH f1 AS (SELECT target AS a, probability AS p FROM by_source WHERE source = {s} AND target <> {t}),
     g1 AS (SELECT source AS b, probability AS q FROM by_target WHERE target = {t} AND source <> {s}),
     f2 AS (SELECT a, e.target AS m, p * e.probability AS p FROM f1 JOIN by_source e ON e.source = a
            WHERE e.target NOT IN ({s}, {t})),
     g2 AS (SELECT b, e.source AS m, q * e.probability AS q FROM g1 JOIN by_target e ON e.target = b
            WHERE e.source NOT IN ({s}, {t}))
SELECT probability FROM (
    SELECT probability FROM by_source WHERE source = {s} AND target = {t}
    UNION ALL SELECT p * q FROM f1 JOIN g1 ON a = b
    UNION ALL SELECT p * q FROM f2 JOIN g1 ON m = b
    UNION ALL SELECT p * q FROM f2 JOIN g2 USING (m) WHERE a <> b
) ORDER BY probability DESC LIMIT {k}
"""


class Asked(NamedTuple):
    """Questions of one sort, and what each contestant took and found."""

    ours_ms: np.ndarray
    ours_cpu_ms: np.ndarray
    peer_ms: np.ndarray
    agree: int


def generate(rows: int, path: Path) -> None:
    """Write a network in which few people have very many edges, and chances of all sizes."""
    choose = np.random.default_rng(1)
    people = rows // 10
    names = choose.permutation(people)
    source, target = (names[(people * choose.random(rows) ** 2.5).astype(np.int64)] for _ in range(2))
    edges = {"source": source, "target": target, "probability": choose.beta(0.7, 1.5, rows).clip(1e-6, 1.0)}
    kept = source != target
    pq.write_table(pa.table({name: column[kept] for name, column in edges.items()}), path)


def questions(path: Path) -> dict[str, list[tuple[int, int]]]:
    """Return pairs to ask about."""
    choose = np.random.default_rng(2)
    edges = pq.read_table(path)
    begin, end = (np.bincount(edges[name].to_numpy()) for name in ("source", "target"))
    hubs = [np.argsort(-counts)[:200] for counts in (begin, end)]
    anybody = [np.flatnonzero(counts) for counts in (begin, end)]
    return {
        name: [
            (int(choose.choice(some[0])), int(choose.choice(some[1]))) for _ in range(PAIRS[name])
        ]
        for name, some in zip(PAIRS, (anybody, hubs), strict=True)
    }  # fmt: skip


def peer(path: Path) -> Callable[[int, int], list[float]]:
    """Return the same question in DuckDB, on two sorted copies of the distinct edges."""
    connection = duckdb.connect(config={"threads": 2})
    connection.execute(
        "CREATE TABLE by_source AS SELECT source, target, max(probability) AS probability "
        f"FROM '{path}' GROUP BY ALL ORDER BY source"
    )
    connection.execute("CREATE TABLE by_target AS SELECT * FROM by_source ORDER BY target")
    return lambda source, target: [
        row[0] for row in connection.execute(PEER.format(s=source, t=target, k=K)).fetchall()
    ]


def asked(index: PathIndex, ask_peer: Callable[[int, int], list[float]], pairs: list) -> Asked:
    """Ask both, turn by turn."""
    ours, cpu, peers, agree = [], [], [], 0
    for source, target in pairs:
        if source == target:
            continue
        wall, used = time.perf_counter(), time.process_time()
        ours_found = [path.probability for path in index.paths(source, target, k=K)]
        ours.append(time.perf_counter() - wall)
        cpu.append(time.process_time() - used)
        wall = time.perf_counter()
        theirs = ask_peer(source, target)
        peers.append(time.perf_counter() - wall)
        agree += len(ours_found) == len(theirs) and np.allclose(ours_found, theirs, rtol=AGREE, atol=0)
    return Asked(*(np.array(times) * 1e3 for times in (ours, cpu, peers)), agree)


def section(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """Yield the section on paths, as Markdown."""
    yield "## Paths"
    yield ""
    yield (
        f"The {K} best paths over at most three people, on generated networks whose degrees have a heavy "
        f"tail. Bar: p95 ≤ {BAR_MS:g} ms at 10 million edges, loading excluded. The peer is a meeting in the "
        "middle written in SQL for DuckDB (2 threads), asked in turn with ours (one thread) in the same run."
    )
    yield ""
    yield "| edges | pairs | ours p50 | ours p95 | CPU p95 | DuckDB p50 | p95 | ratio of p50 | same answers |"
    yield "|---|---|---|---|---|---|---|---|---|"
    loads = []
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "edges.parquet"
            generate(rows, path)
            pairs = questions(path)
            used = time.process_time()
            index = PathIndex(path)
            loads.append((rows, time.process_time() - used, index.bytes_held))
            ask_peer = peer(path)
            for name, some in pairs.items():
                yield _row(rows, name, asked(index, ask_peer, some))
    yield ""
    for rows, seconds, held in loads:
        yield (
            f"Loading {rows:,} edges from Parquet took {seconds:.1f} s of CPU "
            f"and holds {held / 2**20:.0f} MiB."
        )


def _row(rows: int, name: str, asked: Asked) -> str:
    ours, cpu, theirs = asked.ours_ms, asked.ours_cpu_ms, asked.peer_ms
    figures = (np.median(ours), *(np.quantile(times, 0.95) for times in (ours, cpu)))
    others = (np.median(theirs), np.quantile(theirs, 0.95))
    cells = " | ".join(f"{figure:.1f} ms" for figure in (*figures, *others))
    ratio = np.median(theirs) / np.median(ours)
    return f"| {rows:,} | {name} | {cells} | {ratio:.1f}× | {asked.agree} of {len(ours)} |"


def main() -> None:
    """Print the section."""
    sizes = tuple(int(float(word)) for word in sys.argv[1:]) or SIZES
    for line in section(sizes):
        print(line, flush=True)


if __name__ == "__main__":
    main()
