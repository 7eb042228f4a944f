"""Two engines, one answer: who is who on Spark as on DuckDB, to the last bit."""

import pyarrow.parquet as pq

from renmai.engine.identity.run import write_clusters
from tests.engine.identity_table import mention, table_of
from tests.engine.test_identity_properties import some
from tests.engine.test_two_engines import needs_java, session


@needs_java
def test_who_is_who_is_the_same_on_both_engines(tmp_path):
    rows = [*some(1), *[mention(f"n{k}", "Ada Quill", f"ada{k % 3}@one.example") for k in range(9)]]
    pq.write_table(table_of(rows), tmp_path / "mentions.parquet")
    answers = []
    with session("local[1]", "Asia/Shanghai"):
        for name in ("duckdb", "spark"):
            out, pairs = tmp_path / f"{name}.parquet", tmp_path / f"{name}.pairs.parquet"
            report = write_clusters(
                tmp_path / "mentions.parquet", out, pairs_out=pairs, engine=name, spark_master="local[1]"
            )
            answers.append((report, pq.read_table(out), pq.read_table(pairs)))

    assert answers[0][1].num_rows == len(rows)
    assert answers[0] == answers[1]
