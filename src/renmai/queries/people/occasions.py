"""Occasions: whose birthday or anniversary comes next, and today's day in the Chinese calendar."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from borax.calendars.lunardate import LunarDate, TermUtils

from renmai.domain.book.owners import Viewer
from renmai.domain.people.occasions import (
    KINDS,
    ChineseDate,
    LunarDay,
    YearlyDay,
    distinct,
    next_return,
    read_day,
)
from renmai.queries.people.cards import OccasionCard
from renmai.store.people.facts import FactOfPerson, facts_of_people, facts_of_person
from renmai.store.people.gone import names_still_there
from renmai.store.people.own_word import BIRTHDAY, own_birthdays

TERMS_A_YEAR = 24
TERM_AHEAD_DAYS = 5
"""From so many days before it on, a solar term is at hand."""
LAST_YEAR = 2100


def upcoming_occasions(viewer: Viewer, *, today: date, within_days: int) -> tuple[OccasionCard, ...]:
    """Return the days that come within so many days, today's first."""
    facts = facts_of_people(viewer.owner_id, KINDS)
    cards = _cards(_by_the_owner(viewer, facts, today), viewer, today)
    return tuple(card for card in cards if card.days_until <= within_days)


def occasions_of(viewer: Viewer, person_id: int, *, today: date) -> tuple[OccasionCard, ...]:
    """Return one person's days, the next first."""
    facts = facts_of_person(viewer.owner_id, KINDS, person_id)
    return tuple(_cards(_by_the_owner(viewer, facts, today, person_id), viewer, today))


def _by_the_owner(
    viewer: Viewer, facts: Iterable[FactOfPerson], today: date, person_id: int | None = None
) -> list[FactOfPerson]:
    """Return what cards say of people's days, with the owner's word on a birthday in its place."""
    asked = None if person_id is None else [person_id]
    words = own_birthdays(viewer.owner_id, until=today, person_ids=asked)
    kept = [fact for fact in facts if fact.kind != BIRTHDAY or fact.person_id not in words]
    names = names_still_there(viewer.owner_id, words) if words else {}
    return [
        *kept,
        *(FactOfPerson(pk, name, BIRTHDAY, words[pk]) for pk, name in names.items() if words[pk]),
    ]


def chinese_date(day: date) -> ChineseDate | None:
    """Return a day in the Chinese calendar, with the solar term it is or that comes within five days.

    None beyond the calendar's tables, 1900 to 2100.
    """
    try:
        lunar = LunarDate.from_solar(day)
    except ValueError:
        return None
    if day.year > LAST_YEAR:
        return None
    term, in_days = _term_at_hand(day)
    return ChineseDate(lunar.year, LunarDay(lunar.month, lunar.day, bool(lunar.leap)), term, in_days)


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
            cards.append(
                OccasionCard(
                    person_id=person_id,
                    name=name,
                    kind=kind,
                    on=found.on,
                    days_until=(found.on - today).days,
                    is_lunar=day.is_lunar,
                    turning=found.turning,
                    lunar=LunarDay(day.month, day.day, day.is_leap) if day.is_lunar else None,
                )
            )
    return sorted(cards, key=lambda card: (card.on, card.name, card.person_id, card.kind))


def _term_at_hand(day: date) -> tuple[int | None, int]:
    """Return which solar term it is or will soon be, and in how many days."""
    first = 2 * (day.month - 1)
    year_after = day.year + (first + 2) // TERMS_A_YEAR
    coming = [(day.year, first), (day.year, first + 1), (year_after, (first + 2) % TERMS_A_YEAR)]
    for year, term in coming:
        in_days = (TermUtils.nth_term_day(year, term) - day).days
        if 0 <= in_days <= TERM_AHEAD_DAYS:
            return term, in_days
    return None, 0
