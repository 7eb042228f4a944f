"""Reading Telegram's export: one chat or the whole account, whose it is, for whom each turn is (C1, C4)."""

import json

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.capture.interactions import Kind, Nature
from renmai.domain.people.mentions import ME
from renmai.sources.telegram_chat import SOURCE
from renmai.store.models import Person
from tests.sources.reading import Room, told
from tests.sources.samples import samples

ROOM = Room(SOURCE)
T0 = 1_767_344_400


def message(number: int, account: int, at_min: int, text: object = "x", **more: object) -> dict[str, object]:
    about = {"id": number, "type": "message", "date_unixtime": str(T0 + 60 * at_min)}
    return about | {"from": f"N{account}", "from_id": f"user{account}", "text": text} | more


def call(number: int, account: int, at_min: int, **more: object) -> dict[str, object]:
    about = {"id": number, "type": "service", "date_unixtime": str(T0 + 60 * at_min), "text": ""}
    return about | {"actor": f"N{account}", "actor_id": f"user{account}", "action": "phone_call"} | more


def chat(*messages: object, kind: str = "personal_chat", number: int = 2) -> dict[str, object]:
    return {"name": f"N{number}", "type": kind, "id": number, "messages": list(messages)}


def written(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def account(*chats: object) -> bytes:
    about = {"about": "Here is the data", "personal_information": {"user_id": 1, "first_name": "Me"}}
    return written(about | {"chats": {"about": "all", "list": list(chats)}})


def test_both_forms_are_known_and_other_json_is_not():
    assert SOURCE.recognises(written(chat(message(1, 2, 0)))[:4096])
    assert SOURCE.recognises(account(chat(message(1, 2, 0)))[:4096])
    assert SOURCE.recognises(written(chat(message(1, 2, 0))).decode().encode("utf-16"))
    for other in (b"{}", b'{"messages": [{"text": "x"}]}', b'{"chats": {"list": []}}', b'[{"from_id": 1}]'):
        assert not SOURCE.recognises(other)


def test_between_two_each_turn_is_for_the_other_and_the_owner_is_who_is_not_the_chats_number():
    acts = ROOM.acts(written(chat(message(1, 2, 0), message(2, 2, 9), message(3, 1, 20))))

    assert [told(act) for act in acts] == [("N2", ["me"], "x x"), ("me", ["N2"], "x")]
    assert acts[1].reply_to == acts[0].external_id


def test_where_only_the_owner_wrote_it_is_for_whom_the_chat_is_called_by():
    (act,) = ROOM.acts(account(chat(message(1, 1, 0))))

    assert told(act) == ("me", ["N2"], "x")
    assert str(act.participations[1].mention.handles[0]) == "im:telegram:user2"


def test_two_strangers_to_the_chats_number_are_both_kept():
    (first, _) = ROOM.acts(written(chat(message(1, 3, 0), message(2, 4, 1))))

    assert told(first) == ("N3", ["N4"], "x")


def test_in_a_group_a_turn_is_for_whom_it_replies_to_or_calls():
    called = ["hi ", {"type": "mention_name", "text": "N4", "user_id": 4}]
    content = account(
        chat(
            message(1, 2, 0),
            message(2, 3, 1, reply_to_message_id=1),
            message(3, 2, 20, called),
            message(4, 3, 40),
            kind="private_supergroup",
        )
    )
    plain, reply, calling, to_nobody = ROOM.acts(content)

    assert (plain.nature, to_nobody.nature) == (Nature.MASS, Nature.MASS)
    assert told(reply)[1] == ["N2"]
    assert str(calling.participations[1].mention.handles[0]) == "im:telegram:user4"


def test_pieces_of_a_text_are_put_together_and_what_is_forwarded_is_nobodys_words():
    pieces = ["a ", {"type": "bold", "text": "b"}, " c"]
    content = written(chat(message(1, 2, 0, pieces), message(2, 2, 20, "long news", forwarded_from="News")))

    assert [(act.excerpt, act.words) for act in ROOM.acts(content)] == [("a b c", 3), ("", 0)]


def test_a_call_counts_with_its_length_and_one_that_was_missed_is_nothing():
    content = written(chat(call(1, 2, 0, duration_seconds=90), call(2, 2, 30, discard_reason="missed")))

    assert [(act.kind, act.duration_s) for act in ROOM.acts(content)] == [(Kind.CALL, 90)]


@pytest.mark.parametrize("kind", ["public_channel", "private_channel", "bot_chat", "saved_messages"])
def test_what_is_no_chat_with_anybody_is_counted_once(kind):
    content = account(chat(message(1, 2, 0), message(2, 2, 1), kind=kind), chat(message(1, 2, 0)))

    assert ROOM.codes(content) == ["nobody"] and len(ROOM.records(content)) == 1


def test_one_chat_and_the_whole_account_name_its_turns_alike():
    one = chat(message(1, 2, 0), message(2, 1, 1))

    assert [i for i, _ in ROOM.ids(written(one))] == [i for i, _ in ROOM.ids(account(one))]


def test_chats_that_follow_each_other_do_not_run_into_one():
    content = account(
        chat(message(1, 2, 0)), chat(message(1, 3, 0), number=3), chat(message(1, 4, 0), number=4)
    )

    assert [told(act)[0] for act in ROOM.acts(content)] == ["N2", "N3", "N4"]


def test_a_local_time_is_read_in_the_owners_zone():
    old = {"id": 1, "type": "message", "date": "2019-07-01T09:00:00", "from": "N2", "from_id": 2, "text": "x"}

    assert [act.at_epoch_s for act in ROOM.acts(written(chat(old)))] == [1561968000]


def test_what_names_nobody_and_what_is_broken_is_told_with_its_number():
    nobody = message(2, 2, 1) | {"from": None, "from_id": None}
    content = written(chat(message(1, 2, 0), nobody, message(3, 2, 2), message(4, 2, 3)))

    assert [(p.code, p.numbers) for p in ROOM.problems(content[:-60])] == [
        ("telegram_chat_message_unclear", {"number": 2}),
        ("telegram_chat_broken", {"number": 7}),
    ]
    assert len(ROOM.records(content[:-60])) == 1, "what stands before the break is kept"


def test_a_contact_is_a_person_with_number_and_account():
    contact = {"user_id": 2, "first_name": "雷", "last_name": "李", "phone_number": "0086 138 0013 8000"}
    content = written({"about": "x", "contacts": {"about": "y", "list": [contact]}})
    (mention,) = ROOM.mentions(content)

    assert mention.name == "李雷"
    assert list(map(str, mention.handles)) == ["tel:+8613800138000", "im:telegram:user2"]


def test_the_owner_is_marked_in_no_group_unless_the_export_says_so():
    (act,) = ROOM.acts(written(chat(message(1, 1, 0), kind="private_group")))

    assert all(fact.kind != ME for fact in act.participations[0].mention.facts)


@pytest.mark.django_db
def test_every_sample_comes_in_once_with_its_owner(viewer, now):
    first, second = (import_paths(viewer, samples("telegram_chat"), now=now) for _ in range(2))

    assert first.records_new == 10
    assert (second.records_new, second.people_new, second.interactions_new) == (0, 0, 0)
    assert Person.objects.filter(name="Anna Weber").count() == 1
