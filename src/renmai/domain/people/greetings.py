"""The name under which one writes to somebody: given name where there is one, whole where it is short."""

from renmai.domain.people.calling import RELATIVES, TITLES_BEFORE
from renmai.domain.people.names import called_by, has_han, shown, simpler
from renmai.domain.people.surnames import COMPOUND, JAPANESE, SINGLE

_SURNAMES = """
cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao ge gong gu guo han hao he hou hu
huang jia jian jiang jin kong lei li liang liao lin liu lu luo lv ma mao meng pan pei peng qian qiao qin qiu
ren shao shen shi song su sun tan tang tao tian wan wang wei wen wu xia xiao xie xiong xu xue yan yang yao
ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou
"""
_SURNAMES_FIRST = frozenset(_SURNAMES.split())


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


def forms_of_address(name: str) -> tuple[str, ...]:
    """Return how a letter may turn to somebody: by the name one calls them, the whole one, its first word."""
    whole = shown(name)
    return tuple(dict.fromkeys(filter(None, (call_name(name), whole, whole.partition(" ")[0]))))
