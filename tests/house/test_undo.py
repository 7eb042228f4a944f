"""Undo: the command line says what was taken back of every kind of decision, and of no other."""

import ast
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module

from renmai.cli.book.undo import UNDONE
from renmai.domain.today.plan import Outcome
from tests.house.source import FUNCTIONS, Module, of_floors

KEEPING = ("note", "change", "add")
"""The calls that keep a decision; `kind` is what they keep."""
KEPT_BY = ("store/people/notes.py", "store/book/decisions.py")
"""Where these are; they hand on the kind that they are given."""
GIVEN: dict[tuple[str, str], type[StrEnum]] = {("actions/today/record_outcome.py", "outcome"): Outcome}
"""Kinds that a door hands in, by the module that checks them and the name of its parameter."""
NO_DECISION = {"import"}


def kinds(module: Module) -> Iterator[str]:
    """Yield every kind of decision that a module keeps."""
    for function in module.nodes(*FUNCTIONS):
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            wanted = [word.value for word in call.keywords if word.arg == "kind"]
            for value in wanted if name in KEEPING else ():
                yield from meant(module, function, value)


def meant(module: Module, function: ast.AST, value: ast.expr) -> Iterator[str]:
    """Yield what an expression for a kind may be: a text, a constant, or what a variable was given."""
    if isinstance(value, ast.Constant):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from meant(module, function, value.body)
        yield from meant(module, function, value.orelse)
    elif isinstance(value, ast.Name) and (module.name, value.id) in GIVEN:
        yield from GIVEN[module.name, value.id]
    elif isinstance(value, ast.Name) and (given := assigned(function, value.id)):
        for each in given:
            yield from meant(module, function, each)
    else:
        yield eval_in(module, value)


def assigned(function: ast.AST, name: str) -> list[ast.expr]:
    """Return what a function gives to a variable of its own."""
    return [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and any(getattr(each, "id", "") == name for each in node.targets)
    ]


def eval_in(module: Module, value: ast.expr) -> str:
    """Return a constant by the name under which a module knows it."""
    found: object = import_module(f"renmai.{module.name.removesuffix('.py').replace('/', '.')}")
    for name in ast.unparse(value).split("."):
        found = getattr(found, name)
    assert isinstance(found, str)
    return found


def test_every_kind_of_decision_has_its_line_and_no_other():
    kept = {
        str(kind)
        for module in of_floors("actions", "upkeep", "store")
        if module.name not in KEPT_BY
        for kind in kinds(module)
    }

    assert len(kept) > 20
    assert kept | {"me"} | NO_DECISION == set(UNDONE)
