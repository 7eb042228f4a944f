"""Finds every code that the package can utter, by following from where the code of a `Because` comes."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from tests.house.source import FUNCTIONS, Module, imported_names, modules

NAMES = ("code", "problem_code")
"""Under these names a code is handed on; an attribute called so was uttered before."""
ANYTHING = "*"
EACH = -1
Name = tuple[str, str]
"""A module and a function of it; a class or a method has no module, it is known by its name alone."""
Place = tuple[int, ...]
"""A way into a value: in `for a, b in rows`, `b` is at `(EACH, 1)` of `rows`."""


@dataclass(frozen=True)
class Scope:
    """A function, or a module around its functions."""

    module: Module
    function: ast.FunctionDef | None = None

    @property
    def name(self) -> Name:
        """Return what the function is known by."""
        name = self.function.name if self.function else ""
        return ("" if self.is_method else self.module.name, name)

    @property
    def is_method(self) -> bool:
        """Return whether the function is called on something."""
        return bool(self.parameters) and self.parameters[0] in ("self", "cls")

    @cached_property
    def parameters(self) -> list[str]:
        """Return the names of the parameters, in their order."""
        if self.function is None:
            return []
        given = self.function.args
        return [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Return what is written in the function, or in the module outside of its functions."""
        if self.function is not None:
            return list(ast.walk(self.function))
        return [n for top in self.module.tree.body if not isinstance(top, FUNCTIONS) for n in ast.walk(top)]

    def defaults_of(self, name: str) -> list[ast.expr]:
        """Return what a parameter is where nobody gives it."""
        if self.function is None:
            return []
        given = self.function.args
        places = [*given.posonlyargs, *given.args]
        pairs = list(zip(places[len(places) - len(given.defaults) :], given.defaults, strict=True))
        pairs += zip(given.kwonlyargs, given.kw_defaults, strict=True)
        return [value for each, value in pairs if each.arg == name and value is not None]

    def values_of(self, name: str) -> list[tuple[ast.expr, Place]]:
        """Return what a name is set to here, each with the place in it."""
        return self._set.get(name, [])

    @cached_property
    def _set(self) -> dict[str, list[tuple[ast.expr, Place]]]:
        held: dict[str, list[tuple[ast.expr, Place]]] = {}
        for node in self.nodes:
            for target, value, start in _settings(node):
                for name, place in _names(target):
                    held.setdefault(name, []).append((value, start + place))
        return held

    @cached_property
    def calls(self) -> list[ast.Call]:
        """Return the calls that are written here."""
        return [node for node in self.nodes if isinstance(node, ast.Call)]


def _settings(node: ast.AST) -> list[tuple[ast.expr, ast.expr, Place]]:
    """Return each target that a statement sets, with the value and the place in it."""
    if isinstance(node, ast.Assign):
        return [(target, node.value, ()) for target in node.targets]
    if isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value:
        return [(node.target, node.value, ())]
    return [(node.target, node.iter, (EACH,))] if isinstance(node, ast.For | ast.comprehension) else []


def _names(target: ast.expr) -> Iterator[tuple[str, Place]]:
    if isinstance(target, ast.Name):
        yield target.id, ()
    elif isinstance(target, ast.Tuple | ast.List):
        for number, each in enumerate(target.elts):
            yield from ((name, (number, *place)) for name, place in _names(each))


def _is_raised(scope: Scope, called: ast.expr) -> bool:
    """Return whether what is called is an exception that was handed in as a class, and is raised."""
    is_given = isinstance(called, ast.Name) and called.id in scope.parameters
    raised = [node.exc for node in scope.nodes if isinstance(node, ast.Raise)] if is_given else []
    return any(isinstance(each, ast.Call) and each.func is called for each in raised)


def last_name(node: ast.expr) -> str:
    """Return the last name of `a.b.c`; of what is computed, none."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


class Codes:
    """`uttered` holds each code of the package and a module that utters it.

    A code with a part known only at run time has a `*` there. A parameter that is used as a code makes
    whoever hands a text to it utter that text. `lost` holds what could not be followed.
    """

    def __init__(self) -> None:
        self.uttered: dict[str, str] = {}
        self.lost: dict[str, str] = {}
        self._of_refusals: list[ast.FunctionDef] = []
        self._way: list[tuple[int, Place]] = []
        self._takes: dict[Name, dict[str, int]] = {}
        self._scopes = [Scope(m, node) for m in modules() for node in (None, *m.nodes(*FUNCTIONS))]
        self._outside = [scope for scope in self._scopes if scope.function is None]
        self._imports = {module.name: imported_names(module, "renmai") for module in modules()}
        self._functions = {scope.name: scope for scope in self._scopes if scope.function is not None}
        self._learn_classes()
        known: object = None
        while known != (known := repr(self._takes)):
            for scope in self._scopes:
                self._read(scope)

    def _learn_classes(self) -> None:
        """Learn which field of a class is a code; a refusal says its own first."""
        classes = [node for module in modules() for node in module.nodes(ast.ClassDef)]
        refusals = {"Refused"}
        for _ in classes:  # an heir may stand before its parent
            refusals |= {c.name for c in classes if refusals & {last_name(base) for base in c.bases}}
        for node in classes:
            fields = [last_name(each.target) for each in node.body if isinstance(each, ast.AnnAssign)]
            self._takes["", node.name] = {name: fields.index(name) for name in NAMES if name in fields}
            own = [each for each in node.body if isinstance(each, FUNCTIONS) and each.name == "__init__"]
            if node.name in refusals and (node.name == "Refused" or not own):
                self._takes["", node.name] = {"code": 0}
            elif node.name in refusals:
                self._of_refusals += own

    def _read(self, scope: Scope) -> None:
        """Note what the calls of a scope utter, and what a property called `code` returns."""
        for call in scope.calls:
            takes = self._takes_of(scope, call.func)
            found = [k.value for k in call.keywords if k.arg in takes or k.arg in NAMES]
            found += [each for number, each in enumerate(call.args) if number in takes.values()]
            for node in found:
                self._utter(node, scope)
        if scope.function is not None and scope.function.name in NAMES:
            for node in (each for each in scope.nodes if isinstance(each, ast.Return) and each.value):
                self._utter(node.value, scope)

    def _takes_of(self, scope: Scope, called: ast.expr) -> dict[str, int]:
        """Return the parameters of what is called that are codes."""
        is_own_parent = scope.function in self._of_refusals and last_name(called) == "__init__"
        if is_own_parent or _is_raised(scope, called):
            return {"code": 0}
        return self._takes.get(self._meant(scope, called), {})

    def _meant(self, scope: Scope, called: ast.expr) -> Name:
        """Return what a name in a module means: a function of its own, one that it imports, or a method."""
        match called:
            case ast.Name(id=name) if (scope.module.name, name) in self._functions:
                return (scope.module.name, name)
            case ast.Name(id=name):
                return self._imported(scope, name) or ("", name)
            case ast.Attribute(value=ast.Name(id=base), attr=name):
                return self._imported(scope, base, name) or ("", name)
        return ("", last_name(called))

    def _imported(self, scope: Scope, name: str, attribute: str = "") -> Name | None:
        """Return the function that an imported name means, or that stands in an imported module."""
        package = self._imports[scope.module.name].get(name)
        if package is None:
            return None
        path = f"{package}.{name}" if attribute else package
        found = ("/".join(path.split(".")[1:]) + ".py", attribute or name)
        return found if found in self._functions else None

    def _utter(self, node: ast.expr, scope: Scope) -> None:
        for text in set(self._texts(node, scope, ())):
            self.uttered.setdefault(text, scope.module.name)

    def _texts(self, node: ast.expr | None, scope: Scope, place: Place) -> Iterator[str]:
        """Yield the texts that may stand at a place in an expression; what leads back to itself adds none."""
        step = (id(node), place)
        if step not in self._way:
            self._way.append(step)
            yield from list(self._texts_of(node, scope, place))
            self._way.pop()

    def _texts_of(self, node: ast.expr | None, scope: Scope, place: Place) -> Iterator[str]:
        match node:
            case ast.Constant(value=str(text)) if not place:
                yield text
            case None | ast.Constant() | ast.Starred() | ast.Attribute(attr="code" | "problem_code"):
                return
            case ast.IfExp(body=one, orelse=other):
                yield from (text for each in (one, other) for text in self._texts(each, scope, place))
            case ast.BoolOp(values=values):
                yield from (text for each in values for text in self._texts(each, scope, place))
            case ast.JoinedStr(values=parts):
                held = [self._part(each, scope) for each in parts]
                yield from ("".join(each) for each in product(*held))
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts) if place:
                chosen = parts if place[0] == EACH else parts[place[0] : place[0] + 1]
                yield from (text for each in chosen for text in self._texts(each, scope, place[1:]))
            case ast.Dict(values=values) if place:
                yield from (text for each in values for text in self._texts(each, scope, place[1:]))
            case ast.Subscript(value=value, slice=key):
                number = key.value if isinstance(key, ast.Constant) and isinstance(key.value, int) else EACH
                yield from self._texts(value, scope, (number, *place))
            case ast.Name(id=name):
                yield from self._named(name, scope, place)
            case ast.Attribute(value=ast.Name(), attr=name):
                yield from self._held_by_a_class(node, name, scope)
            case ast.Call(func=called, args=args):
                yield from self._called(called, args, scope, place)
            case _:
                self.lost[f"{scope.module.name}: {ast.unparse(node)}"] = scope.module.name

    def _part(self, node: ast.expr, scope: Scope) -> list[str]:
        """Return what may stand in a part of a text that is put together; `*` where that is not written."""
        if isinstance(node, ast.Constant):
            return [node.value]
        if isinstance(node.value, ast.Name) and node.value.id not in scope.parameters:
            texts = [self._texts(value, scope, place) for value, place in scope.values_of(node.value.id)]
            lost = dict(self.lost)
            found = sorted({text for each in texts for text in each})
            is_whole, self.lost = self.lost == lost, lost
            return found if found and is_whole else [ANYTHING]
        return [ANYTHING]

    def _named(self, name: str, scope: Scope, place: Place) -> Iterator[str]:
        """Yield what a name stands for; a parameter makes this function one that takes a code."""
        held = scope.values_of(name)
        if name in scope.parameters:
            number = scope.parameters.index(name) - scope.is_method
            if scope.name[1] != "__init__":
                self._takes.setdefault(scope.name, {})[name] = number
            held = [*held, *((value, ()) for value in scope.defaults_of(name))]
        elif not held:
            held = [value for other in self._around(scope, name) for value in other.values_of(name)]
        for value, where in held:
            if not (isinstance(value, ast.Name) and value.id == name):
                yield from self._texts(value, scope, (*where, *place))

    def _around(self, scope: Scope, name: str) -> list[Scope]:
        """Return the modules in which a name may be set: everywhere for a constant, else the own."""
        return [each for each in self._outside if name.isupper() or each.module == scope.module]

    def _held_by_a_class(self, node: ast.expr, name: str, scope: Scope) -> Iterator[str]:
        """Yield the text of `Class.NAME`."""
        found = [
            text
            for other in self._around(scope, name)
            for value, where in other.values_of(name)
            for text in self._texts(value, other, where)
        ]
        yield from found
        if not found:
            self.lost[f"{scope.module.name}: {ast.unparse(node)}"] = scope.module.name

    def _called(self, called: ast.expr, args: list[ast.expr], scope: Scope, place: Place) -> Iterator[str]:
        """Yield what a call returns: what a table holds, or what a function of the package returns."""
        name = last_name(called)
        if isinstance(called, ast.Attribute) and name in ("get", "items", "values"):
            rest = place[2:] if name == "items" else place[1:] if name == "values" else place
            yield from self._texts(called.value, scope, (EACH, *rest))
            yield from (text for each in args[1:] for text in self._texts(each, scope, place))
            return
        other = self._functions.get(self._meant(scope, called))
        if other is None:
            self.lost[f"{scope.module.name}: {ast.unparse(called)}()"] = scope.module.name
            return
        for node in other.nodes:
            if isinstance(node, ast.Return):
                yield from self._texts(node.value, other, place)
