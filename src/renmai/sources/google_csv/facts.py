"""What a row tells of its person besides name and ways to reach them."""

from collections.abc import Iterator
from itertools import islice

from renmai.domain.people.gone import is_called_death
from renmai.domain.people.mentions import Fact
from renmai.domain.people.occasions import is_called_lunar
from renmai.sources.address_book.days import day_of, lunar_day_of
from renmai.sources.address_book.facts import (
    LONGEST_NOTE,
    MOST_FACTS,
    is_system_category,
    labelled_day,
    place_of,
)
from renmai.sources.address_book.names import tidy
from renmai.sources.google_csv.columns import Entry, several
from renmai.sources.google_csv.ways import is_messenger
from renmai.sources.handles import link_handle

_ADDRESS = ("PO Box", "Extended Address", "Street", "City", "Region", "Postal Code", "Country")
_OWN_COLUMNS = ("Occupation", "Hobby", "Maiden Name")


def facts_of(entry: Entry) -> tuple[tuple[Fact, ...], list[str]]:
    """Return every fact once, and the days that cannot be told."""
    days = [("", entry.text("Birthday")), *entry.values("Event")]
    unclear = [text for label, text in days if text and not _day(text, label) and not is_called_death(label)]
    telling = (fact for fact in _facts(entry) if fact.value)
    return tuple(islice(dict.fromkeys(telling), MOST_FACTS)), unclear


def _facts(entry: Entry) -> Iterator[Fact]:
    yield from _work(entry)
    yield from (Fact("nickname", tidy(name)) for name in several(entry.text("Nickname")))
    yield Fact("birthday", _day(entry.text("Birthday")))
    for label, text in entry.values("Event"):
        yield labelled_day(text, label) or _note(label, text)
    yield from (Fact("place", place) for place in _places(entry))
    yield Fact("place", tidy(entry.text("Location")))
    for _label, text in entry.values("Website"):
        link = link_handle(text)
        yield Fact("link", link.value if link else "")
    for group in several(entry.text("Labels", "Group Membership")):
        name = tidy(group.removeprefix("*"))
        yield Fact("category", "" if is_system_category(name) else name)
    yield Fact("note", entry.text("Notes").replace("\r\n", "\n")[:LONGEST_NOTE])
    yield from (_note(heading, entry.text(heading)) for heading in _OWN_COLUMNS)
    yield from (_note(label, text) for label, text in entry.values("Relation"))
    for label, text in entry.values("Custom Field"):
        if not is_messenger(label):
            yield _note(label, text)


def _work(entry: Entry) -> Iterator[Fact]:
    """Yield what is said of work, of each organisation in turn."""
    today = {part: entry.text(f"Organization {part}") for part in ("Name", "Title", "Department")}
    for parts in (today, *entry.groups("Organization")):
        for kind, part in (("organisation", "Name"), ("department", "Department"), ("title", "Title")):
            yield from (Fact(kind, tidy(text)) for text in several(parts.get(part, "")))


def _places(entry: Entry) -> Iterator[str]:
    """Yield each address on one line, from its parts where there are any."""
    for parts in entry.groups("Address"):
        columns = [several(parts.get(part, "")) for part in _ADDRESS]
        count = max(map(len, columns))
        for number in range(count):
            yield place_of([values[number] if number < len(values) else "" for values in columns])
        if not count:
            lines = (text.splitlines() for text in several(parts.get("Formatted", "")))
            yield from (", ".join(filter(None, map(tidy, line))) for line in lines)


def _day(text: str, label: str = "") -> str:
    return lunar_day_of(text) if is_called_lunar(text) or is_called_lunar(label) else day_of(text)


def _note(label: str, text: str) -> Fact:
    """Return a note with what its owner calls it."""
    label = tidy(label.lstrip("* "))
    return Fact("note", (f"{label}: {text}" if label and text else text)[:LONGEST_NOTE])
