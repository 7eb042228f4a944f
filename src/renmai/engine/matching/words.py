"""The words of a text: Chinese by dictionary, English by stem."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib import resources

import rjieba

from renmai.engine.matching.stems import stem

LONGEST_TEXT = 4000  # characters: some pages; what stands further on is hardly what is needed or offered
LONGEST_WORD = 40  # letters: what is longer is a link or noise

_ACCENTED = re.compile(r"[\u00c0-\u036f\u1e00-\u1eff]")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_LETTER = r"[^\W\d_\u3400-\u9fff]"
_MORE = r"(?:[^\W\u3400-\u9fff]|[+#]|'(?=\w))"  # C++, C#, AS400, don't
_RUN = re.compile(rf"(?P<zh>[\u3400-\u4dbf\u4e00-\u9fff]+)|(?P<en>{_LETTER}{_MORE}*)")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as it stands, in the form it is compared in, whether it is Chinese, its run."""

    surface: str
    form: str
    is_chinese: bool
    run: int

    @property
    def is_silent(self) -> bool:
        """Tell whether it says nothing; by the word itself, since a stem may be shared with one that does."""
        return self.surface.lower() in habits().silent


@dataclass(frozen=True, slots=True)
class Habits:
    """How people ask: words as they stand that say nothing, and forms that say little."""

    silent: AbstractSet[str]
    faint: AbstractSet[str]


@cache
def habits() -> Habits:
    """Return the words that come with the program."""
    text = resources.files("renmai.engine.models").joinpath("match_words.toml").read_text("utf-8")
    plain: Mapping[str, Mapping[str, str]] = tomllib.loads(text)

    silent = {part for word in plain["en"]["silent"].split() for part in word.split("-")}
    faint = {stem(part) for word in plain["en"]["faint"].split() for part in word.split("-")}
    return Habits(silent | set(plain["zh"]["silent"].split()), faint | set(plain["zh"]["faint"].split()))


def plain_text(text: str) -> str:
    """Return a text as it is compared: bounded, wide letters narrow, apostrophes straight, no accents."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).replace("’", "'")
    if not _ACCENTED.search(plain):
        return plain
    parted = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", _COMBINING.sub("", parted))


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the runs of Han characters and the other words of a plain text, and whether it is Chinese."""
    for match in _RUN.finditer(text):
        if match["zh"]:
            yield match["zh"], True
        elif len(match["en"]) <= LONGEST_WORD:
            yield match["en"], False


def words(text: str) -> Iterator[Token]:
    """Yield the words of a plain text in order, the silent ones too."""
    for number, (run, is_chinese) in enumerate(runs(text)):
        if is_chinese:
            for word in rjieba.cut(run):
                yield Token(word, word, True, number)
        else:
            yield Token(run, stem(run.lower()), False, number)
