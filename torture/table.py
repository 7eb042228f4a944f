"""The table of what was attacked: as it is printed, and as it stands in docs/security.md."""

import os
from pathlib import Path
from typing import Any, NamedTuple

from torture.promises import PROMISES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "security.md"
BEGIN, END = "<!-- torture: written by a command -->", "<!-- /torture -->"
LOSSES_SHOWN = 20


class Run(NamedTuple):
    """One run: how much of a whole one it was, what its chance began with, how long it took."""

    share: float
    seed: str
    seconds: float


def lines_of(run: Run, outcomes: dict[str, dict[str, Any]]) -> list[str]:
    """Return the table as Markdown, promises in their order."""
    part = "the whole of it" if run.share == 1 else f"{run.share:g} of it"
    rows = [_row(name, outcomes[name]) for name in PROMISES if name in outcomes]
    parts = [line for name in PROMISES if name in outcomes for line in _parts(outcomes[name].get("rows", []))]
    return [
        f"`make torture`, {part}, seed {run.seed}: {run.seconds / 60:.1f} minutes on {os.cpu_count()} cores.",
        "",
        "| promise | attempts | losses | what was tried |",
        "|---|---:|---:|---|",
        *rows,
        *parts,
    ]


def losses_of(outcomes: dict[str, dict[str, Any]]) -> list[str]:
    """Return what was lost, each with its promise; the first of many alike."""
    return [
        f"{name}: {loss}"
        for name in PROMISES
        for loss in outcomes.get(name, {"losses": []})["losses"][:LOSSES_SHOWN]
    ]


def write(lines: list[str]) -> None:
    """Put the table between its marks."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text("\n".join((f"{before}{BEGIN}", "", *lines, "", f"{END}{after}")), "utf-8")


def _parts(rows: list[list[str]]) -> list[str]:
    """Return the table of what one attack tried, kind by kind."""
    if not rows:
        return []
    head = ["", "| hole | what must not happen | attempts | losses |", "|---:|---|---:|---:|"]
    return head + [f"| {' | '.join(row)} |" for row in rows]


def _row(name: str, outcome: dict[str, Any]) -> str:
    cells = (PROMISES[name], f"{outcome['attempts']:,}", f"**{len(outcome['losses']):,}**", outcome["note"])
    return f"| {' | '.join(cells)} |"
