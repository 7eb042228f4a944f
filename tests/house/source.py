"""The house as its tests see it: every module of the package with its syntax tree."""

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "renmai"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """One module: its place in the package, its lines, its tree."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    def __repr__(self) -> str:
        return self.name

    @property
    def floor(self) -> str:
        """The folder that says what this module may know."""
        return self.name.split("/")[0]

    @property
    def is_migration(self) -> bool:
        return "/migrations/0" in self.name

    def nodes(self, *kinds: type) -> list[ast.AST]:
        """Return every node of these kinds, anywhere in the module."""
        return [node for node in self._walked if isinstance(node, kinds)]

    @cached_property
    def _walked(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the package, in the order of their paths."""
    return tuple(_module(path) for path in sorted(PACKAGE.rglob("*.py")))


def of_floors(*floors: str) -> list[Module]:
    """Return the modules that stand on these floors."""
    return [module for module in modules() if module.floor in floors]


def _module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path=path, name=path.relative_to(PACKAGE).as_posix(), text=text, tree=ast.parse(text))


def imported_names(module: Module, package: str) -> dict[str, str]:
    """Return what a module imports from `package`: the name it uses, and the module it comes from."""
    return {
        alias.asname or alias.name: node.module
        for node in module.nodes(ast.ImportFrom)
        if node.module and (node.module == package or node.module.startswith(f"{package}."))
        for alias in node.names
    }
