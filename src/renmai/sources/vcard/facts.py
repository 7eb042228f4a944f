"""What a card tells of its person besides name and handles."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from renmai.domain.people.mentions import Fact
from renmai.domain.people.occasions import is_called_lunar
from renmai.sources.handles import link_handle
from renmai.sources.vcard.dates import apple_lunar_day_of, day_of, lunar_day_of
from renmai.sources.vcard.names import is_han, tidy
from renmai.sources.vcard.properties import Card, Property
from renmai.sources.vcard.values import bytes_of, list_of, parts_of, text_of

_LONGEST_NOTE = 20_000
_LONGEST = 50_000
_MOST = 1_000
_ANDROID_EVENT = "vnd.android.cursor.item/contact_event"
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"
_ANDROID_ANNIVERSARY, _ANDROID_BIRTHDAY = "1", "3"
_LONG = frozenset({"NOTE", "PHOTO"})
_ANNIVERSARIES = {"ANNIVERSARY", "X-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY"} | {
    "X-KADDRESSBOOK-X-ANNIVERSARY"
}
_LUNAR_BIRTHDAYS = frozenset({"X-LUNAR-BIRTHDAY", "X-BIRTHDAY-LUNAR", "X-LUNAR-BDAY", "X-BDAY-LUNAR"})
_SYSTEM_CATEGORIES = frozenset({"mycontacts", "starred", "starredinandroid"})


def facts_of(card: Card, labels: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return every fact once, in the card's order; `labels` says what the card calls its groups."""
    telling = (each for each in card.properties if len(each.value) <= _LONGEST or each.name in _LONG)
    told = (fact for each in telling for fact in _facts(each, labels.get(each.group, "")) if fact.value)
    return tuple(islice(dict.fromkeys(told), _MOST))


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
            yield Fact("note", text_of(each)[:_LONGEST_NOTE])
        case "ADR":
            yield Fact("place", _place(parts_of(each)))
        case "URL":
            link = link_handle(text_of(each))
            yield Fact("link", link.value if link else "")
        case "CATEGORIES":
            yield from (
                Fact("category", tidy(name)) for name in list_of(each) if not _is_system_category(name)
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
            yield from _labelled(text, label)
        case "X-ANDROID-CUSTOM":
            kind, value, code, custom = (*parts_of(each), "", "", "", "")[:4]
            if kind == _ANDROID_NICKNAME:
                yield Fact("nickname", tidy(value))
            elif kind == _ANDROID_EVENT:
                known = {_ANDROID_ANNIVERSARY: "anniversary", _ANDROID_BIRTHDAY: "birthday"}.get(code, custom)
                yield from _labelled(value, known)


def _labelled(text: str, label: str) -> Iterator[Fact]:
    label = label.lower()
    day = lunar_day_of(text) if is_called_lunar(label) or is_called_lunar(text) else day_of(text)
    if "birthday" in label or "生日" in label:
        yield Fact("birthday", day)
    elif "anniversary" in label or "纪念日" in label or "紀念日" in label:
        yield Fact("anniversary", day)


def _is_chinese(calendar: str) -> bool:
    return calendar.lower() in ("chinese", "lunar")


def _is_system_category(name: str) -> bool:
    return name.replace(" ", "").replace("_", "").lower() in _SYSTEM_CATEGORIES


def _place(parts: list[str]) -> str:
    """Return an address on one line: from large to small in Chinese, from small to large otherwise."""
    box, extended, street, city, region, code, country = ([tidy(part) for part in parts] + [""] * 7)[:7]
    if any(is_han(part[:1]) for part in (street, city, region) if part):
        return "".join(filter(None, [country, region, city if city != region else "", street, extended, box]))
    return ", ".join(
        filter(None, [box, extended, street, city, " ".join(filter(None, [region, code])), country])
    )
