"""How a name, a place or a mail address is taken apart into words that can be compared."""

import re
import unicodedata
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from renmai.domain.people.names import has_han, pieces, shown, simpler
from renmai.domain.people.surnames import COMPOUND, READINGS

_BESIDE_NAMES = """
mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr hon capt captain col colonel maj major
gen general lt sgt st saint baron baroness baronet earl duke duchess count countess viscount viscountess
marquess marquis prince princess bishop jr sr ii iii iv phd md esq mba cpa obe mbe cbe frs mp
1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th
of the and von van de der den del della di da dos la le du zu ter ten bin ibn al el
"""
_TITLES = frozenset(_BESIDE_NAMES.split())
"""Words that stand in a name without being anybody's: they neither match nor differ."""
_HONORIFIC_HAN = re.compile(
    r"(?:先生|女士|小姐|太太|老师|教授|博士|经理|总监|主任|同学|师傅|总裁|董事长|院长|校长|律师|医生|大夫)$"
)
_LONGEST_HAN_NAME = 4
_NO_NAMES = frozenset(
    (
        "unknown",
        "root",
        "user",
        "admin",
        "administrator",
        "none",
        "null",
        "anonymous",
        "guest",
        "me",
        "n a",
        "no name",
        "your name",
        "firstname lastname",
        "first last",
        "name",
        "未 知",
        "匿 名",
    )
)
"""What machines put where a name is asked for and none is known."""
_HAN_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LOCAL_WORD = re.compile(r"[^\W\d_]{3,}")
_TWO_WORDS = re.compile(r"([^\W\d_]{2,})[._-]([^\W\d_]{2,})(\d*)")
_FORGE = re.compile(r"^\d+\+")


@lru_cache(maxsize=1_024)
def words_of_name(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a name's words in Latin letters and, of a Chinese one, in characters.

    A Chinese name is family name then given name, each one word, titles and honorifics left out; in Latin
    letters it is its pinyin. A Latin name has its words in order as written, in lower case, without accents.
    """
    name = shown(name)
    words = pieces(name)
    if " ".join(words) in _NO_NAMES:
        return (), ()
    if has_han(name):
        return _chinese(name)
    kept = tuple(word for word in words if word not in _TITLES)
    return kept or words, ()


def _chinese(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    run = "".join(_HAN_WORD.findall(simpler(unicodedata.normalize("NFKC", name))))
    bare = _HONORIFIC_HAN.sub("", run) or run
    if not 2 <= len(bare) <= _LONGEST_HAN_NAME:
        return (_pinyin(bare),), (bare,)
    length = 2 if bare[:2] in COMPOUND and len(bare) > 2 else 1
    family, given = bare[:length], bare[length:]
    return ("".join(READINGS.get(family, ())) or _pinyin(family), _pinyin(given)), (family, given)


@lru_cache(maxsize=65_536)
def _pinyin(characters: str) -> str:
    return "".join(lazy_pinyin(characters, style=Style.NORMAL, v_to_u=False)).replace("ü", "v")


def words_of_text(text: str) -> tuple[str, ...]:
    """Return the distinct words of a place, a title or an organisation, in the order written."""
    return tuple(dict.fromkeys(pieces(text)))


def initials_and_surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a mail address may spell a name: adalovelace, lovelaceada, alovelace, adal, lovelacea."""
    if len(words) < 2 or not "".join(words).isascii():
        return ()
    first, last = words[0], words[-1]
    forms = ("".join(words), first + last, last + first, first[0] + last, first + last[0], last + first[0])
    return tuple(dict.fromkeys(forms))


def marks_of_local(local: str) -> tuple[str, ...]:
    """Return what a local part, or a name used on a machine, is known by: letters with digits, and without.

    What a forge puts before it and a +tag behind it are left out.
    """
    bare = _unaccented(_FORGE.sub("", local).partition("+")[0])
    letters, all_of_it = "".join(_LETTERS.findall(bare)), "".join(c for c in bare if c.isalnum())
    return tuple(dict.fromkeys((all_of_it, _turned(bare), letters)))


def _turned(local: str) -> str:
    """Return a local part of two words with the second in front: adaquill90 for quill.ada90."""
    match = _TWO_WORDS.fullmatch(local)
    return f"{match[2]}{match[1]}{match[3]}" if match else "".join(c for c in local if c.isalnum())


def words_of_local(local: str) -> tuple[str, ...]:
    """Return the words a local part is written in, where it is written in several."""
    words = tuple(_LOCAL_WORD.findall(_unaccented(_FORGE.sub("", local).partition("+")[0])))
    return words if len(words) > 1 else ()


def _unaccented(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))
