"""Promises and introductions in what people write (P1, T9), in Chinese and English."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.together.in_letters import LONGEST, NO_PROMISES, WAYS, spoken_promises

BESIDE = Path(__file__).parent


@pytest.mark.parametrize("way", WAYS, ids=[way.what for way in WAYS])
def test_every_way_finds_its_own_examples(way):
    assert len(way.examples) >= 3
    found = {each: [spoken.kind for spoken in spoken_promises(each)] for each in way.examples}
    assert found == dict.fromkeys(way.examples, [way.kind])


@pytest.mark.parametrize("guard", NO_PROMISES, ids=[guard.why for guard in NO_PROMISES])
def test_every_guard_keeps_its_own_examples_from_being_shown(guard):
    assert len(guard.examples) >= 3
    assert [each for each in guard.examples if spoken_promises(each)] == []
    assert [each for each in guard.examples if not guard.pattern.search(each)] == []


@pytest.mark.parametrize("name", ["promises_tune.tsv", "promises_verify.tsv"])
def test_promises_are_told_from_as_many_denials_questions_and_others_promises(name):
    """Of 72 own sentences half are none. *Verify* was read once: precision .94, recall .89; then its kinds
    of fault were mended."""
    lines = [line.split("\t") for line in (BESIDE / name).read_text("utf-8").splitlines()]
    found = [(wanted, {each.kind for each in spoken_promises(sentence)}) for wanted, sentence in lines]
    right = sum(wanted in kinds for wanted, kinds in found)

    assert sum(wanted == "none" for wanted, _ in found) == len(lines) / 2
    assert right / sum(bool(kinds) for _, kinds in found) >= 0.97
    assert right / sum(wanted != "none" for wanted, _ in found) >= 0.97


def test_the_whole_sentence_is_shown_once_and_no_quoted_line():
    text = "Thanks. I'll send you the figures on Friday.\n> I'll send you the drawings on Monday."

    assert [each.sentence for each in spoken_promises(f"{text}\n{text}")] == [
        "I'll send you the figures on Friday."
    ]


@given(st.text(max_size=300))
def test_any_text_is_read_without_harm(text):
    found = spoken_promises(text)

    assert len(found) == len(set(found))
    assert all(len(each.sentence) <= LONGEST for each in found)


@pytest.mark.parametrize("words", ["I will send ", "我明天把", "let me ", "，"])
def test_a_long_text_is_read_in_time_in_proportion_to_its_length(words):
    begun = time.process_time()
    spoken_promises(words * (100_000 // len(words)))
    spoken_promises(f"{words}. " * (100_000 // len(words)))
    assert time.process_time() - begun < 20
