"""The page of somebody shows what letters promise, and one press notes one of the owner's own (P1)."""

import pytest

from renmai.queries.together.promises import promise_cards
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
ADA = "Ada Byron <ada@work.example>"


def test_a_promise_in_a_letter_is_shown_and_noted_by_one_press(owner, viewer, tmp_path, monkeypatch):
    monkeypatch.setenv("RENMAI_TODAY", DAY.isoformat())
    box = Mailbox()
    box.add(ME, ADA, 4, "I'll send you the figures on Friday.")
    box.add(ADA, ME, 3, "我下周把资料发你。")
    box.imported(viewer, tmp_path)
    ada = person_called(viewer, "Ada Byron").pk

    page = owner.get(f"/people/{ada}/").content.decode()
    assert "我下周把资料发你。" in page
    assert 'name="what" value="I&#x27;ll send you the figures on Friday."' in page

    owner.post(f"/people/{ada}/promise/", {"what": "I'll send you the figures on Friday."})
    assert [card.what for card in promise_cards(viewer, today=DAY)] == [
        "I'll send you the figures on Friday."
    ]
    assert 'name="what" value="I&#x27;ll' not in owner.get(f"/people/{ada}/").content.decode()
