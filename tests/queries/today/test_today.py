"""Today from a book: true, short, each item with its because; what the owner answers is remembered (P1)."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.today.record_outcome import record_outcome
from renmai.queries.pages.frame import frame_card
from renmai.queries.pages.person import person_card
from renmai.queries.today.page import today_card
from renmai.wording import sentence
from renmai.wording.book.days import read_on
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
ADA, BOB = "Ada Byron <ada@work.example>", "Bob Marsh <bob@mill.example>"


@pytest.fixture
def box():
    return Mailbox()


def kinds(card):
    return {item.name: item.kind for item in card.items}


def test_a_question_i_have_not_answered_is_owed_with_its_own_words_and_my_usual_time(viewer, tmp_path, box):
    for day in (60, 50, 40, 30):
        asked = box.add(ADA, ME, day, "Shall we?")
        box.add(ME, ADA, day - 0.4, "Yes.", answers=asked)
    box.add(ADA, ME, 3, "The drawings came. Could you send the second one? Thanks.", subject="Drawings")
    box.imported(viewer, tmp_path)

    (item,) = today_card(viewer, today=DAY).items

    assert (item.kind, item.name, item.is_urgent) == ("reply", "Ada Byron", True)
    assert item.mail_to == "ada@work.example"
    assert item.reply_to_subject == "Drawings"
    with override("en"):
        said = sentence(item.because[0])
        draft = sentence(item.draft)
    assert "Ada asked three days ago: “Could you send the second one?”" in said
    assert "You usually answer within ten hours." in said
    assert draft.startswith("Ada, ")


def test_an_answer_is_owed_by_the_one_whom_the_letter_calls_by_name(viewer, tmp_path, box):
    box.rounds(ADA, [80, 60, 40])
    box.add(ADA, ME, 3, "Bob, could you send it?", cc=[BOB])
    box.imported(viewer, tmp_path)

    assert kinds(today_card(viewer, today=DAY)) == {}


LONG = "The drawings came and all of them are in good order. " * 12
MINE = f"Me Owner <{ME}>"


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("Me, could you send it?", True),
        (f"{LONG}\n\nMe, it rained. Could you send it?\n\nThanks", True),
        (f"Bob, I saw it.\n\n{LONG}\n\nMe: could you send it?", True),
        (f"Me, I saw it.\n\n{LONG}\n\nBob, could you send it?", False),
        ("Could you send it?", False),
        ("I asked Me, too. Could you send it?", False),
    ],
)
def test_who_is_called_in_a_copy_is_asked_wherever_in_the_text_it_stands(viewer, tmp_path, box, text, owed):
    for day in (80, 60, 40):
        box.add(MINE, ADA, day, "It goes well.")
        box.add(ADA, MINE, day - 1, "So I see.")
    box.add(ADA, BOB, 3, text, cc=[MINE])
    box.imported(viewer, tmp_path)

    assert (kinds(today_card(viewer, today=DAY)).get("Ada Byron") == "reply") == owed


def test_a_newer_version_closes_what_was_asked_of_the_older(viewer, tmp_path, box):
    box.rounds(ADA, [80, 60, 40])
    box.add(ADA, ME, 6, "Could you look at it?", subject="Contract")
    box.imported(viewer, tmp_path)
    assert kinds(today_card(viewer, today=DAY)) == {"Ada Byron": "reply"}

    box.add(ADA, ME, 4, "Here is the next.", subject="Contract, draft 2", answers="<1@books.example>")
    box.imported(viewer, tmp_path)
    assert kinds(today_card(viewer, today=DAY)) == {}


def test_a_statement_that_calls_for_an_answer_is_owed_one(viewer, tmp_path, box):
    box.rounds(ADA, [80, 60, 40])
    mine = box.add(ME, ADA, 5, "Would 300 do?")
    box.add(ADA, ME, 3, "It would. I will wait for your word.", answers=mine)
    box.imported(viewer, tmp_path)

    assert kinds(today_card(viewer, today=DAY)) == {"Ada Byron": "reply"}


def test_today_looks_at_nothing_that_came_later(viewer, tmp_path, box):
    box.rounds(ADA, [80, 60, 40])
    box.add(ADA, ME, 3, "Could you send it?")
    box.imported(viewer, tmp_path)

    assert kinds(today_card(viewer, today=DAY)) == {"Ada Byron": "reply"}
    assert today_card(viewer, today=DAY - timedelta(days=4)).items == ()


def test_newsletters_lists_and_automatic_answers_are_owed_nothing(viewer, tmp_path, box):
    box.add(
        "Weekly <letter@news.example>", ME, 2, "Have you read this?", List_Unsubscribe="<https://n.example/u>"
    )
    box.add("No Reply <no-reply@shop.example>", ME, 2, "Was everything fine?")
    asked = box.add(ME, ADA, 3, "Are you there?")
    box.add(
        ADA,
        ME,
        2.99,
        "I am away?",
        subject="Automatic reply: Hello",
        answers=asked,
        Auto_Submitted="auto-replied",
    )
    box.imported(viewer, tmp_path)

    assert "reply" not in kinds(today_card(viewer, today=DAY)).values()


def test_nobody_is_nudged_before_the_day_their_away_notice_names(viewer, tmp_path, box):
    box.rounds(BOB, [90, 70, 50, 30], hours=20)
    asked = box.add(ME, BOB, 5, "When can it be ready?", subject="The mill")
    box.add(
        BOB, ME, 4.99, "I am away until 16 April.", subject="Automatic reply: The mill", answers=asked,
        Auto_Submitted="auto-replied",
    )  # fmt: skip
    box.imported(viewer, tmp_path)

    assert kinds(today_card(viewer, today=DAY)) == {}
    assert kinds(today_card(viewer, today=DAY + timedelta(days=1))) == {"Bob Marsh": "waiting"}


def test_a_question_of_mine_waits_until_it_is_late_for_them(viewer, tmp_path, box):
    box.rounds(BOB, [90, 70, 50, 30], hours=20)
    box.add(ME, BOB, 5, "When can it be ready?", subject="The mill")
    box.imported(viewer, tmp_path)

    assert kinds(today_card(viewer, today=DAY)) == {"Bob Marsh": "waiting"}
    early = today_card(viewer, today=DAY - timedelta(days=4))
    assert early.items == ()
    assert [item.name for item in early.waiting] == ["Bob Marsh"]
    with override("en"), read_on(DAY):
        (nudge,) = today_card(viewer, today=DAY).items
        said, step = [sentence(each) for each in nudge.because], sentence(early.waiting[0].step)
    assert said[0] == "You asked something in “The mill” five days ago and have no answer yet."
    assert said[1].startswith("Bob mostly answers within")
    assert said[1].endswith("% chance.")
    assert step == "It is not late yet. Ask again from 15 April on."


def test_a_tie_quieter_than_its_own_rhythm_is_greeted_and_one_long_silent_revived(viewer, tmp_path, box):
    box.rounds(ADA, range(400, 44, -10))
    box.rounds(BOB, range(2000, 900, -10))
    box.imported(viewer, tmp_path)

    found = kinds(today_card(viewer, today=DAY))

    assert found == {"Ada Byron": "cooling", "Bob Marsh": "revive"}


@pytest.mark.parametrize(("mine", "is_told"), [([48], False), ([48, 46], True)])
def test_two_letters_of_mine_in_a_row_are_told_where_a_tie_cools(viewer, tmp_path, box, mine, is_told):
    box.rounds(ADA, range(400, 49, -10))
    for day in mine:
        box.add(ME, ADA, day, "I am well.")
    box.imported(viewer, tmp_path)
    (item,) = today_card(viewer, today=DAY).items

    assert item.kind == "cooling"
    assert ("cooling_my_turns" in {each.code for each in item.because}) == is_told


def test_the_last_word_is_theirs_only_where_no_contact_of_mine_came_after_it(viewer, tmp_path, box):
    """P1: contact before seven readers is a word, a copy is none."""
    others = [f"Reader {n} <r{n}@work.example>" for n in range(6)]
    box.rounds(ADA, range(900, 400, -10))
    box.rounds(BOB, range(2000, 1000, -10))
    box.add(ME, [ADA, *others], 300, "Here is the rest.", subject="The rest")
    box.add(ADA, ME, 320, "I saw it.", subject="Seen")
    box.add(BOB, ME, 900, "I saw it.", subject="Seen")
    box.add(ME, others[0], 890, "Look at this.", subject="Copied", cc=[BOB])
    box.imported(viewer, tmp_path)

    codes = {}
    for day in (DAY, DAY - timedelta(days=250)):
        for item in today_card(viewer, today=day).items:
            codes.setdefault(item.name, [each.code for each in item.because])

    assert "revive_their_word" not in codes["Ada Byron"]
    assert "revive_their_word" in codes["Bob Marsh"]


@pytest.mark.parametrize(("is_on_list", "found"), [(False, {"Ada Byron": "new"}), (True, {})])
def test_whom_one_met_on_a_mailing_list_alone_is_nobody_to_follow_up(
    viewer, tmp_path, box, is_on_list, found
):
    """R4: work before everybody ends with what it was about."""
    room = {"cc": ["dev@lists.work.example"], "List_Id": "<dev.lists.work.example>"} if is_on_list else {}
    asked = box.add(ADA, ME, 6, "It breaks here. What is it?", **room)
    box.add(ME, ADA, 5, "A loose screw.", answers=asked, **room)
    box.imported(viewer, tmp_path)

    assert kinds(today_card(viewer, today=DAY)) == found


def test_after_three_tries_the_margin_says_why_nobody_is_proposed(viewer, tmp_path, box):
    box.rounds(BOB, [300, 280, 260, 240])
    for day in (40, 35, 30):
        box.add(ME, BOB, day, "When can it be ready?", subject="The mill")
    box.imported(viewer, tmp_path)
    card = today_card(viewer, today=DAY)

    assert "Bob Marsh" not in kinds(card)
    assert [(item.name, len(item.because)) for item in card.waiting] == [("Bob Marsh", 1)]
    assert card.waiting[0].because[0].code == "rested_tries"


def test_what_the_owner_answers_is_remembered_and_can_be_taken_back(viewer, tmp_path, box):
    box.add(ADA, ME, 3, "Could you send it?")
    box.imported(viewer, tmp_path)
    (item,) = today_card(viewer, today=DAY).items
    assert frame_card(viewer, today=DAY).today_total == 1

    decision_id = record_outcome(viewer, item.key, "done", now=TODAY)
    assert today_card(viewer, today=DAY).items == ()
    assert today_card(viewer, today=DAY + timedelta(days=20)).items == ()
    undo_decision(viewer, decision_id, now=TODAY)
    assert today_card(viewer, today=DAY).items == (item,)

    later = record_outcome(viewer, item.key, "later", now=TODAY, until=DAY + timedelta(days=2))
    assert later
    assert today_card(viewer, today=DAY + timedelta(days=1)).items == ()
    assert kinds(today_card(viewer, today=DAY + timedelta(days=2))) == {"Ada Byron": "reply"}


def test_a_new_letter_shows_without_all_ties_being_computed_anew(viewer, tmp_path, box, monkeypatch):
    box.rounds(ADA, [80, 60, 40])
    box.rounds(BOB, [80, 60, 40])
    box.imported(viewer, tmp_path)
    today_card(viewer, today=DAY)
    box.add(BOB, ME, 1, "Could you call me?")
    box.imported(viewer, tmp_path)
    looked_at = []
    monkeypatch.setattr(
        "renmai.upkeep.ties.ties.kept_ties.keep_ties",
        lambda cursor, owner_id, ties, months, person_ids: looked_at.extend(tie.person_id for tie in ties),
    )

    assert kinds(today_card(viewer, today=DAY)) == {"Bob Marsh": "reply"}
    assert len(looked_at) == 1


def test_an_empty_book_says_so_and_proposes_nothing(viewer):
    card = today_card(viewer, today=date(2026, 4, 16))

    assert card.is_book_empty
    assert card.items == card.waiting == card.occasions == ()


def test_work_handed_in_is_told_in_one_line_and_is_no_item(viewer, tmp_path, box):
    """P1: on Today and on the page of who handed it in; a word of mine closes it."""
    for day in (90, 80, 70, 60, 50):
        sent = box.add(ADA, ME, day, "Here it is.", subject=f"Contract {day}, for your review")
        box.add(ME, ADA, day - 1, "Fine.", answers=sent)
    for day in (9, 8, 7):
        last = box.add(ADA, ME, day, "Here it is. Would it do?", subject=f"Plan {day}, for your review")
    box.imported(viewer, tmp_path)
    card = today_card(viewer, today=DAY)
    (work,) = card.handed_in

    assert (kinds(card), work.is_mine, work.count, work.oldest_days) == ({}, False, 3, 9)
    with override("en"), read_on(DAY):
        said = sentence(work.because)
        ada = person_card(viewer, person_called(viewer, "Ada Byron").pk, today=DAY)
        now = [sentence(each) for each in ada.now.open]
    assert said == (
        "Handed in to you and waiting for your word: 3, the oldest for nine days "
        "(“Plan 9, for your review”, from Ada)."
    )
    assert any(each.startswith("Handed in to you and waiting for your word: 3") for each in now)

    box.add(ME, ADA, 1, "Fine.", answers=last)
    box.imported(viewer, tmp_path)
    assert today_card(viewer, today=DAY).handed_in[0].count == 2
