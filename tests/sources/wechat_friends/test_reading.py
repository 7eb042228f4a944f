"""Reading a list of WeChat friends: the owner's remark before the nickname, nobody who is a group (C1)."""

import pytest

from renmai.domain.people.mentions import Fact
from renmai.sources.wechat_friends import SOURCE
from tests.sources.reading import Room, table

ROOM = Room(SOURCE)
HEADINGS = ["UserName", "Alias", "Remark", "NickName", "label"]


@pytest.mark.parametrize(
    "headings", [HEADINGS, ["微信号", "备注", "昵称"], ["wxid", "remark", "nickname", "x"]]
)
def test_a_list_is_known_by_remark_nickname_and_account(headings):
    assert SOURCE.recognises(table(headings))


@pytest.mark.parametrize(
    "headings",
    [
        ["localId", "TalkerId", "StrContent", "StrTime", "Remark", "NickName", "Sender"],
        ["Remark", "NickName"],
        ["NickName", "UserName", "Alias"],
    ],
)
def test_a_table_of_messages_or_without_remarks_is_none(headings):
    assert not SOURCE.recognises(table(headings))


def test_the_remark_is_the_name_and_the_nickname_stands_beside_it():
    (mention,) = ROOM.mentions(table(HEADINGS, ["wxid_a1b2c3d4", "lilei_88", "李雷", "雷声大", "同学；顾问"]))

    assert mention.name == "李雷"
    assert list(map(str, mention.handles)) == ["wechat:wxid_a1b2c3d4", "wechat:lilei_88"]
    assert mention.facts == (Fact("nickname", "雷声大"), Fact("category", "同学"), Fact("category", "顾问"))


def test_without_a_remark_the_nickname_is_the_name():
    (mention,) = ROOM.mentions(table(HEADINGS, ["wxid_a1b2c3d4", "", "", "芳芳🌸", ""]))

    assert mention.name == "芳芳🌸" and mention.facts == ()


@pytest.mark.parametrize("account", ["123@chatroom", "gh_0123456789ab", "filehelper"])
def test_groups_and_services_are_nobody_and_counted(account):
    content = table(HEADINGS, [account, "", "", "某某", ""])

    assert ROOM.records(content) == [] and ROOM.codes(content) == ["nobody"]
    assert ROOM.problems(content)[0].is_on_purpose
