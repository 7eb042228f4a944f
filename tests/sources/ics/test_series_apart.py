"""Series, their moved and cancelled instances, whatever file or order they come in (C4)."""

from datetime import UTC, datetime
from itertools import permutations

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_import import undo_import
from renmai.store.models import InboxRecord, Interaction
from tests.sources.ics.calendars import calendar, codes, meetings, starts

WHO = "ORGANIZER;CN=Me:mailto:me@example.org\nATTENDEE;CN=Li Lei;PARTSTAT=ACCEPTED:mailto:li.lei@acme.example"
ZONE = "TZID=Asia/Shanghai"
WEEKLY = f"UID:ABC\nDTSTART;{ZONE}:20261102T090000\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Weekly\n{WHO}"
INSTANCE = f"UID:ABC\nRECURRENCE-ID;{ZONE}:20261109T090000\nSUMMARY:Weekly moved\n{WHO}"
MOVED = f"{INSTANCE}\nDTSTART;{ZONE}:20261110T150000"
CANCELLED = f"{INSTANCE}\nDTSTART;{ZONE}:20261109T090000\nSTATUS:CANCELLED"
OTHERWISE = (
    f"UID:ABC\nRECURRENCE-ID;RANGE=THISANDFUTURE;{ZONE}:20261109T090000\nDTSTART;{ZONE}:20261110T150000\n"
    f"SUMMARY:Weekly in the afternoon\n{WHO}"
)
SERIES = ["2026-11-02 01:00", "2026-11-09 01:00", "2026-11-16 01:00"]


def begun() -> list[str]:
    """Return when each meeting of the book begins, in UTC."""
    found = Interaction.objects.order_by("at_epoch_s").values_list("at_epoch_s", flat=True)
    return [f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M}" for at in found]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (MOVED, ["2026-11-02 01:00", "2026-11-10 07:00", "2026-11-16 01:00"]),
        (CANCELLED, ["2026-11-02 01:00", "2026-11-16 01:00"]),
        (OTHERWISE, ["2026-11-02 01:00", "2026-11-10 07:00", "2026-11-17 07:00"]),
        (f"{OTHERWISE}\nSTATUS:CANCELLED", ["2026-11-02 01:00"]),
    ],
)
@pytest.mark.parametrize("is_series_first", [True, False])
def test_an_instance_in_another_file_counts_whatever_comes_first(
    viewer, tmp_path, now, part, wanted, is_series_first
):
    files = {"a.ics": calendar(WEEKLY), "b.ics": calendar(part)}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    for name in sorted(files, reverse=not is_series_first):
        import_paths(viewer, [tmp_path / name], now=now)

    assert begun() == wanted
    rebuild_book(viewer, now=now)
    assert begun() == wanted


@pytest.mark.django_db
def test_a_series_is_whole_again_when_the_import_of_its_instance_is_undone(viewer, tmp_path, now):
    for name, text in (("a.ics", WEEKLY), ("b.ics", MOVED)):
        (tmp_path / name).write_text(calendar(text), "utf-8")
        report = import_paths(viewer, [tmp_path / name], now=now)
    undo_import(viewer, report.import_id, now=now)

    assert begun() == SERIES
    assert InboxRecord.objects.count() == 1


@pytest.mark.parametrize("order", list(permutations((WEEKLY, MOVED))))
@pytest.mark.parametrize("is_one_calendar", [True, False])
def test_one_file_says_the_same_in_any_order(order, is_one_calendar):
    data = calendar(*order) if is_one_calendar else "".join(map(calendar, order))

    assert sorted(starts(data)) == ["2026-11-02 01:00", "2026-11-10 07:00", "2026-11-16 01:00"]


def test_the_rest_of_a_series_goes_on_as_its_change_says():
    longer = f"{OTHERWISE}\nDURATION:PT2H"
    found = sorted(meetings(calendar(WEEKLY, longer)), key=lambda meeting: meeting.at_epoch_s)

    assert [meeting.subject for meeting in found] == ["Weekly", *["Weekly in the afternoon"] * 2]
    assert [meeting.duration_s for meeting in found] == [0, 7200, 7200]
    assert len({meeting.external_id for meeting in found}) == 3


def several(*events: tuple[str, str], extra: str = "") -> str:
    """Return a calendar whose events, each a start and a title, have one id."""
    return calendar(
        *(
            f"UID:1\nDTSTAMP:20261101T000000Z\nDTSTART:{at}\nSUMMARY:{title}\n{extra}\n{WHO}"
            for at, title in events
        )
    )


@pytest.mark.parametrize("order", list(permutations((0, 1, 2))))
def test_events_of_one_id_that_are_no_versions_of_one_are_all_there(order):
    events = [("20261102T020000Z", "Kick-off"), ("20261103T020000Z", "Lunch"), ("20261104T020000Z", "Lunch")]
    found = meetings(several(*(events[k] for k in order)))

    assert len({meeting.external_id for meeting in found}) == 3
    assert {meeting.external_id for meeting in found if meeting.subject == "Kick-off"} == {"1"}


def test_a_newer_version_of_an_event_is_no_other_event():
    old = f"UID:1\nSEQUENCE:0\nDTSTART:20261102T020000Z\nSUMMARY:Kick-off\n{WHO}"
    new = f"UID:1\nSEQUENCE:1\nDTSTART:20261103T020000Z\nSUMMARY:Kick-off\n{WHO}"

    assert {meeting.external_id for meeting in meetings(calendar(old, new))} == {"1"}


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("DTSTART;VALUE=DATE:20261102Z", "2026-11-02 04:00"),
        ("DTSTART;VALUE=DATE:20261102T000000Z", "2026-11-02 04:00"),
        ("DTSTART;VALUE=DATE:2026-11-02", "2026-11-02 04:00"),
        ("DTSTART:20261102T100000+0800", "2026-11-02 02:00"),
        ("DTSTART:2026-11-02T10:00:00+08:00", "2026-11-02 02:00"),
        ("DTSTART:20261102T240000Z", "2026-11-03 00:00"),
        ("DTSTART;TZID=GMT+05:30:20261102T100000", "2026-11-02 04:30"),
        ('DTSTART;TZID="GMT+05:30":20261102T100000', "2026-11-02 04:30"),
        ("DTSTART;TZID=(GMT+01:00) Amsterdam / Berlin / Bern:20260702T100000", "2026-07-02 08:00"),
        (r"DTSTART;TZID=(UTC+00:00) Dublin\, Edinburgh\, London:20260702T100000", "2026-07-02 09:00"),
        ('DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20260702T100000', "2026-07-02 14:00"),
        ("DTSTART;TZID=china standard time:20261102T100000", "2026-11-02 02:00"),
        ("DTSTART;TZID=中国标准时间:20261102T100000", "2026-11-02 02:00"),
        ("DTSTART;TZID=America/New York:20260702T100000", "2026-07-02 14:00"),
        ("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260702T100000", "2026-07-02 08:00"),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20260702T100000", "2026-07-02 10:00"),
        ("DTSTART;TZID=Etc/GMT-8:20260702T100000", "2026-07-02 02:00"),
        ("DTSTART;TZID=+08:00:20260702T100000", "2026-07-02 02:00"),
        ("DTSTART;TZID=(UTC) Coordinated Universal Time:20260702T100000", "2026-07-02 10:00"),
    ],
)
def test_days_and_zones_are_read_in_every_dialect(written, wanted):
    data = calendar(f"UID:1\n{written}\nSUMMARY:Tea\n{WHO}")

    assert starts(data) == [wanted]
    assert codes(data) == []


def test_a_zone_defined_under_an_escaped_name_is_found_by_its_plain_one():
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Our office\\, upstairs\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE"
    )
    data = calendar(
        f'UID:1\nDTSTART;TZID="Our office, upstairs":20260701T060000\nSUMMARY:Tea\n{WHO}', head=zone
    )

    assert starts(data) == ["2026-07-01 03:00"]


def test_quoted_printable_and_base64_texts_are_read():
    head = f"UID:1\nDTSTART:20261102T020000Z\n{WHO}"
    data = calendar(
        f"{head}\nSUMMARY; ENCODING=QUOTED-PRINTABLE:Interview:=20Li,=20Lei\n"
        "DESCRIPTION;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E8=AF=B7=E5=B8=A6=\n"
        "=E8=B5=84=E6=96=99=0D=0A=\nSee you\n"
        "LOCATION;ENCODING=BASE64;CHARSET=GB18030:tPO74dLpytI="
    )
    (meeting,) = meetings(data)

    assert (meeting.subject, meeting.excerpt) == ("Interview: Li, Lei", "大会议室 · 请带资料 See you")
