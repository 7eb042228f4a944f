"""Reading a talk that WeChat wrote out: its turns, whom it names, and what is left in doubt (C1, C4)."""

import pytest

from renmai.sources.wechat_talk import SOURCE
from tests.sources.wechat_talk.talks import DAY, GROUP, TWO, items, problems, records, said, talk


def texts(content: bytes) -> list[tuple[str, list[str]]]:
    return [(r.fields["speaker"], [m["text"] for m in r.fields["messages"]]) for r in records(content)]


@pytest.mark.parametrize(
    "head",
    [
        talk(TWO, ""),
        talk("MBA 2019 微信群上的聊天记录如下，请查收。"),
        talk("Dear:", "", f"        {GROUP}"),
        talk("", "—————  2026-2-6  —————", "", said("Ada", "9:05", "hi")),
        talk(TWO, "").decode().encode("utf-16"),
    ],
)
def test_a_talk_is_known_by_its_heading_or_by_a_day_and_a_speaker(head):
    assert SOURCE.recognises(head)


@pytest.mark.parametrize(
    "head",
    [
        talk("—————  2026-02-26  —————", "Minutes of the board"),
        talk(said("Ada", "9:05", "no day stands above")),
        talk("Ada 和 Bo 在微信上聊了很久。"),
    ],
)
def test_other_text_is_no_talk(head):
    assert not SOURCE.recognises(head)


def test_one_sides_run_within_ten_minutes_is_one_turn_and_a_pause_begins_another():
    content = talk(
        TWO,
        DAY,
        said("李雷", "09:00", "a"),
        said("李雷", "09:10", "b"),
        said("李雷", "09:21", "c"),
        said("张三", "09:22", "d"),
        said("李雷", "09:23", "e"),
    )

    assert texts(content) == [("李雷", ["a", "b"]), ("李雷", ["c"]), ("张三", ["d"]), ("李雷", ["e"])]


def test_a_turn_ends_with_its_day():
    content = talk(
        TWO, DAY, said("李雷", "23:59", "a"), "—————  2026-02-27  —————", said("李雷", "00:01", "b")
    )

    assert [r.fields["day"] for r in records(content)] == ["2026-02-26", "2026-02-27"]


def test_a_day_without_zeros_is_read_and_one_that_is_none_is_text():
    content = talk(TWO, "———  2026-3-1  ———", said("李雷", "9:05", "a", "—————  2026-13-45  —————"))

    (record,) = records(content)
    assert record.fields["day"] == "2026-03-01"
    assert "2026-13-45" in record.fields["messages"][0]["text"]


def test_a_nickname_may_hold_blanks_and_times():
    content = talk(TWO.replace("李雷", "早 9:05 打卡"), DAY, said("早 9:05 打卡", "21:00", "a"))

    assert texts(content) == [("早 9:05 打卡", ["a"])]


def test_text_that_looks_like_a_speaker_is_one_only_where_it_speaks_again_or_somebody_names_it():
    once = talk(
        GROUP, DAY, said("李雷", "09:00", "a"), said("周岩", "09:01", "b"), said("李雷", "09:02", "c")
    )
    again = talk(*once.decode().split("\n"), said("周岩", "09:05", "d"))
    called = talk(*once.decode().split("\n"), said("李雷", "09:05", "@周岩 d"))

    assert [name for name, _ in texts(once)] == ["李雷"]
    assert [(p.code, p.numbers["name"]) for p in problems(once)] == [("wechat_talk_speaker_in_doubt", "周岩")]
    for content in (again, called):
        assert "周岩" in [name for name, _ in texts(content)] and not problems(content)


def test_nothing_of_a_doubtful_line_is_lost():
    content = talk(TWO, DAY, said("李雷", "09:00", "日程", "会议  12:30", "改了"))

    assert texts(content) == [("李雷", ["日程\n会议  12:30\n改了"])]


def test_what_is_said_before_any_day_is_named_with_its_line():
    content = talk(TWO, said("李雷", "09:00", "a"), DAY, said("李雷", "09:05", "b"))

    assert texts(content) == [("李雷", ["b"])]
    assert [(p.code, p.numbers["line"]) for p in problems(content)] == [("wechat_talk_no_day", 2)]


def test_the_same_words_in_the_same_minute_are_two_things_and_stay_so():
    lines = [said("李雷", "09:00", "好"), said("张三", "09:00", "好")] * 2
    ids = [[r.external_id for r in records(talk(TWO, DAY, *lines))] for _ in range(2)]

    assert len(set(ids[0])) == 4 and ids[0] == ids[1]


def test_an_export_that_overlaps_another_names_the_same_turns_alike():
    lines = [said("李雷", "09:00", "a"), said("张三", "10:00", "b"), said("李雷", "11:00", "c")]
    early, late = (records(talk(TWO, DAY, *part)) for part in (lines[:2], lines[1:]))

    assert early[1].external_id == late[0].external_id


def test_a_turn_of_two_answers_the_others_before_it_within_six_hours():
    content = talk(
        TWO,
        DAY,
        said("李雷", "06:00", "a"),
        said("张三", "11:59", "b"),
        said("李雷", "17:59", "c"),
        said("张三", "18:00", "d"),
    )
    first, second, third, fourth = records(content)

    assert second.fields["answers"] == first.external_id
    assert "answers" not in third.fields, "six hours are a new conversation"
    assert fourth.fields["answers"] == third.external_id


def test_line_ends_of_windows_and_a_chinese_charset_are_read():
    content = talk(TWO, DAY, said("李雷", "09:00", "你好，展会去吗")).replace(b"\n", b"\r\n")

    for each in (content, content.decode().encode("gb18030")):
        assert texts(each) == [("李雷", ["你好，展会去吗"])]


def test_a_line_without_end_costs_itself_only():
    content = talk(TWO, DAY, said("李雷", "09:00", "a" * 3_000_000), said("张三", "09:30", "b"))

    assert [r.fields["speaker"] for r in records(content)] == ["李雷", "张三"]
    assert len(items(content)) == 2
