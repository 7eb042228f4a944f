"""How much somebody said, whether it asks for an answer, and what is kept of a text too long to keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.sources.weight import MOST_EXCERPT, weigh

LONG = "The drawings came yesterday and all of them are in good order. " * 8


@pytest.mark.parametrize(
    "text",
    [
        "Could you send it?",
        "I will wait for your word.",
        "We are awaiting your decision.",
        "Please confirm the date.",
        "Kindly advise.",
        "Let me know when it suits.",
        "等你的回复。",
        "盼复",
        "请尽快确认时间。",
        "麻烦请您告知",
        "能否寄一份",
    ],
)
def test_what_calls_for_an_answer_asks(text):
    assert weigh([text]).asks


@pytest.mark.parametrize(
    "text",
    [
        "I got your answer.",
        "I did not wait for the rain to stop.",
        "They are not waiting for your answer.",
        "The plan is confirmed.",
        "不请自来",
        "收到你的回复了。",
        "谢谢确认。",
        "See https://example.org/?q=1 for more.",
    ],
)
def test_what_only_tells_something_asks_nothing(text):
    assert not weigh([text]).asks


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        ("Ada, could you send the second one?\nThanks", " … Ada, could you send the second one?"),
        ("Ada, it rained. It was cold. Could you come?", " … Ada, Could you come?"),
        ("Why so? Because.\n\nBob: what of the loom? And when?", " … Why so? … Bob: And when?"),
        ("望舒，图纸到了。你看行吗？", " … 望舒， 你看行吗？"),
    ],
)
def test_of_a_long_text_its_later_questions_are_kept_with_whom_they_call(tail, kept):
    excerpt = weigh([*LONG.split("\n"), "", *tail.split("\n")]).excerpt

    assert excerpt.startswith("The drawings came yesterday") and excerpt.endswith(kept)
    assert len(excerpt) <= MOST_EXCERPT


def test_a_long_text_without_a_question_is_kept_by_its_beginning():
    excerpt = weigh([LONG]).excerpt

    assert excerpt == LONG[: len(excerpt) - 1].rstrip() + "…"
    assert MOST_EXCERPT - 40 <= len(excerpt) <= MOST_EXCERPT


@given(st.text(alphabet="ab ?？.。,，:\n…'", max_size=1500))
def test_no_excerpt_is_longer_than_is_kept(text):
    assert len(weigh(text.split("\n")).excerpt) <= MOST_EXCERPT
