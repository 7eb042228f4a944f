"""Times identity on 100,000 generated mentions, from a Parquet file to a Parquet file.

Run `python -m benchmarks.engine_resolve [MENTIONS]`. One person has one to three mentions with slips of
the pen, left-out columns and second addresses. The run is a process of its own; imports count.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

BAR_S, BAR_MIB = 20, 2_048
MENTIONS = 100_000
_SYLLABLES = "ba be bo da de di ka ke ko la le li lo ma me mi mo na ne ni ra re ri ro sa se so ta te ti to va"
SYLLABLES = tuple(_SYLLABLES.split())
HOSTS = ("gmail.com", "163.com", "qq.com", "outlook.com", "firma.example", "werk.example", "uni.example")
WORK = """
import resource, time
from benchmarks.memory import peak_mib
start = time.perf_counter()
from pathlib import Path
from renmai.engine.identity.run import write_clusters
report = write_clusters(Path({mentions!r}), Path({out!r}))
used = resource.getrusage(resource.RUSAGE_SELF)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, peak_mib(), report.pairs,
    report.clusters)
"""


def generate(count: int, path: Path) -> None:
    """Write mentions of people who are mentioned twice on average."""
    choose = np.random.default_rng(1)
    rows: list[dict[str, object]] = []
    while len(rows) < count:
        given, family = (_word(choose, length) for length in (2, 3))
        street, town = _word(choose, 3), _word(choose, 2)
        number, year = int(choose.integers(1, 200)), int(choose.integers(1930, 2005))
        day = f"{year}-{int(choose.integers(1, 13)):02d}-{int(choose.integers(1, 29)):02d}"
        for turn in range(int(choose.integers(1, 4))):
            host = HOSTS[int(choose.integers(0, len(HOSTS)))]
            name = _slip(choose, f"{given} {family}")
            rows.append(
                {
                    "mention": f"m{len(rows):07d}",
                    "name": name.title() if turn else f"{family.title()}, {given.title()}",
                    "handles": [f"mailto:{given}.{family}{year % 100}@{host}"]
                    if choose.random() < 0.6
                    else None,
                    "birthday": day if choose.random() < 0.5 else None,
                    "place": f"{number} {_slip(choose, street)} street {town}"
                    if choose.random() < 0.6
                    else None,
                    "organisation": f"{_word(choose, 1)} {_word(choose, 1)}"
                    if choose.random() < 0.3
                    else None,
                }
            )
    pq.write_table(pa.Table.from_pylist(rows[:count]), path)


def _word(choose: np.random.Generator, syllables: int) -> str:
    """Return a word whose first syllables are commoner than the rest, as real names are."""
    picked = (len(SYLLABLES) * choose.random(syllables) ** 1.5).astype(int)
    return "".join(SYLLABLES[place] for place in picked)


def _slip(choose: np.random.Generator, text: str) -> str:
    if choose.random() > 0.2:
        return text
    place = int(choose.integers(0, len(text)))
    return text[:place] + text[place + 1 :]


def section(count: int = MENTIONS) -> Iterator[str]:
    """Yield the section of docs/benchmarks.md."""
    with tempfile.TemporaryDirectory() as folder:
        mentions = Path(folder) / "mentions.parquet"
        generate(count, mentions)
        code = WORK.format(mentions=str(mentions), out=str(Path(folder) / "clusters.parquet"))
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    wall, cpu, memory, pairs, clusters = (float(word) for word in done.stdout.split()[-5:])
    yield "## Who is who"
    yield ""
    yield f"{count:,} generated mentions, {clusters:,.0f} people; {pairs:,.0f} pairs compared; imports count."
    yield ""
    yield "| | seconds | CPU s | MiB |"
    yield "|---|---|---|---|"
    yield f"| engine resolve | {wall:.1f} | {cpu:.1f} | {memory:.0f} |"
    yield f"| bar | {BAR_S} | | {BAR_MIB} |"


def main() -> None:
    """Print the section."""
    for line in section(int(float(sys.argv[1])) if len(sys.argv) > 1 else MENTIONS):
        print(line, flush=True)


if __name__ == "__main__":
    main()
