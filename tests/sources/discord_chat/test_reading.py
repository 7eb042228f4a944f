"""Reading Discord's chats: direct messages and channels, who is whom, what is no human (C1, C4)."""

import json

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.capture.interactions import Kind, Nature
from renmai.sources.discord_chat import SOURCE
from tests.sources.reading import Room, told
from tests.sources.samples import samples

ROOM = Room(SOURCE)


def message(number: int, account: str, at_min: int, text: str = "x", **more: object) -> dict[str, object]:
    author = {"id": account, "name": f"n{account}", "nickname": f"N{account}", "isBot": False}
    moment = f"2026-01-02T{9 + at_min // 60:02d}:{at_min % 60:02d}:00.1+00:00"
    about = {"id": str(number), "type": "Default", "timestamp": moment, "content": text, "author": author}
    return about | {"mentions": []} | more


def written(*messages: object, kind: str = "DirectTextChat", name: str = "n2") -> bytes:
    channel = {"id": "9", "type": kind, "name": name}
    guild = {"id": "1", "name": "Guild"}
    return json.dumps({"guild": guild, "channel": channel, "messages": list(messages)}).encode()


def test_an_export_is_known_by_its_guild_and_channel():
    assert SOURCE.recognises(written())
    for other in (b"{}", b'{"guild": {}}', b'{"channel": {"type": "x"}, "guild": {}}', b'[{"guild": {}}]'):
        assert not SOURCE.recognises(other)


def test_direct_messages_are_turns_for_the_other():
    acts = ROOM.acts(written(message(1, "2", 0, "a"), message(2, "2", 9, "b"), message(3, "1", 20, "c")))

    assert [told(act) for act in acts] == [("N2", ["N1"], "a b"), ("N1", ["N2"], "c")]
    assert acts[1].reply_to == acts[0].external_id


def test_who_speaks_alone_is_the_owner_unless_the_channel_has_their_name():
    (theirs,) = ROOM.acts(written(message(1, "2", 0), name="N2"))
    (mine,) = ROOM.acts(written(message(1, "1", 0), name="anna"))

    assert told(theirs) == ("N2", ["me"], "x")
    assert told(mine) == ("me", ["anna"], "x")


def test_in_a_channel_a_turn_is_for_whom_it_replies_to_or_calls():
    content = written(
        message(1, "2", 0),
        message(2, "3", 1, reference={"messageId": "1"}, type="Reply"),
        message(3, "2", 30, mentions=[{"id": "4", "name": "n4"}]),
        message(4, "3", 50),
        kind="GuildTextChat",
        name="general",
    )
    plain, reply, called, to_nobody = ROOM.acts(content)

    assert (plain.nature, to_nobody.nature) == (Nature.MASS, Nature.MASS)
    assert told(reply)[1] == ["N2"] and plain.subject == "Guild · general"
    assert str(called.participations[1].mention.handles[0]) == "im:discord:4"


def test_a_call_counts_with_its_length_and_bots_and_notices_do_not():
    bot = message(3, "8", 40)
    bot["author"] = {"id": "8", "name": "bot", "isBot": True}
    content = written(
        message(1, "2", 0, type="Call", callEndedTimestamp="2026-01-02T09:05:00.1+00:00"),
        message(2, "2", 30, type="ChannelPinnedMessage"),
        bot,
        message(4, "1", 60),
    )

    assert [(act.kind, act.duration_s) for act in ROOM.acts(content)] == [(Kind.CALL, 300), (Kind.MESSAGE, 0)]
    assert ROOM.codes(content) == ["bot"]


def test_what_is_unclear_or_broken_is_told_with_its_number():
    content = written(message(1, "2", 0), message(2, "2", 1) | {"timestamp": "soon"}, message(3, "1", 30))

    assert ROOM.codes(content[:-40]) == ["message_unclear", "broken"]
    assert len(ROOM.records(content[:-40])) == 1


@pytest.mark.django_db
def test_every_sample_comes_in_once(viewer, now):
    first, second = (import_paths(viewer, samples("discord_chat"), now=now) for _ in range(2))

    assert first.records_new == 3
    assert (second.records_new, second.people_new, second.interactions_new) == (0, 0, 0)
