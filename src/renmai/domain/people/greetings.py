"""The name under which one writes to somebody: given name where there is one, whole where it is short."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from renmai.domain.people.calling import RELATIVES, SHORT_TITLES, TITLES_BEFORE, TITLES_BEHIND
from renmai.domain.people.names import called_by, chinese_words, has_han, shown, simpler
from renmai.domain.people.nicknames import NICKNAMES, SHORT_FORMS
from renmai.domain.people.surnames import COMPOUND, JAPANESE, SINGLE

_SURNAMES = """
cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao ge gong gu guo han hao he hou hu
huang jia jian jiang jin kong lei li liang liao lin liu lu luo lv ma mao meng pan pei peng qian qiao qin qiu
ren shao shen shi song su sun tan tang tao tian wan wang wei wen wu xia xiao xie xiong xu xue yan yang yao
ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou
"""
_SURNAMES_FIRST = frozenset(_SURNAMES.split())
_SHORTEST_BEGINNING, _LEAST_LEFT = 4, 2
"""A shorter beginning of a given name may be anybody's; one that lacks a letter is mostly another name."""
_ENDINGS = "an el en ene er ia ie in ina ine ka la na ne os ph ra ta us"
_OTHER_NAMES_END = frozenset(_ENDINGS.split())
"""With these behind it a given name is another one: Paul and Pauline, Joan and Joanna, Carl and Carlos."""
_NAME_WORDS = re.compile(r"[A-ZÀ-ÖØ-Þ]?[^\W\d_A-ZÀ-ÖØ-Þ]+|[^\W\d_]+")
_FORMAL = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor")


class FormsOfAddress(NamedTuple):
    """How letters turn to somebody: by the name as written, or by a short form, which may be another's."""

    written: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


def call_name(name: str) -> str:
    """Return how a letter addresses somebody.

    望舒 for 顾望舒, but 简宁 whole: a single character is never used alone. 王小姐, 陈医生, 小刘 and 外婆 as
    they are called: a title alone may be an insult. 佐藤健 whole, as any name without a Chinese surname.
    Marta for Marta Lindqvist, but Gu Wangshu whole, because a surname put first is no form of address;
    Dr. Wu and Uncle Bob as they are.
    """
    name = shown(name)
    if has_han(name):
        return _called_in_chinese(name)
    if "@" in name:
        return name.partition("@")[0]
    words = name.split()
    bare = [word for word in words if word.rstrip(".").casefold() not in TITLES_BEFORE]
    if len(bare) < 2 or any(word.casefold() in RELATIVES for word in words[:1]):
        return name
    if len(bare[0].rstrip(".")) < 2 or bare[0].casefold() in _SURNAMES_FIRST:
        return " ".join(bare)
    return bare[0]


def _called_in_chinese(name: str) -> str:
    bare = "".join(name.split())
    plain = simpler(bare)
    is_chinese = all(has_han(letter) for letter in bare) and (plain[:1] in SINGLE or plain[:2] in COMPOUND)
    given = called_by(name).given
    if not is_chinese or plain[:2] in JAPANESE or not plain.endswith(given):
        return bare if all(has_han(letter) for letter in bare) else name
    return bare[-2:] if len(given) == 2 else bare


@lru_cache(maxsize=16_384)
def forms_of_address(name: str) -> FormsOfAddress:
    """Return how a letter may turn to somebody.

    As written: by the name one calls them, the whole one, its first word. In short: by what begins a given
    name that is written together (Angelo for AngeloGioacchino, Jean for Jean-Luc), by its first four letters
    or more (Alex for Alexandru), a nickname (Bob for Robert), title and surname (Dr. Byron), the given name
    behind a surname put first; in Chinese by surname or given name and a title (王总, 望舒老师), 小王, 老王.
    """
    whole = shown(name)
    written = tuple(dict.fromkeys(filter(None, (call_name(name), whole, whole.partition(" ")[0]))))
    chinese = "".join(chinese_words(whole))
    short = [*_short_in_latin(re.sub(r"[^\x00-\u024f]+", " ", whole)), *_short_in_chinese(chinese)]
    return FormsOfAddress(written, tuple(form for form in dict.fromkeys(short) if form not in written))


def _short_in_latin(name: str) -> Iterator[str]:
    """Yield the short forms of a name in Latin letters."""
    words = [word for word in name.split() if word.rstrip(".").casefold() not in TITLES_BEFORE]
    if not words or "@" in name:
        return
    given = words[0]
    if len(words) > 1:
        yield from (f"{title}{dot} {words[-1]}" for title in _FORMAL for dot in ("", "."))
    if len(words) == 2 and given.casefold() in _SURNAMES_FIRST:
        given = words[1]
        yield given
    for word in dict.fromkeys((given, _without_accents(given))):
        yield word
        parts = _NAME_WORDS.findall(word)
        if len(parts) > 1 and len(parts[0]) >= _SHORTEST_BEGINNING - 1:
            yield parts[0]
        yield from _beginnings(word)
        yield from _nicknames(parts[0] if parts else word)


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _beginnings(given: str) -> Iterator[str]:
    for length in range(_SHORTEST_BEGINNING, len(given) - _LEAST_LEFT + 1):
        beginning, left = given[:length], given[length:].casefold()
        if left not in _OTHER_NAMES_END and beginning.isalpha():
            yield beginning


def _nicknames(given: str) -> Iterator[str]:
    groups = NICKNAMES.get(given.casefold(), frozenset())
    yield from (other.capitalize() for group in sorted(groups) for other in SHORT_FORMS[group])


def _short_in_chinese(name: str) -> Iterator[str]:
    """Yield the short forms of a Chinese name: a title behind it, 小 or 老 before it, given name."""
    known = called_by(name)
    if not known.is_full:
        return
    yield name
    titles = (*TITLES_BEHIND, *sorted(SHORT_TITLES))
    yield from (f"{known.surname}{title}" for title in titles)
    yield from (f"{before}{known.surname}" for before in "小老大")
    if len(known.given) > 1:
        yield known.given
        yield from (f"{known.given}{title}" for title in titles)
        yield from (f"{before}{known.given[-1]}" for before in "阿小")
