"""The feasts and the days of the Chinese calendar that a line names."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from renmai.domain.people.occasions import SolarOf

_NUMBERS = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)}
_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LUNAR = re.compile(
    r"(?P<said>农历|阴历|旧历)?(?P<leap>闰)?(?P<m>正|冬|腊|十[一二]|[一二三四五六七八九十])月"
    r"(?P<d>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?"
    r"|十[一二三四五六七八九]?|三十)(?![日号天多个年月几])"
)
_NEW_YEAR = re.compile(r"(?:大年|正月|年|农历)初(?P<d>[一二三四五六七八九十])")
_AROUND_ZH = r"(?:节|佳节)?(?:那天|当天|当晚|那晚|晚上|期间|时)?(?=[在去给和跟同我请陪与到来回见约，,。\s]|$)"
_FEASTS_ZH = {
    "元宵": (1, 15, True), "端午": (5, 5, True), "七夕": (7, 7, True), "中秋": (8, 15, True),
    "重阳": (9, 9, True), "腊八": (12, 8, True), "春节": (1, 1, True), "除夕": (1, 1, True),
    "大年三十": (1, 1, True), "年三十": (1, 1, True), "元旦": (1, 1, False), "五一": (5, 1, False),
    "劳动节": (5, 1, False), "国庆": (10, 1, False), "平安夜": (12, 24, False), "圣诞": (12, 25, False),
}  # fmt: skip
_EVES = frozenset(("除夕", "大年三十", "年三十"))
_FEASTS_EN = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
_WORDS_ZH = "|".join(sorted(_FEASTS_ZH, key=len, reverse=True))
_NAMED_ZH = re.compile(rf"(?<![\u3400-\u9fff])(?:今年|去年|这个)?(?P<zh>{_WORDS_ZH}){_AROUND_ZH}")
_NAMED_EN = re.compile(rf"\bon (?P<en>{'|'.join(_FEASTS_EN)})\b", re.IGNORECASE)


class Feast(NamedTuple):
    """A day of every year as a line names it; of an eve it is the day before that is meant."""

    start: int
    end: int
    month: int
    day: int
    is_lunar: bool = False
    is_leap: bool = False
    is_eve: bool = False

    def near(self, today: date, *, ahead: bool, solar_of: SolarOf | None) -> date | None:
        """Return the last such day up to today; ahead, the next one."""
        years = range(today.year - 2, today.year + 3)
        days = sorted(filter(None, (self._in(year, solar_of) for year in years)))
        before = [day for day in days if day <= today]
        later = [day for day in days if day >= today]
        if ahead:
            return later[0] if later else None
        return before[-1] if before else None

    def _in(self, year: int, solar_of: SolarOf | None) -> date | None:
        if self.is_lunar:
            on = solar_of(year, self.month, self.day, self.is_leap) if solar_of else None
        else:
            on = date(year, self.month, self.day)
        return on - timedelta(days=1) if on and self.is_eve else on


def feasts_in(text: str) -> Iterator[Feast]:
    """Yield the feasts and Chinese days that a text names."""
    for found in _LUNAR.finditer(text):
        is_plain = found["m"] not in _MONTHS and not found["d"].startswith(("初", "廿"))
        if not is_plain or found["said"] or found["leap"]:
            month = _MONTHS.get(found["m"]) or _number(found["m"])
            yield Feast(*found.span(), month, _number(found["d"]), is_lunar=True, is_leap=bool(found["leap"]))
    for found in _NEW_YEAR.finditer(text):
        if not found[0].startswith("正月"):
            yield Feast(*found.span(), 1, _NUMBERS[found["d"]], is_lunar=True)
    for found in _NAMED_ZH.finditer(text):
        month, day, is_lunar = _FEASTS_ZH[found["zh"]]
        yield Feast(*found.span(), month, day, is_lunar=is_lunar, is_eve=found["zh"] in _EVES)
    for found in _NAMED_EN.finditer(text):
        month, day = _FEASTS_EN[found["en"].lower()]
        yield Feast(*found.span(), month, day)


def _number(text: str) -> int:
    """Return the number that Chinese digits up to thirty write, with 初 and 廿 before them or not."""
    text = text.removeprefix("初").replace("廿", "二十")
    tens, ten, ones = text.rpartition("十")
    return (_NUMBERS.get(tens, 1) * 10 if ten else 0) + _NUMBERS.get(ones, 0)
