"""One record that takes too long or breaks its reader costs itself only."""

import logging
import re

import pytest

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.limits import Place, TooSlow, limited, one_by_one, reading_one

CRUEL = re.compile(r"(a+)+$")


def record(name: str) -> RawRecord:
    return RawRecord(source="mail", external_id=name, digest="0" * 32, fields={})


def read(piece: str) -> list[RawRecord]:
    if piece == "slow":
        CRUEL.match("a" * 60 + "b")
    if piece == "broken":
        raise IndexError(piece)
    return [record(piece)]


def items(*pieces: str) -> list[RawRecord | Problem]:
    return list(one_by_one("mail", "x.mbox", pieces, read, lambda piece: Place(at(mail=piece), 7)))


def said(found: list[RawRecord | Problem]) -> list[str]:
    return [
        item.external_id if isinstance(item, RawRecord) else f"{item.code} {item.where}" for item in found
    ]


def test_a_record_that_takes_too_long_is_left_out_and_the_next_one_read():
    with limited(seconds=0.3):
        assert said(items("one", "slow", "two")) == ["one", "record_too_slow mail slow", "two"]


def test_a_record_that_breaks_its_reader_is_left_out_logged_and_the_next_one_read(caplog):
    with caplog.at_level(logging.ERROR):
        one, problem, two = items("one", "broken", "two")

    assert said([one, problem, two]) == ["one", "record_broken mail broken", "two"]
    assert isinstance(problem, Problem) and problem.numbers == {"fault": "IndexError"}
    assert (problem.file, problem.at_byte) == ("x.mbox", 7)
    assert "IndexError" in caplog.text


def test_many_quick_records_are_never_taken_for_one_slow_one():
    with limited(seconds=0.1):
        for number in range(300_000):
            with reading_one:
                str(number)


def test_outside_of_records_no_clock_runs():
    with limited(seconds=0.05):
        sum(range(20_000_000))

    with pytest.raises(TooSlow), limited(seconds=0.05), reading_one:
        CRUEL.match("a" * 60 + "b")
