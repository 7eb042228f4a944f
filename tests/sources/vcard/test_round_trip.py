"""vCards come back whole: what is read is written again, byte for byte (TRUST: import, export, compare)."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.capture.records import RawRecord
from renmai.sources.vcard.codec import card_of
from renmai.sources.vcard.properties import Card
from renmai.sources.vcard.write import write_cards
from tests.sources.vcard.cards import card, properties, read

FIXTURES = Path(__file__).parent.parent / "fixtures" / "vcard"
FILES = sorted(FIXTURES.rglob("*.vcf"))
NAMES = st.text("ABCXYZ-", min_size=1, max_size=12).map(lambda name: f"X-{name}")
GROUPS = st.one_of(st.just(""), st.text("item0123456789", min_size=1, max_size=6))
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\x85"), max_size=120
)
PARAMS = st.lists(
    st.one_of(
        st.tuples(st.just(""), st.tuples(st.sampled_from(["HOME", "CELL", "PREF"]))),
        st.tuples(
            st.sampled_from(["TYPE", "X-P"]),
            st.lists(TEXTS.map(str.strip), min_size=1, max_size=3).map(tuple),
        ),
    ),
    max_size=3,
).map(tuple)
LINE_ENDS = st.sampled_from(["\r\n", "\n", "\r", "\r\r\n"])


def cards_of(records: list[RawRecord]) -> list[Card]:
    return [card_of(record.fields) for record in records]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cards_of_real_programs_come_back_byte_for_byte_and_property_for_property(path):
    content = path.read_bytes()
    records, _ = read(content)
    written = b"".join(write_cards(records))
    again, _ = read(written)

    assert written.rstrip() == content.rstrip()
    assert cards_of(again) == cards_of(records)
    assert [(r.external_id, r.digest) for r in again] == [(r.external_id, r.digest) for r in records]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_line_of_a_real_card_is_unreadable(path):
    _, problems = read(path.read_bytes())

    assert problems == []


def test_the_fixtures_are_there():
    assert len(FILES) == 19


def test_a_kept_record_survives_being_json():
    records, _ = read(FIXTURES.joinpath("ez-vcard/John_Doe_IPHONE.vcf").read_bytes())
    kept = json.loads(json.dumps(dict(records[0].fields)))

    assert kept == records[0].fields


@pytest.mark.parametrize("charset", ["gb18030", "big5", "cp1252"])
def test_a_card_in_an_old_charset_comes_back_in_it(charset):
    name = "Müller é" if charset == "cp1252" else "王小明 北京大學中文系"
    content = card(f"FN:{name}", f"NOTE:{name}").encode(charset)
    records, _ = read(content)

    assert b"".join(write_cards(records)) == content


def test_lines_of_different_charsets_in_one_card_come_back_as_they_were():
    content = (
        b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=GBK:\xc0\xee\xc0\xd7\nNOTE;CHARSET=UTF-8:"
        + "韩".encode()
        + b"\nEND:VCARD\n"
    )
    records, _ = read(content)

    assert b"".join(write_cards(records)) == content
    assert [each.value for each in properties(content)] == ["李雷", "韩"]


def test_a_fold_through_the_middle_of_a_character_costs_nothing():
    raw = "FN:李雷".encode()
    content = b"BEGIN:VCARD\r\nVERSION:3.0\r\n" + raw[:5] + b"\r\n " + raw[5:] + b"\r\nEND:VCARD\r\n"
    records, problems = read(content)

    assert properties(content)[0].value == "李雷"
    assert b"".join(write_cards(records)) == content
    assert problems == []


def test_a_wide_file_comes_back_in_utf_8():
    text = card("FN:李雷", "NOTE:😀")
    for charset in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        records, problems = read(text.encode(charset))

        assert b"".join(write_cards(records)) == text.encode()
        assert problems == []


def test_a_card_without_its_end_gets_one_so_that_it_does_not_swallow_its_neighbour():
    records, _ = read("BEGIN:VCARD\nFN:A\n" + card("FN:B"))

    assert b"".join(write_cards(records)) == b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" + card("FN:B").encode()


def test_a_byte_order_mark_belongs_to_the_file_and_not_to_its_first_card():
    records, _ = read(b"\xef\xbb\xbf" + card("FN:李雷").encode())

    assert b"".join(write_cards(records)) == card("FN:李雷").encode()


@given(body=st.binary(max_size=400).filter(lambda body: b"vcard" not in body.lower()))
def test_whatever_bytes_a_card_holds_they_come_back(body):
    content = b"BEGIN:VCARD\r\n" + body + b"\r\nEND:VCARD"
    records, _ = read(content)

    assert b"".join(write_cards(records)) == content + b"\r\n"


@given(
    group=GROUPS,
    name=NAMES,
    params=PARAMS,
    value=TEXTS,
    line_end=LINE_ENDS,
    folds=st.lists(st.integers(1, 40)),
)
def test_a_property_is_read_as_it_was_written_wherever_it_is_folded(
    group, name, params, value, line_end, folds
):
    line = f"{group}.{name}" if group else name
    line += "".join(f";{written(key, values)}" for key, values in params) + f":{value}"
    content = line_end.join(["BEGIN:VCARD", "VERSION:4.0", folded(line, folds, line_end), "END:VCARD", ""])

    (each,) = properties(content)

    assert (each.group, each.name, each.params, each.value) == (group, name, params, value)


def written(key: str, values: tuple[str, ...]) -> str:
    """Write a parameter as RFC 6868 says."""
    if not key:
        return values[0]
    quoted = (value.replace("^", "^^").replace('"', "^'") for value in values)
    return f"{key}=" + ",".join(f'"{value}"' for value in quoted)


def folded(line: str, folds: list[int], line_end: str) -> str:
    """Fold a line after these numbers of characters."""
    pieces = []
    for size in folds:
        pieces.append(line[:size])
        line = line[size:]
    return (line_end + " ").join([piece for piece in [*pieces, line] if piece])
