"""Birthdays and anniversaries that a calendar keeps as whole days coming back every year."""

import re

from borax.calendars.lunardate import LunarDate

from renmai.domain.people.mentions import Fact, Mention
from renmai.domain.people.occasions import YearlyDay, is_called_lunar, written
from renmai.sources.ics.properties import Event
from renmai.sources.ics.times import When, day_of

LONGEST_NAME = 60
YEARLESS_BEFORE = 1905  # Apple writes 1604 for a birthday without its year, others 1900 and 1904
NO_BIRTH = frozenset(((1970, 1, 1),))  # what a program writes where it knows no day
YEARS_BEFORE_NOTED = 2
_OWN_NAMES = "我 我自己 本人 自己 快乐 快樂 祝 my me happy you"
OWN_NAMES = frozenset(_OWN_NAMES.split()) | {"to you", "to me"}
ORNAMENT = re.compile(r"[^\w\s'’().·,:&|-]+|^[\s\d.,-]+|[\s.,·-]+$")
NOTE = re.compile(r"\s*(?:\(\s*[*°]?\s*(?P<year>\d{4})?\s*\)|\(\s*\d{1,3}\s*\)|[*°]\s*(?P<bare>\d{4})?)\s*$")
STARRED = re.compile(r"\(\s*[*°]\s*(?:\d{4})?\s*\)$")
BARE_STAR = re.compile(r"\s[*°]$")
CAKES, RINGS, DEATHS = "🎂🍰🧁", "💍💒⚭", "†✝🕯🪦⚰"
FIELDS = {"BDAY": "birthday", "ANNIVERSARY": "anniversary"}
BIRTHDAY_CALENDAR = re.compile(
    r"(?:(?:contacts?|my|friends?)['’]?s? )?birthdays?(?: calendar)?|.{0,6}生日(?:日历|日曆)?|"
    r"geburtstage|anniversaires",
    re.IGNORECASE,
)
B_DAY = re.compile(r"\bb-?day\b", re.IGNORECASE)
BIRTHDAY_WORD = re.compile(r"birthday|生日|寿辰|壽辰|geburtstag|anniversa", re.IGNORECASE)
BIRTHDAY = (
    re.compile(r"(?P<name>.+?)['’]s?\s+(?:\d+(?:st|nd|rd|th)\s+)?(?:lunar\s+)?birthday\b.*", re.IGNORECASE),
    re.compile(r"happy birthday[\s,:]+(?P<name>.+)", re.IGNORECASE),
    re.compile(r"birthday\s*(?:of\b|for\b|[:-])\s*(?P<name>.+?)(?:\s*\(.*\))?", re.IGNORECASE),
    re.compile(r"(?P<name>.+?)\s*(?:[-–:|]|\()\s*birthday\)?", re.IGNORECASE),
    re.compile(r"(?P<name>.+?) birthday", re.IGNORECASE),
    re.compile(r"(?P<name>.+?) turns \d+", re.IGNORECASE),
    re.compile(r"geburtstag\s*(?:von\b|[:-])\s*(?P<name>.+)", re.IGNORECASE),
    re.compile(r"anniversaire\s*(?:de\b|[:-])\s*(?P<name>.+)", re.IGNORECASE),
    re.compile(r"生日\s*(?:快乐|快樂)?\s*[:：,，|-]\s*(?P<name>.+)"),
    re.compile(r"生日(?:快乐|快樂)\s*(?P<name>.+)"),
    re.compile(
        r"(?:祝|恭祝|祝贺)?(?P<name>.+?)\s*(?:的|\s|[(（|:·-])*\s*(?:\d+岁)?(?:农历|農曆|阴历|陰曆|旧历|舊曆|阳历|陽曆|公历|新历)?"
        r"\s*(?:生日|寿辰|壽辰).*"
    ),
)
ANNIVERSARY = (
    re.compile(
        r"(?P<name>.+?)['’]s?\s+(?:\d+(?:st|nd|rd|th)\s+)?(?:wedding\s+)?anniversary\b.*", re.IGNORECASE
    ),
    re.compile(r"(?P<name>.+?)\s*的?\s*(?:结婚|結婚)(?:周年)?(?:纪念日|紀念日).*"),
)


def remembered(event: Event, start: When, calendar: str) -> Mention | None:
    """Return whose birthday or anniversary an event is, with the day as a fact; None if it is neither.

    :param calendar: what the calendar is called: in one of birthdays a title is a name
    """
    rule = event.text("RRULE").upper().replace(" ", "")
    field = event.text("X-NEXTCLOUD-BC-FIELD-TYPE").upper()
    is_of_birthdays = BIRTHDAY_CALENDAR.fullmatch(calendar.strip()) is not None
    is_yearly = "FREQ=YEARLY" in rule or field in FIELDS or is_of_birthdays
    title = _title(event)
    is_death = field == "DEATHDATE" or any(mark in title for mark in DEATHS)
    if not start.is_day or not is_yearly or event.all("ATTENDEE") or is_death:
        return None
    kind, name = _whose(title, field, is_of_birthdays=is_of_birthdays)
    if not name:
        return None
    is_lunar = "RSCALE=CHINESE" in rule or is_called_lunar(title)
    value = _lunar_value(event, start) if is_lunar else _value(event, start)
    return Mention(name, (), (Fact(kind, value),)) if value else None


def _title(event: Event) -> str:
    title = event.text("SUMMARY").translate({ord("（"): "(", ord("）"): ")", ord("："): ":", ord("＊"): "*"})
    return " ".join(title.split())[: 4 * LONGEST_NAME]


def _whose(title: str, field: str, *, is_of_birthdays: bool) -> tuple[str, str]:
    """Return what is remembered, and of whom: by the title's words, else by the marks beside a name."""
    bare = NOTE.sub("", title)
    for kind, patterns in (("birthday", BIRTHDAY), ("anniversary", ANNIVERSARY)):
        if name := _name(bare, patterns):
            return FIELDS.get(field, kind), name
    is_ring, is_cake = (any(mark in title for mark in marks) for marks in (RINGS, CAKES))
    kind = FIELDS.get(field) or ("anniversary" if is_ring else "birthday")
    is_marked = field in FIELDS or is_ring or is_cake or is_of_birthdays or STARRED.search(title) is not None
    if not is_marked or BIRTHDAY_WORD.search(title):
        return kind, ""
    name = NOTE.sub("", ORNAMENT.sub("", bare).strip()).strip(" -:,")
    return kind, "" if name.casefold() in OWN_NAMES or len(name) > LONGEST_NAME else name


def _name(title: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """Return the name in a title such as `Ada's birthday`, or '' (also for the owner's own)."""
    plain = B_DAY.sub("birthday", ORNAMENT.sub("", title).strip())
    for pattern in patterns:
        match = pattern.fullmatch(plain)
        if match:
            name = " ".join(match["name"].split()).strip(" -:,|")
            return "" if name.casefold() in OWN_NAMES or len(name) > LONGEST_NAME else name
    return ""


def _value(event: Event, start: When) -> str:
    """Return the day as a fact writes it."""
    day = start.local.date()
    return written(YearlyDay(day.month, day.day, _year(event, start, day.year)))


def _lunar_value(event: Event, start: When) -> str:
    """Return the day in the Chinese calendar, or '' where the tables do not reach."""
    try:
        lunar = LunarDate.from_solar(start.local.date())
    except ValueError:
        return ""
    year = _year(event, start, lunar.year)
    return written(YearlyDay(lunar.month, lunar.day, year, is_lunar=True, is_leap=bool(lunar.leap)))


def _year(event: Event, start: When, year: int) -> int | None:
    """Return the year of birth: the one the title says, else that of the start where it is the birth's."""
    title = _title(event)
    note = NOTE.search(title)
    told = event.text("X-NEXTCLOUD-BC-YEAR") or (note["year"] or note["bare"] if note else "") or ""
    is_starred = STARRED.search(title) or BARE_STAR.search(title)
    if event.text("X-NEXTCLOUD-BC-UNKNOWN-YEAR") == "1" or (is_starred and not told):
        return None
    if told.isdecimal():
        return int(told) if int(told) >= YEARLESS_BEFORE else None
    return year if _is_birth(event, start) else None


def _is_birth(event: Event, start: When) -> bool:
    """Whether the series begins at the birth: years before it was noted down, not on its next return."""
    noted = day_of(event.text("CREATED")) or day_of(event.text("DTSTAMP"))
    return (
        start.local.year >= YEARLESS_BEFORE
        and (start.local.year, start.local.month, start.local.day) not in NO_BIRTH
        and noted is not None
        and (noted.year - start.local.year >= YEARS_BEFORE_NOTED)
    )
