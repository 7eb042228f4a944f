"""What a date says of its zone: `+0800`, `+08:00`, `GMT+8`, `CST`, `Asia/Shanghai`, 北京时间."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

OF_CST = (480, -360)
"""China's standard time and North America's central one go by the same three letters."""
_NAMED = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "bst": 60, "wet": 0, "west": 60, "cet": 60, "met": 60,
    "cest": 120, "mest": 120, "eet": 120, "eest": 180, "msk": 180, "jst": 540, "kst": 540, "hkt": 480,
    "sgt": 480, "aest": 600, "aedt": 660, "awst": 480, "nzst": 720, "nzdt": 780,
    "中国标准时间": 480, "北京时间": 480, "中國標準時間": 480, "台北標準時間": 480, "香港時間": 480,
    "china standard time": 480, "日本標準時": 540, "한국 표준시": 540,
}  # fmt: skip
_OFFSET = re.compile(r"(?:\b(?:GMT|UTC?|Z)\s{0,3})?([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)", re.IGNORECASE)
_PLACE = re.compile(r"\b[A-Z][A-Za-z]{2,20}/[A-Z][A-Za-z_+-]{2,30}(?:/[A-Z][A-Za-z_]{2,30})?")
_LETTERS = re.compile(r"[^\W\d_]{1,20}(?: [^\W\d_]{2,20}){0,2}")
_COMMENT = re.compile(r"\(([^()]*)\)")


class Zone(NamedTuple):
    """How far east of UTC, or where, if anything was said; `is_unsure` if that leaves a choice."""

    minutes: int | None = None
    place: str = ""
    is_unsure: bool = False

    def offset_at(self, local_s: int) -> int | None:
        """Return the offset in minutes at a local time, None where nothing was said."""
        if not self.place:
            return self.minutes
        local = datetime.fromtimestamp(local_s, UTC).replace(tzinfo=None)
        offset = local.replace(tzinfo=ZoneInfo(self.place)).utcoffset()
        return None if offset is None else int(offset.total_seconds() // 60)


@lru_cache(1024)
def zone_of(text: str) -> Zone:
    """Read what stands behind a clock; an offset in digits says more than a name beside it.

    `-0000` says that the zone is not known though the time is UTC's, and so does an impossible offset.
    """
    bare = _COMMENT.sub(" ", text)
    match = _OFFSET.search(bare)
    if match:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        is_unknown = minutes > 14 * 60 or (match[1] == "-" and not minutes)
        return Zone(None if is_unknown else -minutes if match[1] == "-" else minutes)
    if (place := _PLACE.search(bare)) and _is_known(place[0]):
        return Zone(place=place[0])
    for said in (*_LETTERS.findall(bare), *_LETTERS.findall(" ".join(_COMMENT.findall(text)))):
        if said.lower() in _NAMED:
            return Zone(_NAMED[said.lower()], is_unsure=said.lower() == "cst")
    return Zone(is_unsure=True)


@lru_cache(256)
def _is_known(place: str) -> bool:
    try:
        return bool(ZoneInfo(place))
    except (ValueError, OSError, KeyError):
        return False
