"""Reading an exported chat: dates by the evidence of all of them, who speaks, what is no speech (C1, C4)."""

import pytest

from renmai.sources.whatsapp_chat import SOURCE
from tests.sources.whatsapp_chat.chats import MARK, chat, items, moments, problems, records, texts

FORMS = {
    "20/01/2019, 11:23 - Ann: hi": "2019-01-20T11:23:00",
    "1/20/19, 11:23 PM - Ann: hi": "2019-01-20T23:23:00",
    "1/20/19, 12:23\u202fAM - Ann: hi": "2019-01-20T00:23:00",
    "20.01.19, 11:23 - Ann: hi": "2019-01-20T11:23:00",
    "20.1.2019 klo 11.23 - Ann: hi": "2019-01-20T11:23:00",
    "20/01/2019 à 11:23 - Ann: hi": "2019-01-20T11:23:00",
    "20-01-19 11:23 - Ann: hi": "2019-01-20T11:23:00",
    "2019-01-20 11:23 - Ann: hi": "2019-01-20T11:23:00",
    "2019. 01. 20. 11:23 - Ann: hi": "2019-01-20T11:23:00",
    "2019. 1. 20. 오후 3:14 - Ann: hi": "2019-01-20T15:14:00",
    "2019/1/20 下午3:14 - Ann: hi": "2019-01-20T15:14:00",
    "2019年1月20日 凌晨12:14 - Ann: hi": "2019-01-20T00:14:00",
    "20/1/19 3:14 p. m. - Ann: hi": "2019-01-20T15:14:00",
    "11:23, 20/01/2019 - Ann: hi": "2019-01-20T11:23:00",
    "20/1/2562 11:23 - Ann: hi": "2019-01-20T11:23:00",
    "٢٠\u200f/١\u200f/٢٠١٩، ٣:١٤ م - Ann: hi": "2019-01-20T15:14:00",
    "[20.01.19, 11:23:05] Ann: hi": "2019-01-20T11:23:05",
    "[1/20/19, 3:14:05 PM] Ann: hi": "2019-01-20T15:14:05",
    "[2019-01-20, 3:14:05 p.m.] Ann: hi": "2019-01-20T15:14:05",
    "\u200e[2019/1/20 上午12:00:01] Ann: hi": "2019-01-20T00:00:01",
}


@pytest.mark.parametrize("line", FORMS)
def test_a_message_is_known_and_dated_in_every_form_a_phone_writes(line):
    assert SOURCE.recognises(chat(line))
    assert texts(chat(line)) == [("Ann", ["hi"])]
    assert moments(chat(line)) == [FORMS[line]]


@pytest.mark.parametrize(
    "head",
    [
        chat("[2019-12-24, 12:23] Jane: what is written from Signal's chats"),
        chat("2026-01-02 10:00 - ERROR: the disk is full", "2026-01-02 10:01 - Ann: hi"),
        chat("Minutes of 20/01/2019, 11:23 - Ann: hi"),
        chat("Notes", "20/01/2019, 11:23 - Ann: hi"),
        chat("40/50/2019, 11:23 - Ann: hi"),
        chat("20/01/2019, 31:23 - Ann: hi"),
        chat("20/01/2019, 11:23 - nobody speaks here"),
        chat("- 20/01/2019", "11:23 Ann: hi"),
    ],
)
def test_other_text_is_no_chat(head):
    assert not SOURCE.recognises(head)


def test_wide_and_marked_files_are_known_too():
    head = chat("20/01/2019, 11:23 - Ann: hi")

    assert SOURCE.recognises(b"\xef\xbb\xbf" + head)
    assert SOURCE.recognises(head.decode().encode("utf-16"))


def test_one_date_that_can_only_be_read_one_way_settles_all_others():
    days = [f"0{day}/02/26, 10:00 - Ann: {day}" for day in range(1, 5)]

    assert moments(chat(*days, "13/02/26, 10:00 - Ann: x"))[:2] == [
        "2026-02-01T10:00:00",
        "2026-02-02T10:00:00",
    ]
    assert moments(chat("01/31/26, 10:00 - Ann: x", *days))[1:3] == [
        "2026-01-02T10:00:00",
        "2026-02-02T10:00:00",
    ]


def test_where_every_date_could_be_either_the_one_that_never_goes_back_is_right():
    content = chat("01/02/26, 10:00 - Ann: a", "02/02/26, 10:00 - Ann: b", "01/03/26, 10:00 - Ann: c")

    assert moments(content) == ["2026-02-01T10:00:00", "2026-02-02T10:00:00", "2026-03-01T10:00:00"]
    assert not problems(content)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("3/4/26, 10:00 AM - Ann: a", "2026-03-04T10:00:00"),
        ("03/04/26, 10:00 am - Ann: a", "2026-04-03T10:00:00"),
        ("03/04/2026, 10:00 - Ann: a", "2026-04-03T10:00:00"),
    ],
)
def test_what_no_date_settles_is_read_as_is_usual_and_said(line, moment):
    assert moments(chat(line)) == [moment]
    assert [problem.code for problem in problems(chat(line))] == ["whatsapp_chat_order_in_doubt"]


def test_the_same_day_and_month_leave_no_doubt():
    assert not problems(chat("04/04/26, 10:00 - Ann: a", "05/05/26, 10:00 - Ann: b"))


def test_a_date_that_does_not_exist_is_text_and_named_with_its_line():
    content = chat("31/01/26, 10:00 - Ann: a", "31/02/26, 10:00 - Ann: b", "01/03/26, 10:00 - Bo: c")

    assert texts(content) == [("Ann", ["a\n31/02/26, 10:00 - Ann: b"]), ("Bo", ["c"])]
    assert [(p.code, p.numbers["line"]) for p in problems(content)] == [("whatsapp_chat_day_unclear", 2)]


def test_a_line_dated_in_another_form_is_text_of_the_message():
    content = chat(
        "31/01/26, 10:00 - Ann: look what he wrote:",
        "[30/01/26, 09:00:00] Cy: hi",
        "31/01/26, 10:01 - Bo: oh",
    )

    assert texts(content) == [("Ann", ["look what he wrote:\n[30/01/26, 09:00:00] Cy: hi"]), ("Bo", ["oh"])]


def test_lines_of_one_message_stay_together_with_the_empty_ones_between():
    content = chat("31/01/26, 10:00 - Ann: a", "", "b: c", "31/01/26, 10:01 - Bo: d")

    assert texts(content) == [("Ann", ["a\n\nb: c"]), ("Bo", ["d"])]


def test_one_sides_run_within_ten_minutes_is_one_turn_and_a_pause_begins_another():
    times = ["10:00", "10:10", "10:21"]
    content = chat(*(f"31/01/26, {each} - Ann: {each}" for each in times))

    assert texts(content) == [("Ann", ["10:00", "10:10"]), ("Ann", ["10:21"])]


def test_a_notice_is_nobodys_word_also_where_it_holds_a_colon():
    content = chat(
        "31/01/26, 10:00 - Messages and calls are end-to-end encrypted.",
        "31/01/26, 10:01 - Ann: a",
        '31/01/26, 10:02 - Ann changed the subject from "A: B" to "C"',
        "31/01/26, 10:03 - Bo changed this group's settings: only admins write",
        "31/01/26, 10:04 - Bo: b",
    )

    assert texts(content) == [("Ann", ["a"]), ("Bo", ["b"])]


def test_on_an_iphone_a_notice_stands_in_the_name_of_chat_or_person_and_is_told_by_its_mark():
    content = chat(
        f"[31/01/26, 10:00:00] The Lake: {MARK}Messages and calls are end-to-end encrypted.",
        f"[31/01/26, 10:00:01] The Lake: {MARK}Ann created group “The Lake”",
        f"[31/01/26, 10:00:02] Ann: {MARK}Ann changed this group's icon",
        "[31/01/26, 10:00:03] Ann: hi",
        f"{MARK}[31/01/26, 10:00:04] Ann: {MARK}image omitted",
    )

    assert texts(content) == [("Ann", ["hi", "image omitted"])]
    assert records(content)[0].fields["group"] == "The Lake"


def test_a_chat_is_a_groups_where_three_speak_or_a_notice_says_so():
    two = ["31/01/26, 10:00 - Ann: a", "31/01/26, 10:01 - Bo: b"]
    third, notice = "31/01/26, 10:02 - Cy: c", "31/01/26, 10:02 - You joined this group"

    assert records(chat(*two))[0].fields["others"] == ["Bo"]
    assert "group" in records(chat(*two, third))[0].fields
    assert "group" in records(chat(*two, notice))[0].fields


def test_two_messages_alike_in_one_minute_are_two_and_keep_their_ids():
    lines = ["31/01/26, 10:00 - Ann: ok", "31/01/26, 10:00 - Bo: ok"] * 2
    first, again = ([r.external_id for r in records(chat(*lines))] for _ in range(2))

    assert len(set(first)) == 4 and first == again


def test_a_longer_export_names_the_same_turns_alike():
    lines = [f"31/01/26, 1{hour}:00 - {'AB'[hour % 2]}nn: {hour}" for hour in range(4)]
    short, long = records(chat(*lines[:3])), records(chat(*lines))

    assert [(r.external_id, r.digest) for r in short] == [(r.external_id, r.digest) for r in long[:3]]


def test_the_same_words_to_two_chats_within_a_minute_are_two_things_and_one_chat_is_one():
    first, second = (
        records(chat("31/01/26, 10:00 - Me: hi", f"31/01/26, 10:01 - {name}: hi"))[0]
        for name in ("Ann", "Bo")
    )
    alone = records(chat("31/01/26, 10:00 - Me: hi"))[0]

    assert first.external_id == second.external_id == alone.external_id
    assert not SOURCE.is_same(first, second)
    assert SOURCE.is_same(first, alone)


def test_a_group_that_was_renamed_is_the_same_and_another_is_not():
    created = '31/01/26, 09:00 - Ann created group "Lake"'
    said = ["31/01/26, 10:00 - Ann: a", "31/01/26, 10:00 - Bo: b", "31/01/26, 10:00 - Cy: c"]
    renamed = '31/01/26, 11:00 - Ann changed the group name from "Lake" to "Sea"'
    before, after = records(chat(created, *said))[0], records(chat(renamed, *said, renamed))[0]
    other = records(chat(created.replace("Lake", "Hill"), *said))[0]

    assert SOURCE.is_same(before, after)
    assert not SOURCE.is_same(before, other)


def test_a_line_without_end_costs_itself_only():
    content = chat(f"31/01/26, 10:00 - Ann: {'a' * 3_000_000}", "31/01/26, 10:30 - Bo: b")

    assert [r.fields["speaker"] for r in records(content)] == ["Ann", "Bo"]
    assert len(items(content)) == 2
