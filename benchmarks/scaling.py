"""Times all tie measures as events grow, on DuckDB and on Spark, and draws the curves.

Run `python -m benchmarks.scaling POINTS.json [ENGINE …]`: what POINTS holds already is not measured again, so
that a long run can be taken up where it was left. Prints the table of docs/scaling.md, draws its picture.
Spark's CPU seconds are those of its Java processes; DuckDB runs under a limit of 3 GB, so that the whole
process stays under 4. The model is the shipped one (`refit="never"`).
"""

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.engine_ties import AS_OF, generate
from tests.engine.spark_cluster import spark_cluster

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "img" / "scaling.svg"
SIZES: Mapping[str, Sequence[int]] = {
    "DuckDB, 2 threads": (1_000_000, 10_000_000, 100_000_000),
    "Spark, local[2]": (1_000_000, 10_000_000),
    "Spark, master and 2 workers": (1_000_000, 10_000_000),
}
OPTIONS = {
    "DuckDB, 2 threads": {"threads": 2, "memory_limit": "3GB"},
    "Spark, local[2]": {"engine": "spark", "spark_master": "local[2]", "memory_limit": "3GB"},
    "Spark, master and 2 workers": {"engine": "spark", "memory_limit": "1500MB"},
}
RUN = """
import json, resource, time
from benchmarks.memory import peak_mib
from pathlib import Path
from renmai.engine import backend, run
start = time.perf_counter()
report = run.write_ties(Path({events!r}), Path({out!r}), as_of_epoch_s={as_of}, refit="never", **{options!r})
wall, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
java = backend.Spark.java and backend.Spark.java.proc.pid
cpu, mib = used.ru_utime + used.ru_stime, peak_mib()
print(json.dumps(dict(wall=wall, cpu=cpu, mib=mib, ties=report.ties)))
if java:
    status = Path("/proc", str(java), "status").read_text()
    print(Path("/proc", str(java), "stat").read_text().rpartition(")")[2].strip())
    print(status.partition("VmHWM:")[2].split()[0])
"""
TICKS_PER_S = 100
WIDTH, HEIGHT, MARGIN = 640, 360, 56
COLOURS = ("#b5472f", "#3f6b8a", "#7a8f5a")


def growth(points: Path, engines: Sequence[str]) -> list[dict[str, Any]]:
    """Return every point, measuring those that are not in the file yet."""
    measured = json.loads(points.read_text()) if points.exists() else []
    for name in engines:
        for rows in SIZES[name]:
            if not any((point["engine"], point["events"]) == (name, rows) for point in measured):
                measured.append({"engine": name, "events": rows} | _measured(name, rows))
                points.write_text(json.dumps(measured, indent=1))
                print(measured[-1], file=sys.stderr, flush=True)
    return sorted(measured, key=lambda point: (list(SIZES).index(point["engine"]), point["events"]))


def _measured(name: str, rows: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        events = Path(folder) / "events.parquet"
        generate(rows, events)
        if "workers" not in name:
            return _run(events, OPTIONS[name])
        with spark_cluster(memory="1600m") as cluster:
            before = cluster.cpu_s()
            figures = _run(events, OPTIONS[name] | {"spark_master": cluster.master})
            return figures | {"cpu": figures["cpu"] + cluster.cpu_s() - before}


def _run(events: Path, options: Mapping[str, object]) -> dict[str, Any]:
    out = str(events.with_name("ties.parquet"))
    code = RUN.format(events=str(events), out=out, as_of=AS_OF, options=dict(options))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    line, *java = done.stdout.splitlines()
    figures: dict[str, Any] = json.loads(line)
    if java:
        user, system = java[0].split()[11:13]
        figures["cpu"] += (int(user) + int(system)) / TICKS_PER_S
        figures["mib"] += int(java[1]) / 1024
    return figures


def table(points: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the points as a Markdown table."""
    yield "| engine | events | ties | seconds | CPU s | CPU µs an event | MiB |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for point in points:
        per_event_us = point["cpu"] / point["events"] * 1e6
        yield (
            f"| {point['engine']} | {point['events']:,} | {point['ties']:,} | {point['wall']:.1f} | "
            f"{point['cpu']:.1f} | {per_event_us:.2f} | {point['mib']:,.0f} |"
        )


def picture(points: Sequence[Mapping[str, Any]]) -> str:
    """Return the curves as SVG: CPU seconds by events, both on a logarithmic scale."""
    low, high = 6.0, 8.0
    bottom, top = 0.0, 3.0

    def x(events: float) -> float:
        return MARGIN + (math.log10(events) - low) / (high - low) * (WIDTH - 2 * MARGIN)

    def y(seconds: float) -> float:
        return HEIGHT - MARGIN - (math.log10(seconds) - bottom) / (top - bottom) * (HEIGHT - 2 * MARGIN)

    parts = []
    for power in range(int(low), int(high) + 1):
        parts.append(_line(x(10**power), y(1), x(10**power), y(10**top), "#ddd"))
        parts.append(_text(x(10**power), HEIGHT - MARGIN + 18, f"{10 ** (power - 6)}M events", "middle"))
    for power in range(int(bottom), int(top) + 1):
        parts.append(_line(x(10**low), y(10**power), x(10**high), y(10**power), "#ddd"))
        parts.append(_text(MARGIN - 8, y(10**power) + 4, f"{10**power:,} s", "end"))
    for colour, (place, name) in zip(COLOURS, enumerate(SIZES), strict=True):
        dots = [(x(p["events"]), y(p["cpu"])) for p in points if p["engine"] == name]
        path = " ".join(f"{across:.1f},{down:.1f}" for across, down in dots)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{d:.1f}" r="3.5" fill="{colour}"/>' for a, d in dots]
        parts.append(_line(MARGIN + 14, 12 + 16 * place, MARGIN + 38, 12 + 16 * place, colour))
        parts.append(_text(MARGIN + 46, 16 + 16 * place, name, "start"))
    style = "font-family='sans-serif' font-size='12' fill='#333'"
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {style}>\n'
        f"<title>CPU seconds of all tie measures, by events</title>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'


def main() -> None:
    """Measure what is missing, print the table, draw the picture."""
    points = growth(Path(sys.argv[1]), sys.argv[2:] or list(SIZES))
    PICTURE.write_text(picture(points), encoding="utf-8")
    print("\n".join(table(points)))


if __name__ == "__main__":
    main()
