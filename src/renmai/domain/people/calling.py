"""How a Chinese name calls somebody: by full name, surname and title, pet name, or word of kinship."""

from collections.abc import Sequence
from typing import NamedTuple

from renmai.domain.people.surnames import COMPOUND, OFTEN, SINGLE

_KINSHIP = """
妈妈 妈 老妈 母亲 妈咪 娘 老娘 阿妈 我妈 咱妈; 爸爸 爸 老爸 父亲 爹 老爹 爹地 阿爸 我爸 咱爸;
爷爷 阿爷 我爷爷; 奶奶 阿嬷 我奶奶; 外公 姥爷 阿公 老爷; 外婆 姥姥 阿婆 家婆; 老公 丈夫 我老公;
老婆 妻子 媳妇 媳妇儿 我老婆 内人; 公公; 婆婆; 岳父 老丈人 丈人; 岳母 丈母娘; 儿子; 女儿 闺女;
哥哥 哥 老哥 大哥 阿哥; 二哥; 三哥; 姐姐 姐 老姐 大姐 阿姐; 二姐; 三姐; 弟弟 弟 老弟 小弟;
妹妹 妹 老妹 小妹; 嫂子 嫂嫂 大嫂; 弟妹 弟媳; 姐夫; 妹夫; 舅舅 舅 大舅 老舅 娘舅; 二舅; 三舅; 小舅;
舅妈 舅母 大舅妈; 叔叔 叔 阿叔; 二叔; 三叔; 四叔; 小叔; 婶婶 婶; 伯伯 伯父 大伯 大爷; 伯母 大妈 大娘;
姑姑 姑 姑妈 大姑; 二姑; 三姑; 小姑; 姑父 姑夫; 姨妈 姨 大姨 姨母; 二姨; 三姨; 小姨; 姨父 姨夫;
表哥; 表姐; 表弟; 表妹; 堂哥; 堂姐; 堂弟; 堂妹; 外甥; 外甥女; 侄子; 侄女; 孙子; 孙女; 干爹 干爸; 干妈;
太爷爷; 太奶奶; 女婿; 儿媳 儿媳妇; 亲家 亲家公; 亲家母; 宝宝 宝贝 亲爱的
"""
_KIN = {word: number for number, words in enumerate(_KINSHIP.split(";")) for word in words.split()}
_TITLES_BEHIND = """
先生 女士 小姐 小姐姐 老师 教授 博士 总经理 经理 总监 主任 同学 师傅 师父 总裁 董事长 院长 校长 局长 处长 科长
厅长 部长 市长 县长 区长 镇长 村长 乡长 书记 主席 秘书 律师 医生 大夫 护士长 护士 老板娘 老板 老总 阿姨 叔叔
伯伯 大哥 大姐 大爷 大妈 大叔 大婶 大娘 哥哥 姐姐 弟弟 妹妹 会计 工程师 设计师 编辑 记者 导演 教练 老大 兄弟
警官 队长 班长 所长 站长 店长 厂长 行长 台长 组长 社长 会长 馆长 团长 总工 副总 师兄 师姐 师弟 师妹 学长 学姐
学弟 学妹 前辈 大师 道长 法师 顾问 代表 助理 助教 讲师 院士 研究员 总管 管家 房东 司机 阿公 阿婆 様
"""
TITLES_BEHIND = tuple(sorted(_TITLES_BEHIND.split(), key=len, reverse=True))
"""What stands behind a Chinese name or surname without being part of it, the longest first."""
SHORT_TITLES = frozenset("总工姐哥弟妹叔伯姨嫂婶爷局处院董导队校座医警兄妈爸")
_ROLES = frozenset(
    f"""{_TITLES_BEHIND}
    房客 中介 快递 快递员 外卖 保姆 月嫂 保安 门卫 物业 家政 钟点工 班主任 师母 前台 客服 领导 同事 邻居 太太
    老乡 闺蜜 导师 店主 装修 电工 水电工 木工 代购 群主 客户 甲方 乙方 夫人
    """.split()
)
"""What calls somebody by what they are, and names nobody."""
_RELATIVES_BEHIND = """
妈妈 爸爸 老妈 老爸 妈 爸 爷爷 奶奶 外公 外婆 姥姥 姥爷 家长 老婆 老公 媳妇 爱人 妻子 丈夫 夫人 太太 儿子
女儿 家属 家人
"""
_RELATIVES_OF = tuple(sorted(_RELATIVES_BEHIND.split(), key=len, reverse=True))
_PET = frozenset("小老阿大")
_HARDLY_GIVEN = OFTEN - frozenset("林高杨江龙夏文叶方石金田雷康武易常梁马")
_LONGEST_NAME = 4
_TITLES_BEFORE = """
mr mrs ms miss mx dr prof professor sir dame lord lady rev fr capt hon herr frau mme mlle monsieur madame
"""
TITLES_BEFORE = frozenset(_TITLES_BEFORE.split())
"""What stands before a Latin name without being part of it, without its dot."""
_RELATIVES = """
mum mom mommy mummy mama ma mother; dad daddy papa pa father; grandma granny nana gran grandmother;
grandpa granddad grandfather; husband hubby; wife; son; daughter; brother bro; sister sis; uncle; aunt auntie
"""
RELATIVES = {word: n for n, words in enumerate(_RELATIVES.split(";")) for word in words.split()}
"""The number of each English word of kinship."""


class Called(NamedTuple):
    """What a Chinese name tells: surname and given name where they are known; nothing else is a full name.

    `word` is all of it; `kin` the number of a word of kinship; `hint` what is most likely the surname, behind
    小 or 老; `of` whose relative it is where that is how somebody is called (李雷妈妈).
    """

    word: str
    surname: str = ""
    given: str = ""
    kin: int = -1
    hint: str = ""
    of: str = ""

    @property
    def is_full(self) -> bool:
        """Tell whether it is surname and given name."""
        return bool(self.given)


def called(words: Sequence[str]) -> Called:
    """Return how a name calls somebody.

    :param words: its Chinese words in simplified characters: one, or several where it is written with spaces
    """
    whole = "".join(words)
    if len(words) > 1:
        for word in words:
            if len(word) > 1 and not (one := _called(word)).is_full and one != Called(word):
                return one._replace(word=whole)
    return _called(whole)


def _called(word: str) -> Called:
    if word in _KIN:
        return Called(word, kin=_KIN[word])
    if word in _ROLES or len(word) < 2 or (len(word) == 2 and word[0] == word[1]):
        return Called(word)
    if title := next(filter(word.endswith, TITLES_BEHIND), ""):
        return _titled(word, word.removesuffix(title).removesuffix("副"))
    if relative := next(filter(word.endswith, _RELATIVES_OF), ""):
        whose = word.removesuffix(relative).removesuffix("的")
        return Called(word, of=whose if len(whose) > 1 else "")
    if word[-1] in SHORT_TITLES and (short := _shortly_titled(word, word[:-1])) is not None:
        return short
    return _pet_name(word) if word[0] in _PET else _full(word, word)


def _titled(word: str, rest: str) -> Called:
    """Return what stands before a title: a surname, 小 or 老 before it or not, or a full name."""
    bare = rest[1:] if len(rest) > 1 and rest[0] in "小老大" else rest
    if bare in COMPOUND or len(bare) == 1:
        return Called(word, surname=bare)
    return _full(word, rest) if rest[:1] in SINGLE or rest[:2] in COMPOUND else Called(word)


def _shortly_titled(word: str, rest: str) -> Called | None:
    """Return what stands before a title of one character, or None where that may be part of a name."""
    if rest[0] in _PET:
        return None
    if len(rest) == 1 or rest in COMPOUND:
        return Called(word, surname=rest)
    may_be_name = rest[0] in SINGLE and len(rest) == 2
    return None if may_be_name or len(word) > _LONGEST_NAME else Called(word)


def _pet_name(word: str) -> Called:
    """Return whom 小刘, 老张, 阿明 and 大刘 mean: the surname only where it is hardly a given name."""
    if len(word) == 2:
        return Called(word, hint=word[1] if word[0] != "阿" and word[1] in _HARDLY_GIVEN else "")
    if word[0] == "大":
        return _full(word, word)
    return Called(word, surname=word[1:] if word[1:] in COMPOUND else "")


def _full(word: str, name: str) -> Called:
    """Return surname and given name; two characters without a known surname are a given name alone."""
    length = 2 if name[:2] in COMPOUND and len(name) > 2 else 1
    if length == 1 and name[0] not in SINGLE and len(name) == 2:
        return Called(word)
    return Called(word, surname=name[:length], given=name[length:])


def are_two(one: Called, other: Called) -> bool:
    """Tell whether two ways to call somebody surely mean two people."""
    if one.of or other.of:
        return _are_two_of_one_household(one, other)
    if one.kin >= 0 or other.kin >= 0:
        return one.kin >= 0 and other.kin >= 0 and one.kin != other.kin
    if one.is_full and other.is_full:
        return _are_two_names(one, other)
    if one.surname and other.surname:
        return one.surname[0] != other.surname[0]
    if one.hint and other.hint:
        return one.hint != other.hint
    return any(
        bool(a.hint) and bool(b.surname) and a.hint not in b.word for a, b in ((one, other), (other, one))
    )


def _are_two_names(one: Called, other: Called) -> bool:
    a, b = one.surname + one.given, other.surname + other.given
    if set(a) <= set(b) or set(b) <= set(a):
        return len(a) == len(b) and one.surname == other.surname and one.given != other.given
    return True


def _are_two_of_one_household(one: Called, other: Called) -> bool:
    if one.of and other.of:
        return one.of == other.of and one.word != other.word
    return one.of == other.word or other.of == one.word
