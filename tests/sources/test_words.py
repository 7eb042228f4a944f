"""A source brings its own words, in every language of the house, and no other has to know them."""

import ast
import re
from pathlib import Path

import pytest

from renmai.sources import registry
from renmai.sources.words import LANGUAGES, NotWorded, words_beside
from tests.sources.samples import SOURCES

PLACE = re.compile(r"%\((\w+)\)s")
HAN = re.compile(r"[\u4e00-\u9fff]")
TEXTS = """
[label]
en = "note"
zh = "便签"
[title]
en = "notes"
zh = "便签"
[export]
en = "Ask."
zh = "问。"
"""


EARLIER = {
    "google_csv": {
        f"google_csv_{code}"
        for code in ("charset_guessed", "other_headings", "row_misquoted", "row_torn", "too_many_values")
    }
}
"""What a room no longer utters and still words, as imports of earlier versions show it."""


def codes_uttered(name: str) -> set[str]:
    """Return every text of a room that looks like a code of its own."""
    code = re.compile(rf"{name}_[a-z_]+")
    return {
        node.value
        for path in (SOURCES / name).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and code.fullmatch(node.value)
    }


def lettered(folder: Path, text: str) -> str:
    (folder / "words.toml").write_text(text, "utf-8")
    return str(folder / "source.py")


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_a_source_words_exactly_the_problems_it_utters(name):
    worded = set(registry.load_source(name).words.problems)
    assert worded - EARLIER.get(name, set()) == codes_uttered(name)


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_a_sentence_has_the_same_numbers_in_every_language(name):
    words = registry.load_source(name).words
    places = {
        code: {frozenset(PLACE.findall(text[language])) for language in LANGUAGES}
        for code, text in words.problems.items()
    }

    assert {code: found for code, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_what_is_said_in_chinese_is_chinese(name):
    words = registry.load_source(name).words
    texts = [words.label, words.title, words.export, *words.problems.values()]

    assert [text["zh"] for text in texts if not HAN.search(text["zh"])] == []


def test_a_problem_is_found_by_the_name_its_code_begins_with():
    cards = registry.load_source("vcard").words

    assert registry.problem_text("vcard_no_end") == cards.problems["vcard_no_end"]
    assert registry.problem_text("vcard_never_uttered") is None
    assert registry.problem_text("nobody_knows_this") is None


def test_words_that_lack_a_language_are_refused_with_what_is_missing(tmp_path):
    with pytest.raises(NotWorded, match=r"\[label\] has no zh"):
        words_beside(lettered(tmp_path, TEXTS.replace('zh = "便签"\n', "", 1)))
    with pytest.raises(NotWorded, match=r"\[export\] has no en nor zh"):
        words_beside(lettered(tmp_path, TEXTS.partition("[export]")[0]))
    with pytest.raises(NotWorded, match=r"\[note_torn\] has no en"):
        words_beside(lettered(tmp_path, TEXTS + '[problems.note_torn]\nzh = "撕了。"\n'))


def test_whole_words_are_read_as_they_stand(tmp_path):
    words = words_beside(lettered(tmp_path, TEXTS + '[problems.note_torn]\nen = "Torn."\nzh = "撕了。"\n'))

    assert words.label == {"en": "note", "zh": "便签"}
    assert words.problems == {"note_torn": {"en": "Torn.", "zh": "撕了。"}}
