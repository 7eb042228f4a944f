"""Cards as JSON and as XML are the same cards (RFC 7095, 6351; C1, C4)."""

import json

import pytest

from renmai.sources.vcard import SOURCE
from tests.sources.reading import Room

ROOM = Room(SOURCE)
TEXT = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:u1\r\nFN:李雷\r\nN:李;雷;;;\r\nORG:Acme;Research\r\nBDAY:--0416\r\n"
    "EMAIL;TYPE=work:li@acme.example\r\nTEL;VALUE=uri:tel:+8613800138000\r\n"
    "NOTE:two\\, three\\;\\nfour\r\nEND:VCARD\r\n"
)
JSON = [
    "vcard",
    [
        ["version", {}, "text", "4.0"],
        ["uid", {}, "text", "u1"],
        ["fn", {}, "text", "李雷"],
        ["n", {}, "text", ["李", "雷", "", "", ""]],
        ["org", {}, "text", ["Acme", "Research"]],
        ["bday", {}, "date", "--04-16"],
        ["email", {"type": "work"}, "text", "li@acme.example"],
        ["tel", {}, "uri", "tel:+8613800138000"],
        ["note", {}, "text", "two, three;\nfour"],
    ],
]
XML = """<?xml version="1.0" encoding="UTF-8"?>
<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard>
<uid><text>u1</text></uid><fn><text>李雷</text></fn><n><surname>李</surname><given>雷</given></n>
<org><text>Acme</text><text>Research</text></org><bday><date>--0416</date></bday>
<group name="a"><email>
<parameters><type><text>work</text></type></parameters><text>li@acme.example</text></email></group>
<tel><uri>tel:+8613800138000</uri></tel><note><text>two, three;
four</text></note></vcard></vcards>"""


def as_json(*cards: object) -> bytes:
    return json.dumps(list(cards) if len(cards) > 1 else cards[0], ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "content",
    [
        as_json(JSON),
        as_json(JSON, JSON)[:9_999],
        XML.encode(),
        XML.encode("utf-16"),
        as_json(JSON).decode().encode("utf-16"),
    ],
)
def test_a_document_of_cards_is_known_by_its_beginning(content):
    assert SOURCE.recognises(content[:4096])


@pytest.mark.parametrize("content", [b'["card", []]', b"[]", b"<vcards/>", b"<html>", b'{"vcard": []}'])
def test_other_documents_are_none(content):
    assert not SOURCE.recognises(content)


def test_one_card_in_three_forms_means_the_same_person_under_one_id():
    forms = (TEXT.encode(), as_json(JSON), XML.encode())
    (mention, *_) = mentions = [one for form in forms for one in ROOM.mentions(form)]

    assert mention.name == "李雷"
    assert set(map(str, mention.handles)) == {"mailto:li@acme.example", "tel:+8613800138000"}
    assert [(each.name, set(each.handles)) for each in mentions] == [(mention.name, set(mention.handles))] * 3
    assert {frozenset(fact for fact in each.facts if fact.kind != "birthday") for each in mentions} == {
        frozenset(fact for fact in mention.facts if fact.kind != "birthday")
    }
    assert {ident for form in forms for ident, _ in ROOM.ids(form)} == {ROOM.ids(forms[0])[0][0]}


def test_a_list_of_cards_is_read_one_by_one():
    cards = [
        ["vcard", [["fn", {}, "text", f"P{n}"], ["email", {}, "text", f"p{n}@x.example"]]] for n in range(300)
    ]

    assert [mention.name for mention in ROOM.mentions(as_json(*cards))] == [f"P{n}" for n in range(300)]


@pytest.mark.parametrize(
    "text", ["x\r\nEND:VCARD\r\nBEGIN:VCARD", "a\n b", "semi;colon,comma\\", '"quoted"', "\0\x1b[31m"]
)
def test_no_text_breaks_out_of_its_property(text):
    content = as_json(["vcard", [["fn", {}, "text", "Ann"], ["note", {"x": text}, "text", text]]])
    (record,) = ROOM.records(content)

    assert str(record.fields["text"]).count("END:VCARD\r\n") == 1
    assert [mention.name for mention in ROOM.mentions(content)] == ["Ann"]


@pytest.mark.parametrize(
    "content",
    [
        as_json(JSON)[:-20],
        b'["vcard",' + b"[" * 100_000,
        XML.encode()[:-30],
        b'<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard>' + b"<a>" * 50_000,
        XML.replace("李雷", "&own;").encode(),
    ],
)
def test_where_a_document_breaks_off_is_told_with_its_card(content):
    (problem,) = ROOM.problems(content)

    assert (problem.code, str(problem.where)) == ("vcard_broken_off", "card 1")


def test_the_cards_before_the_break_are_read():
    content = as_json(["vcard", [["fn", {}, "text", "Ann"]]], JSON)[:-40]

    assert [mention.name for mention in ROOM.mentions(content)] == ["Ann"]
    assert ROOM.codes(content) == ["broken_off"]
