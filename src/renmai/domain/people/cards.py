"""Cards of one person: which cards that have something in common surely are one person's, which are not."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from renmai.domain.people.names import are_surely_different, have_one_given_name, is_real_name, name_words

_LUNAR = "lunar:"
_NO_DAYS = frozenset(("1900-01-01", "1904-01-01", "1970-01-01"))
"""Birthdays that programs write where they know none."""
_MOST_COMPARED = 50
"""Names that each name at a handle is compared with; a handle on more cards is no one person's."""


class CardSubject(NamedTuple):
    """What a card says of its person: the name, and the birthday as a fact says it, or nothing."""

    name: str
    birthday: str = ""


def born_as(card: CardSubject) -> tuple[tuple[str, ...], str] | None:
    """Return name and birthday in the form that all cards of one person share, or None."""
    is_told = bool(card.birthday) and card.birthday not in _NO_DAYS and is_real_name(card.name)
    return (name_words(card.name), card.birthday) if is_told else None


def has_year(birthday: str) -> bool:
    """Tell whether the year of a birthday is known."""
    return bool(_year_and_day(birthday)[0])


def cards_of_one(cards: Iterable[tuple[int, CardSubject]], *, has_one_mobile: bool) -> list[list[int]]:
    """Group cards that share a handle into people; a card that could be several people's stands alone.

    :param cards: each with its number
    :param has_one_mobile: whether the handle is a mobile number, which families do not share
    """
    spelt_alike = defaultdict(list)
    for number, card in cards:
        spelt_alike[name_words(card.name), card.birthday].append((number, card))
    alike = [spelt_alike[key] for key in sorted(spelt_alike)]
    first = [same[0][1] for same in alike]
    near = [
        {
            m
            for m in range(max(0, n - _MOST_COMPARED), min(len(first), n + _MOST_COMPARED + 1))
            if m == n or not _are_two_people(card, first[m], has_one_mobile=has_one_mobile)
        }
        for n, card in enumerate(first)
    ]
    groups: dict[frozenset[int], list[int]] = {}
    for n, same in enumerate(alike):
        is_one_person = all(near[m] == near[n] for m in near[n])
        key = frozenset(near[n]) if is_one_person else frozenset({n})
        groups.setdefault(key, []).extend(number for number, _ in same)
    return list(groups.values())


def _are_two_people(one: CardSubject, other: CardSubject, *, has_one_mobile: bool) -> bool:
    """Tell whether two cards with a handle in common surely are two people's.

    A surname may change where the given name stays: families share a surname and a line, not a given name
    and a mobile number or a birthday.
    """
    is_another_day = are_two_days(one.birthday, other.birthday)
    if not are_surely_different(one.name, other.name):
        return is_another_day and name_words(one.name) != name_words(other.name)
    is_one_day = bool(one.birthday) and bool(other.birthday) and not is_another_day
    return is_another_day or not (
        (has_one_mobile or is_one_day) and have_one_given_name(one.name, other.name)
    )


def are_two_days(one: str, other: str) -> bool:
    """Tell whether two birthdays contradict each other; a lunar and a solar one never do."""
    if not one or not other or one.startswith(_LUNAR) != other.startswith(_LUNAR):
        return False
    (year, day), (other_year, other_day) = map(_year_and_day, (one, other))
    return day != other_day or (bool(year and other_year) and year != other_year)


def _year_and_day(birthday: str) -> tuple[str, str]:
    day = birthday.removeprefix(_LUNAR)
    return ("", day[2:]) if day.startswith("--") else (day[:4], day[5:])
