"""What a card tells of its person besides name and handles."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from renmai.domain.people.gone import GONE, gone_by_day
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
from renmai.sources.vcard.properties import Card, CardProperty
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
    telling = (prop for prop in card.properties if len(prop.value) <= _LONGEST or prop.name in _LONG)
    facts = (fact for prop in telling for fact in _facts(prop, labels.get(prop.group, "")) if fact.value)
    return tuple(islice(dict.fromkeys(facts), MOST_FACTS))


def _facts(prop: CardProperty, label: str) -> Iterator[Fact]:
    match prop.name:
        case "ORG":
            organisation, *departments = [tidy(part) for part in parts_of(prop)]
            yield Fact("organisation", organisation)
            yield Fact("department", " / ".join(filter(None, departments)))
        case "TITLE":
            yield Fact("title", tidy(text_of(prop)))
        case "NICKNAME":
            yield from (Fact("nickname", tidy(name)) for name in list_of(prop))
        case "NOTE":
            yield Fact("note", text_of(prop)[:LONGEST_NOTE])
        case "ADR":
            yield Fact("place", place_of(parts_of(prop)))
        case "URL":
            link = link_handle(text_of(prop))
            yield Fact("link", link.value if link else "")
        case "CATEGORIES":
            yield from (
                Fact("category", tidy(name)) for name in list_of(prop) if not is_system_category(name)
            )
        case "PHOTO":
            content = bytes_of(prop)
            yield Fact("photo", blake2b(content, digest_size=16).hexdigest() if content else "")
        case "BDAY" | "X-ALTBDAY" | "X-ABDATE" | "X-ANDROID-CUSTOM":
            yield from _days(prop, label)
        case "DEATHDATE" | "DEATHPLACE" | "X-DEATHDATE":
            yield Fact(GONE, gone_by_day(text_of(prop)) if text_of(prop).strip() else "")
        case name if name in _LUNAR_BIRTHDAYS:
            yield Fact("birthday", lunar_day_of(text_of(prop)))
        case name if name in _ANNIVERSARIES:
            yield Fact("anniversary", day_of(text_of(prop)))


def _days(prop: CardProperty, label: str) -> Iterator[Fact]:
    """Yield birthdays and anniversaries, also those that only a label or Android's own fields tell."""
    text = text_of(prop)
    match prop.name:
        case "BDAY":
            calendar = prop.param("CALSCALE") or prop.param("CALENDAR")
            is_lunar = _is_chinese(calendar) or is_called_lunar(text)
            yield Fact("birthday", lunar_day_of(text) if is_lunar else day_of(text))
        case "X-ALTBDAY" if _is_chinese(prop.param("CALSCALE")):
            yield Fact("birthday", apple_lunar_day_of(text))
        case "X-ABDATE":
            yield from filter(None, [labelled_day(text, label)])
        case "X-ANDROID-CUSTOM":
            kind, value, code, custom = (*parts_of(prop), "", "", "", "")[:4]
            if kind == _ANDROID_NICKNAME:
                yield Fact("nickname", tidy(value))
            elif kind == _ANDROID_EVENT:
                kind_of_code = {_ANDROID_ANNIVERSARY: "anniversary", _ANDROID_BIRTHDAY: "birthday"}.get(
                    code, custom
                )
                yield from filter(None, [labelled_day(value, kind_of_code)])


def _is_chinese(calendar: str) -> bool:
    return calendar.lower() in ("chinese", "lunar")
