"""What an entry tells of its person besides name and handles: days by their label, a place, a category."""

from collections.abc import Iterable

from renmai.domain.people.gone import (
    GONE,
    gone_by_day,
    gone_by_name,
    gone_by_remark,
    is_called_death,
)
from renmai.domain.people.mentions import Fact
from renmai.domain.people.occasions import is_called_lunar
from renmai.sources.address_book.days import day_of, lunar_day_of
from renmai.sources.address_book.names import is_han, tidy

LONGEST_NOTE = 20_000
MOST_FACTS = 1_000
_SYSTEM_CATEGORIES = frozenset({"mycontacts", "othercontacts", "starred", "starredinandroid"})


def labelled_day(text: str, label: str) -> Fact | None:
    """Return the birthday or anniversary that a label makes of a day; None if it is neither, or no day."""
    if is_called_death(label):
        return Fact(GONE, gone_by_day(text)) if text.strip() else None
    label = label.lower()
    day = lunar_day_of(text) if is_called_lunar(label) or is_called_lunar(text) else day_of(text)
    if not day:
        return None
    if "birthday" in label or "生日" in label:
        return Fact("birthday", day)
    is_anniversary = "anniversary" in label or "纪念日" in label or "紀念日" in label
    return Fact("anniversary", day) if is_anniversary else None


def gone_said(name: str, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return that somebody is gone, where a remark beside the name, a category or a note says so."""
    lines = [line for fact in facts if fact.kind in ("note", "category") for line in fact.value.splitlines()]
    said = next(filter(None, (gone_by_name(name), *map(gone_by_remark, lines))), "")
    return (Fact(GONE, said),) if said else ()


def is_system_category(name: str) -> bool:
    """Tell a group that a program put everybody into from one that its owner made."""
    return name.replace(" ", "").replace("_", "").lower() in _SYSTEM_CATEGORIES


def place_of(parts: list[str]) -> str:
    """Return an address on one line: from large to small in Chinese, from small to large otherwise.

    :param parts: post box, extended address, street, town, region, postal code, country, as in a vCard's ADR
    """
    box, extended, street, city, region, code, country = ([tidy(part) for part in parts] + [""] * 7)[:7]
    if any(is_han(part[:1]) for part in (street, city, region) if part):
        return "".join(filter(None, [country, region, city if city != region else "", street, extended, box]))
    return ", ".join(
        filter(None, [box, extended, street, city, " ".join(filter(None, [region, code])), country])
    )
