"""Reading ChatLab's format, by line and as a document: turns, ids, members, and what is broken (C1)."""

import pytest

from renmai.domain.capture.records import Problem
from renmai.sources.chatlab import SOURCE
from tests.sources.chatlab.chats import (
    T0,
    as_document,
    by_line,
    codes,
    header,
    items,
    member,
    message,
    records,
)

FORMS = pytest.mark.parametrize("written", [by_line, as_document])
TWO = (member("a", "Ada"), member("b", "Bo"))


def told(content: bytes) -> list[tuple[str, list[str]]]:
    return [(r.fields["sender"], [m["text"] for m in r.fields["messages"]]) for r in records(content)]


@FORMS
def test_it_is_known_by_its_version_also_behind_a_remark(written):
    content = written(header(), TWO, [message("a", 0)])

    assert SOURCE.recognises(content)
    assert SOURCE.recognises(b"# a remark\n" + content)
    assert SOURCE.recognises(content.decode().encode("utf-16"))


@pytest.mark.parametrize("head", [b"{}", b'{"chatlab": 1}', b'[{"chatlab":{"version":"0"}}]', b'# "chatlab"'])
def test_other_json_is_not_taken_for_it(head):
    assert not SOURCE.recognises(head)


@FORMS
def test_one_sides_run_is_one_turn_and_ten_minutes_begin_another(written):
    run = [message("a", 0, "1"), message("a", 10, "2"), message("a", 21, "3"), message("b", 22, "4")]

    assert told(written(header(), TWO, run)) == [("a", ["1", "2"]), ("a", ["3"]), ("b", ["4"])]


def test_both_forms_give_the_same_records():
    parts = (header(), TWO, [message("a", 0), message("b", 1), message("a", 500)])

    assert [(r.external_id, r.digest) for r in records(by_line(*parts))] == [
        (r.external_id, r.digest) for r in records(as_document(*parts))
    ]


def test_remarks_and_empty_lines_are_skipped():
    content = by_line(header(), TWO, [message("a", 0)]).replace(b"\n", b"\n\n# a remark\n")

    assert told(content) == [("a", ["x"])] and codes(content) == []


def test_a_broken_line_costs_itself_and_is_named():
    lines = by_line(header(), TWO, [message("a", 0), message("b", 60)]).split(b"\n")
    lines.insert(4, b'{"_type":"message", torn')
    found = items(b"\n".join(lines))

    assert [str(p.where) for p in found if isinstance(p, Problem)] == ["line 5"]
    assert [sender for sender, _ in told(b"\n".join(lines))] == ["a", "b"]


def test_a_document_cut_short_gives_what_stands_before_the_cut():
    whole = as_document(header(), TWO, [message("a", 0), message("b", 60), message("a", 120)])
    cut = whole[: whole.rindex(b'"sender"')]

    assert [sender for sender, _ in told(cut)] == ["a", "b"]
    assert codes(cut) == ["chatlab_broken"]


@FORMS
@pytest.mark.parametrize(
    "wrong", [{"sender": ""}, {"timestamp": None}, {"timestamp": "soon"}, {"timestamp": True}]
)
def test_a_message_without_sender_or_moment_is_named_and_left_out(written, wrong):
    content = written(header(), TWO, [message("a", 0), message("b", 1) | wrong])

    assert codes(content) == ["chatlab_message_unclear"]
    assert len(records(content)) == 1


def test_system_lines_and_recalled_ones_are_nothing():
    run = [message("a", 0), message("system", 1, "joined", type=80), message("a", 2, "gone", type=81)]

    assert told(by_line(header(), TWO, run)) == [("a", ["x"])]


def test_milliseconds_are_taken_for_what_they_are():
    (record,) = records(by_line(header(), TWO, [message("a", 0) | {"timestamp": T0 * 1000}]))

    assert record.fields["messages"][0]["at"] == T0


def test_an_export_that_overlaps_another_names_the_same_turns_alike():
    run = [message("a", 0), message("b", 60), message("a", 120)]
    early, late = (records(by_line(header(), TWO, part)) for part in (run[:2], run[1:]))

    assert early[1].external_id == late[0].external_id


def test_a_chat_of_two_renamed_since_is_still_the_same():
    first, second = (records(by_line(header(name=name), TWO, [message("a", 0)])) for name in ("Bo", "Bo Li"))

    assert first[0].external_id == second[0].external_id


def test_who_takes_part_is_learnt_from_messages_where_no_member_is_listed():
    first, _ = records(by_line(header(), (), [message("a", 0), message("b", 60)]))

    assert first.fields["other"] == {"id": "b", "name": "B"}


def test_only_a_member_whom_the_owner_renamed_is_a_record_of_its_own():
    members = (member("a", "Ada"), member("b", "Bo", aliases=["王波"]))
    found = records(by_line(header("group"), members, [message("a", 0)]))

    assert [r.fields.get("names") for r in found] == [["王波", "Bo"], None]
