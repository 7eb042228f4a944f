"""Because: every code the house can utter has a sentence, in English and in Chinese."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.utils import translation

from renmai.domain.book.because import Because
from renmai.sources import registry
from renmai.wording import SENTENCES, sentence
from tests.house.source import modules

UTTERED_BY = {"Because", "Problem"}
PLACE = re.compile(r"%\((\w+)\)s")
HAN = re.compile(r"[\u4e00-\u9fff]")


def refusals() -> set[str]:
    """Return `Refused` and every class that says it is one."""
    found = {"Refused"}
    grown = True
    while grown:
        heirs = {
            node.name
            for module in modules()
            for node in module.nodes(ast.ClassDef)
            if {ast.unparse(base).split(".")[-1] for base in node.bases} & found
        }
        grown = not heirs <= found
        found |= heirs
    return found


def codes_in(node: ast.expr) -> Iterator[str]:
    """Yield the codes an expression may stand for, as far as they are written there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from codes_in(node.body)
        yield from codes_in(node.orelse)


def uttered() -> dict[str, str]:
    """Return every code written in the package and the module that utters it."""
    speakers = UTTERED_BY | refusals()
    found = {}
    for module in modules():
        for call in module.nodes(ast.Call):
            name = ast.unparse(call.func).split(".")[-1]
            codes = [k.value for k in call.keywords if k.arg in ("code", "problem_code")]
            if name in speakers - {"Problem"}:
                codes += call.args[:1]
            found |= {code: module.name for node in codes for code in codes_in(node) if code}
    return found


def test_every_code_has_a_sentence_here_or_in_its_source():
    unsaid = {code: where for code, where in uttered().items() if code not in SENTENCES}

    assert {code: where for code, where in unsaid.items() if registry.problem_text(code) is None} == {}


def test_every_sentence_is_said_in_chinese_with_the_same_numbers():
    with translation.override("zh-hans"):
        said = {code: translation.gettext(text) for code, text in SENTENCES.items()}

    assert {c: text for c, text in said.items() if not HAN.search(text) and len(text.split()) > 2} == {}
    assert [
        c for c, text in said.items() if set(PLACE.findall(text)) - set(PLACE.findall(SENTENCES[c]))
    ] == []


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_code_can_be_said_with_numbers_of_any_kind(language):
    texts = dict(SENTENCES)
    for source in registry.sources():
        texts |= {code: text["en"] for code, text in source.words.problems.items()}
    with translation.override(language):
        for code, text in texts.items():
            for value in (0, 1, 21.5, "2026-03-02", "李雷", None, ["nobody"]):
                said = sentence(Because(code, dict.fromkeys(PLACE.findall(text), value)))
                assert said and "%(" not in said
