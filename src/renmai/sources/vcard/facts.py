"""What a card tells of its person besides name and handles."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from renmai.domain.people.mentions import Fact
from renmai.domain.people.occasions import is_called_lunar
from renmai.sources.address_book.days import apple_lunar_day_of, day_of, lunar_day_of
from renmai.sources.address_book.facts import (
    LONGEST_NOTE,
    MOST_FACTS,
    is_system_category,
    labelled_day,
    place_of,
)
from renmai.sources.address_book.names import tidy
from renmai.sources.handles import link_handle
from renmai.sources.vcard.properties import Card, Property
from renmai.sources.vcard.values import bytes_of, list_of, parts_of, text_of

_LONGEST = 50_000
_ANDROID_EVENT = "vnd.android.cursor.item/contact_event"
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"
_ANDROID_ANNIVERSARY, _ANDROID_BIRTHDAY = "1", "3"
_LONG = frozenset({"NOTE", "PHOTO"})
_ANNIVERSARIES = {"ANNIVERSARY", "X-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY"} | {
    "X-KADDRESSBOOK-X-ANNIVERSARY"
}
_LUNAR_BIRTHDAYS = frozenset({"X-LUNAR-BIRTHDAY", "X-BIRTHDAY-LUNAR", "X-LUNAR-BDAY", "X-BDAY-LUNAR"})


def facts_of(card: Card, labels: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return every fact once, in the card's order; `labels` says what the card calls its groups."""
    telling = (each for each in card.properties if len(each.value) <= _LONGEST or each.name in _LONG)
    told = (fact for each in telling for fact in _facts(each, labels.get(each.group, "")) if fact.value)
    return tuple(islice(dict.fromkeys(told), MOST_FACTS))


def _facts(each: Property, label: str) -> Iterator[Fact]:
    match each.name:
        case "ORG":
            organisation, *departments = [tidy(part) for part in parts_of(each)]
            yield Fact("organisation", organisation)
            yield Fact("department", " / ".join(filter(None, departments)))
        case "TITLE":
            yield Fact("title", tidy(text_of(each)))
        case "NICKNAME":
            yield from (Fact("nickname", tidy(name)) for name in list_of(each))
        case "NOTE":
            yield Fact("note", text_of(each)[:LONGEST_NOTE])
        case "ADR":
            yield Fact("place", place_of(parts_of(each)))
        case "URL":
            link = link_handle(text_of(each))
            yield Fact("link", link.value if link else "")
        case "CATEGORIES":
            yield from (
                Fact("category", tidy(name)) for name in list_of(each) if not is_system_category(name)
            )
        case "PHOTO":
            content = bytes_of(each)
            yield Fact("photo", blake2b(content, digest_size=16).hexdigest() if content else "")
        case "BDAY" | "X-ALTBDAY" | "X-ABDATE" | "X-ANDROID-CUSTOM":
            yield from _days(each, label)
        case name if name in _LUNAR_BIRTHDAYS:
            yield Fact("birthday", lunar_day_of(text_of(each)))
        case name if name in _ANNIVERSARIES:
            yield Fact("anniversary", day_of(text_of(each)))


def _days(each: Property, label: str) -> Iterator[Fact]:
    """Yield birthdays and anniversaries, also those that only a label or Android's own fields tell."""
    text = text_of(each)
    match each.name:
        case "BDAY":
            calendar = each.param("CALSCALE") or each.param("CALENDAR")
            is_lunar = _is_chinese(calendar) or is_called_lunar(text)
            yield Fact("birthday", lunar_day_of(text) if is_lunar else day_of(text))
        case "X-ALTBDAY" if _is_chinese(each.param("CALSCALE")):
            yield Fact("birthday", apple_lunar_day_of(text))
        case "X-ABDATE":
            yield from filter(None, [labelled_day(text, label)])
        case "X-ANDROID-CUSTOM":
            kind, value, code, custom = (*parts_of(each), "", "", "", "")[:4]
            if kind == _ANDROID_NICKNAME:
                yield Fact("nickname", tidy(value))
            elif kind == _ANDROID_EVENT:
                known = {_ANDROID_ANNIVERSARY: "anniversary", _ANDROID_BIRTHDAY: "birthday"}.get(code, custom)
                yield from filter(None, [labelled_day(value, known)])


def _is_chinese(calendar: str) -> bool:
    return calendar.lower() in ("chinese", "lunar")
