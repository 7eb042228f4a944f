"""A calendar that is written is read again by any reader, ours too (X1)."""

from datetime import UTC, date, datetime

from renmai.sources.ics import SOURCE
from renmai.sources.ics.composed import WrittenEvent, calendar
from tests.sources.reading import Room

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def written(*events: WrittenEvent) -> bytes:
    return b"".join(calendar(events, now=NOW))


def test_a_moment_stands_in_utc_with_its_end_and_a_day_as_a_day():
    text = written(
        WrittenEvent("1", "Lunch", datetime(2026, 3, 1, 4, tzinfo=UTC), 5400),
        WrittenEvent("2", "生日：李雷", date(2026, 8, 3), is_yearly=True),
    ).decode()

    assert "DTSTART:20260301T040000Z\r\nDTEND:20260301T053000Z\r\n" in text
    assert "DTSTART;VALUE=DATE:20260803\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:生日：李雷\r\n" in text


def test_no_text_breaks_out_of_its_line_and_no_line_is_too_long():
    title = "one,two;three\\four\r\nEND:VEVENT " + "长" * 60
    content = written(WrittenEvent("u:1", title, date(2026, 1, 1)))

    assert content.count(b"END:VEVENT\r\n") == 1
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    content.decode()


def test_our_own_reader_finds_nothing_wrong_in_it():
    content = written(WrittenEvent("1", "With Ada", datetime(2026, 3, 1, 4, tzinfo=UTC), 3600))

    assert SOURCE.recognises(content)
    assert Room(SOURCE).problems(content) == []
    assert len(Room(SOURCE).records(content)) == 1
