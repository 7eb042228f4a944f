"""How often a door's function calls an action or a query at most on one way through it, helpers included."""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache

from tests.house.source import FUNCTIONS, Module, imported_names, modules

FLOORS = ("actions", "queries")
NOT_CALLS = re.compile(r"^[A-Z]|^cards$")
BEFORE_THE_CALL = (
    "renmai.cli.book.reader",
    "renmai.cli.people.who",
    "renmai.cli.today.items",
    "renmai.cli.reach.which",
)
"""Opening the book, and finding whom or what typed words mean, come before what a command does."""
IN_A_LOOP = 2
"""What is called in a loop is called more than once."""


def callables(module: Module, floor: str) -> dict[str, str]:
    """Return the actions or queries that a door's module brought in, exceptions and cards aside."""
    found = imported_names(module, f"renmai.{floor}")
    return {name: origin for name, origin in found.items() if not NOT_CALLS.match(name)}


def most_calls(module: Module, function: ast.AST) -> int:
    """Return how many actions and queries a function calls at most, by itself and by its helpers.

    To hand one over, so that somebody else calls it, counts as calling it.
    """
    return _Counting(module, ()).of_block(function.body)


class _Counting:
    """Counts within one module; `within` are the helpers that led here, so that recursion ends."""

    def __init__(self, module: Module, within: tuple[tuple[str, str], ...]) -> None:
        self.module, self.within = module, within
        self.helpers = _functions() | dict(_of_door(module))
        self.acts = {name for floor in FLOORS for name in callables(module, floor)}
        self.doors = imported_names(module, "renmai.web") | imported_names(module, "renmai.cli")

    def of_block(self, block: Sequence[ast.stmt]) -> int:
        """Return the most calls on a way through some statements; what follows a return is another way."""
        total = 0
        for number, statement in enumerate(block):
            rest = block[number + 1 :]
            if isinstance(statement, ast.If) and (_ends(statement.body) or _ends(statement.orelse)):
                ways = [way if _ends(way) else [*way, *rest] for way in (statement.body, statement.orelse)]
                return total + self.of_nodes([statement.test]) + max(self.of_block(way) for way in ways)
            total += self.of_statement(statement)
            if _ends([statement]):
                break
        return total

    def of_statement(self, statement: ast.stmt) -> int:
        match statement:
            case ast.If():
                ways = (statement.body, statement.orelse)
                return self.of_nodes([statement.test]) + max(self.of_block(way) for way in ways)
            case ast.Match():
                ways = [case.body for case in statement.cases]
                return self.of_nodes([statement.subject]) + max(self.of_block(way) for way in ways)
            case ast.For() | ast.While():
                head = statement.iter if isinstance(statement, ast.For) else statement.test
                return self.of_nodes([head]) + IN_A_LOOP * self.of_block([*statement.body, *statement.orelse])
            case ast.Try():
                ways = [statement.orelse, *(handler.body for handler in statement.handlers)]
                most = max(self.of_block(way) for way in ways)
                return self.of_block([*statement.body, *statement.finalbody]) + most
            case ast.With():
                return self.of_nodes(statement.items) + self.of_block(statement.body)
            case ast.FunctionDef() | ast.ClassDef():
                return self.of_block(statement.body)
            case ast.AnnAssign():
                return self.of_nodes([statement.value] if statement.value else [])
        return self.of_nodes([statement])

    def of_nodes(self, nodes: Sequence[ast.AST]) -> int:
        return sum(self.of_expression(node) for node in nodes)

    def of_expression(self, node: ast.AST) -> int:
        if isinstance(node, ast.IfExp):
            return self.of_nodes([node.test]) + max(self.of_nodes([node.body]), self.of_nodes([node.orelse]))
        if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
            return self.of_comprehension(node)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            return self.of_name(node.value.id, node.attr)
        if isinstance(node, ast.Name):
            return self.of_name(node.id)
        return self.of_nodes(list(ast.iter_child_nodes(node)))

    def of_comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> int:
        first, *others = node.generators
        inside = [child for child in ast.iter_child_nodes(node) if child not in node.generators]
        inside += [*first.ifs, *(part for other in others for part in (other.iter, *other.ifs))]
        return self.of_nodes([first.iter]) + IN_A_LOOP * self.of_nodes(inside)

    def of_name(self, name: str, attribute: str = "") -> int:
        """Return 1 for an action or a query, for a helper what it calls, else nothing."""
        if name in self.acts:
            return 1
        if name in self.doors:
            origin = self.doors[name]
            return (
                self.of_helper(f"{origin}.{name}", attribute) if attribute else self.of_helper(origin, name)
            )
        return 0 if attribute else self.of_helper(_dotted(self.module), name)

    def of_helper(self, origin: str, name: str) -> int:
        helper = self.helpers.get((origin, name))
        if helper is None or origin in BEFORE_THE_CALL or (origin, name) in self.within:
            return 0
        module, function = helper
        return _Counting(module, (*self.within, (origin, name))).of_block(function.body)


def _ends(block: Sequence[ast.stmt]) -> bool:
    """Tell whether nothing after these statements is reached."""
    last = block[-1] if block else None
    if isinstance(last, ast.If):
        return _ends(last.body) and _ends(last.orelse)
    return isinstance(last, ast.Return | ast.Raise | ast.Continue | ast.Break)


def _dotted(module: Module) -> str:
    return "renmai." + module.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def _functions() -> dict[tuple[str, str], tuple[Module, ast.FunctionDef]]:
    doors = (module for module in modules() if module.floor in ("web", "cli"))
    return {name: helper for module in doors for name, helper in _of_door(module)}


def _of_door(module: Module) -> Iterator[tuple[tuple[str, str], tuple[Module, ast.FunctionDef]]]:
    for node in module.tree.body:
        if isinstance(node, FUNCTIONS):
            yield (_dotted(module), node.name), (module, node)
