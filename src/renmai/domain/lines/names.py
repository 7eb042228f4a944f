"""The people a line names: by names of the book, by what names look like, and by where they stand."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from renmai.domain.lines.openings import CLAUSE, OPENS_EN, OPENS_ZH, SUBJECT_EN
from renmai.domain.lines.words import (
    BOUNDARY_ZH,
    NO_NAMES_EN,
    NO_NAMES_ZH,
    NOBODY_ZH,
    THEIRS_ZH,
)
from renmai.domain.people.calling import TITLES_BEHIND
from renmai.domain.people.surnames import COMPOUND, OFTEN, SINGLE

LONGEST_LINE = 500
"""Characters of a line that are looked at for names."""
_HAN = r"[\u3400-\u9fff]"
_SURNAME = rf"(?:{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(SINGLE))}])"
_LONG_TITLE = "|".join(word for word in TITLES_BEHIND if word not in ("老大", "兄弟", "阿公", "阿婆", "様"))
TITLED = re.compile(
    rf"(?<![一两几三四五六七八九十这那]){_SURNAME}(?:{_HAN}{{0,2}}?)(?:{_LONG_TITLE}|总(?![是部共之结算体额监])|工(?![厂作程资具人业]))"
)
_PET = re.compile(rf"[小老阿]{_HAN}|(?P<twice>{_HAN})(?P=twice)|{_SURNAME}[姐哥叔姨]")
_CAP = r"[A-Z](?:[A-Za-z\u00c0-\u024f]|['’](?=[A-Z])|['’](?![smdrl]\b|ll\b|ve\b|re\b)(?=\w)|-(?=[A-Za-z]))*"
JOINS = frozenset("和同与向从于应")
"""Surnames that far oftener are a word before a name."""
LATIN = re.compile(
    rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Lord|Lady)\.?\s+|(?:Uncle|Aunt|Auntie)\s+)?"
    rf"{_CAP}(?:\s+(?:(?:van|von|de|der|la|bin|al)\s+)*{_CAP}){{0,3}}"
)
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou"
    r"|an|en|in"
    r"|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u|v)"
)
_PINYIN = re.compile(rf"(?:{_SYLLABLE}){{2,4}}\b")
_HANDLE = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\+?\d[\d -]{9,16}\d(?!\d)")
_SEPARATES = re.compile(
    r"\s*(?:[、,，]?\s*(?:还有|以及)|[、,，]|[和跟与及]|\s&\s|,?\s+and\s+|\s*&\s*)\s*(?:(?:and|his|her|my"
    r"|their)\s+(?:wife|husband|friend|colleague|partner|boss|brother|sister|team)?\s*)?"
)
_LED_EN = re.compile(r"(?:his|her|my|their|the|old|dear)\s+(?:\w+\s+)?(?=[A-Z])")


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
    for run in re.finditer(rf"{_HAN}{{2,}}", line):
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
        self.openings = {
            match.start(): match.end() for pattern in (OPENS_ZH, OPENS_EN) for match in pattern.finditer(line)
        }
        self.opened = frozenset(self.openings.values())
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
            if not is_joined and not THEIRS_ZH.match(self.line, match.end()):
                self._take(start, match.end())
        for place in self.starts:
            if self.line[place : place + 1] not in JOINS:
                self._list_at(place, is_subject=True)
        for begin, place in self.openings.items():
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
            r"(?:\s+|今天|昨天|前天|明天|今早|昨晚|上午|下午|中午|晚上|早上|刚才|刚刚|最近|我听说|听说|然后|后来|另外|还有|顺便|记一下[:：]?"
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
            led = _LED_EN.match(self.line, at)
            at = led.end() if led else at
            end = self._name_end(at, is_subject=is_subject, is_listed=bool(found))
            if not end:
                break
            found.append((at, end))
            separated = _SEPARATES.match(self.line, end)
            if not separated or separated.end() == end:
                break
            at = separated.end()
        if found and is_subject and not self._acts(found[-1][1]):
            return
        for start, end in found:
            self._take(start, end)

    def _acts(self, end: int) -> bool:
        """Tell whether what follows makes a subject of the name before it."""
        if self.line[end - 1].isascii():
            return bool(SUBJECT_EN.match(self.line, end)) or not self.line[:end].isascii()
        return bool(BOUNDARY_ZH.match(self.line, end)) and bool(self.line[end:].strip())

    def _name_end(self, start: int, *, is_subject: bool, is_listed: bool) -> int:
        """Return where the name that begins here ends, 0 where there is none."""
        taken = next((one for one in self.taken if one.start == start), None)
        if taken:
            return taken.end
        if start >= len(self.line):
            return 0
        return (
            self._latin_end(start, is_subject)
            if self.line[start].isascii()
            else self._han_end(start, is_subject or is_listed)
        )

    def _latin_end(self, start: int, is_subject: bool) -> int:
        match = LATIN.match(self.line, start)
        if match:
            words = match[0].split()
            while words and words[-1].casefold() in NO_NAMES_EN:
                words.pop()
            is_short_form = bool(words) and words[0].isupper() and len(words[0]) > 1 and not is_subject
            if (
                words
                and not is_short_form
                and words[0].casefold().strip(".'’") not in NO_NAMES_EN
                and len(words[0]) > 1
            ):
                return start + len(match[0][: match[0].rindex(words[-1]) + len(words[-1])])
            return 0
        pinyin = None if is_subject else _PINYIN.match(self.line, start)
        before = self.line[:start].casefold().rstrip()
        is_place = before.endswith((" with", "w/", " met", " called", " and"))
        is_word = pinyin is not None and pinyin[0] in NO_NAMES_EN
        return pinyin.end() if pinyin and is_place and not is_word and len(pinyin[0]) > 4 else 0

    def _han_end(self, start: int, is_strict: bool) -> int:
        """Return where a Chinese name ends: a title, a pet name, or surname and given name."""
        if titled := TITLED.match(self.line, start):
            return 0 if THEIRS_ZH.match(self.line, titled.end()) else titled.end()
        if self.line[start : start + 2] in NO_NAMES_ZH:
            return 0
        pet = _PET.match(self.line, start)
        if pet and pet[0] not in NOBODY_ZH and self._ends_at(pet.end()):
            return pet.end()
        length = 2 if self.line[start : start + 2] in COMPOUND else 1
        if length == 2 or self.line[start] in SINGLE:
            ends = [start + length + given for given in (1, 2)]
            fit = [
                end
                for end in ends
                if end <= len(self.line) and self._ends_at(end) and self._is_han(start, end)
            ]
            if fit:
                return fit[0] if len(fit) == 1 else self._of_two(*fit)
            return 0
        return 0 if is_strict else self._unlike_a_name(start)

    def _of_two(self, short: int, long: int) -> int:
        """Return the likelier of two ends: the longer where what would follow the shorter is no word."""
        is_odd = self.line[short] in "学文明志能可有" and not re.match(
            r"学[习会]|明[天早晚年]|能|可以|有", self.line[short:]
        )
        return long if is_odd or long == len(self.line) else short

    def _is_han(self, start: int, end: int) -> bool:
        return re.fullmatch(rf"{_HAN}+", self.line[start:end]) is not None

    def _ends_at(self, end: int) -> bool:
        return BOUNDARY_ZH.match(self.line, end) is not None and not THEIRS_ZH.match(self.line, end)

    def _unlike_a_name(self, start: int) -> int:
        """Return where two or three characters end that stand where a name would, and are no known word."""
        for end in (start + 2, start + 3):
            said = self.line[start:end]
            is_word = said in NOBODY_ZH or said[:2] in NOBODY_ZH or said[:2] in NO_NAMES_ZH
            if end <= len(self.line) and self._is_han(start, end) and self._ends_at(end) and not is_word:
                behind = self.line[end : end + 1]
                is_odd = said[0] in "这那一两几三了过的个们大小老年月周日" or re.search("[我他她你您]", said)
                if is_odd or not behind or behind in "的了":
                    return 0
                return end
        return 0

    def _again(self) -> None:
        """Take every other place at which somebody found is named by the same words."""
        for one in list(self.taken):
            for match in re.finditer(re.escape(one.said), self.line):
                if not one.said.isascii() or self._stands_alone(match.start(), match.end()):
                    self._take(match.start(), match.end())
