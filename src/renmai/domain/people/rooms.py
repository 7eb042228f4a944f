"""Rooms and equipment that are invited to meetings like people, told by what they are called."""

import re
import unicodedata
from functools import lru_cache

from renmai.domain.people.names import simpler

_ROOM = re.compile(
    r"\brooms?\b(?!-[a-z])|\brm\s?[-#.]?\s?[a-z]?\d|"
    r"\b(?:meeting|conf(?:erence)?|board|huddle|zoom|teams|training|class|war)[ _-]?(?:rm|room)s?|"
    r"\b(?:auditorium|boardroom|huddle space|phone ?booth|focus booth|parking (?:lot|space|spot)|"
    r"meeting (?:space|pod|point)|video ?conferenc\w*|besprechungsraum|konferenzraum|sitzungszimmer|"
    r"salle de r[eé]union|sala de (?:juntas|reuniones))\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:the |company |pool |office |shared |spare |loan )?(?:projector|beamer|laptop|notebook|ipad|tablet|"
    r"tv|television|whiteboard|flip ?chart|car|van|vehicle|minibus|camera|webcam|printer|scanner|"
    r"conference phone|speaker ?phone|polycom|screen|display|microphone|"
    r"vr headset|hot ?desk|desk|locker|bike|room kit|"
    r"surface hub|meeting owl)s?[\s#_-]*[a-z]?\d{0,4}",
    re.IGNORECASE,
)
_USE = (
    "会议|会谈|洽谈|培训|讨论|接待|多功能|多媒体|报告|演播|直播|录音|录播|视频|电话|面试|活动|阅览|休息|评审|"
    "路演|贵宾|研讨|实验|工作"
)
_CHINESE = re.compile(
    rf"(?:{_USE})(?:室|厅|间|中心)|教室|礼堂|电话亭|静音仓|会议[亭仓]|"
    r"[0-9a-z一二三四五六七八九十][楼层座](?:.{0,6}[0-9]+|.{1,6}[室厅间])|"
    r"[0-9a-z]{1,6}[室厅]|[室厅](?:[-_ ]?[0-9a-z]{1,4})?(?:\([^()]{0,40}\))?$",
    re.IGNORECASE,
)
_CHINESE_THING = re.compile(
    r"(?:投影仪?|投影机|笔记本电脑|平板|电视|会议平板|大屏|白板|音箱|话筒|麦克风|摄像头|照相机|相机|打印机|公务车|"
    r"商务车|班车|车位|车辆|工位|视频会议(?:系统|终端)?|会议系统)[-_ #号]*[0-9a-z]{0,6}号?",
    re.IGNORECASE,
)
_SEATS_TOLD = re.compile(r"\(\s*\d{1,3}\s*(?:人|座|位|pax|ppl|people|persons?|seats?)\s*\)$", re.IGNORECASE)
_ONE_WORD_WITH_NUMBER = re.compile(r"\S+\s*\(\s*\d{1,3}\s*\)")
_LOCAL = re.compile(
    r"^(?:(?:conf(?:erence)?|meeting|mtg|board|training|zoom|teams|huddle|video|class|war|vc|the)[._-]?)?rooms?"
    r"(?:[._-].*|[a-z]?\d+.*)?$|^rm[._-]?[a-z]?\d+|[._-](?:room|meetingroom|confroom)(?:[._-]?\w{0,4})?$|"
    r"^(?:conf(?:erence)?|meeting|mtg|board|training|zoom|teams|huddle)[._-]?room|"
    r"^(?:projector|beamer|polycom|whiteboard|huiyishi|hys|touying|touyingyi|peixunshi|qiatanshi|baogaoting)"
    r"[._-]?[a-z]?\d*$|^(?:resource|equipment|raum|salle)[._-]|会议室|投影",
)
_HOST = re.compile(r"^(?:rooms?|resources?|meetingrooms?)\.[^.]+\.|(?:^|\.)resource\.calendar\.google\.com$")


@lru_cache(maxsize=65_536)
def is_called_like_a_room(name: str) -> bool:
    """Tell whether a name is a room's or a thing's: 3楼会议室301, Conf Room Mars (12), Projector 2."""
    plain = simpler(unicodedata.normalize("NFKC", name)).strip("'\" ")
    if any(pattern.search(plain) for pattern in (_ROOM, _SEATS_TOLD)) or _THING.fullmatch(plain):
        return True
    return not plain.isascii() and bool(_CHINESE.search(plain) or _CHINESE_THING.fullmatch(plain))


def is_a_word_with_seats(name: str) -> bool:
    """Tell whether a name is one word with a number behind it, as rooms have their seats: Mars (12)."""
    return _ONE_WORD_WITH_NUMBER.fullmatch(unicodedata.normalize("NFKC", name).strip("'\" ")) is not None


def is_address_of_a_room(local: str, host: str) -> bool:
    """Tell whether a mail address is a room's or a thing's: confroom302, projector2, room-a301."""
    return _LOCAL.search(local) is not None or _HOST.search(host) is not None
