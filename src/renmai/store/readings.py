"""How Chinese names are read: pinyin, surnames read as surnames, and every other reading one may type."""

from functools import cache, lru_cache
from importlib import import_module
from itertools import product
from types import ModuleType

from renmai.domain.names import has_han, pieces

MOST_READINGS = 12
COMPOUND = {
    "尉迟": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "澹台": ("tan", "tai"),
    "单于": ("chan", "yu"),
    "长孙": ("zhang", "sun"),
    "令狐": ("ling", "hu"),
    "呼延": ("hu", "yan"),
    "鲜于": ("xian", "yu"),
    "皇甫": ("huang", "fu"),
    "宰父": ("zai", "fu"),
    "亓官": ("qi", "guan"),
}
_SURNAMES = (
    "单:shan 曾:zeng 解:xie 仇:qiu 查:zha 区:ou 朴:piao 盖:ge 乐:yue 任:ren 宁:ning 翟:zhai "
    "覃:qin 缪:miao 冼:xian 燕:yan 召:shao 华:hua 员:yun 贠:yun 折:she 黑:he 秘:bi 繁:po "
    "逄:pang 都:du 车:che 纪:ji 葛:ge 卜:bu 种:chong 那:na 哈:ha 隗:wei 尉:wei 晁:chao 石:shi "
    "沈:shen 盛:sheng 祭:zhai 洗:xian 句:gou 长:zhang 钭:tou 过:guo 惠:hui 牟:mu 宓:mi 谌:chen "
    "郗:xi 郇:xun 行:xing 应:ying 占:zhan 曲:qu 俞:yu 么:yao 黄:huang "
)
SURNAMES = dict(pair.split(":") for pair in _SURNAMES.split())


@cache
def _pypinyin() -> ModuleType:
    """Load the dictionary on first need: it takes 0.2 s, and many books hold no Chinese name."""
    return import_module("pypinyin")


@lru_cache(maxsize=65_536)
def _syllables(character: str) -> tuple[str, ...]:
    """Return every reading of one character, the usual first; ü is `v`, and `u` to those who have no ü."""
    pinyin = _pypinyin()
    found = pinyin.pinyin(character, style=pinyin.Style.NORMAL, heteronym=True)[0]
    return tuple(dict.fromkeys((*found, *(syllable.replace("v", "u") for syllable in found))))


@lru_cache(maxsize=65_536)
def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read the Chinese characters of a name, the likeliest first; none without any."""
    characters = "".join(word for word in pieces(name) if has_han(word))
    if not characters:
        return ()
    options: list[tuple[str, ...]] = [_syllables(character) for character in characters]
    if len(characters) > 2 and characters[:2] in COMPOUND:
        options[:2] = [(syllable,) for syllable in COMPOUND[characters[:2]]]
    elif len(characters) > 1 and characters[0] in SURNAMES:
        surname = SURNAMES[characters[0]]
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
