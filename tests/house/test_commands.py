"""One call: a door translates, calls once, and translates back; and every command is documented."""

import ast
import re

import pytest

from renmai.cli.commands import COMMANDS
from tests.house.source import FUNCTIONS, ROOT, imported_names, modules

ISSUED = """
    init import today done later drop people person tie network search path position leaving backtest
    merge split undo export rebuild doctor demo serve engine
"""
NOT_CALLS = re.compile(r"^[A-Z]|^cards$")


def callables(module, floor: str) -> dict[str, str]:
    """Return the actions or queries that a door's module brought in, exceptions and cards aside."""
    found = imported_names(module, f"renmai.{floor}")
    return {name: origin for name, origin in found.items() if not NOT_CALLS.match(name)}


def calls_in(function: ast.AST, names: dict[str, str]) -> list[str]:
    return [
        ast.unparse(call.func)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[0] in names
    ]


def test_the_commands_are_those_of_the_plan():
    assert list(COMMANDS) == ISSUED.split()


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_stands_in_the_documentation(name):
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    assert f"## `renmai {name}`" in page


def test_every_command_is_one_module_that_makes_one_call():
    of_commands = {
        entry.module.removeprefix("renmai.").replace(".", "/") + ".py" for entry in COMMANDS.values()
    }
    chatty = {}
    for module in modules():
        if module.name in of_commands:
            names = callables(module, "actions") | callables(module, "queries")
            for function in module.nodes(*FUNCTIONS):
                calls = calls_in(function, names)
                if len(set(calls)) > 1:
                    chatty[f"{module.name}:{function.name}"] = calls

    assert chatty == {}


def test_every_view_makes_one_call():
    chatty = {}
    for module in modules():
        if module.name.startswith("web/views/"):
            names = callables(module, "actions") | callables(module, "queries")
            for function in module.nodes(*FUNCTIONS):
                calls = calls_in(function, names)
                if len(calls) > 1:
                    chatty[f"{module.name}:{function.name}"] = calls

    assert chatty == {}
