"""Done already by phone, in person or by WeChat: that is contact, too (FACES 2a Today)."""

import pytest

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.today.record_outcome import NoSuchSuggestion, record_outcome
from renmai.domain.today.plan import DoneBy
from renmai.queries.pages.person import person_card
from renmai.queries.today.page import today_card
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
ADA = "Ada Brook <ada@mill.example>"


@pytest.fixture
def ada(viewer, tmp_path):
    box = Mailbox()
    box.rounds(ADA, (120, 90, 60))
    box.add(ADA, ME, 3, "Could you send me the plan?", subject="Plan")
    box.imported(viewer, tmp_path)
    return person_called(viewer, "Ada Brook").pk


@pytest.mark.parametrize(
    ("by", "kind", "from_me"),
    [
        (DoneBy.PHONE, "call", True),
        (DoneBy.IN_PERSON, "meeting", None),
        (DoneBy.WECHAT, "message", True),
    ],
)
def test_what_was_done_by_a_way_is_contact_of_the_day_and_undone_as_one(viewer, ada, by, kind, from_me):
    [item] = today_card(viewer, today=DAY).items
    before = person_card(viewer, ada, today=DAY)
    number = record_outcome(viewer, item.key, now=TODAY, by=by)

    after = person_card(viewer, ada, today=DAY)
    assert (after.timeline[0].kind, after.timeline[0].from_me) == (kind, from_me)
    assert after.quiet_days == 0 != before.quiet_days
    assert today_card(viewer, today=DAY).items == ()

    undo_decision(viewer, number, now=TODAY)
    again = person_card(viewer, ada, today=DAY)
    assert (again.timeline, again.quiet_days) == (before.timeline, before.quiet_days)
    assert [each.key for each in today_card(viewer, today=DAY).items] == [item.key]


def test_done_without_a_way_keeps_no_act_and_an_unknown_way_is_refused(viewer, ada):
    [item] = today_card(viewer, today=DAY).items
    with pytest.raises(NoSuchSuggestion):
        record_outcome(viewer, item.key, now=TODAY, by="pigeon")
    total = person_card(viewer, ada, today=DAY).timeline_total
    record_outcome(viewer, item.key, now=TODAY)
    assert person_card(viewer, ada, today=DAY).timeline_total == total
