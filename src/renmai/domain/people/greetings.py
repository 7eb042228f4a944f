"""The name under which one writes to somebody: given name where there is one, whole where it is short."""

from renmai.domain.people.names import has_han, shown, simpler
from renmai.domain.people.surnames import COMPOUND

_SURNAMES = """
cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao ge gong gu guo han hao he hou hu
huang jia jian jiang jin kong lei li liang liao lin liu lu luo lv ma mao meng pan pei peng qian qiao qin qiu
ren shao shen shi song su sun tan tang tao tian wan wang wei wen wu xia xiao xie xiong xu xue yan yang yao
ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou
"""
_SURNAMES_FIRST = frozenset(_SURNAMES.split())
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sir"))


def call_name(name: str) -> str:
    """Return how a letter addresses somebody.

    望舒 for 顾望舒, but 简宁 whole, because a single character is never used alone. Marta for Marta
    Lindqvist, but Gu Wangshu whole, because a surname put first is no form of address.
    """
    name = shown(name)
    if has_han(name):
        bare = "".join(name.split())
        if not all(has_han(letter) for letter in bare):
            return name
        surname = 2 if simpler(bare[:2]) in COMPOUND else 1
        return bare[surname:] if 2 <= len(bare) - surname <= 2 else bare
    if "@" in name:
        return name.partition("@")[0]
    words = [word for word in name.split() if word.rstrip(".").casefold() not in _TITLES]
    if len(words) < 2 or len(words[0].rstrip(".")) < 2 or words[0].casefold() in _SURNAMES_FIRST:
        return " ".join(words) or name
    return words[0]


def forms_of_address(name: str) -> tuple[str, ...]:
    """Return how a letter may turn to somebody: by the name one calls them, the whole one, its first word."""
    whole = shown(name)
    return tuple(dict.fromkeys(filter(None, (call_name(name), whole, whole.partition(" ")[0]))))
