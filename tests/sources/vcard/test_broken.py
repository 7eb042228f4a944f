"""Bad input costs nothing but itself, and each fault is named with its place."""

import tracemalloc
from collections.abc import Iterator
from io import BytesIO, RawIOBase

import pytest

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Part, Reading
from renmai.sources.vcard import SOURCE
from renmai.sources.vcard.codec import card_of
from renmai.sources.vcard.cut import RawCard, cut
from renmai.sources.vcard.write import write_cards
from tests.sources.vcard.cards import card, properties, read


def told(content: bytes | str) -> list[tuple[str, str]]:
    return [(str(problem.where), problem.code) for problem in read(content)[1]]


def test_a_broken_line_is_named_by_card_and_line_and_the_rest_kept():
    content = card("FN:A") + card("FN:B", "no property", "TEL:1")
    records, _ = read(content)

    assert told(content) == [("card 2, line 8", "vcard_broken_line")]
    assert [each.name for each in card_of(records[1].fields).properties] == ["VERSION", "FN", "TEL"]


def test_a_card_without_its_end_is_kept_and_the_next_begins_anew():
    content = "BEGIN:VCARD\nFN:A\n" + card("FN:B")

    assert [properties(content)[0].value, len(read(content)[0])] == ["A", 2]
    assert told(content) == [("card 1, line 1", "vcard_no_end")]


def test_a_file_cut_short_keeps_what_there_is():
    assert told(card("FN:A") + "BEGIN:VCARD\nFN:B\nTE") == [
        ("card 2, line 7", "vcard_broken_line"),
        ("card 2, line 5", "vcard_no_end"),
    ]


def test_lines_outside_cards_are_counted_once():
    content = card("FN:A") + "stray\nlines\n\n" + card("FN:B")

    (problem,) = read(content)[1]
    assert (problem.code, problem.numbers) == ("vcard_stray_lines", {"lines": 2})
    assert problem.where == at(line=5)


def test_two_cards_with_one_uid_are_two_records():
    content = card("UID:1", "FN:A") + card("UID:1", "FN:B")
    records, _ = read(content)

    assert len({record.external_id for record in records}) == 2
    assert told(content) == [("card 2, line 6", "vcard_uid_twice")]


def test_only_a_card_with_neither_name_nor_handle_names_nobody():
    assert told(card("NOTE:x")) == [("card 1, line 1", "vcard_no_name")]
    for line in (
        "FN:A",
        "N:A",
        "ORG:A",
        "NICKNAME:A",
        "EMAIL:a@example.org",
        "TEL:13800138000",
        "X-WECHAT:lilei_80",
    ):
        assert told(card(line)) == []


def test_a_card_without_a_uid_is_known_by_its_content_whatever_its_folds():
    plain, folded = card("FN:A", "NOTE:one two"), card("FN:A", "NOTE:one", "  two").replace("\r\n", "\n")

    assert (
        read(plain)[0][0].external_id
        == read(folded)[0][0].external_id
        != read(card("FN:B"))[0][0].external_id
    )


def test_an_edited_card_keeps_its_uid_and_changes_its_digest():
    one, other = (read(card("UID:7", f"FN:{name}"))[0][0] for name in "AB")

    assert one.external_id == other.external_id == "7"
    assert one.digest != other.digest


def test_rubbish_is_not_ours():
    for head in (
        b"",
        b"BEGIN:VCALENDAR\r\n",
        b"From a@b\nBEGIN:VCARD\n",
        bytes(range(256)),
        b"\xff\xfe",
        b"\0" * 99,
    ):
        assert not SOURCE.recognises(head)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_of_cards_is_known_by_its_first_bytes_in_every_encoding(charset):
    assert SOURCE.recognises(card("FN:李雷").encode(charset))
    assert SOURCE.recognises(("\r\n" + card("FN:李雷").lower()).encode("utf-8"))


def test_many_broken_lines_are_told_in_part_and_counted():
    content = card("FN:A", *["rubbish"] * 50_000)
    problems = read(content)[1]

    assert len(problems) == 21
    assert problems[-1].numbers == {"lines": 49_980}


def test_every_problem_is_worded():
    content = (
        "x\n"
        + card("NOTE:x", *["rubbish"] * 30)
        + card("UID:1")
        + card("UID:1", "X-OWN:+8613800138000")
        + "BEGIN:VCARD\n"
    )
    codes = {problem.code for problem in read(content.encode() + card("FN:李丁").encode("gbk"))[1]}

    assert len(codes) == 8
    assert codes | {"vcard_too_big", "vcard_broken_off"} == set(SOURCE.words.problems)


@pytest.mark.parametrize(
    "body",
    [b"\0" * 150_000, b"\r" * 40_000, b"a" * 150_000, b'A;X="' * 30_000, b";" * 150_000, b"\xe6" * 150_000]
    + [
        b"N:" + b"\\" * 150_000,
        b"AGENT:\nBEGIN:VCARD\n" * 20_000,
        b"NOTE;ENCODING=QUOTED-PRINTABLE:=\n" + b"=\n" * 100_000,
    ],
)
def test_no_pattern_of_bytes_makes_the_reader_slow(body):
    records, _ = read(b"BEGIN:VCARD\nFN:x\n" + body + b"\nEND:VCARD\n")

    for record in records:
        SOURCE.adapt(record, Reading())


def test_a_property_beyond_the_cap_is_left_out_and_the_card_kept():
    content = card("FN:A", "PHOTO;ENCODING=b:" + "QUJD" * 1000, "TEL:1").encode()
    (found,) = cut(BytesIO(content), cap=1000)

    assert isinstance(found, RawCard)
    assert found.dropped_line == 4
    assert found.raw == card("FN:A", "TEL:1").encode().rstrip()


def test_a_card_of_endlessly_many_properties_is_kept_up_to_the_cap_and_told_once():
    content = card("FN:A", *["NOTE:x"] * 1000).encode()
    (found,) = cut(BytesIO(content), cap=1000)

    assert isinstance(found, RawCard)
    assert len(found.raw) <= 1000
    assert found.is_closed


class Endless(RawIOBase):
    """A file of many cards with big photos that exists nowhere as a whole."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces

    def read(self, size: int = -1) -> bytes:
        return next(self.pieces, b"")


def test_memory_grows_with_the_biggest_card_and_not_with_the_file():
    def cards(number: int) -> Iterator[bytes]:
        for _ in range(number):
            yield b"BEGIN:VCARD\r\nFN:A\r\nPHOTO;ENCODING=b:"
            yield from [(b"QUJD" * 18 + b"\r\n ") * 1000] * 5
            yield b"\r\nEND:VCARD\r\n"

    def peak(number: int) -> int:
        part = Part(name="x", head=b"", open=lambda: Endless(cards(number)))
        tracemalloc.start()
        kept = sum(isinstance(item, RawRecord) for item in SOURCE.read(part))
        (_, most), _ = tracemalloc.get_traced_memory(), tracemalloc.stop()
        assert kept == number
        return most

    assert peak(20) < 1.5 * peak(2)


def test_a_record_says_how_far_the_file_was_read():
    content = "".join(card(f"FN:{n}", f"NOTE:{'x' * 3000}") for n in range(200))
    ends = [record.at_byte for record in read(content)[0]]

    assert ends == sorted(ends)
    assert ends[-1] == len(content)


def test_problems_are_values_of_this_source_and_file():
    (problem,) = read(card("NOTE:x"))[1]

    assert (type(problem), problem.source, problem.file) == (Problem, "vcard", "x.vcf")


def test_a_dropped_property_does_not_come_back_but_all_else_does():
    records, _ = read(card("FN:A"))

    assert b"".join(write_cards(records)) == card("FN:A").encode()


def test_an_indented_line_behind_begin_does_not_hide_the_card():
    content = "BEGIN:VCARD\n VERSION:3.0\n FN:A\nTEL:13800138000\nEND:VCARD\n \n" + card("FN:B")
    records, problems = read(content)

    assert len(records) == 2
    assert problems == []
    assert b"".join(write_cards(records[:1])) == content[: content.rindex(" \n")].encode()


def test_files_put_together_are_read_through_the_marks_between_them():
    content = card("FN:A").encode("utf-8-sig") + card("FN:李雷").encode("utf-8-sig")
    records, problems = read(content)

    assert [card_of(record.fields).all("FN")[0].value for record in records] == ["A", "李雷"]
    assert problems == []


def test_an_indented_fence_is_a_fence():
    content = "  BEGIN:VCARD\nFN:A\nEND:VCARD\n"

    assert SOURCE.recognises(content.encode())
    assert properties(content)[0].value == "A"
    assert told(content) == []
