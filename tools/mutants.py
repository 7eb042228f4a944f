"""Asks whether the tests would notice: changes one thing at a time in domain and queries, runs what tests it.

    python tools/mutants.py                      sixty changes, drawn by seed 1, half of each floor
    python tools/mutants.py --seed 2 --number 20 --floors domain

A change is drawn from all that could be made (a comparison, an and, a sum, a number, a condition), made in
a copy of the house, and tested by the tests of its wing on its own floor, then by those of the wing on the
floors above, until one fails. The drawing depends on the seed and the code alone. Tools of others were looked
at first: mutmut 3 leaves constants of a module alone, where most of our decisions stand; mutatest rests
since 2022; cosmic-ray runs one and the same command for every change.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ("domain", "queries")
ABOVE = {
    "domain": ("domain", "actions", "queries", "journeys"),
    "queries": ("queries", "web", "cli", "actions", "journeys"),
}
"""Where the tests of a floor are looked for, the nearest first."""
NUMBER, SEED, BAR = 60, 1, 0.85
PASSED = (0, 5)
"""What pytest ends with where no test failed, or where there is none."""
LONGEST_S = 1_200
"""A change that makes a test run longer than this is noticed, too."""
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, order=True)
class Change:
    """One thing that could be otherwise: a piece of a module and what would stand there."""

    path: str
    line: int
    start: int
    end: int
    old: str
    new: str

    @property
    def floor(self) -> str:
        """The floor the module stands on."""
        return self.path.split("/")[2]

    @property
    def wing(self) -> str:
        """The wing the module belongs to."""
        return self.path.split("/")[3]

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.old} → {self.new}"

    def made(self, text: bytes) -> bytes:
        """Return the module's text with the change in it."""
        return text[: self.start] + self.new.encode() + text[self.end :]


def changes_of(path: Path) -> Iterator[Change]:
    """Yield every change that could be made in a module; texts, types and decorators are left alone."""
    text = path.read_text("utf-8")
    starts = [0]
    for row in text.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(row))
    for node in _reached(ast.parse(text)):
        old, new = ast.get_source_segment(text, node) or "", _otherwise(node)
        if new is not None and "\n" not in old:
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            yield Change(path.relative_to(ROOT).as_posix(), node.lineno, start, end, old, f"({new})")


def _reached(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the expressions that decide something."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params", "format_spec"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.keyword) and child.arg == "strict":
                continue  # two ways of zipping what is of one length
            if isinstance(child, ast.expr):
                yield child
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from _reached(child)


def _otherwise(node: ast.expr) -> str | None:
    """Return what could stand in the place of an expression, None where nothing telling could."""
    match node:
        case ast.Constant(value=bool(value)):
            return str(not value)
        case ast.Constant(value=int(value)):
            return str(value + 1)
        case ast.Constant(value=float(value)):
            return repr(value * 1.5 if value else 1.0)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return ast.unparse(operand)
        case ast.Compare(ops=[op], left=left, comparators=[right]) if type(op) in SWAPS:
            return ast.unparse(ast.Compare(left=left, ops=[SWAPS[type(op)]()], comparators=[right]))
        case ast.BoolOp(op=op, values=values):
            return ast.unparse(ast.BoolOp(op=SWAPS[type(op)](), values=values))
        case ast.BinOp(op=op, left=left, right=right) if type(op) in SWAPS:
            return ast.unparse(ast.BinOp(left=left, op=SWAPS[type(op)](), right=right))
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return ast.unparse(ast.IfExp(test=test, body=orelse, orelse=body))
        case ast.Name(id=name) if name in NAMES:
            return NAMES[name]
    return None


def drawn(seed: int, number: int, floors: tuple[str, ...]) -> list[Change]:
    """Return so many changes, as many of each floor."""
    choose, found = random.Random(seed), []
    for floor in floors:
        modules = sorted((ROOT / "src" / "renmai" / floor).rglob("*.py"))
        possible = sorted(change for module in modules for change in changes_of(module))
        found += choose.sample(possible, min(len(possible), number // len(floors)))
    return found


def tests_of(change: Change) -> list[str]:
    """Return the folders of tests to run for a change, the nearest first."""
    wings = [f"tests/{floor}/{change.wing}" for floor in ABOVE[change.floor] if floor != "journeys"]
    return [each for each in (*wings, "tests/journeys") if (ROOT / each).is_dir()]


class Copies:
    """Copies of the house to make changes in, one for each that works at a time."""

    def __init__(self, folder: Path, number: int, *, is_near: bool) -> None:
        self._free: Queue[Path] = Queue()
        self._most_folders = 1 if is_near else None
        for place in range(number):
            copy = folder / str(place) / ROOT.name
            for name in ("src", "tests"):
                shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            shutil.copy(ROOT / "pyproject.toml", copy)
            self._free.put(copy)

    def is_noticed(self, change: Change) -> bool:
        """Make a change, run its tests, take it back; tell whether a test failed."""
        copy = self._free.get()
        module = copy / change.path
        text = module.read_bytes()
        try:
            module.write_bytes(change.made(text))
            return any(self._fails(copy, folder) for folder in tests_of(change)[: self._most_folders])
        finally:
            module.write_bytes(text)
            self._free.put(copy)

    def _fails(self, copy: Path, folder: str) -> bool:
        words = [
            "-x",
            "-q",
            "-n0",
            "-p",
            "no:randomly",
            "-p",
            "no:cacheprovider",
            "-m",
            "not browser",
            folder,
        ]
        own = {"PYTHONDONTWRITEBYTECODE": "1", "RENMAI_DEVDATA": str(ROOT.parent / "shared" / "data")}
        try:
            done = subprocess.run(
                [sys.executable, "-m", "pytest", *words],
                cwd=copy, env=os.environ | own, timeout=LONGEST_S, capture_output=True,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return True
        return done.returncode not in PASSED


def tried(changes: list[Change], *, workers: int = 2, is_near: bool = False) -> dict[Change, bool]:
    """Return for each change whether a test noticed it; where `is_near`, one of its own floor and wing."""
    with tempfile.TemporaryDirectory(prefix="renmai-mutants-") as folder:
        copies, found = Copies(Path(folder), workers, is_near=is_near), {}
        with ThreadPoolExecutor(workers) as pool:
            for change, is_noticed in zip(changes, pool.map(copies.is_noticed, changes), strict=True):
                found[change] = is_noticed
                print("noticed " if is_noticed else "SURVIVED", change, file=sys.stderr, flush=True)
    return found


def main() -> None:
    """Draw, try, and say which share was noticed, by floor, and what was not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--number", type=int, default=NUMBER)
    parser.add_argument("--floors", nargs="+", choices=FLOORS, default=FLOORS)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--near", action="store_true", help="only the tests of its own floor and wing")
    given = parser.parse_args()
    changes = drawn(given.seed, given.number, tuple(given.floors))
    found = tried(changes, workers=given.workers, is_near=given.near)
    for floor in given.floors:
        of_floor = [is_noticed for change, is_noticed in found.items() if change.floor == floor]
        print(f"{floor}: {sum(of_floor)} of {len(of_floor)} noticed")
    print(*(f"survived: {change}" for change, is_noticed in found.items() if not is_noticed), sep="\n")
    share = sum(found.values()) / len(found)
    print(f"share {share:.2f}, bar {BAR}")
    sys.exit(share < BAR)


if __name__ == "__main__":
    main()
