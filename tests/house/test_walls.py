"""Walls: arrows point downwards, and no import hides where the walls cannot see it."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from renmai.cli import app
from renmai.cli.book import serve
from renmai.sources import registry
from tests.house.source import FUNCTIONS, PACKAGE, ROOT, Module, modules, of_floors

LOADS = "import_module"
TEMPLATE = re.compile(r"renmai/[\w/]+\.html")
LATE = re.compile(r"# noqa: PLC0415 - (?P<reason>.+)$")
LAZY_DOORS = {
    "actions and queries need the settings, which are ready only now",
    "Arrow and the engine take a second, and most looks need neither",
    "SciPy takes half a second, and most looks need none of it",
    "Spark is an extra, and takes a second to load",
    "dictionaries and SciPy take a second, and most looks need neither",
    "it knows the tables, and most commands need none",
    "the command line needs the settings, which are known only now",
    "the dictionary of readings takes 0.2 s, and many books hold no Chinese name",
    "the plans of every country take long to load, and most commands meet no number",
    "the engine takes a second to load, and help needs none of it",
}
"""Why an import may stand inside a function; each stands beside its import in the same words."""
LOADED_BY_NAME = {
    app.load: "a command is loaded when it is called, by the name in the table of commands",
    registry.load_source: "a source is loaded when its name is called; others' are plug-ins",
    serve.listen: "doors do not know each other, so the settings name the server",
}
"""What loads modules whose names are data, known only at run time."""


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


def test_the_store_hands_out_values_and_no_rows_of_the_database():
    """Who holds a row can change it, and asks the database again by reading one of its columns."""
    rows = {
        node.name
        for module in of_floors("store")
        if "/models/" in module.name
        for node in module.nodes(ast.ClassDef)
    } | {"QuerySet"}
    handed = [
        (module, node.name)
        for module in of_floors("store")
        if not module.is_migration and "/models/" not in module.name
        for node in module.tree.body
        if isinstance(node, FUNCTIONS) and node.returns is not None and not node.name.startswith("_")
        if {part.id for part in ast.walk(node.returns) if isinstance(part, ast.Name)} & _rows_in(module, rows)
    ]

    assert handed == []


def _rows_in(module: Module, rows: set[str]) -> set[str]:
    """Return what a module calls the classes of rows."""
    return {
        alias.asname or alias.name
        for node in module.nodes(ast.ImportFrom)
        for alias in node.names
        if alias.name in rows and node.module in ("renmai.store.models", "django.db.models")
    }


def test_an_import_inside_a_function_gives_its_reason_beside_it():
    reasons = {(module, node.lineno): _reason(module, node) for module, node in _late_imports()}

    assert [where for where, reason in reasons.items() if reason not in LAZY_DOORS] == []
    assert set(reasons.values()) >= LAZY_DOORS


def test_only_what_is_named_by_data_is_loaded_by_name():
    loading = {m.name for m in modules() for call in m.nodes(ast.Call) if LOADS in ast.unparse(call.func)}

    assert loading == {
        f"{door.__module__.removeprefix('renmai.').replace('.', '/')}.py" for door in LOADED_BY_NAME
    }


def _place(door: Callable) -> str:
    """Return the place in the package of the module that holds a function."""
    return f"{door.__module__.removeprefix('renmai.').replace('.', '/')}.py"


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


def test_every_template_that_is_named_is_there():
    """The walls see Python only; a page whose template moved away is found here and not by its reader."""
    folder = PACKAGE / "web" / "templates"
    named = {
        (module.name, node.value)
        for module in modules()
        for node in module.nodes(ast.Constant)
        if isinstance(node.value, str) and TEMPLATE.fullmatch(node.value)
    }
    named |= {
        (path.name, name)
        for path in folder.rglob("*.html")
        for name in re.findall(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)", path.read_text(encoding="utf-8"))
    }

    assert [each for each in sorted(named) if not (folder / each[1]).is_file()] == []
