"""Looking: queries never write; what keeps a cache stands in upkeep."""

import ast
import re

from tests.house.source import Module, of_floors

WRITES = re.compile(
    r"(?:writing|reserve|insert|bulk_create|bulk_update|get_or_create|update_or_create|save|delete|update"
    r"|(?:keep|add|forget|undo|discard|remove|start|end|begin|mark)(?:_\w+)?)$"
)
"""What a function that changes the book is called, by the closed set of verbs and by Django."""


def test_queries_never_write():
    assert [(module, name) for module in of_floors("queries") for name in _writes(module)] == []


def _writes(module: Module) -> list[str]:
    """Return what a module takes from the store, or calls of it, that changes the book."""
    from_store = {
        alias.asname or alias.name: alias.name
        for node in module.nodes(ast.ImportFrom)
        if node.module and node.module.startswith("renmai.store")
        for alias in node.names
    }
    taken = [name for name in from_store.values() if WRITES.match(name)]
    called = [
        ast.unparse(call.func)
        for call in module.nodes(ast.Call)
        if isinstance(call.func, ast.Attribute) and WRITES.match(call.func.attr)
    ]
    return taken + [name for name in called if name.split(".")[0] in from_store]
