"""Value in a book (V1 to V5): noted, matched, put aside, proposed from letters, found out, given."""

from datetime import date, timedelta

import pytest

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.merge_people import merge_people
from renmai.actions.today.plan_day import plan_day
from renmai.actions.today.record_outcome import record_outcome
from renmai.actions.value.record_achievement import record_achievement
from renmai.actions.value.record_match_answer import NoSuchMatch, record_match_answer
from renmai.actions.value.record_proposal_answer import NoSuchProposal, record_proposal_answer
from renmai.actions.value.record_value import NoValue, record_value
from renmai.actions.value.record_value_change import NoSuchValue, record_value_change, record_value_end
from renmai.actions.value.record_value_line import NotOneLine, record_value_line
from renmai.actions.value.record_value_review import review_values
from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.queries.pages.person import person_card
from renmai.queries.today.page import today_card
from renmai.queries.value.page import values_card
from renmai.store.models import Match, Person
from renmai.upkeep.value import matches as fresh_matches
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
LONG_AGO = DAY - timedelta(days=40)


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Ada and 李雷 weekly; Bob known by two addresses; letters that say what two of them look for."""
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", range(3, 200, 7))
    box.rounds("李雷 <lilei@example.cn>", range(5, 200, 9))
    box.rounds("Bob Marsh <bob@mill.example>", [30])
    box.rounds("Robert Marsh <bob@home.example>", [50])
    box.add("Ada Byron <ada@work.example>", ME, 2, "Hello. We are looking for a printer in Porto. Best, Ada")
    box.add("李雷 <lilei@example.cn>", ME, 400, "我们在找一位会德语的翻译。")
    box.add(ME, "李雷 <lilei@example.cn>", 1, "我最近在找一间带院子的工作室。")
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


def who(book, name: str | None) -> int | None:
    return None if name is None else person_called(book, name).pk


def note(book, name: str | None, side: str, text: str, *, on: date = DAY, **said) -> int | None:
    return record_value(book, who(book, name), side, text, now=TODAY, on=on, **said)


def pairs(book, kind: str, *, on: date = DAY) -> list[tuple[str, str, str, str]]:
    found = values_card(book, today=on).matches[kind]
    return [(each.offer.name, each.offer.text, each.need.name, each.need.text) for each in found]


def of(book, name: str, *, on: date = DAY):
    return person_card(book, who(book, name), today=on).value


def test_mine_meets_theirs_theirs_mine_and_one_another_s_in_one_language_and_across(book):
    """V4."""
    note(book, None, "offer", "patent law advice")
    note(book, "李雷", "need", "专利律师")
    note(book, None, "need", "a wedding photographer")
    note(book, "Ada Byron", "offer", "婚礼摄影")
    note(book, "Ada Byron", "need", "tax accountant")
    note(book, "Bob Marsh", "offer", "accountant, tax returns")

    assert pairs(book, "give") == [("", "patent law advice", "李雷", "专利律师")]
    assert pairs(book, "get") == [("Ada Byron", "婚礼摄影", "", "a wedding photographer")]
    assert pairs(book, "join") == [("Bob Marsh", "accountant, tax returns", "Ada Byron", "tax accountant")]
    assert all(each.because for found in values_card(book, today=DAY).matches.values() for each in found)


def test_nobody_is_matched_with_themselves_not_even_after_two_turn_out_to_be_one(book):
    """V4, C2."""
    note(book, "Bob Marsh", "need", "tax accountant")
    note(book, "Robert Marsh", "offer", "tax accountant")
    note(book, None, "need", "tax accountant")
    note(book, None, "offer", "tax accountant")
    assert [row[0] for row in pairs(book, "join")] == ["Robert Marsh"]

    merged = merge_people(book, who(book, "Bob Marsh"), who(book, "Robert Marsh"), now=TODAY)
    assert pairs(book, "join") == [] and len(pairs(book, "give")) == 1 and len(pairs(book, "get")) == 1
    undo_decision(book, merged, now=TODAY)
    assert [row[0] for row in pairs(book, "join")] == ["Robert Marsh"]


def test_what_is_put_aside_stays_so_over_a_new_note_a_change_and_a_rebuild_until_undone(book):
    """V4: never repeated after a dismissal."""
    note(book, None, "offer", "legal advice, patents")
    need = note(book, "Ada Byron", "need", "a patent lawyer")
    [match] = values_card(book, today=DAY).matches["give"]
    aside = record_match_answer(book, match.key, now=TODAY, on=DAY)
    assert pairs(book, "give") == []

    record_value_change(book, need, {"importance": "high"}, now=TODAY, on=DAY)
    assert pairs(book, "give") == []
    record_value_end(book, need, now=TODAY, on=DAY)
    note(book, "Ada Byron", "need", "A  patent lawyer.")
    rebuild_book(book, now=TODAY)
    assert pairs(book, "give") == []
    note(book, "Bob Marsh", "need", "a patent lawyer")
    assert [row[2] for row in pairs(book, "give")] == ["Bob Marsh"]

    undo_decision(book, aside, now=TODAY)
    assert sorted(row[2] for row in pairs(book, "give")) == ["Ada Byron", "Bob Marsh"]
    with pytest.raises(NoSuchMatch):
        record_match_answer(book, "1-x", now=TODAY, on=DAY)
    with pytest.raises(NoSuchMatch):
        record_match_answer(book, f"{need}-{need}", now=TODAY, on=DAY)


def test_an_unchanged_book_is_compared_once_and_a_changed_one_again(book, monkeypatch):
    note(book, None, "offer", "printing")
    note(book, "Ada Byron", "need", "a printer")
    assert len(pairs(book, "give")) == 1
    monkeypatch.setattr(fresh_matches, "_computed", None)
    assert len(pairs(book, "give")) == 1 and of(book, "Ada Byron").give[0].match is not None
    monkeypatch.undo()

    kept = list(Match.objects.values_list("need_id", "offer_id", "fit"))
    rebuild_book(book, now=TODAY)
    assert pairs(book, "give")
    assert list(Match.objects.values_list("need_id", "offer_id", "fit")) == kept


def test_a_few_new_notes_of_a_large_book_are_compared_as_the_whole_book_would_be(book, monkeypatch):
    """V4: whatever is noted, changed, ended or undone after the first look, the same pairs are found."""
    note(book, None, "offer", "patent law advice")
    note(book, "李雷", "need", "专利律师")
    note(book, "Ada Byron", "need", "a printer")
    note(book, "Bob Marsh", "offer", "printing and binding")
    note(book, None, "need", "wedding photographer")
    monkeypatch.setattr(fresh_matches, "SMALL", 0)
    monkeypatch.setattr(fresh_matches, "GROWN", 99)
    values_card(book, today=DAY)

    def kept() -> dict[tuple[int, int], float]:
        values_card(book, today=DAY)
        return {(a, b): fit for a, b, fit in Match.objects.values_list("need_id", "offer_id", "fit")}

    def whole() -> dict[tuple[int, int], float]:
        book_of_now = kept()
        monkeypatch.setattr(fresh_matches, "SMALL", 10**6)
        rebuild_book(book, now=TODAY)
        found = kept()
        monkeypatch.setattr(fresh_matches, "SMALL", 0)
        assert found.keys() <= book_of_now.keys()
        assert {pair: pytest.approx(fit, abs=0.05) for pair, fit in found.items()} == {
            pair: book_of_now[pair] for pair in found
        }
        return found

    before = kept()
    new = note(book, "Ada Byron", "offer", "婚礼摄影")
    other = note(book, "李雷", "need", "印刷厂")
    assert len(whole()) == len(before) + 2
    changed = record_value_change(book, new, {"text": "wedding dresses"}, now=TODAY, on=DAY)
    whole()
    undo_decision(book, changed, now=TODAY)
    assert any(pair[1] == new for pair in whole())
    record_value_end(book, other, now=TODAY, on=DAY)
    assert [row[2] for row in pairs(book, "join")] == ["Ada Byron"]


def test_the_owner_s_own_table_of_words_is_read_and_a_bad_one_is_told(book, home):
    note(book, None, "offer", "frobnication")
    note(book, "Ada Byron", "need", "someone for wibbling")
    assert pairs(book, "give") == []
    table = home / "synonyms.toml"
    try:
        table.write_text('[crafts]\nfrob = { en = "frobnication, wibbling" }\n', "utf-8")
        assert len(pairs(book, "give")) == 1
        table.write_text("[crafts\n", "utf-8")
        card = values_card(book, today=DAY)
        assert card.notice.code == "match_bad_toml" and card.matches["give"] == ()
        assert values_card(book, today=DAY).notice == card.notice
    finally:
        table.unlink()
    assert values_card(book, today=DAY).notice is None


def test_ties_importance_and_freshness_put_matches_in_order(book):
    """V4: fit × importance × tie × freshness."""
    note(book, None, "offer", "tax advice")
    note(book, "Bob Marsh", "need", "tax advice")
    note(book, "Ada Byron", "need", "tax advice", on=DAY - timedelta(days=20))
    assert [row[2] for row in pairs(book, "give")] == ["Ada Byron", "Bob Marsh"]
    note(book, "李雷", "need", "tax advice", importance="high")
    assert [row[2] for row in pairs(book, "give")][0] == "李雷"


def test_as_of_an_earlier_day_nothing_later_is_known(book):
    note(book, None, "offer", "printing", on=LONG_AGO)
    need = note(book, "Ada Byron", "need", "a printer", on=LONG_AGO)
    note(book, "李雷", "need", "a printer", on=DAY)
    record_value_end(book, need, now=TODAY, on=DAY)

    assert [row[2] for row in pairs(book, "give", on=DAY - timedelta(days=1))] == ["Ada Byron"]
    assert [row[2] for row in pairs(book, "give")] == ["李雷"]


def test_the_same_words_are_noted_once_and_ending_and_undoing_go_back_and_forth(book):
    """V2."""
    first = note(book, "Ada Byron", "need", "a  printer")
    assert note(book, "Ada Byron", "need", "A printer.") is None
    changed = record_value_change(book, first, {"text": "two printers", "until": DAY}, now=TODAY, on=DAY)
    assert record_value_change(book, first, {"text": "two printers"}, now=TODAY, on=DAY) is None
    row = of(book, "Ada Byron").give[0].needs
    assert (row.text, row.until) == ("two printers", DAY)
    undo_decision(book, changed, now=TODAY)
    assert of(book, "Ada Byron").give[0].needs.text == "a printer"

    ended = record_value_end(book, first, now=TODAY, on=DAY)
    assert of(book, "Ada Byron").give == ()
    with pytest.raises(NoSuchValue):
        record_value_end(book, first, now=TODAY, on=DAY)
    with pytest.raises(NoSuchValue):
        record_value_change(book, first, {"text": "x"}, now=TODAY, on=DAY)
    undo_decision(book, ended, now=TODAY)
    assert of(book, "Ada Byron").give[0].needs.text == "a printer"


@pytest.mark.parametrize(
    "said",
    [
        {"side": "both"},
        {"origin": "rumour"},
        {"importance": "huge"},
        {"text": " "},
        {"text": "x" * 201},
        {"until": DAY - timedelta(days=1)},
    ],
)
def test_what_is_no_need_and_no_offer_is_refused(book, said):
    plain = {"side": "need", "text": "a printer"}
    with pytest.raises(NoValue):
        record_value(book, who(book, "Ada Byron"), **{**plain, **said}, now=TODAY, on=DAY)


def test_nobody_and_the_owner_under_another_name_are_refused(book):
    with pytest.raises(NoSuchPerson):
        record_value(book, 10**6, "need", "x", now=TODAY, on=DAY)
    with pytest.raises(NoValue):
        record_value(book, Person.objects.get(is_me=True).pk, "need", "x", now=TODAY, on=DAY)


def test_a_line_names_its_person_or_the_owner_and_is_refused_where_it_names_two(book):
    """V2."""
    found = record_value_line(book, "李雷在找印刷厂", now=TODAY, on=DAY)
    assert (found.name, found.side, found.text) == ("李雷", "need", "印刷厂")
    assert record_value_line(book, "李雷在找印刷厂", now=TODAY, on=DAY).decision_id is None
    assert record_value_line(book, "I can translate", now=TODAY, on=DAY).person_id is None
    assert record_value_line(book, "Ada needs ink", now=TODAY, on=DAY).name == "Ada Byron"
    with pytest.raises(NotOneLine):
        record_value_line(book, "It rains.", now=TODAY, on=DAY)
    with pytest.raises(Refused) as several:
        record_value_line(book, "Marsh needs ink", now=TODAY, on=DAY)
    assert several.value.because.code == "several_people"
    with pytest.raises(Refused) as nobody:
        record_value_line(book, "Zoe needs ink", now=TODAY, on=DAY)
    assert nobody.value.because.code == "no_such_person"


def test_letters_of_late_are_read_for_whoever_wrote_them_and_nothing_is_kept_unasked(book):
    """V2: proposed with its sentence, never silently stored."""
    card = values_card(book, today=DAY)
    assert [(each.name, each.side, each.text) for each in card.proposals] == [
        ("", "need", "带院子的工作室"),
        ("Ada Byron", "need", "a printer in Porto"),
    ]
    assert card.proposals[1].sentence == "We are looking for a printer in Porto."
    assert [each.text for each in of(book, "Ada Byron").proposals] == ["a printer in Porto"]
    assert of(book, "李雷").proposals == () and of(book, "Ada Byron").give == ()


def test_what_is_accepted_keeps_sentence_act_and_origin_what_is_put_aside_does_not_come_back(book):
    """V2."""
    mine, hers = values_card(book, today=DAY).proposals
    noted = record_proposal_answer(book, hers.key, is_accepted=True, now=TODAY, on=DAY)
    aside = record_proposal_answer(book, mine.key, is_accepted=False, now=TODAY, on=DAY)
    row = of(book, "Ada Byron").give[0].needs
    assert (row.text, row.origin, row.sentence) == (hers.text, "written", hers.sentence)
    assert row.noted_on == DAY - timedelta(days=2)
    rebuild_book(book, now=TODAY)
    assert values_card(book, today=DAY).proposals == ()
    with pytest.raises(NoSuchProposal):
        record_proposal_answer(book, hers.key, is_accepted=True, now=TODAY, on=DAY)

    record_value_end(book, noted, now=TODAY, on=DAY)
    assert values_card(book, today=DAY).proposals == ()
    undo_decision(book, aside, now=TODAY)
    assert [each.key for each in values_card(book, today=DAY).proposals] == [mine.key]
    assert [each.key for each in values_card(book, today=DAY - timedelta(days=2)).proposals] == []


def test_which_ways_value_goes_is_told_of_every_tie_with_what_to_ask(book):
    """V3."""
    note(book, None, "offer", "patent law advice")
    note(book, "李雷", "need", "专利律师")
    found = {each.name: each for each in values_card(book, today=DAY).effective}
    assert found["李雷"].ways == "i_for_them"
    assert [each.code for each in found["李雷"].questions] == ["ask_offer"]
    assert found["Ada Byron"].ways == "neither"
    note(book, "李雷", "offer", "两位德国客户")
    assert of(book, "李雷").effective.ways == "both" and of(book, "李雷").effective.questions == ()


def test_mine_is_reviewed_by_the_quarter(book):
    """V1."""
    assert values_card(book, today=DAY).review.code == "value_none"
    note(book, None, "offer", "printing", on=DAY - timedelta(days=100))
    assert values_card(book, today=DAY).review.code == "value_never_reviewed"
    review_values(book, now=TODAY, on=DAY)
    assert review_values(book, now=TODAY, on=DAY) is None
    assert values_card(book, today=DAY).review is None
    assert values_card(book, today=DAY + timedelta(days=92)).review.code == "value_review_due"


def test_an_achievement_has_its_proof_and_who_can_confirm_it(book):
    """V1."""
    first = record_achievement(
        book, "Three years without a return", proof="returns.pdf", witness="Ada Byron", now=TODAY, on=DAY
    )
    again = record_achievement(
        book, "three years without a return.", proof="returns.pdf", witness="Ada Byron", now=TODAY, on=DAY
    )
    record_achievement(book, "A book of patterns", is_growing=True, now=TODAY, on=DAY)
    card = values_card(book, today=DAY)
    assert again is None and card.achievements[0].witness == "Ada Byron"
    assert [each.text for each in card.growing] == ["A book of patterns"]
    record_value_end(book, first, now=TODAY, on=DAY)
    assert values_card(book, today=DAY).achievements == ()
    with pytest.raises(Refused):
        record_achievement(book, " ", now=TODAY, on=DAY)


def test_today_proposes_to_give_first_and_asks_for_nothing(book):
    """V5."""
    note(book, None, "offer", "printing", on=LONG_AGO)
    note(book, "Bob Marsh", "need", "a printer", on=LONG_AGO)
    note(book, "Robert Marsh", "need", "tax accountant", on=LONG_AGO)
    note(book, "Ada Byron", "offer", "tax accountant", on=LONG_AGO)
    gifts = {item.name: item for item in today_card(book, today=DAY).items if item.kind == "give"}
    assert gifts.keys() == {"Bob Marsh", "Robert Marsh"}
    assert (gifts["Bob Marsh"].step.code, gifts["Robert Marsh"].step.code) == ("step_give", "step_join")
    assert gifts["Robert Marsh"].because[1].numbers["other"] == "Ada Byron"

    record_outcome(book, gifts["Bob Marsh"].key, "drop", now=TODAY)
    [match] = values_card(book, today=DAY).matches["join"]
    record_match_answer(book, match.key, now=TODAY, on=DAY)
    later = DAY + timedelta(days=30)
    assert [item.name for item in today_card(book, today=later).items if item.kind == "give"] == []
