"""British spelling, in everything people read."""

import ast
import re
from functools import cache
from pathlib import Path

import codespell_lib

from tests.house.source import ROOT, modules

CODE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|:\w+:", re.DOTALL)
WORD = re.compile(r"[A-Za-z]+")
ALLOWED = {
    "program", "programs", "license", "licensed", "practice", "check", "checks", "story", "meter", "tire",
    "organizer",  # iCalendar's own word
    "honor",  # a maker of phones
}  # fmt: skip


@cache
def american() -> dict[str, str]:
    """Return American spellings and the British ones, from codespell's own list the other way round."""
    path = Path(codespell_lib.__file__).parent / "data" / "dictionary_en-GB_to_en-US.txt"
    pairs = (line.split("->") for line in path.read_text(encoding="utf-8").splitlines() if "->" in line)
    return {
        us.strip(" ,"): gb for gb, us in pairs if "," not in us.strip(" ,") and us.strip(" ,") not in ALLOWED
    }


def wrong_words(text: str) -> set[str]:
    return {word for word in map(str.lower, WORD.findall(CODE.sub(" ", text))) if word in american()}


def test_documents_are_spelt_the_british_way():
    pages = [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        ROOT / "CONTRIBUTING.md",
        *sorted((ROOT / "docs").rglob("*.md")),
    ]

    assert {
        str(page.relative_to(ROOT)): found for page in pages if (found := wrong_words(page.read_text()))
    } == {}


def test_docstrings_are_spelt_the_british_way():
    wrong = {
        (module.name, word)
        for module in modules()
        for node in [module.tree, *module.nodes(ast.FunctionDef, ast.ClassDef)]
        for word in wrong_words(ast.get_docstring(node) or "")
    }

    assert wrong == set()
