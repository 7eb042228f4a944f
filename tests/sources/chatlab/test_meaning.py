"""What ChatLab's turns mean: for whom, under which handle, with which own words."""

import pytest

from renmai.domain.capture.interactions import Kind, Nature
from renmai.sources.chatlab import SOURCE
from tests.sources.chatlab.chats import READING, T0, acts, by_line, header, member, message, parties, records

ME, BO, EVE = "wxid_me00001", "wxid_bo00002", "wxid_eve0003"
MEMBERS = (member(ME, "Me"), member(BO, "Bo"), member(EVE, "Eve", groupNickname="Eve of Acme"))


def test_in_a_chat_of_two_each_turn_is_meant_for_the_other_and_the_owner_is_known():
    question, answer = acts(
        by_line(header(ownerId=ME), MEMBERS[:2], [message(BO, 0, "Are you coming?"), message(ME, 30, "Yes")])
    )

    assert parties(question) == [f"wechat:{BO}", "me"]
    assert parties(answer) == ["me", f"wechat:{BO}"]
    assert (question.asks, answer.asks) == (True, False)
    assert (question.at_epoch_s, answer.reply_to) == (T0, question.external_id)


def test_six_hours_end_a_conversation():
    _, late = acts(by_line(header(), MEMBERS[:2], [message(BO, 0), message(ME, 360)]))

    assert late.reply_to == ""


def test_in_a_group_a_turn_is_meant_for_whom_it_answers_or_calls():
    run = [
        message(BO, 0, "Who knows a printer?", platformMessageId="1"),
        message(EVE, 30, "I do", type=25, replyToMessageId="1"),
        message(ME, 60, "@Eve of Acme which one?"),
    ]
    everybody, answer, call = acts(by_line(header("group", ownerId=ME), MEMBERS, run))

    assert (parties(everybody), everybody.nature) == ([f"wechat:{BO}"], Nature.MASS)
    assert (parties(answer), answer.nature) == ([f"wechat:{EVE}", f"wechat:{BO}"], Nature.DIRECT)
    assert parties(call) == ["me", f"wechat:{EVE}"]


@pytest.mark.parametrize("sort", [1, 2, 3, 4, 5, 7, 8, 20, 21, 22, 24, 26, 27, 99])
def test_what_is_no_text_holds_no_own_words(sort):
    (act,) = acts(by_line(header(), MEMBERS[:2], [message(BO, 0, "a link to words?", type=sort)]))

    assert (act.words, act.excerpt, act.asks, act.kind) == (0, "", False, Kind.MESSAGE)


def test_a_turn_of_calls_is_a_call_and_one_with_words_a_message():
    run = [message(BO, 0, None, type=23), message(ME, 30, None, type=23), message(ME, 31, "sorry")]

    assert [act.kind for act in acts(by_line(header(), MEMBERS[:2], run))] == [Kind.CALL, Kind.MESSAGE]


@pytest.mark.parametrize(
    ("platform", "theirs", "handle"),
    [
        ("wechat", "wxid_Abc123", "wechat:wxid_abc123"),
        ("wechat", "老 王", "im:wechat:老 王"),
        ("qq", "10001", "im:qq:10001"),
        ("whatsapp", "8613800138000@s.whatsapp.net", "tel:+8613800138000"),
        ("imessage", "ada@example.org", "mailto:ada@example.org"),
        ("imessage", "+8613800138000", "tel:+8613800138000"),
        ("line", "u1234", "im:line:u1234"),
    ],
)
def test_an_account_is_a_handle_in_its_one_normal_form(platform, theirs, handle):
    (act,) = acts(by_line(header(platform=platform), (), [message(theirs, 0)]))

    assert parties(act) == [handle]


def test_the_owners_own_word_for_a_member_is_their_name_and_the_account_a_nickname():
    record = records(by_line(header("group"), [member(BO, "Bo", aliases=["王波", "波哥"])], ()))[0]
    (mention,) = SOURCE.adapt(record, READING).mentions

    assert mention.name == "王波"
    assert [(fact.kind, fact.value) for fact in mention.facts] == [("nickname", "波哥"), ("nickname", "Bo")]
