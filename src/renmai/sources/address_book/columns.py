"""What a column of somebody's table of people holds, and what a row of such columns says of its person."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from renmai.domain.people.gone import is_called_death
from renmai.domain.people.handles import HandleKind, HandleNature, nature_of
from renmai.domain.people.mentions import BIRTHDAY, ORGANISATION, SORT, Fact, Mention
from renmai.domain.people.occasions import is_called_lunar
from renmai.sources.address_book import reach
from renmai.sources.address_book.days import day_of, lunar_day_of
from renmai.sources.address_book.facts import LONGEST_NOTE, MOST_FACTS, gone_said, labelled_day, place_of
from renmai.sources.address_book.names import first_real_name, in_order, is_han, spelt, tidy
from renmai.sources.address_book.reach import LabelledWay, Way
from renmai.sources.handles import link_handle

_NO_DAYS = frozenset(("0/0/00", "00/00/00", "0000-00-00", "0", "00:00.0"))
_ROUNDED_MARK = "e+"
_FEWEST_DIGITS = 5


class ColumnMeaning(StrEnum):
    """What a column holds."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    READING = "reading"
    MAIL = "email"
    PHONE = "phone"
    WECHAT = "wechat"
    MESSENGER = "messenger"
    LINK = "link"
    COMPANY = "organisation"
    DEPARTMENT = "department"
    TITLE = "title"
    BORN = "birthday"
    DAY = "day"
    PLACE = "place"
    NOTE = "note"
    TAG = "tag"
    STREET = "street"
    CITY = "city"
    STATE = "region"
    POSTCODE = "postcode"
    COUNTRY = "country"


_ADDRESS = (
    ColumnMeaning.STREET,
    ColumnMeaning.CITY,
    ColumnMeaning.STATE,
    ColumnMeaning.POSTCODE,
    ColumnMeaning.COUNTRY,
)


class PersonColumn(NamedTuple):
    """What a column holds, and what its heading adds: home or work, which messenger, which day."""

    meaning: ColumnMeaning
    label: str = ""


class TableCell(NamedTuple):
    """One value of a row with its column."""

    column: PersonColumn
    text: str


class RowOfCells:
    """One row as far as it says something of its person."""

    def __init__(self, cells: Iterable[TableCell], region: str) -> None:
        self.cells = [TableCell(column, text.strip()) for column, text in cells if text.strip()]
        self.region = region
        self.rounded: list[str] = []
        self.unreadable: list[str] = []
        self.unclear_days: list[str] = []

    def mention(self) -> Mention | None:
        """Return the person, or the firm, that the row is of; None where it names and reaches nobody."""
        ways = list(self._ways())
        handles, shared = reach.settled(ways)
        facts = tuple(dict.fromkeys(fact for fact in self._facts() if fact.value))[:MOST_FACTS]
        name, firm = self._name(), first_real_name(map(tidy, self._texts(ColumnMeaning.COMPANY)))
        is_own = any(h.kind == HandleKind.MAIL and nature_of(h) == HandleNature.PERSONAL for h in handles)
        is_firm = bool(firm) and not is_own and name.casefold() in ("", firm.casefold())
        if not (name or handles or is_firm):
            return None
        if is_firm:
            return Mention(firm, handles, (*facts, *shared, Fact(SORT, ORGANISATION)))
        return Mention(name, handles, (*facts, *gone_said(name, facts), *shared))

    def is_somebodys(self) -> bool:
        """Tell whether the row names or reaches somebody; the name, cheap to find, is asked first."""
        return bool(self._name() or self._texts(ColumnMeaning.COMPANY)) or any(True for _ in self._ways())

    def known_by(self) -> list[str]:
        """Return what names the row in every export: names with addresses and numbers, if any."""
        reached = sorted(self._texts(ColumnMeaning.MAIL, ColumnMeaning.PHONE, ColumnMeaning.WECHAT))
        return (
            [*self._texts(ColumnMeaning.NAME, ColumnMeaning.GIVEN, ColumnMeaning.FAMILY), *reached]
            if reached
            else []
        )

    def _texts(self, *meanings: ColumnMeaning) -> list[str]:
        return [text for (meaning, _), text in self.cells if meaning in meanings]

    def _first(self, meaning: ColumnMeaning) -> str:
        return tidy(next(iter(self._texts(meaning)), ""))

    def _name(self) -> str:
        given, middle, family = map(
            self._first, (ColumnMeaning.GIVEN, ColumnMeaning.MIDDLE, ColumnMeaning.FAMILY)
        )
        bare = in_order(spelt(family, given, middle), family, given)
        parts = [self._first(ColumnMeaning.PREFIX), bare, self._first(ColumnMeaning.SUFFIX)] if bare else []
        glue = "" if all(is_han(part) for part in parts if part) else " "
        candidates = [
            glue.join(filter(None, parts)),
            *self._texts(ColumnMeaning.NAME),
            *self._texts(ColumnMeaning.NICKNAME),
        ]
        return first_real_name(map(tidy, candidates))

    def _ways(self) -> Iterator[LabelledWay]:
        for (meaning, label), text in self.cells:
            found: list[Way] = []
            if meaning is ColumnMeaning.MAIL:
                found = list(reach.mails(text))
            elif meaning is ColumnMeaning.PHONE:
                number = text.removeprefix("'")
                if _ROUNDED_MARK in number.lower():
                    self.rounded.append(number)
                    continue
                found = list(reach.phones(number, self.region))
            elif meaning is ColumnMeaning.WECHAT:
                found = list(reach.wechat(text, self.region))
            elif meaning is ColumnMeaning.MESSENGER:
                found = list(reach.messenger(label, text, self.region))
            elif meaning is ColumnMeaning.LINK:
                found = list(reach.page(text, label))
            is_short = meaning is ColumnMeaning.PHONE and sum(c.isdigit() for c in text) < _FEWEST_DIGITS
            if not found and meaning in (ColumnMeaning.MAIL, ColumnMeaning.PHONE) and not is_short:
                self.unreadable.append(text)
            yield from (LabelledWay(way, label) for way in found)

    def _facts(self) -> Iterator[Fact]:
        name = self._name()
        for (meaning, label), text in self.cells:
            match meaning:
                case (
                    ColumnMeaning.COMPANY
                    | ColumnMeaning.DEPARTMENT
                    | ColumnMeaning.TITLE
                    | ColumnMeaning.PLACE
                ):
                    yield Fact(str(meaning), tidy(text))
                case ColumnMeaning.NICKNAME:
                    yield Fact("nickname", tidy(text) if tidy(text) != name else "")
                case ColumnMeaning.READING:
                    yield Fact("name_reading", tidy(text))
                case ColumnMeaning.BORN | ColumnMeaning.DAY:
                    yield self._day(meaning, label, text)
                case ColumnMeaning.LINK:
                    link = link_handle(text)
                    yield Fact("link", link.value if link else "")
                case ColumnMeaning.TAG:
                    yield from (Fact("category", tidy(tag)) for tag in text.replace("；", ";").split(";"))
                case ColumnMeaning.NOTE:
                    yield _note(label, text)
        yield from (Fact("place", place) for place in self._places())

    def _day(self, meaning: ColumnMeaning, label: str, text: str) -> Fact:
        if text in _NO_DAYS:
            return Fact("note", "")
        if meaning is ColumnMeaning.BORN:
            day = lunar_day_of(text) if is_called_lunar(f"{label} {text}") else day_of(text)
            if not day:
                self.unclear_days.append(text)
            return Fact(BIRTHDAY, day)
        if not is_called_death(label) and not labelled_day(text, label):
            self.unclear_days.append(text)
        return labelled_day(text, label) or _note(label, text)

    def _places(self) -> Iterator[str]:
        labels = dict.fromkeys(label for (meaning, label), _ in self.cells if meaning in _ADDRESS)
        for of in labels:
            parts = {
                wanted: " ".join(t for (meaning, label), t in self.cells if (meaning, label) == (wanted, of))
                for wanted in _ADDRESS
            }
            yield place_of(["", "", *(parts[wanted] for wanted in _ADDRESS)])


def _note(label: str, text: str) -> Fact:
    text = text.replace("\r\n", "\n")
    return Fact("note", (f"{label}: {text}" if label else text)[:LONGEST_NOTE])
