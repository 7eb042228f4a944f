"""Cards as text and back: each comes back equal, also one of many kinds (issue 9: what is kept)."""

from datetime import date

import pytest

from renmai.queries.ties.cards import DeclaredCard, SaidCard
from renmai.upkeep.book.card_json import as_json, from_json

ON = date(2026, 3, 2)


def test_a_card_of_many_kinds_comes_back_by_the_kind_that_is_asked_for():
    """With a word said of one tie, Today could not be read back."""
    said = DeclaredCard(
        tie_class=SaidCard("weak", "We met once.", ON), bond=None, strength=SaidCard(0.25, "", ON)
    )

    assert from_json(DeclaredCard, as_json(said)) == said


def test_a_type_that_no_card_has_had_yet_is_refused_by_name():
    with pytest.raises(TypeError, match="complex"):
        from_json(complex, "1")
