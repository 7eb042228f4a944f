"""How codes and numbers become sentences in Chinese and in English."""

import re
from gettext import GNUTranslations
from importlib.resources import files

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.book.because import Because
from renmai.sources import registry
from renmai.wording import SENTENCES, sentence, template_of
from renmai.wording.book.unworded import unworded

PLACE = re.compile(r"%\((\w+)\)s")


OF_TIME = re.compile(r"(?:^|_)on$")
TEXTS = st.text(min_size=1) | st.from_regex(r"\A[0-9]{4}-[0-9]{2}(-[0-9]{2})?\Z")
EVERY_CODE = sorted(
    {**SENTENCES, **{code: "" for source in registry.sources() for code in source.words.problems}}
)


@given(st.sampled_from(EVERY_CODE), TEXTS, st.sampled_from(["zh-hans", "en"]))
def test_any_text_in_any_number_of_any_sentence_comes_out_as_it_was_written(code, text, language):
    with override(language):
        for name in set(PLACE.findall(template_of(code))) - {"language"}:
            if not OF_TIME.search(name):
                assert text in sentence(Because(code, {name: text}))


def test_a_draft_is_written_in_its_own_language_whatever_its_owner_reads():
    with override("zh-hans"):
        draft = sentence(Because("draft_cooling_plain", {"name": "Ada", "language": "en"}))

    assert draft.startswith("Ada, it has been a while")


def _catalogue():
    where = files("renmai").joinpath("locale", "zh_Hans", "LC_MESSAGES", "django.mo")
    with where.open("rb") as file:
        return GNUTranslations(file)


def test_every_sentence_speaks_of_the_same_numbers_in_both_languages():
    catalogue = _catalogue()
    for code, text in SENTENCES.items():
        assert set(PLACE.findall(catalogue.gettext(text))) == set(PLACE.findall(text)), code


def test_the_house_neither_flatters_nor_shouts():
    catalogue = _catalogue()
    for code, text in SENTENCES.items():
        in_chinese = catalogue.gettext(text)
        is_to_a_stranger = code.startswith("draft_reach_")  # whom the owner calls 您, as one does
        said = in_chinese.replace("您", "") if is_to_a_stranger else in_chinese
        assert not re.search(r"[!！您]|亲(?!口)", said), code
        assert not re.search(r"!|\bOops\b|\b[Aa]wesome\b|\b[Gg]reat job\b", text), code
        assert not re.search(r"[一-鿿][,;:?]|[,;:?][一-鿿]", PLACE.sub("", in_chinese)), code


numbers = st.dictionaries(
    st.sampled_from(["ago_days", "usual_hours", "in_times", "share", "on", "name", "strength"]),
    st.one_of(st.integers(0, 10**6), st.floats(0, 1e6), st.text(max_size=12), st.none()),
)


@given(st.sampled_from(sorted(SENTENCES)), numbers, st.sampled_from(["zh-hans", "en"]))
def test_no_number_keeps_a_known_code_from_becoming_a_sentence(code, some, language):
    with override(language):
        assert sentence(Because(code, some))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_code_nobody_worded_is_said_as_itself_and_logged_once(language, caplog):
    unworded.cache_clear()
    with override(language):
        said = [sentence(Because("csv_row_unreadable", {"row": 7})) for _ in range(3)]

    assert said == ["csv_row_unreadable"] * 3
    assert [record.getMessage() for record in caplog.records] == [
        "no sentence says the code 'csv_row_unreadable'"
    ]
