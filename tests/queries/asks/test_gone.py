"""Of who is archived nothing is asked; both doors read it from one card (V7)."""

import pytest
from django.utils.translation import override

from renmai.actions.people.record_gone import record_gone
from renmai.domain.asks.asks import Request
from renmai.queries.asks.check import ask_card
from renmai.wording import sentence
from tests.books import person_called
from tests.queries.books import TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()


@pytest.mark.parametrize(("language", "said"), [("en", "You archived Ada"), ("zh-hans", "你已把 Ada 归档")])
def test_an_ask_of_somebody_archived_warns_first_of_all(viewer, tmp_path, language, said):
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", [60, 50, 40, 30, 5])
    box.imported(viewer, tmp_path)
    ada = person_called(viewer, "Ada Byron").pk
    record_gone(viewer, ada, "archived", now=TODAY, on=DAY)

    card = ask_card(viewer, ada, Request(what="look at my plan", why_them="It fits."), today=DAY)

    assert card.verdict == "better_not"
    with override(language):
        assert sentence(card.findings[0].because).startswith(said)
