"""What only looks like a need: denied, over, somebody else's, an appointment, a thing of programmers (V2).

Each row of the table says where it looks, what it looks for, and in its examples what it is for: a sentence
of those proposes nothing.
"""

import re
from enum import StrEnum
from typing import NamedTuple


class GuardPlace(StrEnum):
    """Where a guard looks: in the whole sentence, in the clause before the words of seeking, at the thing."""

    SENTENCE = "sentence"
    BEFORE = "before"
    THING = "thing"


class Guard(NamedTuple):
    """One reason why a sentence means no need, with sentences that it is for."""

    why: str
    place: GuardPlace
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


_KIN = (
    r"(?:[我你您他她]们?家?的?)?(?:[姐妹哥弟爸妈爷奶叔舅姑姨嫂]|父亲|母亲|[儿女]儿?子|女儿|孩子|小孩|老公|老婆"
    r"|太太|先生|丈夫|妻子|爱人|对象|男友|女友|男朋友|女朋友|同事|同学|室友|邻居|亲戚|[表堂][哥姐弟妹]|侄[子女]"
    r"|外甥|老板|领导|上司|经理|老师|学生|客户|朋友|甲方|对方|对手|供应商|别人|别家|人家|有人|大家|隔壁)"
)
_TECHNICAL = """
flag api patch patchset hook lock mutex spinlock helper function macro wrapper check barrier callback option
kconfig binding register quirk fix bugfix test testcase selftest reproducer rebase respin ack nack version
revision commit backport ioctl syscall pointer struct field parameter argument variable type cast comment
changelog tag cleanup refcount interface abstraction delay timeout workaround regex property node attribute
entry branch merge prototype header define symbol module bit mask offset buffer cache queue handler handle
wait retry log message warning error exception assertion initializer initialiser loop condition clause
semicolon space newline sysfs debugfs irq interrupt clock reset regulator pinmux compatible fence semaphore
constraint index migration schema endpoint token hash checksum counter sentinel default fallback indirection
case bug way solution documentation docs name race leak iteration review trace build errno tests bool config
"""
TECHNICAL = frozenset(_TECHNICAL.split())
"""Things a program is made of: who needs one of these needs a change of code."""
_TECHNICAL_HAN = (
    r"(?:接口|补丁|参数|标志位?|字段|函数|变量|配置项|驱动|互斥锁|自旋锁|锁|测试用例|用例|日志|版本|分支|提交|寄存器|回调"
    r"|宏|结构体|指针|缓存|队列|超时|重试|注释|属性|节点|索引|脚本|断言|开关|选项|api|flag|patch|pr|sdk|bug|dts|token|key"
    r"|字节|校验|返回值|数据表|权限位|命名|算法|数据结构|默认值|步骤|主键|令牌|枚举|错误|邮件|文件|资料|方案|思路|解法)"
)
_CODE = re.compile(r"[`_]|\w\(\)|->|::|[a-z][A-Z]|\b[A-Z][A-Z0-9]+_[A-Z0-9_]+")
_ENDS_THING = re.compile(
    r"\s(?:to|for|that|which|who|whose|in|on|of|with|without|so|when|where|before|after|here|there|at|from|by|as|like"
    r"|around|between|instead|because|if|than|or|and|is|are|since|until|under|per|via|then|too|[a-z]{2,12}ing)\b|[,;:(–—]",
    re.IGNORECASE,
)

GUARDS = (
    Guard(
        "denied",
        GuardPlace.SENTENCE,
        re.compile(
            r"looking forward|\bno need|no longer"
            r"|\bnot? (?:\w+ly )?(?:looking|hiring|seeking|searching|in need)"
            r"|n['’]t (?:\w+ly )?(?:looking|hiring|seeking|need)|\bnever (?:need|look)"
            r"|不需要|不用|没有需要|无需|无须|用不着|不缺|不再|不必",
            re.IGNORECASE,
        ),
        ("不需要供应商。", "We are not really looking for a printer.", "We aren't hiring any welders."),
    ),
    Guard(
        "over",
        GuardPlace.SENTENCE,
        re.compile(
            r"已经?(?:找|招|请|买|租|定|签|解决|搞定)(?:到|好|满|下|了)|(?:找|招|请|租|定)(?:到|好|满)了"
            r"|不(?:找|招|请|求|缺|租|买)了"
            r"|(?:算|作罢|取消|停招|暂停)了|停止招|招聘(?:已)?(?:结束|截止)|暂时不|先不(?:找|招)|不打算|没打算"
            r"|\b(?:found|hired|have|got) (?:one|somebody|someone|him|her|them)"
            r"(?: \w+)?(?: now| already|$|[.,;!])"
            r"|\bany ?more\b|\bnever mind\b"
            r"|\balready (?:found|have|hired|filled|sorted)|\bis (?:now )?(?:filled|sorted)"
            r"|\bstopped (?:looking|searching)|\bgave up\b",
            re.IGNORECASE,
        ),
        (
            "我之前在找摄影师，现在不找了。",
            "我们在找的设计师已经找到了。",
            "We are looking for a printer, but found one already.",
        ),
    ),
    Guard(
        "denied just before",
        GuardPlace.BEFORE,
        re.compile(r"(?:没有?|没|不|别|未|并非|并没|停止|无意|懒得|不太|不怎么)[^，,。]{0,3}$"),
        ("我没有在找工作。", "我们并没在招人。", "我不想找合伙人。"),
    ),
    Guard(
        "past",
        GuardPlace.BEFORE,
        re.compile(
            r"(?:之前|以前|去年|前年|上个?月|上周|当时|那时候?|原来|原先|本来|曾经?|早先|从前|过去|前几年|那会儿?"
            r"|那年|小时候|当年)[^，,。]{0,8}$"
        ),
        ("去年我们在找厂房。", "当时公司在招设计师。", "我以前想学木工。"),
    ),
    Guard(
        "somebody else's",
        GuardPlace.BEFORE,
        re.compile(
            rf"{_KIN}[^，,。]{{0,8}}$|(?:说|提到|表示|讲过?|告诉我?|问我?|听闻|以为|觉得)[^，,。]{{0,8}}$"
        ),
        ("我妹妹在找房子。", "老板说我们在找设计师。", "隔壁公司在招会计。"),
    ),
    Guard(
        "asked or supposed",
        GuardPlace.SENTENCE,
        re.compile(r"(?:是不是|是否|有没有|还)(?:在|想|要)[^。]{0,12}(?:吗|呢|？|\?)|谁在(?:找|招)"),
        ("你们是不是在找办公室？", "谁在找合伙人？"),
    ),
    Guard(
        "an appointment",
        GuardPlace.THING,
        re.compile(
            r"^(?:一个|个)?(?:合适|方便|共同|恰当|大家都?方便)的?(?:时间|日子|日期|时候|机会|地方|场合)"
            r"|^(?:时间|机会|日子|空档)|(?:见面|碰面|开会|吃饭|聚聚|聊聊)$"
            r"|^an? (?:good |suitable |convenient |free |new |better )?(?:time|date|day|slot|moment|chance)\b"
            r"|^an? (?:good |better )?(?:way|reason)\b",
            re.IGNORECASE,
        ),
        ("在找一个合适的时间见面。", "We are looking for a good time to meet."),
    ),
    Guard(
        "a thing of programmers",
        GuardPlace.THING,
        re.compile(rf"{_TECHNICAL_HAN}$|内存|泄漏|死锁|崩溃|报错|编译|{_CODE.pattern}"),
        ("我们需要一个新的接口。", "想要找一个标志位。", "We need a `struct device` here."),
    ),
)


def is_not_meant(sentence: str) -> bool:
    """Tell whether a sentence as a whole says that nothing is sought."""
    return any(guard.pattern.search(sentence) for guard in GUARDS if guard.place == GuardPlace.SENTENCE)


def is_not_the_speakers(clause: str) -> bool:
    """Tell whether what stands before the words of seeking denies them, or makes them another's or past."""
    return any(guard.pattern.search(clause) for guard in GUARDS if guard.place == GuardPlace.BEFORE)


def is_no_thing_to_give(what: str) -> bool:
    """Tell whether what is sought is nothing that one person can hand another: a time, a change of code."""
    if any(guard.pattern.search(what) for guard in GUARDS if guard.place == GuardPlace.THING):
        return True
    end = _ENDS_THING.search(what)
    words = re.findall(r"[a-z]+", (what[: end.start()] if end else what).lower())
    if not words or not what.isascii():
        return False
    return not {words[-1], words[-1].removesuffix("s"), words[-1].removesuffix("es")}.isdisjoint(TECHNICAL)
