"""Which mails a machine wrote in somebody's name: away notices, answers of calendars, reports of delivery."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path


class MachineReason(StrEnum):
    """What sort of machine wrote it; the code of what the report counts."""

    CALENDAR_ANSWER = "mail_calendar_answer"
    AWAY_NOTICE = "mail_away_notice"
    BY_MACHINE = "mail_by_machine"


ANSWERS = ("REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER")
"""Methods of a calendar by which somebody answers an invitation (RFC 5546)."""
MOST_WORDS = 160
MOST_LETTERS = MOST_WORDS * 8
"""A longer text is a letter, whatever it says of automatic answers."""

_TABLE = tomllib.loads(Path(__file__).with_name("automatic.toml").read_text("utf-8"))
_AGAIN = (
    r"\s*((?:(?:re|aw|sv|antw|r|tr|fwd?|回复|答复|回覆|答覆|转发|轉寄)\s?[:：]\s*){0,9})[\[【(（「<*\s]{0,3}"
)


def _any_of(name: str, *, before: str = "", behind: str = "") -> re.Pattern[str]:
    """Return one pattern for all of a table's, in every language."""
    spoken = "|".join(each for several in _TABLE[name].values() for each in several)
    return re.compile(f"{before}(?:{spoken}){behind}", re.IGNORECASE | re.MULTILINE)


_ANSWERED = _any_of("answered", before=_AGAIN)
_AWAY_SUBJECT = _any_of(
    "away_subject", before=_AGAIN, behind=r"(?:\s*[\]】)）」>*:：]|\s*$|\s+[-–—(（]|\s+(?:re|fwd?|was)\b)"
)
_REPORTED = _any_of("reported", before=_AGAIN)
_SAYS_SO = _any_of("says_so")
_IS_AWAY = _any_of("is_away")
_AS_TEMPLATES = _any_of("as_templates")
_BY_CALENDAR = _any_of("calendar_subject", before=r"\s*")
_CLICKED = _any_of("clicked")
_OF_CALENDARS = re.compile(r"calendar-(?:notification|server)|@(?:calendar|cal)\.", re.IGNORECASE)
_AGAIN_ALONE = re.compile(_AGAIN, re.IGNORECASE)
_HINTS = (
    *(
        "auto",
        "office",
        "leave",
        "vacation",
        "holiday",
        "away",
        "travel",
        "urlaub",
        "büro",
        "absen",
        "abwesen",
    ),
    *("congé", "vacan", "ferie", "动", "動", "假", "外", "差", "不在"),
)
"""Of the texts without any of these none needs a closer look."""


def says_it_is_automatic(subject: str, lines: list[str], *, is_answer: bool) -> bool:
    """Tell an away notice or another automatic answer by what it says of itself.

    :param is_answer: it answers another mail; only then an absence with the turns of a template is a notice
    """
    if _ANSWERED.match(subject):
        return True
    text = "\n".join(line.strip() for line in lines if line)
    if len(text) > MOST_LETTERS or not _has_hint(f"{subject}\n{text}".lower()):
        return bool(not text and _AWAY_SUBJECT.match(subject))
    if len(text.split()) > MOST_WORDS:
        return False
    if _SAYS_SO.search(text):
        return True
    again = _AGAIN_ALONE.match(subject)
    is_answer = is_answer or bool(again and again[1]) or "re:" in subject.lower()
    is_about_absence = bool(_IS_AWAY.search(text))
    if _AWAY_SUBJECT.match(subject) and (is_answer or is_about_absence):
        return True
    return is_answer and is_about_absence and bool(_AS_TEMPLATES.search(text))


def _has_hint(text: str) -> bool:
    return any(hint in text for hint in _HINTS)


def machine_reason(fields: Mapping[str, object]) -> MachineReason | None:
    """Return which machine wrote a kept mail, None where a human did."""
    subject = str(fields.get("subject", ""))
    if fields.get("calendar") in ANSWERS or _is_answer_by_click(fields, subject):
        return MachineReason.CALENDAR_ANSWER
    if "is_automatic" in fields or "auto_reply" in fields or _ANSWERED.match(subject):
        return MachineReason.AWAY_NOTICE
    submitted = str(fields.get("auto_submitted", "no")).partition(";")[0].strip().lower()
    if submitted == "auto-replied" or fields.get("precedence") in ("auto_reply", "auto-reply"):
        return MachineReason.AWAY_NOTICE
    is_report = fields.get("content_kind") == "report" or fields.get("return_path") == "<>"
    if is_report or submitted not in ("no", "") or _REPORTED.match(subject):
        return MachineReason.BY_MACHINE
    return None


def _is_answer_by_click(fields: Mapping[str, object], subject: str) -> bool:
    """Tell an answer to an invitation whose calendar part is gone, by its subject and its words."""
    if not _BY_CALENDAR.match(subject):
        return False
    if fields.get("content_kind") == "calendar" or _OF_CALENDARS.search(str(fields.get("sender", ""))):
        return True
    words = str(fields.get("excerpt", ""))
    return not words or bool(_CLICKED.search(words))
