"""Birthdays and anniversaries that a calendar keeps as whole days coming back every year."""

import re

from borax.calendars.lunardate import LunarDate

from renmai.domain.people.mentions import Fact, Mention
from renmai.domain.people.occasions import YearlyDay, is_called_lunar, written
from renmai.sources.ics.properties import Event
from renmai.sources.ics.times import When, day_of

LONGEST_NAME = 60
YEARLESS_BEFORE = 1890  # Apple writes 1604 for a birthday without its year
YEARS_BEFORE_NOTED = 2
OWN_NAMES = frozenset(("我", "我自己", "本人", "my", "me", "happy", "自己"))
ORNAMENT = re.compile(r"[^\w\s'’().·,:&-]+|^[\s\d.,-]+|[\s.,·-]+$")
BIRTHDAY = (
    re.compile(r"(?P<name>.+?)['’]s?\s+(?:\d+(?:st|nd|rd|th)\s+)?(?:lunar\s+)?birthday\b.*", re.IGNORECASE),
    re.compile(r"birthday\s*(?:of\b|for\b|[:-])\s*(?P<name>.+?)(?:\s*\(.*\))?", re.IGNORECASE),
    re.compile(r"(?P<name>.+?)\s*(?:[-–:]|\()\s*birthday\)?", re.IGNORECASE),
    re.compile(r"生日\s*[:：-]\s*(?P<name>.+)"),
    re.compile(
        r"(?P<name>.+?)\s*(?:的|\s|[(（])*\s*(?:\d+岁)?(?:农历|農曆|阴历|陰曆|旧历|舊曆|阳历|陽曆|公历|新历)?\s*(?:生日|寿辰|壽辰).*"
    ),
)
ANNIVERSARY = (
    re.compile(
        r"(?P<name>.+?)['’]s?\s+(?:\d+(?:st|nd|rd|th)\s+)?(?:wedding\s+)?anniversary\b.*", re.IGNORECASE
    ),
    re.compile(r"(?P<name>.+?)\s*的?\s*(?:结婚|結婚)(?:周年)?(?:纪念日|紀念日).*"),
)


def remembered(event: Event, start: When) -> Mention | None:
    """Return whose birthday or anniversary an event is, with the day as a fact; None if it is neither."""
    rule = event.text("RRULE").upper().replace(" ", "")
    if not start.is_day or "FREQ=YEARLY" not in rule or event.all("ATTENDEE"):
        return None
    title = " ".join(event.text("SUMMARY").split())[: 4 * LONGEST_NAME]
    for kind, patterns in (("birthday", BIRTHDAY), ("anniversary", ANNIVERSARY)):
        name = _name(title, patterns)
        if name:
            is_lunar = "RSCALE=CHINESE" in rule or is_called_lunar(title)
            value = _lunar_value(event, start) if is_lunar else _value(event, start)
            return Mention(name, (), (Fact(kind, value),)) if value else None
    return None


def _name(title: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """Return the name in a title such as `Ada's birthday`, or '' (also for the owner's own)."""
    plain = ORNAMENT.sub("", title.replace("：", ":").replace("（", "(").replace("）", ")")).strip()
    for pattern in patterns:
        match = pattern.fullmatch(plain)
        if match:
            name = " ".join(match["name"].split()).strip(" -:,")
            return "" if name.casefold() in OWN_NAMES or len(name) > LONGEST_NAME else name
    return ""


def _value(event: Event, start: When) -> str:
    """Return the day as a fact writes it."""
    day = start.local.date()
    year = day.year if _is_year_known(event, start) else None
    return written(YearlyDay(day.month, day.day, year))


def _lunar_value(event: Event, start: When) -> str:
    """Return the day in the Chinese calendar, or '' where the tables do not reach."""
    try:
        lunar = LunarDate.from_solar(start.local.date())
    except ValueError:
        return ""
    year = lunar.year if _is_year_known(event, start) else None
    return written(YearlyDay(lunar.month, lunar.day, year, is_lunar=True, is_leap=bool(lunar.leap)))


def _is_year_known(event: Event, start: When) -> bool:
    """Whether the series begins at the birth: years before it was noted down, not on its next return."""
    noted = day_of(event.text("CREATED")) or day_of(event.text("DTSTAMP"))
    return (
        start.local.year >= YEARLESS_BEFORE
        and noted is not None
        and (noted.year - start.local.year >= YEARS_BEFORE_NOTED)
    )
