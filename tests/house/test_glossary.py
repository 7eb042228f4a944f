"""Glossary: one noun per thing, one thing per noun, in Chinese and in English."""

import ast
import re
from collections import Counter

from tests.house.source import FUNCTIONS, ROOT, of_floors

ROW = re.compile(r"^\| \*?\*?([^|*]+?)\*?\*? \| ([^|]+?) \| (.+) \|$", re.MULTILINE)
HOUSE = {
    "Person", "Organisation", "Position", "Mention", "Handle", "Interaction", "Channel", "Tie", "Strength",
    "Standing", "Basis", "Offer", "Need", "Match", "Favour", "Ask", "Cooperation", "Group", "Event",
    "Introduction", "Outreach", "Endorsement", "Information", "Inquiry", "Cadence", "Occasion", "Plan",
    "Review", "Decision", "Because",
}  # fmt: skip


def glossary() -> list[tuple[str, str, str]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    return [row for row in ROW.findall(text) if row[0] not in ("English", "---")]


def spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def known() -> set[str]:
    return {part.strip().lower() for english, _chinese, _meaning in glossary() for part in english.split("/")}


def singular(word: str) -> set[str]:
    return {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"}


def values_of(module) -> list[str]:
    """Return the public classes of a module; an exception's name is a sentence, not a noun."""
    return [
        node.name
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and not re.search(
            r"Refused|NotThere|Error|Exception|AppConfig", " ".join(map(ast.unparse, node.bases))
        )
    ]


def test_the_nouns_of_the_house_are_all_there():
    assert [noun for noun in HOUSE if noun.lower() not in known()] == []


def test_every_model_and_every_value_of_the_domain_is_there():
    nouns = {
        name
        for module in of_floors("domain", "store")
        if module.floor == "domain" or "/models/" in module.name
        for name in values_of(module)
    }

    assert sorted(noun for noun in nouns if spaced(noun) not in known()) == []


def test_every_class_of_the_other_floors_ends_in_a_noun_that_is_there():
    """`LedgerCard` is a card, `ImportReport` a report; what they are of is a noun from above."""
    nouns = {word for phrase in known() for word in phrase.split()}
    strange = {
        name
        for module in of_floors("store", "upkeep", "queries", "actions", "shapes", "engine", "sources")
        if not module.is_migration
        for name in values_of(module)
        if spaced(name) not in known() and not singular(spaced(name).split()[-1]) & nouns
    }

    assert sorted(strange) == []


def test_every_noun_is_there_once_in_both_languages():
    english = Counter(noun.lower() for noun, _chinese, _meaning in glossary())
    chinese = Counter(noun for _english, noun, _meaning in glossary())

    assert [noun for noun, times in (english | chinese).items() if times > 1] == []
    assert [
        noun for noun, chinese, _meaning in glossary() if not re.search(r"[\u4e00-\u9fff]", chinese)
    ] == []


def test_nobody_calls_a_person_a_contact():
    named = [
        (module, node.name)
        for module in of_floors("domain", "store", "actions", "queries", "engine")
        for node in module.nodes(ast.ClassDef, *FUNCTIONS)
        if re.search(r"(^|_)(contact|contacts|user|users|friend)($|_)", node.name.lower())
    ]

    assert named == []
