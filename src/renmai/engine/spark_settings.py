"""The settings with which Spark is begun."""

import re
from pathlib import Path

SPARK_MEMORY_MIB, LEAST_SPARK_MEMORY_MIB = 2_048, 512
BESIDE_US = re.compile(r"local\b.*|spark://(127\.|localhost:|\[::1\]).*")


def spark_settings(master: str, threads: int | None, memory_mib: int | None, aside: Path) -> dict[str, str]:
    """Return the settings of a session of our own; the cluster decides the rest."""
    memory = f"{max(memory_mib or SPARK_MEMORY_MIB, LEAST_SPARK_MEMORY_MIB)}m"
    options = {
        "spark.app.name": "renmai",
        "spark.master": master,
        "spark.local.dir": str(aside),
        "spark.sql.warehouse.dir": str(aside),
        "spark.ui.enabled": "false",
    }
    if BESIDE_US.fullmatch(master):
        options |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    if master.startswith("local"):
        options["spark.driver.memory"] = memory
    elif memory_mib is not None:
        options["spark.executor.memory"] = memory
    if threads is not None:
        options["spark.cores.max"] = str(threads)
    return options
