"""The people a line names: by names of the book, by what names look like, and by where they stand."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from renmai.domain.lines.name_ends import HAN, JOINS, TITLED, TITLED_LATIN, han_end, latin_end
from renmai.domain.lines.openings import (
    CLAUSE,
    GROUP_BEFORE,
    LED_EN,
    LED_ZH,
    OPENS_EN,
    OPENS_FAR_EN,
    OPENS_PAST_EN,
    OPENS_WEAKLY_ZH,
    OPENS_ZH,
    SUBJECT_EN,
)
from renmai.domain.lines.words import BOUNDARY_ZH, NO_NAMES_EN, NO_NAMES_ZH, THEIRS_ZH
from renmai.domain.people.surnames import OFTEN

LONGEST_LINE = 500
"""Characters of a line that are looked at for names."""
LONGEST_LED = 24
"""Characters before a name that may tell whose colleague somebody is, or what they do."""
_HANDLE = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\+?\d[\d -]{9,16}\d(?!\d)")
_SEPARATES = re.compile(
    r"\s*(?:[、,，]?\s*(?:还有|以及)|[、,，]|[和跟与及]|,?\s+and\s+|\s*[&+]\s*"
    r"|\s+['’]?n['’]?\s+)\s*(?:(?:and|his|her|my"
    r"|their)\s+(?:wife|husband|friend|colleague|partner|boss|brother|sister|team)?\s*)?"
)


class LineName(NamedTuple):
    """Somebody as the line calls them, and where; `is_known` where the book has that name."""

    start: int
    end: int
    said: str
    is_known: bool = False


def possible_names(text: str) -> tuple[str, ...]:
    """Return every text in a line that may be somebody's name, for the book to be asked about."""
    line = text[:LONGEST_LINE]
    found: dict[str, None] = {}
    for run in re.finditer(rf"{HAN}{{2,}}", line):
        word = run[0]
        for start in range(len(word) - 1):
            for length in range(2, 5):
                if start + length <= len(word):
                    found[word[start : start + length]] = None
    words = list(re.finditer(r"[^\W\d_][\w.'’-]*", line))
    for place, first in enumerate(words):
        for last in words[place : place + 4]:
            found[line[first.start() : last.end()].rstrip(".")] = None
    found.update(dict.fromkeys(match[0] for match in _HANDLE.finditer(line)))
    return tuple(found)


def names_in(text: str, known: Collection[str], days: Collection[tuple[int, int]] = ()) -> list[LineName]:
    """Return the people a line names, in its order, each where they are named first and again.

    :param known: names in it that the book has
    :param days: from where to where it names days, which are no names
    """
    line = text[:LONGEST_LINE]
    found = _Names(line, frozenset(known)).found()
    return [one for one in found if not any(one.start < end and start < one.end for start, end in days)]


class _Names:
    """Looks for names from the surest place to the least sure."""

    def __init__(self, line: str, known: frozenset[str]) -> None:
        self.line = line
        self.known = known
        self.longest = max(map(len, known), default=0)
        patterns = (OPENS_WEAKLY_ZH, OPENS_ZH, OPENS_PAST_EN, OPENS_FAR_EN, OPENS_EN)
        self.openings = {
            match.end(): match.start() for pattern in patterns for match in pattern.finditer(line)
        }
        strong = {match.end() for match in OPENS_ZH.finditer(line)}
        self.weakly_opened = {match.end() for match in OPENS_WEAKLY_ZH.finditer(line)} - strong
        self.opened = frozenset(self.openings)
        self.starts = list(dict.fromkeys(self._clause_starts()))
        self.taken: list[LineName] = []

    def found(self) -> list[LineName]:
        for match in _HANDLE.finditer(self.line):
            self._take(match.start(), match.end())
        for start in range(len(self.line)):
            if (end := self._known_at(start)) and self._stands_alone(start, end):
                self._take(start, end)
        for match in TITLED.finditer(self.line):
            start = self._title_start(match.start(), match.end())
            is_joined = self.line[start] in JOINS and start not in self.opened
            is_joined = is_joined or self.line[start : start + 2] in NO_NAMES_ZH
            if not is_joined and not THEIRS_ZH.match(self.line, match.end()):
                self._take(start, match.end())
        for match in TITLED_LATIN.finditer(self.line):
            self._take(*match.span())
        verbs = {match.start() for match in OPENS_PAST_EN.finditer(self.line)}
        for place in self.starts:
            if self.line[place : place + 1] not in JOINS and place not in verbs:
                self._list_at(place, is_subject=True)
        for place, begin in self.openings.items():
            if not any(one.start <= begin < one.end for one in self.taken):
                self._list_at(place, is_subject=False)
        self._again()
        return sorted(self.taken)

    def _take(self, start: int, end: int) -> None:
        if start < end and not any(start < one.end and one.start < end for one in self.taken):
            said = self.line[start:end]
            self.taken.append(LineName(start, end, said, said in self.known))

    def _known_at(self, start: int) -> int:
        """Return where the longest known name ends that begins here, 0 for none."""
        for length in range(min(self.longest, len(self.line) - start), 1, -1):
            if self.line[start : start + length] in self.known:
                return start + length
        return 0

    def _stands_alone(self, start: int, end: int) -> bool:
        """Tell whether a known name is not part of a word, and not a word as any other."""
        said = self.line[start:end]
        if said[0].isascii() or said[-1].isascii():
            before, behind = self.line[start - 1 : start], self.line[end : end + 1]
            is_word = said.casefold() in NO_NAMES_EN
            return (
                not (before.isascii() and before.isalnum())
                and not (behind.isascii() and behind.isalnum())
                and not is_word
            )
        if THEIRS_ZH.match(self.line, end):
            return False
        return len(said) > 2 or said not in NO_NAMES_ZH or start in self.opened

    def _title_start(self, start: int, end: int) -> int:
        """Return where a titled name begins: at the last surname before the title that makes sense."""
        inner = TITLED.search(self.line, start + 1, end)
        if inner is None or inner.end() != end:
            return start
        is_led = start in self.opened or (start in self.starts and self.line[start] not in JOINS)
        is_rare = self.line[start] not in OFTEN and self.line[inner.start()] in OFTEN
        return inner.start() if is_rare or not is_led else start

    def _clause_starts(self) -> Iterator[int]:
        yield self._skip(0)
        for match in CLAUSE.finditer(self.line):
            yield self._skip(match.end())

    def _skip(self, place: int) -> int:
        """Return where a clause really begins: behind blanks, days and small words."""
        led = re.compile(
            r"(?:\s+|今天|昨天|前天|明天|今早|昨晚|上午|下午|中午|晚上|早上|刚才|刚刚|最近|我听说|听说"
            r"|然后|后来|另外|还有|顺便|记一下[:：]?"
            r"|(?:上|这|本|下)?个?(?:周|星期|礼拜)[一二三四五六日天末]|大前天|\d+月\d+[日号]|[\d/-]{4,10}"
            r"|(?:yesterday|today|also|then|and|but|on \w+day|this morning|last night"
            r"|the day before yesterday)\b)*",
            re.IGNORECASE,
        ).match(self.line, place)
        return led.end() if led else place

    def _list_at(self, place: int, *, is_subject: bool) -> None:
        """Take the names that stand one after another from here, if they are names."""
        found: list[tuple[int, int]] = []
        at = place
        while True:
            led = LED_EN.match(self.line, at)
            at = led.end() if led else at
            end = self._name_end(at, is_subject=is_subject, is_listed=bool(found))
            if not end:
                at, end = self._led(at)
            if not end:
                break
            found.append((at, end))
            separated = _SEPARATES.match(self.line, end)
            if not separated or separated.end() == end:
                break
            at = separated.end()
        if found and is_subject and not (self._acts(found[-1][1]) or self._is_list_of_group(place, found)):
            return
        for start, end in found:
            self._take(start, end)

    def _is_list_of_group(self, start: int, found: list[tuple[int, int]]) -> bool:
        """Tell whether names in parentheses say who a group is: the lads (Ann, Bo)."""
        is_closed = self.line[found[-1][1] : found[-1][1] + 1] in ("）", ")")
        return is_closed and len(found) > 1 and bool(GROUP_BEFORE.search(self.line[:start]))

    def _acts(self, end: int) -> bool:
        """Tell whether what follows makes a subject of the name before it."""
        if self.line[end - 1].isascii():
            is_of_chinese = re.search(HAN, self.line[: end + 2]) is not None
            return bool(SUBJECT_EN.match(self.line, end)) or is_of_chinese
        return bool(BOUNDARY_ZH.match(self.line, end)) and bool(self.line[end:].strip())

    def _name_end(self, start: int, *, is_subject: bool, is_listed: bool) -> int:
        """Return where the name that begins here ends, 0 where there is none."""
        taken = next((one for one in self.taken if one.start == start), None)
        if taken:
            return taken.end
        if start >= len(self.line):
            return 0
        if self.line[start].isascii():
            return latin_end(self.line, start, is_subject=is_subject, is_opened=start in self.opened)
        is_strict = is_subject or is_listed or start in self.weakly_opened
        return han_end(self.line, start, is_strict=is_strict, is_opened=not is_subject)

    def _led(self, place: int) -> tuple[int, int]:
        """Return from where to where somebody is named behind what they are to somebody, or what they do."""
        for led in LED_ZH:
            for match in led.finditer(self.line, place, place + LONGEST_LED):
                if match.start() != place:
                    break
                start = match.end()
                if start < len(self.line) and self.line[start].isascii():
                    end = latin_end(self.line, start, is_subject=False, is_opened=True)
                else:
                    end = han_end(self.line, start, is_strict=True, is_opened=True)
                if end and self.line[start] not in JOINS:
                    return start, end
        return 0, 0

    def _again(self) -> None:
        """Take every other place at which somebody found is named by the same words."""
        for one in list(self.taken):
            for match in re.finditer(re.escape(one.said), self.line, re.IGNORECASE):
                if not one.said.isascii() or self._stands_alone(match.start(), match.end()):
                    self._take(match.start(), match.end())
