"""A text that runs from right to left, or says that it does, turns nothing but itself."""

from hypothesis import given
from hypothesis import strategies as st

from renmai.wording.book.directions import isolated
from renmai.wording.book.numbers import fill

MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200faא"


@given(st.text(st.sampled_from(MARKS), max_size=12))
def test_an_isolate_ends_where_its_text_ends_and_not_before(text):
    whole = isolated(text)
    depth = [0]
    for letter in whole:
        depth.append(depth[-1] + (letter in "\u2066\u2067\u2068") - (letter == "\u2069"))

    assert text in whole
    assert depth[-1] == 0 and min(depth) == 0
    assert whole == text or min(depth[1:-1]) >= 1


def test_a_plain_text_in_a_sentence_stays_plain_and_a_turned_one_stays_in_its_place():
    assert fill("%(name)s wrote.", {"name": "Ada"}, is_chinese=False) == "Ada wrote."
    assert fill("%(name)s wrote.", {"name": "\u202eadA"}, is_chinese=False) == "\u2068\u202eadA\u2069 wrote."
