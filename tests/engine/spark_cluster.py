"""A standalone cluster of Spark on this machine: one master, two workers, from the package pip installed."""

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

PATIENCE_S = 300
QUICK_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Short work is over before Java's better compiler pays."""
MASTER = "org.apache.spark.deploy.master.Master"
WORKER = "org.apache.spark.deploy.worker.Worker"
STARTED = re.compile(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")
REGISTERED = "Successfully registered with master"


class Cluster(NamedTuple):
    """The master's URL and the processes, master first."""

    master: str
    processes: list[subprocess.Popen[bytes]]

    def cpu_s(self) -> float:
        """Return the CPU seconds of all its processes so far, with those of executors that have ended."""
        return sum(map(_cpu_s, self.processes))


def _cpu_s(process: subprocess.Popen[bytes]) -> float:
    fields = Path("/proc", str(process.pid), "stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def spark_cluster(*, workers: int = 2, memory: str = "700m") -> Iterator[Cluster]:
    """Yield a running cluster; every process listens on loopback only, and is ended by its own number.

    :param memory: what each worker may give to executors
    """
    started: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory(prefix="renmai-spark-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            log = _start(started, folder / "master", MASTER, "--port", "0")
            url = _said(log, STARTED)[1]
            logs = [
                _start(
                    started, place, WORKER, "--cores", "1", "--memory", memory, "--work-dir", str(place), url
                )
                for place in (folder / f"worker{number}" for number in range(workers))
            ]
            for log in logs:
                _said(log, re.compile(REGISTERED))
            yield Cluster(url, started)
        finally:
            for process in reversed(started):
                process.terminate()
            for process in started:
                process.wait(PATIENCE_S)


def _start(started: list[subprocess.Popen[bytes]], place: Path, role: str, *words: str) -> Path:
    place.mkdir()
    home = Path(find_spec("pyspark").origin).parent
    own = {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(place),
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": QUICK_JAVA,
    }
    log = place / "log"
    with log.open("wb") as words_of_its_own:
        command = [home / "bin" / "spark-class", role, "--host", "127.0.0.1", "--webui-port", "0", *words]
        process = subprocess.Popen(
            command, env=os.environ | own, stdout=words_of_its_own, stderr=words_of_its_own, cwd=place
        )
    started.append(process)
    return log


def _said(log: Path, sentence: re.Pattern[str]) -> re.Match[str]:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        found = sentence.search(log.read_text(errors="replace"))
        if found:
            return found
        time.sleep(0.1)
    raise TimeoutError(f"{log} does not say {sentence.pattern!r}:\n{log.read_text(errors='replace')}")
