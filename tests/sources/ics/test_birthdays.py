"""Whose birthday a calendar keeps."""

import pytest

from renmai.domain.people.mentions import Fact
from renmai.domain.people.occasions import read_day
from tests.sources.ics.calendars import adapted, calendar


def remembered(
    title: str, start: str = "20240501", rule: str = "FREQ=YEARLY", noted: str = ""
) -> list[tuple]:
    """Return name and facts of everybody whose day the event keeps."""
    event = f"UID:1\nDTSTART;VALUE=DATE:{start}\nRRULE:{rule}\nSUMMARY:{title}\n{noted}"
    return [(m.name, m.facts) for meant in adapted(calendar(event)) for m in meant.mentions]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ada Lovelace's birthday", "Ada Lovelace"),
        ("Ada’s 40th Birthday", "Ada"),
        ("🎂 Ada's Birthday 🎉", "Ada"),
        ("Birthday of Ada", "Ada"),
        ("Birthday: Ada", "Ada"),
        ("Ada - Birthday", "Ada"),
        ("Ada (Birthday)", "Ada"),
        ("Zoë O’Neill’s birthday", "Zoë O’Neill"),
        ("James' birthday", "James"),
        ("李雷的生日", "李雷"),
        ("李雷生日", "李雷"),
        ("🎂李雷 生日", "李雷"),
        ("生日：李雷", "李雷"),
        ("李雷（生日）", "李雷"),
        ("欧阳娜娜的30岁生日", "欧阳娜娜"),
        ("Ada Lovelace (*)", "Ada Lovelace"),
        ("李雷（*）", "李雷"),
        ("🎂 Ada Lovelace", "Ada Lovelace"),
        ("李雷 🎂 (40)", "李雷"),
        ("Happy birthday Ada!", "Ada"),
        ("Ada's B-day", "Ada"),
        ("Ada turns 40", "Ada"),
        ("祝李雷生日快乐", "李雷"),
        ("生日快乐，李雷", "李雷"),
        ("李雷 - 生日", "李雷"),
        ("Geburtstag von Ada", "Ada"),
        ("Anniversaire de Ada", "Ada"),
    ],
)
def test_a_yearly_day_called_somebodys_birthday_is_theirs(title, name):
    assert remembered(title) == [(name, (Fact("birthday", "--05-01"),))]


@pytest.mark.parametrize(
    "title",
    [
        "Happy birthday to you",
        "生日快乐",
        "† Ada",
        "🎉 New Year",
        "Christmas *",
        "Christmas",
        "My birthday",
        "我的生日",
        "Happy birthday",
        "",
        "birthday",
        "国庆节",
    ],
)
def test_other_days_and_the_owners_own_are_nobodys(title):
    assert remembered(title) == []


def test_a_birthday_once_or_with_guests_is_no_remembered_day():
    party = "UID:1\nDTSTART;VALUE=DATE:20240501\nSUMMARY:Ada's birthday\n"

    assert all(not meant.mentions for meant in adapted(calendar(party)))
    assert remembered("Ada's birthday", noted="ATTENDEE:mailto:ada@example.org") == []


@pytest.mark.parametrize(
    ("start", "noted", "value"),
    [
        ("19900501", "CREATED:20200101T000000Z", "1990-05-01"),
        ("19900501", "DTSTAMP:20200101T000000Z", "1990-05-01"),
        ("20200501", "CREATED:20200101T000000Z", "--05-01"),
        ("16040501", "CREATED:20200101T000000Z", "--05-01"),
        ("19900501", "", "--05-01"),
    ],
)
def test_the_year_of_birth_is_believed_only_if_it_lies_before_the_note(start, noted, value):
    assert remembered("Ada's birthday", start, noted=noted) == [("Ada", (Fact("birthday", value),))]


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("外婆的农历生日", "FREQ=YEARLY"),
        ("外婆阴历生日", "FREQ=YEARLY;COUNT=20"),
        ("外婆的生日", "RSCALE=CHINESE;FREQ=YEARLY"),
    ],
)
def test_a_lunar_birthday_is_kept_as_the_lunar_day_it_first_fell_on(title, rule):
    assert remembered(title, "20240918", rule) == [("外婆", (Fact("birthday", "lunar:--08-16"),))]


def test_a_wedding_day_is_an_anniversary():
    assert remembered("Ada & Bob's anniversary") == [("Ada & Bob", (Fact("anniversary", "--05-01"),))]
    assert remembered("李雷的结婚纪念日") == [("李雷", (Fact("anniversary", "--05-01"),))]


@pytest.mark.parametrize("start", ["20240229", "20200523", "20250801", "19900501"])
def test_every_day_it_writes_is_one_that_can_be_read(start):
    for title in ("Ada's birthday", "Ada农历生日"):
        ((_, facts),) = remembered(title, start)

        assert read_day(facts[0].value) is not None


@pytest.mark.parametrize(
    ("title", "start", "more", "fact"),
    [
        ("Ada (*1980)", "19801205", "", ("birthday", "1980-12-05")),
        ("Ada (*1980)", "20261205", "", ("birthday", "1980-12-05")),
        ("🎂 Ada (1985)", "19851207", "", ("birthday", "1985-12-07")),
        ("Ada's birthday (*1980)", "19801205", "", ("birthday", "1980-12-05")),
        ("Ada (*1604)", "16041205", "", ("birthday", "--12-05")),
        ("Ada (*)", "19701206", "", ("birthday", "--12-06")),
        ("Ada's birthday", "19001206", "", ("birthday", "--12-06")),
        ("Ada's birthday", "19700101", "", ("birthday", "--01-01")),
        ("Ada's birthday", "19700208", "", ("birthday", "1970-02-08")),
        (
            "Ada *",
            "19001206",
            "X-NEXTCLOUD-BC-FIELD-TYPE:BDAY\nX-NEXTCLOUD-BC-UNKNOWN-YEAR:1",
            ("birthday", "--12-06"),
        ),
        (
            "Ada",
            "19701206",
            "X-NEXTCLOUD-BC-FIELD-TYPE:BDAY\nX-NEXTCLOUD-BC-UNKNOWN-YEAR:1",
            ("birthday", "--12-06"),
        ),
        ("💍 Ada (2010)", "20101209", "", ("anniversary", "2010-12-09")),
        ("Ada (2010)", "20101209", "X-NEXTCLOUD-BC-FIELD-TYPE:ANNIVERSARY", ("anniversary", "2010-12-09")),
    ],
)
def test_a_year_is_known_only_where_it_is_told(title, start, more, fact):
    found = remembered(title, start, noted=f"DTSTAMP:20260219T222329Z\n{more}")

    assert found == [("Ada", (Fact(*fact),))]


@pytest.mark.parametrize("called", ["Contact birthdays", "Birthdays", "生日", "联系人生日", "Geburtstage"])
def test_in_a_calendar_of_birthdays_a_title_is_a_name(called):
    event = "UID:1\nDTSTART;VALUE=DATE:19801205\nRRULE:FREQ=YEARLY\nSUMMARY:Ada Lovelace"
    (meant,) = adapted(calendar(event, head=f"X-WR-CALNAME:{called}"))

    assert [mention.name for mention in meant.mentions] == ["Ada Lovelace"]


def test_in_any_other_calendar_it_is_a_day_like_others():
    event = "UID:1\nDTSTART;VALUE=DATE:19801205\nRRULE:FREQ=YEARLY\nSUMMARY:Ada Lovelace"

    assert adapted(calendar(event, head="X-WR-CALNAME:Holidays"))[0].mentions == ()
