"""Walls: arrows point downwards, and no import hides where the walls cannot see it."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.house.source import FUNCTIONS, PACKAGE, ROOT, Module, modules

LATE = re.compile(r"# noqa: PLC0415 - (?P<reason>.+)$")
LAZY_DOORS = {
    "Spark is an extra, and takes a second to load",
    "the dictionary of readings takes 0.2 s, and many books hold no Chinese name",
}
"""Why an import may stand inside a function; each stands beside its import in the same words."""
BY_STRING = {
    "cli/app.py": "commands are loaded when they are called",
    "cli/book/serve.py": "doors do not know each other, so the settings name the server",
    "config/command.py": "the command line is loaded after the settings",
    "engine/__init__.py": "Ibis takes a second to load",
    "upkeep/ties/backtest.py": "Arrow, the engine and its judges take two seconds",
    "upkeep/ties/acquaintances.py": "Arrow and the engine take a second, and most looks need neither",
    "upkeep/ties/ties.py": "Arrow and the engine take a second, and most looks need neither",
    "upkeep/value/matches.py": "dictionaries and SciPy take a second, and most looks need neither",
    "queries/positions/past_leaving.py": "Arrow and the engine take a second, for past changes only",
    "upkeep/network/network.py": "SciPy takes half a second, and most looks need none of it",
    "sources/registry.py": "a source is loaded when its name is called",
}


def test_the_import_contracts_hold():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_only_the_store_speaks_to_the_database():
    """import-linter knows other packages as a whole only, so this wall is kept here."""
    speaking = [
        module
        for module in modules()
        if module.floor not in ("store", "config")
        for node in module.nodes(ast.ImportFrom, ast.Import)
        if "django.db" in ast.unparse(node)
    ]

    assert speaking == []


def test_an_import_inside_a_function_gives_its_reason_beside_it():
    reasons = {(module, node.lineno): _reason(module, node) for module, node in _late_imports()}

    assert [where for where, reason in reasons.items() if reason not in LAZY_DOORS] == []
    assert set(reasons.values()) >= LAZY_DOORS


def test_modules_are_loaded_by_a_string_only_where_a_reason_is_written_down():
    by_string = {
        m.name for m in modules() for call in m.nodes(ast.Call) if "import_module" in ast.unparse(call.func)
    }

    assert by_string <= BY_STRING.keys()


def _late_imports() -> list[tuple[Module, ast.AST]]:
    return [
        (module, node)
        for module in modules()
        for function in module.nodes(*FUNCTIONS)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def _reason(module: Module, node: ast.AST) -> str:
    """Return the reason beside an import, nothing where there is none."""
    comment = LATE.search(module.text.splitlines()[node.lineno - 1])
    return comment["reason"] if comment else ""


def test_every_folder_stands_on_a_floor():
    floors = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}

    assert floors == {
        "domain", "sources", "engine", "store", "upkeep", "queries", "actions", "wording", "shapes",
        "web", "cli", "config",
    }  # fmt: skip
