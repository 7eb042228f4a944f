"""Doormat: from a file's path and first sentence one can say what is inside and what is not."""

import ast
import re

from tests.house.source import FUNCTIONS, modules

LONGEST_SENTENCE = 200
SENTENCE_END = re.compile(r"(?<=[.?])\s")
SAYS_NOTHING = re.compile(
    r"\b(utilit(y|ies)|helpers?|miscellaneous|various|stuff|manages|handles everything)\b", re.I
)
FORBIDDEN_NAMES = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "manager",
    "managers",
    "misc",
    "data",
    "tools",
}
PUBLIC_FLOORS = ("domain", "sources", "engine", "store", "actions", "queries", "wording", "shapes", "cli")


def first_sentence(module) -> str:
    text = ast.get_docstring(module.tree) or ""
    return " ".join(re.split(r"\n\s*\n", text)[0].split())


def test_every_module_says_in_its_first_sentence_what_it_is():
    assert [m for m in modules() if m.text.strip() and first_sentence(m)[-1:] not in {".", "?", "`"}] == []


def test_that_sentence_names_a_thing_and_is_short():
    spoken = {m: first_sentence(m) for m in modules() if m.text.strip()}

    assert {m: said for m, said in spoken.items() if SAYS_NOTHING.search(said)} == {}
    assert {
        m: said for m, said in spoken.items() if len(SENTENCE_END.split(said)[0]) > LONGEST_SENTENCE
    } == {}


def test_no_module_bears_a_name_that_could_hold_anything():
    vague = [m for m in modules() if FORBIDDEN_NAMES & set(re.split(r"[/_.]", m.name.removesuffix(".py")))]

    assert vague == []
    assert [m for m in modules() if "_v2" in m.name] == []


def test_every_public_class_and_function_says_what_it_does():
    silent = [
        (module, node.name)
        for module in modules()
        if module.floor in PUBLIC_FLOORS and not module.is_migration
        for node in module.tree.body
        if isinstance(node, (*FUNCTIONS, ast.ClassDef))
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]

    assert silent == []
