"""Calendars of many programs, some malformed on purpose: none is fatal, none takes long."""

import time
from pathlib import Path

import pytest

from renmai.domain.capture.records import Problem, RawRecord
from tests.sources.ics.calendars import adapted, codes, read

FIXTURES = Path(__file__).parent.parent / "fixtures" / "ics"
CALENDARS = sorted(FIXTURES.rglob("*.ics"))


@pytest.mark.parametrize("path", CALENDARS, ids=lambda path: path.stem)
def test_every_calendar_is_read_soon_and_every_event_of_it_accounted_for(path):
    data = path.read_bytes()
    began = time.process_time()
    items = read(data)
    adapted(data)

    assert time.process_time() - began < 2
    faults = sum(isinstance(item, Problem) and item.code != "ics_cut_off" for item in items)
    assert sum(isinstance(item, RawRecord) for item in items) + faults == data.upper().count(b"BEGIN:VEVENT")


def test_the_fixtures_are_there():
    assert len(CALENDARS) > 100


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("small_bad_calendar", ["ics_event_without_start", "ics_cut_off"]),
        ("broken_dtstart", ["ics_event_start_unreadable"]),
        ("issue_104_broken_calendar", []),
        ("bom_calendar", []),
    ],
)
def test_what_is_broken_is_named(name, expected):
    assert codes((FIXTURES / f"{name}.ics").read_bytes()) == expected
