"""Reading office messengers: three programs, two and groups, who is no human, what is broken (C1, C4)."""

import json

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.capture.interactions import Nature
from renmai.sources.office_chat import SOURCE
from tests.sources.reading import Room, told
from tests.sources.samples import samples

ROOM = Room(SOURCE)
MINUTE_MS = 60_000
BEGAN_MS = 1_767_603_600_000


def feishu(number: int, sender: str, minute: int, text: str, **more: object) -> dict[str, object]:
    return {
        "message_id": f"om_{number}",
        "chat_id": "oc_1",
        "msg_type": "text",
        "create_time": str(BEGAN_MS + minute * MINUTE_MS),
        "sender": {"id": sender, "sender_type": "user"},
        "body": {"content": json.dumps({"text": text})},
    } | more


def wecom(number: int, sender: str, to: list[str], text: str, room: str = "") -> dict[str, object]:
    about = {"msgid": str(number), "action": "send", "from": sender, "tolist": to, "roomid": room}
    return about | {"msgtime": BEGAN_MS + number * MINUTE_MS, "msgtype": "text", "text": {"content": text}}


def dingtalk(number: int, sender: str, text: str, sort: str = "1", **more: object) -> dict[str, object]:
    about = {"conversationId": "c", "conversationType": sort, "msgId": str(number), "senderStaffId": sender}
    about |= {"senderNick": f"N{sender}", "createAt": BEGAN_MS + number * MINUTE_MS}
    return about | {"msgtype": "text", "text": {"content": text}} | more


def written(*messages: object) -> bytes:
    return "".join(json.dumps(message, ensure_ascii=False) + "\n" for message in messages).encode()


def test_each_program_is_known_by_its_keys():
    for line in (feishu(1, "a", 0, "x"), wecom(1, "a", ["b"], "x"), dingtalk(1, "a", "x")):
        assert SOURCE.recognises(written(line))
    for other in (b"{}", b'{"msgid": 1}\n', b'[{"message_id": 1}]', b"message_id chat_id"):
        assert not SOURCE.recognises(other)


def test_two_who_write_to_each_other_are_turns_for_the_other_in_all_three():
    three = (
        (feishu(1, "a", 0, "one"), feishu(2, "a", 1, "two"), feishu(3, "b", 2, "yes")),
        (wecom(1, "a", ["b"], "one"), wecom(2, "a", ["b"], "two"), wecom(3, "b", ["a"], "yes")),
        (dingtalk(1, "a", "one"), dingtalk(2, "a", "two"), dingtalk(3, "b", "yes")),
    )
    for lines in three:
        first, second = ROOM.acts(written(*lines))

        assert (first.excerpt, second.excerpt) == ("one two", "yes")
        assert second.reply_to == first.external_id
        assert [str(mention.handles[0])[-2:] for mention, _ in first.participations] == [":a", ":b"]


def test_a_group_s_turn_is_for_whom_it_calls_or_answers_else_for_nobody():
    call = {"mentions": [{"key": "@_user_1", "id": "b", "name": "Bo"}]}
    content = written(
        feishu(1, "a", 0, "@_user_1 ready?", **call),
        feishu(2, "b", 1, "yes", parent_id="om_1"),
        feishu(3, "c", 2, "good morning"),
    )
    called, answered, to_nobody = ROOM.acts(content)

    assert told(called)[1:] == (["Bo"], "@Bo ready?")
    assert told(answered)[0] == "Bo" and len(answered.participations) == 2
    assert to_nobody.nature is Nature.MASS and len(to_nobody.participations) == 1


def test_a_room_of_wecom_is_a_group_however_many_wrote():
    acts = ROOM.acts(written(wecom(1, "a", ["b"], "x", room="r"), wecom(2, "b", ["a"], "y", room="r")))

    assert {act.nature for act in acts} == {Nature.MASS}


def test_lines_in_any_order_are_the_same_turns():
    lines = [feishu(n, "ab"[n % 2], 20 * n, f"t{n}") for n in range(6)]

    assert ROOM.ids(written(*lines)) == ROOM.ids(written(*lines[::-1]))


def test_machines_and_recalled_messages_are_no_acts():
    robot = feishu(1, "a", 0, "x") | {"sender": {"id": "cli", "sender_type": "app"}}
    lines = (robot, feishu(2, "a", 1, "y", deleted=True))
    recalled = wecom(1, "a", ["b"], "z") | {"action": "recall"}

    assert ROOM.codes(written(*lines, recalled)) == ["machine"]
    assert ROOM.acts(written(*lines, recalled)) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{not json\n", "broken"),
        (b"[1, 2]\n", "message_unclear"),
        (b'{"a": 1}\n', "message_unclear"),
        (written(feishu(1, "", 0, "x")), "message_unclear"),
        (written(feishu(1, "a", 0, "x", create_time="soon")), "message_unclear"),
        (written(feishu(1, "a", 0, "x", create_time="9" * 40)), "message_unclear"),
        (b"[" * 100_000 + b"\n", "broken"),
    ],
)
def test_a_bad_line_is_a_problem_with_its_place_and_costs_the_rest_nothing(line, code):
    content = line + written(feishu(7, "a", 0, "hello"))

    assert ROOM.codes(content) == [code]
    assert str(ROOM.problems(content)[0].where) == "line 1"
    assert len(ROOM.acts(content)) == 1


@pytest.mark.django_db
def test_again_adds_nothing(viewer, tmp_path, now):
    for sample in samples("office_chat"):
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    first, second = (import_paths(viewer, [tmp_path], now=now) for _ in range(2))

    assert first.records_new == first.interactions_new == 9
    assert second.records_new == 0
