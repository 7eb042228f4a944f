"""What a turn of a talk means: for whom it was meant, what is own speech, what a group's talk is worth."""

import pytest

from renmai.domain.capture.interactions import Kind, Nature, Role
from tests.sources.wechat_talk.talks import DAY, GROUP, TWO, acts, said, talk, told

UNDER = "- - - - - - - - - - - - - - -"


def test_in_a_talk_of_two_each_turn_is_meant_for_the_other():
    content = talk(TWO, DAY, said("李雷", "09:00", "你去吗？"), said("张三", "09:30", "去"))

    question, answer = acts(content)
    assert told(question) == ("李雷", ["张三"], "你去吗？")
    assert told(answer) == ("张三", ["李雷"], "去")
    assert question.asks and not answer.asks
    assert answer.reply_to == question.external_id
    assert [str(mention.handles[0]) for mention, _ in answer.participations] == [
        "im:wechat:张三",
        "im:wechat:李雷",
    ]


def test_a_minute_is_one_of_the_owners_zone():
    (act,) = acts(talk(TWO, DAY, said("李雷", "09:00", "a")))

    assert act.at_epoch_s == 1772067600  # 2026-02-26 01:00 UTC


def test_in_a_group_a_turn_is_meant_for_whom_it_calls_or_answers_and_else_for_nobody():
    content = talk(
        GROUP,
        DAY,
        said("李雷", "09:00", "大家好"),
        said("周岩", "09:30", "@李雷 来上海吗？"),
        said("李雷", "10:00", "「周岩：来上海吗？」", UNDER, "来"),
        said("周岩", "10:30", "@所有人 开会"),
    )

    everybody, calls, answers, all_of_them = acts(content)
    assert [told(act)[1] for act in (everybody, calls, answers, all_of_them)] == [[], ["李雷"], ["周岩"], []]
    assert [act.nature for act in (everybody, calls)] == [Nature.MASS, Nature.DIRECT]
    assert answers.excerpt == "来", "a quote is another's words"
    assert calls.subject == "校友会"


def test_one_name_in_two_groups_is_two_handles():
    twice = [said("阿明", "09:00", "a"), said("阿明", "10:00", "b")]
    names = [
        str(act.participations[0].mention.handles[0])
        for group in ("甲群", "乙群")
        for act in acts(talk(GROUP.replace("校友会", group), DAY, *twice))
    ]

    assert len(set(names)) == 2


@pytest.mark.parametrize(
    "text", ["[图片: 3f.jpg(请在附件中查看)]", "[语音]", "[动画表情]", "[文件: a.pdf(请在附件中查看)]"]
)
def test_pictures_and_the_like_are_no_own_words(text):
    (act,) = acts(talk(TWO, DAY, said("李雷", "09:00", text)))

    assert (act.words, act.excerpt) == (0, "")


@pytest.mark.parametrize(
    ("text", "seconds"), [("[语音通话] 通话时长 05:12", 312), ("视频通话 通话时长 1:00:01", 3601)]
)
def test_a_call_is_a_call_with_its_length(text, seconds):
    (act,) = acts(talk(TWO, DAY, said("李雷", "09:00", text)))

    assert (act.kind, act.duration_s) == (Kind.CALL, seconds)


def test_words_that_only_speak_of_a_call_are_a_message():
    (act,) = acts(talk(TWO, DAY, said("李雷", "09:00", "通话时长 05:12 太长了")))

    assert act.kind == Kind.MESSAGE


def test_what_was_recalled_is_nothing_and_what_stands_beside_it_stays():
    gone = talk(TWO, DAY, said("李雷", "09:00", '"李雷" 撤回了一条消息'))
    beside = talk(TWO, DAY, said("李雷", "09:00", "a"), said("李雷", "09:01", '"李雷" 撤回了一条消息'))

    assert acts(gone) == []
    assert [told(act)[2] for act in acts(beside)] == ["a"]


def test_without_a_heading_two_speakers_speak_to_each_other_and_three_to_nobody():
    two = [said(name, f"09:{n:02}", "x") for n, name in enumerate(["甲", "乙"] * 2)]
    three = [*two, said("丙", "10:00", "x"), said("丙", "11:00", "y")]

    assert told(acts(talk(DAY, *two))[0])[1] == ["乙"]
    assert {tuple(told(act)[1]) for act in acts(talk(DAY, *three))} == {()}
    assert acts(talk(DAY, *two))[0].participations[1].role == Role.TO
