"""Occasions: whose birthday or anniversary comes next, and today's day in the Chinese calendar."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from borax.calendars.lunardate import LunarDate, TermUtils

from renmai.domain.book.owners import Viewer
from renmai.domain.people.occasions import KINDS, YearlyDay, distinct, next_return, read_day
from renmai.queries.people.cards import OccasionCard
from renmai.store.people.facts import FactOfPerson, facts_of_people

CALENDAR_ZH = "农历"
MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
FIGURES = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}
TERMS = (
    ("小寒", "Minor Cold"),
    ("大寒", "Major Cold"),
    ("立春", "Start of Spring"),
    ("雨水", "Rain Water"),
    ("惊蛰", "Awakening of Insects"),
    ("春分", "Spring Equinox"),
    ("清明", "Qingming"),
    ("谷雨", "Grain Rain"),
    ("立夏", "Start of Summer"),
    ("小满", "Grain Buds"),
    ("芒种", "Grain in Ear"),
    ("夏至", "Summer Solstice"),
    ("小暑", "Minor Heat"),
    ("大暑", "Major Heat"),
    ("立秋", "Start of Autumn"),
    ("处暑", "End of Heat"),
    ("白露", "White Dew"),
    ("秋分", "Autumn Equinox"),
    ("寒露", "Cold Dew"),
    ("霜降", "Frost's Descent"),
    ("立冬", "Start of Winter"),
    ("小雪", "Minor Snow"),
    ("大雪", "Major Snow"),
    ("冬至", "Winter Solstice"),
)
AWAY_ZH = ("今日", "明日", "两天后", "三天后", "四天后", "五天后")
AWAY_EN = ("today", "tomorrow", "in 2 days", "in 3 days", "in 4 days", "in 5 days")
LAST_YEAR = 2100


def upcoming_occasions(viewer: Viewer, *, today: date, within_days: int) -> tuple[OccasionCard, ...]:
    """Return the days that come within so many days, today's first."""
    cards = _cards(facts_of_people(viewer.owner_id, KINDS), viewer, today)
    return tuple(card for card in cards if card.days_until <= within_days)


def occasions_of(viewer: Viewer, person_id: int, *, today: date) -> tuple[OccasionCard, ...]:
    """Return one person's days, the next first."""
    return tuple(_cards(facts_of_people(viewer.owner_id, KINDS, person_id), viewer, today))


def lunar_text(day: date, language: str) -> str:
    """Return a day in the Chinese calendar, and the solar term it is or that comes within five days.

    In Chinese `丙午年二月廿九，四天后谷雨`; '' beyond the calendar's tables, 1900 to 2100.
    """
    try:
        lunar = LunarDate.from_solar(day)
    except ValueError:
        return ""
    if day.year > LAST_YEAR:
        return ""
    text = _day_text(lunar.month, lunar.day, is_leap=bool(lunar.leap), language=language)
    term = _term_text(day, language)
    if _is_chinese(language):
        return "，".join(filter(None, (f"{lunar.gz_year}年{text.removeprefix(CALENDAR_ZH)}", term)))
    return ", ".join(filter(None, (text, term)))


@lru_cache(maxsize=16_384)
def solar_of(year: int, month: int, day: int, is_leap: bool) -> date | None:
    """Return the day in our calendar of one in the Chinese calendar, or None if there is no such day."""
    try:
        solar: date = LunarDate(year, month, day, int(is_leap)).to_solar_date()
        return solar
    except ValueError:
        return None


def _cards(facts: Iterable[FactOfPerson], viewer: Viewer, today: date) -> list[OccasionCard]:
    """Return a card for every day of every person, the next first."""
    days: dict[tuple[int, str, str], list[YearlyDay]] = defaultdict(list)
    for fact in facts:
        day = read_day(fact.value)
        if day is not None:
            days[fact.person_id, fact.name, fact.kind].append(day)
    cards = []
    for (person_id, name, kind), known in days.items():
        for day in distinct(known):
            found = next_return(day, today, solar_of)
            if found is None:
                continue
            is_leap, language = day.is_leap, viewer.language
            cards.append(
                OccasionCard(
                    person_id=person_id,
                    name=name,
                    kind=kind,
                    on=found.on,
                    days_until=(found.on - today).days,
                    is_lunar=day.is_lunar,
                    turning=found.turning,
                    lunar=_day_text(day.month, day.day, is_leap=is_leap, language=language)
                    if day.is_lunar
                    else "",
                )
            )
    return sorted(cards, key=lambda card: (card.on, card.name, card.person_id, card.kind))


def _is_chinese(language: str) -> bool:
    return language.lower().startswith("zh")


def _day_text(month: int, day: int, *, is_leap: bool, language: str) -> str:
    if _is_chinese(language):
        return f"{CALENDAR_ZH}{'闰' if is_leap else ''}{MONTHS[month - 1]}月{_day_words(day)}"
    leap = "leap " if is_leap else ""
    return f"day {day} of the {leap}{month}{ENDINGS.get(month, 'th')} lunar month"


def _day_words(day: int) -> str:
    """Return a day as the Chinese calendar writes it: 初一, 十五, 二十, 廿九, 三十."""
    if day <= 10:
        return f"初{FIGURES[day]}"
    if day in (20, 30):
        return f"{FIGURES[day // 10]}十"
    return f"{'十' if day < 20 else '廿'}{FIGURES[day % 10]}"


def _term_text(day: date, language: str) -> str:
    """Return which solar term it is or will soon be, or ''."""
    place = 2 * (day.month - 1)
    terms = [(day.year, place), (day.year, place + 1), (day.year + (place == 22), (place + 2) % 24)]
    for year, index in terms:
        away = (TermUtils.nth_term_day(year, index) - day).days
        if 0 <= away < len(AWAY_ZH):
            chinese, english = TERMS[index]
            return AWAY_ZH[away] + chinese if _is_chinese(language) else f"{english} {AWAY_EN[away]}"
    return ""
