"""R1: by which channel people were met: proposed, accepted, set in bulk, undone, erased; one definition."""

import pytest

from renmai.actions.book.undo_decision import undo_by_number
from renmai.actions.capture.erase_from_book import erase_from_tables
from renmai.actions.people.record_how_met import record_how_met
from renmai.actions.reach.record_group import record_group
from renmai.actions.reach.record_met_through import NoSuchChannel, accept_met, record_met_through
from renmai.domain.reach.channels import Channel
from renmai.queries.network.referrals import met_through
from renmai.queries.people.how_met import how_met_card
from renmai.queries.reach.channels_page import channels_card
from renmai.queries.reach.groups import NoSuchGroup
from renmai.queries.reach.met import met_through_card
from renmai.store.models import Decision
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}
ADA, BOB = "Ada Brook <ada@mill.example>", "Bob Stone <bob@yard.example>"
EVE, MAX = "Eve Moss <eve@moss.example>", "Max Owner <max@owner.example>"


@pytest.fixture
def people(viewer, tmp_path):
    """Ada, known for long, brings Bob in; Eve is only copied in; Max works where I do."""
    box = Mailbox()
    box.rounds(ADA, (300, 200, 100))
    box.add(ADA, [ME, BOB], 60, "You two should meet.", subject="Bob")
    box.rounds(BOB, (50, 30, 10))
    box.rounds(MAX, (90, 40, 20))
    for days in (9, 8, 7):
        box.add(ADA, ME, days, "All of us.", subject="Plan", cc=[EVE])
    box.imported(viewer, tmp_path)
    return {
        name: person_called(viewer, name).pk for name in ("Ada Brook", "Bob Stone", "Eve Moss", "Max Owner")
    }


def channel(viewer, person_id):
    found = met_through_card(viewer, person_id, today=DAY)
    return found and found.channel


def test_what_first_acts_make_likely_is_proposed_and_nothing_counts_before_a_yes(viewer, people):
    card = channels_card(viewer, today=DAY)

    assert {(each.name, each.channel, each.introducer) for each in card.proposed} == {
        ("Bob Stone", "introductions", "Ada Brook"),
        ("Max Owner", "work", ""),
    }
    assert card.known_total == 0 and channel(viewer, people["Bob Stone"]) is None


def test_a_yes_notes_channel_and_introducer_and_one_undo_takes_both_back(viewer, people):
    decision_id = accept_met(viewer, None, **WHEN)

    assert channel(viewer, people["Bob Stone"]) == "introductions"
    assert channel(viewer, people["Max Owner"]) == "work"
    assert met_through(viewer, people["Bob Stone"], today=DAY)[0].introducer == "Ada Brook"
    assert channels_card(viewer, today=DAY).proposed == ()
    assert accept_met(viewer, None, **WHEN) is None

    undo_by_number(viewer, decision_id, now=TODAY)
    assert channel(viewer, people["Bob Stone"]) is channel(viewer, people["Max Owner"]) is None
    assert met_through(viewer, people["Bob Stone"], today=DAY)[0] is None


def test_many_are_set_at_once_and_undone_at_once(viewer, people):
    both = [people["Ada Brook"], people["Bob Stone"]]
    decision_id = record_met_through(viewer, both, Channel.SOCIAL, event="Spring fair", **WHEN)

    assert [channel(viewer, each) for each in both] == ["social", "social"]
    assert met_through_card(viewer, both[0], today=DAY).event == "Spring fair"
    assert record_met_through(viewer, both, Channel.SOCIAL, event="Spring fair", **WHEN) is None
    undo_by_number(viewer, decision_id, now=TODAY)
    assert [channel(viewer, each) for each in both] == [None, None]


def test_words_and_channel_stand_side_by_side_whichever_is_said_last(viewer, people):
    ada = people["Ada Brook"]
    record_how_met(viewer, ada, "In the queue at the museum", met_on=DAY, **WHEN)
    record_met_through(viewer, [ada], Channel.PUBLIC, **WHEN)
    assert how_met_card(viewer, ada, today=DAY).text == "In the queue at the museum"

    record_how_met(viewer, ada, "In the queue at the zoo", met_on=DAY, **WHEN)
    assert channel(viewer, ada) == "public"
    record_met_through(viewer, [ada], "", **WHEN)
    assert channel(viewer, ada) is None
    assert how_met_card(viewer, ada, today=DAY).text == "In the queue at the zoo"


def test_a_group_tells_the_channel_where_nothing_else_is_said(viewer, people):
    group = record_group(viewer, "Chapter", {"channel": "schoolmates"}, **WHEN)
    record_met_through(viewer, [people["Ada Brook"]], "", group=group, **WHEN)

    card = met_through_card(viewer, people["Ada Brook"], today=DAY)
    assert (card.channel, card.group, card.group_name) == ("schoolmates", group, "Chapter")


def test_what_is_no_channel_and_no_group_is_refused_and_nothing_is_lost(viewer, people):
    before = Decision.objects.count()
    with pytest.raises(NoSuchChannel):
        record_met_through(viewer, [people["Ada Brook"]], "street", **WHEN)
    with pytest.raises(NoSuchChannel):
        record_met_through(viewer, [], Channel.WORK, **WHEN)
    with pytest.raises(NoSuchGroup):
        record_met_through(viewer, [people["Ada Brook"]], "", group=99, **WHEN)
    assert Decision.objects.count() == before


def test_who_was_only_copied_in_is_a_way_in_through_whoever_was_there(viewer, people):
    [way] = [
        way
        for each in channels_card(viewer, today=DAY).channels
        for way in each.ways_in
        if way.name == "Eve Moss"
    ]

    assert way.bridge == "Ada Brook" and way.because.numbers["seen_times"] == 3
    assert way.step.code == "way_in_through"


def test_an_erased_person_leaves_nothing_of_how_they_were_met(viewer, people):
    record_met_through(
        viewer, [people["Bob Stone"], people["Max Owner"]], Channel.SOCIAL, event="Fair", **WHEN
    )
    erase_from_tables(viewer, people["Max Owner"], now=TODAY)

    assert not Decision.objects.filter(payload__icontains="Max Owner").exists()
    assert channel(viewer, people["Bob Stone"]) == "social"
