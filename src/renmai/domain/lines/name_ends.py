"""Where in a line a name ends that begins at a place, by what names look like in Chinese and English."""

import re

from renmai.domain.lines.words import (
    BOUNDARY_ZH,
    CALLED_LIKE_MONTHS,
    NO_NAMES_EN,
    NO_NAMES_ZH,
    NOBODY_ZH,
    NOT_FIRST_ZH,
    THEIRS_ZH,
)
from renmai.domain.people.calling import RELATIVES, TITLES_BEHIND
from renmai.domain.people.nicknames import NICKNAMES
from renmai.domain.people.surnames import COMPOUND, OFTEN, SINGLE

HAN = r"[\u3400-\u9fff]"
_SURNAME = rf"(?:{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(SINGLE))}])"
_LONG_TITLE = "|".join(word for word in TITLES_BEHIND if word not in ("老大", "兄弟", "阿公", "阿婆", "様"))
TITLED = re.compile(
    rf"(?<![一两几三四五六七八九十这那]){_SURNAME}(?:(?![的了在是我他她]){HAN}){{0,2}}?(?:{_LONG_TITLE}"
    rf"|总(?![是部共之结算体额监])|工(?![厂作程资具人业]))"
)
_PET = re.compile(
    rf"[小老阿]{HAN}|(?P<twice>{HAN})(?P=twice)|{_SURNAME}[姐哥叔姨]"
    rf"|大[宝伟明军强刚鹏飞龙毛勇斌亮涛华壮]|(?<=@)大{HAN}"
)
_PET_LATIN = re.compile(r"[小老阿大][A-Za-z][a-z]*(?![A-Za-z])")
_BEHIND_LATIN = re.compile(rf"(?:总|姐|哥|叔|工(?![厂作程资])|{_LONG_TITLE}|[{''.join(sorted(SINGLE))}])")
JOINS = frozenset("和同与向从于应")
"""Surnames that far oftener are a word before a name."""
_CAP = (
    r"[A-Z\u00c0-\u00de]"
    r"(?:[A-Za-z\u00c0-\u024f]|['’](?=[A-Z])|['’](?![smdrl]\b|ll\b|ve\b|re\b)(?=\w)|-(?=[A-Za-z]))*"
)
_TITLE_EN = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Lord|Lady)\.?\s+|(?:Uncle|Aunt|Auntie|Cousin)\s+)"
LATIN = re.compile(rf"{_TITLE_EN}?{_CAP}(?:\s+(?:(?:van|von|de|der|la|bin|al)\s+)*{_CAP}){{0,3}}")
TITLED_LATIN = re.compile(rf"\b{_TITLE_EN}{_CAP}(?:\s+{_CAP})?")
_LETTERS = re.compile(r"[A-Z]{2,}s\b")
_IS_GROUP = re.compile(
    r"\s+(?:team|teams|company|office|people|folks|guys|board|group|crew|department|dept|staff|account"
    r"|project"
    r"|deal|family|conference|summit|meetup|project|app)\b"
)
_LOWER = re.compile(r"[a-z]{3,12}(?![\w@])")
_LOWER_ENDS = re.compile(
    r"\s*(?:$|[,.;:!?)—–&/-]|['’]s\b|(?:and|about|re|at|on|for|from|to|today|tonight|yesterday|tmrw|tomorrow"
    r"|this|last|who|he|she|over)\b)"
)
_ALSO_WORDS = """
will mark may art bill pat rob sue drew grant jack faith hope joy grace frank chase miles dick gene rich max
ray rose mike mat con bob ward lie len lee nan rick nick bell belle barb sandy randy penny dot kit hank hugh
mick paddy pip rex sally sim tess tom
"""
_WORDS_TOO = frozenset(_ALSO_WORDS.split())
_OPENS_PERSON = (
    " with",
    "w/",
    " met",
    " called",
    " and",
    " texted",
    " told",
    " saw",
    " phoned",
    " emailed",
    "&",
)
_ENDS_OF_GIVEN = "学文明志能可有刚"
_IN_NO_NAME = re.compile("[了过着的吗呢吧么我你他她们这那是不没在跟]")
_TOLD = re.compile(r"\s+(?:called|told|said|texted|asked|sent|gave|introduced)\b")
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou"
    r"|an|en|in"
    r"|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u|v)"
)
_PINYIN = re.compile(rf"(?:{_SYLLABLE}){{2,4}}\b")


def latin_end(line: str, start: int, *, is_subject: bool, is_opened: bool = False) -> int:
    """Return where a name in Latin letters ends that begins here, 0 where there is none.

    :param is_opened: whether it stands behind a word that names come after
    """
    if match := LATIN.match(line, start):
        return _capital_end(line, start, match[0], is_subject)
    return _lower_end(line, start, is_subject, is_opened)


def _capital_end(line: str, start: int, said: str, is_subject: bool) -> int:
    words = said.split()
    while len(words) > 1 and words[-1].casefold() in NO_NAMES_EN:
        words.pop()
    if len(words[0]) < 2 or _LETTERS.match(words[0]):
        return 0
    is_short_form = words[0].isupper() and not is_subject
    if is_short_form or (_is_no_name(words[0]) and not _is_like_a_month(line, start, words, is_subject)):
        return 0
    end = start + len(said[: said.rindex(words[-1]) + len(words[-1])])
    if _IS_GROUP.match(line, end):
        return 0
    behind = _BEHIND_LATIN.match(line, end)
    is_part = behind and behind[0] not in JOINS and BOUNDARY_ZH.match(line, behind.end())
    return behind.end() if behind and is_part else end


def _is_no_name(word: str) -> bool:
    return word.casefold().strip(".'’") in NO_NAMES_EN


def _is_like_a_month(line: str, start: int, words: list[str], is_subject: bool) -> bool:
    """Tell whether a word that is a month as well is somebody: Jan Novak, “lunch with April”."""
    if words[0].casefold() not in CALLED_LIKE_MONTHS:
        return False
    if len(words) > 1:
        return True
    if is_subject:
        return bool(_TOLD.match(line, start + len(words[0])))
    return line[:start].casefold().rstrip().endswith((" with", "w/", " met", "met", "called"))


def _lower_end(line: str, start: int, is_subject: bool, is_opened: bool) -> int:
    """Return where a name ends that is written small: in Latin Chinese, or a given name that is no word."""
    before = f" {line[:start].casefold().rstrip()}"
    is_place = before.endswith(_OPENS_PERSON)
    word = _LOWER.match(line, start)
    if word and (is_place or is_subject or is_opened) and _LOWER_ENDS.match(line, word.end()):
        is_given = word[0] in NICKNAMES and (is_place or word[0] not in _WORDS_TOO)
        if is_given or word[0] in RELATIVES:
            return word.end()
    pinyin = None if is_subject else _PINYIN.match(line, start)
    is_word = pinyin is not None and pinyin[0] in NO_NAMES_EN
    return pinyin.end() if pinyin and is_place and not is_word and len(pinyin[0]) > 4 else 0


def han_end(line: str, start: int, *, is_strict: bool, is_opened: bool = False) -> int:
    """Return where a Chinese name ends that begins here: a title, a pet name, or surname and given name.

    :param is_strict: whether only what begins with a surname is one
    :param is_opened: whether it stands behind a word that names come after
    """
    if start >= len(line) or line[start : start + 2] in NO_NAMES_ZH:
        return 0
    if titled := TITLED.match(line, start):
        return 0 if THEIRS_ZH.match(line, titled.end()) else titled.end()
    if latin := _PET_LATIN.match(line, start):
        return latin.end()
    pet = _PET.match(line, start)
    if pet and pet[0] not in NOBODY_ZH and not THEIRS_ZH.match(line, pet.end()):
        is_sure = is_opened and pet[0][0] in "小老" and pet[0][1] in OFTEN
        if is_sure or ends_at(line, pet.end()):
            return pet.end()
    length = 2 if line[start : start + 2] in COMPOUND else 1
    if length == 2 or line[start] in SINGLE:
        ends = [start + length + given for given in (1, 2)]
        inside = [end for end in ends if end <= len(line)]
        fit = [end for end in inside if ends_at(line, end) and _may_be_name(line[start:end])]
        if fit:
            return fit[0] if len(fit) == 1 else _of_two(line, *fit)
        return 0
    return 0 if is_strict else _unlike_a_name(line, start)


def _of_two(line: str, short: int, long: int) -> int:
    """Return the likelier of two ends: the longer where what would follow the shorter is no word."""
    is_odd = line[short] in _ENDS_OF_GIVEN and not re.match(
        r"学[习会]|明[天早晚年]|能|可以|有|刚[才刚到]", line[short:]
    )
    return long if is_odd or long == len(line) else short


def _may_be_name(said: str) -> bool:
    """Tell whether a text is Chinese characters only, with none in it that no name has."""
    return re.fullmatch(rf"{HAN}+", said) is not None and not _IN_NO_NAME.search(said)


def ends_at(line: str, end: int) -> bool:
    """Tell whether a name may end here: what follows is no part of it, and means nobody of theirs."""
    return BOUNDARY_ZH.match(line, end) is not None and not THEIRS_ZH.match(line, end)


def _unlike_a_name(line: str, start: int) -> int:
    """Return where two or three characters end that stand where a name would, and are no known word."""
    for end in (start + 2, start + 3):
        said = line[start:end]
        is_word = said in NOBODY_ZH or said[:2] in NOBODY_ZH or said[:2] in NO_NAMES_ZH
        if end <= len(line) and _may_be_name(said) and ends_at(line, end) and not is_word:
            behind = line[end : end + 1]
            is_odd = said[0] in NOT_FIRST_ZH or re.search("[我他她你您]", said)
            return 0 if is_odd or not behind or behind in "的了" else end
    return 0
