"""How Chinese names are read: pinyin, surnames read as surnames, and every other reading one may type."""

from functools import lru_cache
from itertools import product

from renmai.domain.people.names import has_han, pieces
from renmai.domain.people.surnames import READINGS

MOST_READINGS = 12


@lru_cache(maxsize=65_536)
def _syllables(character: str) -> tuple[str, ...]:
    """Return every reading of one character, the usual first; ü is `v`, and `u` to those who have no ü."""
    import pypinyin  # noqa: PLC0415 - the dictionary of readings takes 0.2 s, and many books hold no Chinese name

    syllables = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True)[0]
    return tuple(dict.fromkeys((*syllables, *(syllable.replace("v", "u") for syllable in syllables))))


@lru_cache(maxsize=65_536)
def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read the Chinese characters of a name, the likeliest first; none without any."""
    characters = "".join(word for word in pieces(name) if has_han(word))
    if not characters:
        return ()
    options: list[tuple[str, ...]] = [_syllables(character) for character in characters]
    if len(characters) > 2 and characters[:2] in READINGS:
        options[:2] = [(syllable,) for syllable in READINGS[characters[:2]]]
    elif len(characters) > 1 and characters[0] in READINGS:
        (surname,) = READINGS[characters[0]]
        options[0] = (surname, *(s for s in options[0] if s != surname))
    found: list[tuple[str, ...]] = []
    for reading in product(*options):
        found.append(reading)
        if len(found) == MOST_READINGS:
            break
    return tuple(found)


def reading_of(name: str) -> str:
    """Return a Chinese name's pinyin, `zhang san`, or nothing."""
    found = readings(name)
    return " ".join(found[0]).replace("v", "ü") if found else ""


def sort_key_of(name: str) -> str:
    """Return what puts a name in order: its pinyin, or itself in lower case; those without letters last."""
    words = pieces(name)
    key = reading_of(name).replace("ü", "u") or " ".join(words)
    return key if words else "~" + name
