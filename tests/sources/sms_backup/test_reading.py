"""Reading a phone's texts and calls: who with, what is no human, what is broken (C1, C4)."""

from html import escape

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.capture.interactions import Kind, Nature
from renmai.sources.sms_backup import SOURCE
from renmai.sources.xml_elements import xml_elements
from renmai.store.models import Person
from tests.sources.reading import Room, told
from tests.sources.samples import samples

ROOM = Room(SOURCE)
T0 = 1_767_344_400_000
HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--made by-->\n"


def sms(
    at_min: int, body: str = "x", *, way: int = 1, address: str = "+447700900123", name: str = "Ann"
) -> str:
    when = T0 + 60_000 * at_min
    return f'<sms address="{address}" date="{when}" type="{way}" body="{body}" contact_name="{name}" />'


def call(way: int = 1, *, number: str = "+447700900123", seconds: int = 60, at_min: int = 0) -> str:
    when = T0 + 60_000 * at_min
    return (
        f'<call number="{number}" duration="{seconds}" date="{when}" type="{way}" contact_name="(Unknown)" />'
    )


def texts(*entries: str, count: int = 0) -> bytes:
    return f'{HEAD}<smses count="{count}">\n{"".join(entries)}</smses>'.encode()


def calls(*entries: str) -> bytes:
    return f"{HEAD}<calls>\n{''.join(entries)}</calls>".encode()


def test_a_backup_is_known_by_its_root():
    assert SOURCE.recognises(texts()) and SOURCE.recognises(calls())
    assert SOURCE.recognises(texts().decode().encode("utf-16"))
    for other in (b"<html><smses>", b"<smsesx>", b"smses", b"<!-- <smses> -->"):
        assert not SOURCE.recognises(other)


def test_texts_are_turns_between_the_owner_and_the_number():
    acts = ROOM.acts(texts(sms(0, "a"), sms(9, "b"), sms(20, "c", way=2)))

    assert [told(act) for act in acts] == [("Ann", ["me"], "a b"), ("me", ["Ann"], "c")]
    assert acts[1].reply_to == acts[0].external_id and acts[0].at_epoch_s == T0 // 1000


def test_one_number_is_one_conversation_with_and_without_its_countrys_code():
    first, second = ROOM.acts(texts(sms(0), sms(20, address="07700 900123", way=2)))

    assert first.participations[0].mention.handles == second.participations[1].mention.handles


def test_conversations_that_lie_in_one_another_are_told_apart():
    other = "+447700900456"
    content = texts(
        sms(0, "1"), sms(1, "2", address=other, name="Bo"), sms(2, "3"), sms(3, "4", address=other)
    )

    assert [act.excerpt for act in ROOM.acts(content)] == ["1 3", "2 4"]


def test_what_a_phone_writes_as_two_halves_of_a_character_is_one():
    assert ROOM.acts(texts(sms(0, "hi &#55357;&#56832;!")))[0].excerpt == "hi 😀!"
    assert ROOM.acts(texts(sms(0, "hi &#55357;!&#0;")))[0].excerpt == "hi \ufffd!\ufffd"


@pytest.mark.parametrize("address", ["MyBank", "7535", "95588", "10690123456789", "+8610690123456789"])
def test_services_are_left_out_and_counted(address):
    content = texts(sms(0, address=address))

    assert ROOM.records(content) == [] and ROOM.codes(content) == ["service"]


def test_drafts_are_counted_and_what_names_no_moment_is_named():
    undated = sms(0).replace(str(T0), "never")

    assert ROOM.codes(texts(sms(0, way=3), sms(1, way=5), undated)) == ["draft", "draft", "unclear"]


def test_fewer_entries_than_the_file_says_are_told_and_more_are_not():
    assert [p.numbers for p in ROOM.problems(texts(sms(0), count=3))] == [{"declared": 3, "found": 1}]
    assert ROOM.codes(texts(sms(0), sms(1), count=1)) == []


def test_a_group_is_for_nobody_and_says_who_wrote():
    mms = (
        f'<mms date="{T0}" msg_box="1" address="+447700900123~+447700900456" contact_name="Ann, Bo">'
        '<parts><part ct="image/jpeg" text="null"/><part ct="text/plain" text="the lake"/></parts>'
        '<addrs><addr address="+447700900456" type="137"/><addr address="insert-address-token" type="151"/>'
        "</addrs></mms>"
    )
    (act,) = ROOM.acts(texts(mms))

    assert act.nature == Nature.MASS and act.excerpt == "the lake"
    assert str(act.participations[0].mention.handles[0]) == "tel:+447700900456"


def test_a_call_that_was_taken_is_an_act_and_any_other_is_kept_and_means_nothing():
    content = calls(call(1), call(2, at_min=1), call(3, seconds=0, at_min=2), call(5, seconds=0, at_min=3))

    assert [(act.kind, told(act)[0] == "me") for act in ROOM.acts(content)] == [
        (Kind.CALL, False),
        (Kind.CALL, True),
    ]
    assert len(ROOM.records(content)) == 4


def test_a_withheld_number_is_nobody():
    assert ROOM.codes(calls(call(number="-2"), call(number=""))) == ["service", "service"]


def test_a_file_that_is_cut_gives_what_stands_before():
    content = texts(sms(0), sms(20), sms(40), count=3)

    assert len(ROOM.records(content[:-60])) == 2
    assert ROOM.codes(content[:-60]) == ["broken", "fewer"]


def test_entities_of_its_own_end_a_document_and_nothing_is_expanded():
    bomb = '<!DOCTYPE smses [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    content = texts(sms(0, "&b;")).replace(b"<smses", bomb.encode() + b"<smses", 1)

    assert ROOM.records(content) == [] and ROOM.codes(content) == ["broken"]


def test_a_reference_is_whole_wherever_a_block_ends(tmp_path):
    body = escape("a&b<c " * 40_000)
    (tmp_path / "sms.xml").write_bytes(texts(sms(0, body)))
    with open(tmp_path / "sms.xml", "rb") as stream:
        (found,) = [each for each in xml_elements(stream) if each.name == "sms" and not each.is_end]

    assert found.attributes["body"] == "a&b<c " * 40_000


@pytest.mark.django_db
def test_every_sample_comes_in_once(viewer, now):
    first, second = (import_paths(viewer, samples("sms_backup"), now=now) for _ in range(2))

    assert first.records_new == 5
    assert (second.records_new, second.people_new, second.interactions_new) == (0, 0, 0)
    assert Person.objects.filter(name="Anna Weber").count() == 1
