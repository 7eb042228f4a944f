"""Reading Signal's chats: JSON and text, two and groups, times of a clock, what is broken (C1, C4)."""

import json
from datetime import UTC, datetime

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.capture.interactions import Kind, Nature
from renmai.sources.base import Reading
from renmai.sources.signal_chat import SOURCE
from tests.sources.reading import Room, told
from tests.sources.samples import samples

ROOM = Room(SOURCE)


def said(sender: str, minute: int, body: str, **more: object) -> dict[str, object]:
    at = f"2026-01-02T{9 + minute // 60:02d}:{minute % 60:02d}:00"
    return {"date": at, "sender": sender, "body": body, "quote": ""} | more


def written(*messages: object) -> bytes:
    return "".join(json.dumps(message, ensure_ascii=False) + "\n" for message in messages).encode()


@pytest.mark.parametrize(
    "line",
    [
        written(said("Ann", 0, "x")),
        b"[2026-01-02, 09:30] Ann: hello",
        "[2026-01-02, 09:30] 李雷: 你好".encode(),
        "[2026-01-02, 09:30] 李雷: 你好".encode("utf-16"),
    ],
)
def test_a_chat_is_known_by_its_first_line(line):
    assert SOURCE.recognises(line)


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"[2026-01-02 09:30:05] Ann: x",
        b'{"date": "2026-01-02"}',
        b"[2026-01-02] Ann: x",
        b"[a, b] Ann: x",
        b"2026-01-02, 09:30",
    ],
)
def test_other_files_are_not_taken_for_one(line):
    assert not SOURCE.recognises(line)


def test_json_and_text_of_one_chat_are_the_same_turns_for_the_other():
    lines = written(said("Ann", 0, "a"), said("Ann", 1, "b"), said("Me", 20, "c"))
    text = b"[2026-01-02, 09:00] Ann: a\n[2026-01-02, 09:01] Ann: b\n[2026-01-02, 09:20] Me: c\n"

    for content in (lines, text):
        acts = ROOM.acts(content)
        assert [told(act) for act in acts] == [("Ann", ["me"], "a b"), ("me", ["Ann"], "c")]
        assert acts[1].reply_to == acts[0].external_id
    assert ROOM.ids(lines) == ROOM.ids(text)


def test_two_who_both_have_names_are_a_chat_of_two():
    acts = ROOM.acts(b"[2019-12-24, 12:23] Jane: Hello\n[2020-01-17, 21:49] John: Hi\nJane!")

    assert [told(act) for act in acts] == [("Jane", ["John"], "Hello"), ("John", ["Jane"], "Hi Jane!")]


def test_in_a_group_a_turn_is_for_whom_it_calls_else_for_nobody():
    first, second, third = ROOM.acts(
        written(said("Ann", 0, "a"), said("Bo", 20, "b @Ann"), said("Me", 40, "c"))
    )

    assert first.nature is third.nature is Nature.MASS
    assert told(second) == ("Bo", ["Ann"], "b @Ann")


def test_a_clock_s_time_stands_in_the_owner_s_zone_and_a_zoned_one_where_it_says():
    (record,) = ROOM.records(written(said("Ann", 0, "x")))
    (zoned,) = ROOM.records(written(said("Ann", 0, "x") | {"date": "2026-01-02T09:00:00+00:00"}))
    reading = Reading(time_zone="Asia/Shanghai")
    (here,), (there,) = (SOURCE.adapt(each, reading).interactions for each in (record, zoned))

    assert here.at_epoch_s == int(datetime(2026, 1, 2, 1, tzinfo=UTC).timestamp())
    assert there.at_epoch_s == int(datetime(2026, 1, 2, 9, tzinfo=UTC).timestamp())


def test_a_call_that_was_taken_is_one_and_nothing_else_without_words_is_words():
    acts = ROOM.acts(
        written(
            said("Ann", 0, "", call=True, missed=False),
            said("Me", 20, "", call=True, missed=True),
            said("Me", 40, "gone", deleted=True),
            said("Me", 60, "", attachments=[{"name": "a", "path": "b"}]),
        )
    )

    assert [(act.kind, act.words) for act in acts] == [(Kind.CALL, 0), (Kind.MESSAGE, 0)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{not json\n", "broken"),
        (b'{"date": "soon", "sender": "Ann", "body": ""}\n', "broken"),
        (b'{"date": "2026-01-02T09:00:00", "sender": "", "body": ""}\n', "broken"),
        (b"{" * 1000 + b"\n", "broken"),
        (b'{"date":' + b"[" * 100_000 + b"\n", "broken"),
        (b"a line before\n", "stray_line"),
    ],
)
def test_a_bad_line_is_a_problem_with_its_place_and_costs_the_rest_nothing(line, code):
    content = line + written(said("Ann", 0, "hello"))

    assert ROOM.codes(content) == [code]
    assert str(ROOM.problems(content)[0].where) == "line 1"
    assert len(ROOM.acts(content)) == 1


@pytest.mark.django_db
def test_again_adds_nothing_and_a_longer_export_only_what_is_new(viewer, tmp_path, now):
    for sample in samples("signal_chat"):
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    first, second = (import_paths(viewer, [tmp_path], now=now) for _ in range(2))
    with (tmp_path / "data.json").open("ab") as file:
        file.write(written(said("Anna Weber", 3000, "more") | {"date": "2026-02-01T09:00:00"}))
    third = import_paths(viewer, [tmp_path], now=now)

    assert (first.records_new, second.records_new, third.records_new) == (5, 0, 1)
