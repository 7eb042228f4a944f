"""The job-change test on a book of two jobs (T6): proposals, the owner's test, theirs, the past, Today."""

from datetime import date, timedelta

import pytest

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.merge_people import merge_people
from renmai.actions.positions.record_position import (
    NoPosition,
    record_position,
    record_position_answer,
    record_position_end,
)
from renmai.actions.ties.record_tie import record_tie
from renmai.actions.today.plan_day import plan_day
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.positions.leaving import Fate
from renmai.domain.positions.signs import ProposedChange
from renmai.domain.today.plan import PlanKind
from renmai.queries.pages.person import person_card
from renmai.queries.positions.leaving import NoSuchPosition, leaving_card
from renmai.queries.positions.of_person import person_leaving
from renmai.queries.positions.page import positions_card, proposed_positions
from renmai.queries.positions.past_leaving import past_leaving_card
from renmai.queries.today.page import today_card
from renmai.store.models import Decision, Mention
from renmai.store.people import notes
from tests.books import person_called
from tests.built_once import built_once
from tests.leaving_book import LEFT_ON, MINE, NOW, TODAY, mailbox

pytestmark = pytest.mark.django_db


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    import_paths(viewer, [mailbox(tmp_path / "letters.mbox")], now=NOW, me=MINE)
    merge_people(viewer, person_called_at(viewer, "harbour"), person_called_at(viewer, "fjord"), now=NOW)
    plan_day(viewer, today=TODAY)
    return viewer


def person_called_at(viewer, place: str) -> int:
    return Mention.objects.filter(carried__handle__value__contains=place).values_list("person_id", flat=True)[
        0
    ]


def pk(book, name: str) -> int:
    return person_called(book, name).pk


def proposed(book, name: str | None) -> list[tuple]:
    card = positions_card(book, None if name is None else pk(book, name), today=TODAY)
    return [(each.change, each.organisation, each.title) for each in card.proposals]


def note_mine(book, organisation="New Firm", **more) -> int:
    return record_position(book, None, organisation=organisation, on=TODAY, now=NOW, **more)


def test_nothing_is_stored_by_itself_and_signatures_propose_with_line_and_day(book):
    """T6: learnt from signatures and mail domains, proposed."""
    card = positions_card(book, pk(book, "Dora Finch"), today=TODAY)
    now, before = card.proposals

    assert card.positions == () and not Decision.objects.filter(kind="position").exists()
    assert (now.organisation, now.title, now.since) == ("Fjord", "Head Buyer", date(2025, 9, 1))
    assert (now.line, now.on.year) == ("Head Buyer at Fjord", 2026)
    assert (before.organisation, before.title, before.until) == ("Harbour Market", "Buyer", date(2025, 6, 18))
    assert proposed(book, "陈默") == [(ProposedChange.POSITION, "青枝家居", "采购总监")]
    assert [each[1] for each in proposed(book, None)] == ["newfirm.example", "oldfirm.example"]
    assert proposed(book, "Eve Ray") == [], "a private address tells of no employer"


def test_as_of_an_earlier_day_only_what_had_come_by_then_is_proposed(book):
    card = positions_card(book, pk(book, "陈默"), today=date(2025, 7, 1))

    assert [each.title for each in card.proposals] == ["采购主管"]


def test_an_accepted_proposal_is_a_note_that_undo_takes_back_and_dismissal_stays(book):
    dora = pk(book, "Dora Finch")
    now, before = positions_card(book, dora, today=TODAY).proposals
    decision = record_position_answer(book, dora, now.key, is_accepted=True, on=TODAY, now=NOW)
    record_position_answer(book, dora, before.key, is_accepted=False, on=TODAY, now=NOW)

    card = positions_card(book, dora, today=TODAY)
    assert [(each.organisation, each.source, each.host) for each in card.positions] == [
        ("Fjord", "signature", "fjord.example")
    ]
    assert card.proposals == ()
    rebuild_book(book, now=NOW)
    assert positions_card(book, dora, today=TODAY).proposals == (), "dismissed stays dismissed over a rebuild"
    undo_decision(book, decision, now=NOW)
    assert [each.key for each in positions_card(book, dora, today=TODAY).proposals] == [now.key]
    with pytest.raises(NoSuchPosition):
        record_position_answer(book, dora, before.key, is_accepted=True, on=TODAY, now=NOW)


def test_a_new_title_follows_the_old_one(book):
    chen = pk(book, "陈默")
    record_position(book, chen, organisation="青枝家居", title="采购主管", on=TODAY, now=NOW)
    (title,) = positions_card(book, chen, today=TODAY).proposals
    assert (title.change, title.title) == (ProposedChange.TITLE, "采购总监")
    assert date(2025, 8, 11) <= title.since <= date(2025, 9, 1), "the first of the letters that were opened"

    record_position_answer(book, chen, title.key, is_accepted=True, on=TODAY, now=NOW)
    held, before = positions_card(book, chen, today=TODAY).positions
    assert (held.title, held.until) == ("采购总监", None)
    assert (before.title, before.until) == ("采购主管", title.since - timedelta(days=1))


def test_who_seems_to_have_moved_is_listed_once_for_all(book):
    cards = proposed_positions(book, today=TODAY)

    assert [card.name for card in cards] == ["", "Dora Finch"]


def test_if_i_left_today_ties_of_the_position_go_and_private_ones_are_untouched(book):
    """T6."""
    note_mine(book)
    card = leaving_card(book, today=TODAY)
    fates = {row.name: row.fate for row in card.rows}

    assert (card.position.organisation, card.position.host) == ("New Firm", "newfirm.example")
    assert fates.keys() == {"陈默", "Dora Finch"} and card.untouched == card.ties - 2
    assert all(row.part == 1.0 and row.because[0].code == "leaving_part" for row in card.rows)
    assert card.expected == pytest.approx(sum(row.chance for row in card.rows))
    assert [row.loss for row in card.rows] == sorted((row.loss for row in card.rows), reverse=True)
    assert card.because[0].code == "leaving_sum" and card.because[0].numbers["touched_count"] == 2
    assert all(row.steps and row.draft for row in card.plan)


def test_without_a_noted_position_the_address_i_write_from_is_taken_and_said_to_be(book):
    card = leaving_card(book, today=TODAY)

    assert card.is_assumed and card.position.host == "newfirm.example"
    assert {row.name for row in card.rows} == {"陈默", "Dora Finch"}
    with pytest.raises(NoSuchPosition):
        leaving_card(book, today=TODAY, position_key="99")


def test_as_of_the_old_job_the_old_firm_s_ties_were_at_risk(book):
    card = leaving_card(book, today=LEFT_ON)

    assert {row.name for row in card.rows} == {"Ada Byron", "Bob Marsh"}


def test_the_owner_s_word_that_they_are_friends_keeps_a_tie(book):
    note_mine(book)
    before = {row.name: row.chance for row in leaving_card(book, today=TODAY).rows}
    record_tie(book, pk(book, "陈默"), {"bond": "friend"}, now=NOW)
    after = {row.name: row for row in leaving_card(book, today=TODAY).rows}

    assert after["陈默"].chance > before["陈默"] and after["陈默"].fate == Fate.STAYS
    assert after["Dora Finch"].chance == before["Dora Finch"]


def test_what_was_noted_of_those_lost_is_added_up(book):
    note_mine(book)
    chen = pk(book, "陈默")
    kept = leaving_card(book, today=TODAY)
    need = {"side": "need", "text": "供应链", "origin": "said", "importance": "middle"}
    notes.note(book.owner_id, kind="value", person_id=chen, payload=need, on=TODAY, now=NOW)
    notes.note(
        book.owner_id,
        kind="cooperation",
        person_id=chen,
        payload={"title": "竹柄", "stage": "running"},
        on=TODAY,
        now=NOW,
    )
    row = next(each for each in leaving_card(book, today=TODAY).rows if each.name == "陈默")

    assert (row.stakes.needs, row.stakes.open_cooperations) == (1, 1)
    assert row.loss > next(each for each in kept.rows if each.name == "陈默").loss
    assert "keep_help" in [step.code for step in row.steps]


def test_if_they_left_only_their_own_position_counts(book):
    dora = person_leaving(book, pk(book, "Dora Finch"), today=TODAY)
    eve = person_leaving(book, pk(book, "Eve Ray"), today=TODAY)

    assert dora.leaving.is_assumed and dora.leaving.position.organisation == "Fjord"
    assert 0 < dora.leaving.risk.part < 1, "what they wrote from the last place passed through that one"
    assert (eve.leaving.position, eve.leaving.risk) == (None, None)
    assert person_card(book, pk(book, "Dora Finch"), today=TODAY).leaving.leaving == dora.leaving
    with pytest.raises(NoSuchPerson):
        person_leaving(book, 10**6, today=TODAY)


def test_a_past_change_is_judged_as_of_its_last_day(book):
    """T6, honest: who really stayed beside what the test would have predicted."""
    card = past_leaving_card(book, today=TODAY)
    found = card.changes[0].judged

    assert (found.organisation, found.ties, found.stayed) == ("oldfirm.example", 2, 1)
    assert abs((found.left_on - LEFT_ON).days) <= 12
    assert 0 < found.predicted < 2
    assert card.because[-1].code == "past_leaving_of_traces"
    early = past_leaving_card(book, today=LEFT_ON + timedelta(days=100))
    assert [each.code for each in early.because] == ["past_leaving_too_early"] and not early.changes
    assert [each.code for each in past_leaving_card(book, today=LEFT_ON).because] == ["past_leaving_none"]


def test_a_noted_last_day_of_the_past_is_taken_for_the_change(book):
    note_mine(book, "Old Firm", since=date(2020, 1, 1), until=LEFT_ON)
    found = past_leaving_card(book, today=TODAY).changes[0].judged

    assert (found.organisation, found.left_on, found.ties) == ("Old Firm", LEFT_ON, 2)


def keeps(book, day: date) -> dict[str, tuple]:
    card = today_card(book, today=day)
    return {
        item.name: (item.because[0].code, item.step.code) for item in card.items if item.kind == PlanKind.KEEP
    }


def test_a_known_last_day_of_mine_brings_ties_to_keep_into_today(book):
    """T6, P1."""
    position = note_mine(book)
    assert keeps(book, TODAY) == {}

    ends = record_position_end(book, str(position), TODAY + timedelta(days=30), on=TODAY, now=NOW)
    kept = keeps(book, TODAY)
    assert len(kept) == 1 and set(kept.values()) == {("keep_i_leave", "keep_exchange")}
    assert leaving_card(book, today=TODAY).leaves_on == TODAY + timedelta(days=30)
    assert keeps(book, TODAY + timedelta(days=31)) == {}
    undo_decision(book, ends, now=NOW)
    assert keeps(book, TODAY) == {}


def test_a_known_last_day_of_theirs_does_the_same_for_one_tie(book):
    until = TODAY + timedelta(days=20)
    record_position(book, pk(book, "陈默"), organisation="青枝家居", until=until, on=TODAY, now=NOW)

    assert keeps(book, TODAY).keys() == {"陈默"}
    assert keeps(book, TODAY)["陈默"][0] == "keep_they_leave"
    assert keeps(book, TODAY - timedelta(days=1)) == {}, "nobody knew yet"


def test_what_is_no_position_is_refused(book):
    for wrong in (
        {"organisation": "  "},
        {"organisation": "A", "since": date(2026, 2, 1), "until": date(2026, 1, 1)},
    ):
        with pytest.raises(NoPosition):
            record_position(book, None, on=TODAY, now=NOW, **wrong)
    with pytest.raises(NoSuchPerson):
        record_position(book, 10**6, organisation="A", on=TODAY, now=NOW)
    for key in ("0", "x", "9" * 30):
        with pytest.raises(NoSuchPosition):
            record_position_end(book, key, None, on=TODAY, now=NOW)
    assert not Decision.objects.filter(kind__startswith="position").exists()


def test_saying_the_same_twice_says_it_once(book):
    first = note_mine(book, title="founder")

    assert first and note_mine(book, title="founder") is None
    ends = record_position_end(book, str(first), TODAY, on=TODAY, now=NOW)
    assert ends and record_position_end(book, str(first), TODAY, on=TODAY, now=NOW) is None
    assert record_position_end(book, str(first), None, on=TODAY, now=NOW), "a known end is taken back"
    assert positions_card(book, None, today=TODAY).positions[0].until is None


def test_an_empty_book_has_nothing_to_leave(viewer):
    card = leaving_card(viewer, today=TODAY)

    assert (card.position, card.rows, card.ties) == (None, (), 0)
    assert [each.code for each in past_leaving_card(viewer, today=TODAY).because] == ["past_leaving_none"]
