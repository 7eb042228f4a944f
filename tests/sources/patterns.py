"""Every regular expression of a package, how it is used, and texts meant to slow it down."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined] # what a pattern repeats, only its parser tells
from types import ModuleType
from typing import NamedTuple

ALPHABET = "a1 .-_@<>([]\"'=?:;,/*\\\n\té\u3000A！"
ASKED = frozenset({"match", "fullmatch", "search", "sub", "findall", "finditer", "split"})
IN_A_LOOP = frozenset({"match", "fullmatch"})
MANY = 16  # what may repeat so often is worth repeating
MOST_TEXTS = 250
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


class Used(NamedTuple):
    """A pattern, the module and name it goes by, and the methods by which the code asks it."""

    name: str
    pattern: re.Pattern
    methods: frozenset[str]


def patterns_of(package: ModuleType) -> Iterator[Used]:
    """Yield the patterns that modules hold, alone or several under one name, and those written in place."""
    seen: set[int] = set()
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        tree = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
        calls = _calls(tree)
        for name, value in vars(module).items():
            held = (
                value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            )
            for pattern in held:
                if isinstance(pattern, re.Pattern) and id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield Used(f"{module.__name__}.{name}", pattern, calls.get(name) or IN_A_LOOP)
        for method, literal, line in _written_in_place(tree):
            yield Used(f"{module.__name__}:{line}", re.compile(literal), frozenset({method}))


def _calls(tree: ast.Module) -> dict[str, frozenset[str]]:
    """Return for each name the methods of patterns that are called on it."""
    calls: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in ASKED:
            calls.setdefault(node.value.id, set()).add(node.attr)
    return {name: frozenset(methods) for name, methods in calls.items()}


def _written_in_place(tree: ast.Module) -> Iterator[tuple[str, str | bytes, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKED:
            is_of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if is_of_re and isinstance(node.args[0], ast.Constant):
                yield node.func.attr, node.args[0].value, node.lineno


def cruel_texts(pattern: re.Pattern, length: int) -> list[str | bytes]:
    """Return texts of about `length` that make a careless pattern try again and again."""
    is_bytes = isinstance(pattern.pattern, bytes)
    source = pattern.pattern.decode("latin-1") if is_bytes else pattern.pattern
    flags = pattern.flags & ~re.UNICODE if is_bytes else pattern.flags
    pumps = dict.fromkeys(_repeated(_parser.parse(source, flags), ""))
    leads = list(dict.fromkeys(lead for lead, _ in pumps))[:2]
    pumps |= dict.fromkeys((lead, letter) for lead in ["", *leads] for letter in ALPHABET)
    texts: dict[str, None] = {}
    for lead, body in pumps:
        if body:
            pumped = f"{lead}{body * (length // len(body))}"
            again = (lead + body) * (length // len(lead + body))
            texts |= dict.fromkeys((pumped, f"{pumped}\0", again))
    step = max(1, len(texts) // MOST_TEXTS)
    return [text.encode("latin-1", "replace") if is_bytes else text for text in list(texts)[::step]]


def _repeated(tree: object, lead: str) -> Iterator[tuple[str, str]]:
    """Yield, for each part that may repeat often, a text that leads to it and texts that it repeats."""
    for operation, value in tree:  # type: ignore[attr-defined]
        if operation in REPEATS:
            _, most, body = value
            if most >= MANY:
                for sample in _samples(body):
                    yield lead, sample
                    yield lead + sample, sample
            yield from _repeated(body, lead)
        elif operation is _constants.BRANCH:
            for branch in value[1]:
                yield from _repeated(branch, lead)
        elif operation is _constants.SUBPATTERN:
            yield from _repeated(value[3], lead)
        elif operation is _constants.ATOMIC_GROUP:
            yield from _repeated(value, lead)
        elif operation in (_constants.ASSERT, _constants.ASSERT_NOT):
            yield from _repeated(value[1], lead)
        lead += next(iter(_samples([(operation, value)])), "")


def _samples(tree: object, at_most: int = 4) -> list[str]:
    """Return short texts that this part of a pattern takes."""
    texts = [""]
    for operation, value in tree:  # type: ignore[attr-defined]
        choices = _choices(operation, value, at_most)
        texts = [text + choice for text in texts for choice in choices[:at_most] or [""]][:at_most]
    return texts


def _choices(operation: object, value: object, at_most: int) -> list[str]:
    if operation is _constants.LITERAL:
        return [chr(value)]  # type: ignore[arg-type]
    if operation in (_constants.NOT_LITERAL, _constants.ANY):
        return [letter for letter in ALPHABET if operation is _constants.ANY or ord(letter) != value]
    if operation is _constants.IN:
        return [letter for letter in ALPHABET if _is_in(value, letter)] or _first_of(value)
    if operation is _constants.BRANCH:
        return [text for branch in value[1] for text in _samples(branch, 1)]  # type: ignore[index]
    if operation is _constants.SUBPATTERN:
        return _samples(value[3], at_most)  # type: ignore[index]
    if operation is _constants.ATOMIC_GROUP:
        return _samples(value, at_most)
    if operation in REPEATS:
        least, _, body = value  # type: ignore[misc]
        return [text * max(1, least) for text in _samples(body, at_most)]
    return [""]


def _is_in(items: object, letter: str) -> bool:
    """Tell whether a class of characters holds this one."""
    is_held = is_negated = False
    for operation, value in items:  # type: ignore[attr-defined]
        is_negated |= operation is _constants.NEGATE
        if operation is _constants.LITERAL:
            is_held |= ord(letter) == value
        elif operation is _constants.RANGE:
            is_held |= value[0] <= ord(letter) <= value[1]
        elif operation is _constants.CATEGORY:
            kind = str(value).rpartition("_")[2].lower()
            is_kind = bool(re.match({"digit": r"\d", "space": r"\s", "word": r"\w"}[kind], letter))
            is_held |= is_kind != ("NOT" in str(value))
    return is_held != is_negated


def _first_of(items: object) -> list[str]:
    named = [(operation, value) for operation, value in items]  # type: ignore[attr-defined]
    letters = [value if operation is _constants.LITERAL else value[0] for operation, value in named if value]
    return [chr(letter) for letter in letters[:2]]
