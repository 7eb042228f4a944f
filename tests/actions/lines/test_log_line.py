"""Logging a line: one act with everybody in it, everything that follows, one undo; nothing guessed (C3)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from renmai.actions.book.restore_decision import restore_decision
from renmai.actions.book.undo_decision import undo_by_number, undo_decision
from renmai.actions.capture.erase_person import erase_from_tables
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_last import undo_last
from renmai.actions.lines.log_line import LineOpen, NoLine, log_line
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_person import record_person
from renmai.queries.book.history import history_page
from renmai.queries.lines.cards import NEW, LineAnswers
from renmai.queries.lines.line import line_card
from renmai.queries.pages.person import person_card
from renmai.queries.people.unfiled import unfiled_cards
from renmai.queries.people.whom import whom
from renmai.queries.today.page import today_card
from renmai.store.models import Decision, InboxRecord, Interaction, Person
from renmai.store.people.agenda import agenda_points
from renmai.store.people.notes import notes
from tests.traces import address_book, card, mailbox

TODAY = date(2026, 3, 2)
LINE = "昨天和张三、李四吃饭，聊了融资，张三在找供应链，我答应周五前发他名单"


@pytest.fixture
def book(viewer, now):
    for name in ("张三", "李四"):
        record_person(viewer, name, now=now)
    return viewer


def log(book, now, text=LINE, **answers):
    return log_line(book, text, LineAnswers(**answers), now=now, today=TODAY)


def standing(book) -> list[str]:
    kinds = Decision.objects.filter(owner_id=book.owner_id, undone_at=None).order_by("pk")
    return [kind for kind in kinds.values_list("kind", flat=True) if kind != "person"]


def acts(book):
    return list(Interaction.objects.filter(owner_id=book.owner_id))


def test_a_meal_is_one_act_with_everybody_in_it_and_the_words_as_written(book, now):
    log(book, now)
    [act] = acts(book)

    assert (act.kind, act.excerpt, act.audience) == ("meal", LINE, 3)
    assert datetime.fromtimestamp(act.at_epoch_s, UTC) == datetime.combine(
        date(2026, 3, 1), time(4), tzinfo=UTC
    )
    for name in ("张三", "李四"):
        shown = person_card(book, whom(book, name).one.id, today=TODAY)
        assert [(each.kind, each.excerpt) for each in shown.timeline] == [("meal", LINE)]


def test_it_counts_as_contact(book, now):
    log(book, now)
    today_card(book, today=TODAY)
    shown = person_card(book, whom(book, "李四").one.id, today=TODAY)

    assert shown.tie is not None and shown.quiet_days == 1


def test_what_follows_is_kept_by_the_actions_of_its_nouns(book, now):
    log(book, now)
    zhang = whom(book, "张三").one.id
    need, promise = notes(book.owner_id, ["value", "promise"], [], until=TODAY, person_ids=[zhang])

    assert (need.payload["text"], need.payload["origin"]) == ("供应链", "guess")
    assert (promise.payload["due_on"], "名单" in promise.payload["what"]) == ("2026-03-06", True)


def test_one_undo_takes_all_of_it_back_and_a_redo_brings_all_of_it_again(book, now):
    log(book, now)
    before = standing(book)

    undo_last(book, now=now)
    assert (standing(book), acts(book)) == ([], [])
    restore_decision(book, now=now)
    assert standing(book) == before and len(acts(book)) == 1


def test_it_is_undone_by_its_number_as_one_and_brought_back(book, now):
    logged = log(book, now)
    before = standing(book)

    undo_by_number(book, logged.decision_id, now=now)
    assert (standing(book), acts(book)) == (["taken_back"], [])
    undo_last(book, now=now)
    assert standing(book) == before and len(acts(book)) == 1


def test_what_was_taken_back_alone_before_stays_so(book, now):
    logged = log(book, now)
    undo_by_number(book, logged.made_with[0], now=now)

    undo_decision(book, logged.decision_id, now=now.replace(hour=10))
    restore_decision(book, logged.decision_id, now=now)

    assert "value" not in standing(book) and "promise" in standing(book)


def test_it_stands_in_everybodys_history(book, now):
    log(book, now)
    li = whom(book, "李四").one.id

    assert history_page(book).rows[0].because.code == "decided_line"
    [row] = [each for each in history_page(book, person_id=li).rows if each.kind == "line"]
    assert (row.text, row.name) == (LINE, "张三, 李四")


def test_a_name_that_is_not_in_the_book_is_asked_about_and_never_guessed(book, now):
    card = line_card(book, "昨天和王五吃饭", today=TODAY)

    assert [(each.about, each.said) for each in card.questions] == [("people", "王五")]
    with pytest.raises(LineOpen):
        log(book, now, "昨天和王五吃饭")
    assert acts(book) == [] and whom(book, "王五").people == ()


def test_somebody_new_is_added_with_the_line_and_goes_with_its_undo(book, now):
    logged = log(book, now, "昨天和王五、张三吃饭", people={"王五": NEW})
    assert whom(book, "王五").one.id == logged.person_ids["王五"]

    undo_last(book, now=now)
    assert whom(book, "王五").people == ()


def test_two_of_a_name_are_told_apart_and_chosen_between(book, now):
    second = record_person(book, "张三", ["z3@acme.example"], now=now, is_new=True)
    card = line_card(book, LINE, today=TODAY)
    [question] = [each for each in card.questions if each.said == "张三"]

    assert any("z3@acme.example" in each.told_apart for each in question.candidates)
    log(book, now, people={"张三": str(second.person_id)})
    shown = person_card(book, second.person_id, today=TODAY)
    assert len(shown.timeline) == 1


@pytest.mark.parametrize(("line", "offered"), [("和张总喝茶", "张三"), ("Tea with Ada", "Ada Brook")])
def test_whoever_may_be_meant_by_a_title_or_a_given_name_is_offered_only(book, now, line, offered):
    record_person(book, "Ada Brook", now=now)
    [person] = line_card(book, line, today=TODAY).people

    assert person.is_open and [each.name for each in person.candidates] == [offered]


def test_pinyin_means_whoever_is_read_so(book, now):
    log(book, now, "lunch with zhangsan")

    assert len(person_card(book, whom(book, "张三").one.id, today=TODAY).timeline) == 1


def test_whose_need_it_is_is_asked_where_the_line_does_not_say(book, now):
    line = "昨天和张三、李四吃饭，他在找供应链"
    [question] = line_card(book, line, today=TODAY).questions
    assert (question.about, question.names) == ("whose", ("张三", "李四"))

    log(book, now, line, whose={0: "李四"})
    [need] = notes(book.owner_id, ["value"], [], until=TODAY)
    assert need.person_id == whom(book, "李四").one.id


def test_only_what_is_certain_is_kept_where_that_is_wished(book, now):
    line = "昨天和张三、王五吃饭，王五在找供应链"
    logged = log_line(book, line, now=now, today=TODAY, is_certain_only=True)

    assert logged.card.people[1].is_open and whom(book, "王五").people == ()
    assert standing(book) == ["line"] and len(acts(book)) == 1


def test_the_same_words_of_the_same_day_are_kept_twice_only_if_meant(book, now):
    log(book, now)
    with pytest.raises(LineOpen):
        log(book, now)
    assert len(acts(book)) == 1

    log(book, now, is_again=True)
    assert len(acts(book)) == 2


def test_what_is_left_out_is_not_kept(book, now):
    log(book, now, left_out=frozenset({0, 1}))

    assert standing(book) == ["line"]


def test_a_day_to_come_is_asked_about(book, now):
    line = "后天和张三吃饭"

    assert [each.about for each in line_card(book, line, today=TODAY).questions] == ["day"]
    log(book, now, line, on=date(2026, 2, 28))
    assert len(acts(book)) == 1


def test_a_line_that_names_nobody_is_kept_for_later_only_if_wished(book, now):
    with pytest.raises(LineOpen):
        log(book, now, "今天想到一个点子")
    logged = log_line(book, "今天想到一个点子", now=now, today=TODAY, is_for_later=True)

    assert logged.is_kept_for_later and acts(book) == []
    assert [card.text for card in unfiled_cards(book, today=TODAY)] == ["今天想到一个点子"]
    again = log_line(book, "今天想到一个点子", now=now, today=TODAY, is_for_later=True)
    assert again.decision_id == logged.decision_id


@pytest.mark.parametrize("text", ["", "   ", "长" * 501])
def test_nothing_and_too_much_is_no_line(book, now, text):
    with pytest.raises(NoLine):
        log(book, now, text)


def test_a_statement_is_no_contact_but_stands_with_its_person(book, now):
    log(book, now, "张三在找供应链")
    zhang = whom(book, "张三").one.id

    assert acts(book) == []
    kinds = [note.kind for note in notes(book.owner_id, ["value", "note"], [], until=TODAY)]
    assert sorted(kinds) == ["note", "value"]
    assert person_card(book, zhang, today=TODAY).timeline == ()


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("李四介绍我认识了张三", ["met"]),
        ("张三帮我改了简历", ["favour"]),
        ("送了李四两瓶酒", ["favour"]),
        ("请张三帮我看看计划书", ["note", "ask"]),
        ("和李四决定一起开店", ["cooperation"]),
        ("和张三打电话，他说Q1要涨价", ["note"]),
    ],
)
def test_each_kind_of_thing_that_follows_is_kept(book, now, line, kinds):
    log(book, now, line)

    assert standing(book) == [*kinds, "line"]


def test_what_to_ask_next_time_is_kept_and_closed_by_the_next_talk(book, now):
    log(book, now, "昨天和张三吃饭，下次要问他融资的事")
    zhang = whom(book, "张三").one.id
    [point] = agenda_points(book.owner_id, until=TODAY, person_ids=[zhang])
    assert point.is_open and "融资" in point.text

    log(book, now, "今天和张三打电话")
    assert not agenda_points(book.owner_id, until=TODAY, person_ids=[zhang])[0].is_open
    undo_last(book, now=now)
    assert agenda_points(book.owner_id, until=TODAY, person_ids=[zhang])[0].is_open


def test_a_rebuild_keeps_the_same_acts_and_people(book, now):
    log(book, now)
    log(book, now, "昨天和王五见面", people={"王五": NEW})
    told = sorted((act.kind, act.at_epoch_s, act.external_id) for act in acts(book))
    people = sorted(Person.objects.values_list("id", "name"))

    rebuild_book(book, now=now)

    assert sorted((act.kind, act.at_epoch_s, act.external_id) for act in acts(book)) == told
    assert sorted(Person.objects.values_list("id", "name")) == people


def test_who_is_known_from_a_card_without_an_address_is_found_and_stays_one(viewer, tmp_path, now):
    import_paths(viewer, [address_book(tmp_path / "a.vcf", card("1", "王伟"), card("2", "陈静"))], now=now)
    wang = whom(viewer, "王伟").one.id
    log(viewer, now, "昨天和王伟吃饭")
    log(viewer, now, "今天和王伟、陈静开会")

    assert whom(viewer, "王伟").one.id == wang
    assert len(person_card(viewer, wang, today=TODAY).timeline) == 2


def test_an_act_goes_with_its_person_through_a_merge_and_back(book, tmp_path, now):
    log(book, now, "昨天和张三吃饭")
    import_paths(
        book,
        [mailbox(tmp_path / "a.mbox", "1 2026-02-01 San <san@x.example> > Me <me@example.org>")],
        now=now,
        me=["me@example.org"],
    )
    san, zhang = whom(book, "san@x.example").one.id, whom(book, "张三").one.id
    decision_id = merge_people(book, san, zhang, now=now)
    assert len(person_card(book, san, today=TODAY).timeline) == 2

    undo_decision(book, decision_id, now=now)
    assert len(person_card(book, whom(book, "张三").one.id, today=TODAY).timeline) == 1


def test_who_is_erased_is_gone_from_what_was_written_with_others(book, now):
    log(book, now)
    erase_from_tables(book, whom(book, "张三").one.id, now=now)

    assert len(acts(book)) == 1
    kept = "".join(InboxRecord.objects.values_list("fields", flat=True)) + str(
        list(Decision.objects.values_list("payload", flat=True))
    )
    assert "张三" not in kept and "李四" in kept
    assert whom(book, "张三").people == ()
    assert len(person_card(book, whom(book, "李四").one.id, today=TODAY).timeline) == 1


def test_several_names_are_joined_as_the_owners_language_does(viewer, now):
    for language, joined in (("en", "张三, 李四"), ("zh-hans", "张三、李四")):
        told = replace(viewer, language=language)
        logged = log(told, now, people={"张三": NEW, "李四": NEW})
        assert history_page(told).rows[0].name == joined
        undo_decision(told, logged.decision_id, now=now)
