"""Signed positions: which organisation and which title the last lines of a letter name, by plain rules.

Better nothing than a guess: a line counts where a word of it is a title's or an organisation's, or where the
domain the letter came from is named after it. Both languages, no network, one pass over a few short lines.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from renmai.domain.people.names import has_han
from renmai.domain.positions.legal import without_footer
from renmai.domain.positions.positions import bears

LONGEST_LINE, MOST_WORDS = 80, 8
_TITLES = """
accountant administrator advisor adviser analyst architect associate attorney buyer cdo ceo cfo chair
chairman chairwoman chief cio cmo co-founder cofounder consultant coordinator counsel cto curator
designer developer director doctor editor engineer executive founder head journalist lawyer lead
lecturer librarian manager merchandiser nurse officer owner partner photographer physician planner
president principal producer professor programmer proprietor publisher recruiter representative
researcher scientist secretary specialist strategist supervisor surveyor teacher technician translator
treasurer vp
"""
_TITLE_WORDS = frozenset(_TITLES.split())
_TITLE_HAN = re.compile(
    r"(?:经理|总监|主管|工程师|总裁|董事长?|创始人|合伙人|顾问|设计师|编辑|教授|讲师|主任|部长|处长|科长|厂长|店长|院长|校长"
    r"|会长|老师|主编|架构师|采购|专员|负责人|律师|分析师|研究员|秘书长?|代表|助理|会计|医生|记者|策划|首席\w{1,6}官|买手|策展人|掌柜)$"
)
_PLACES = """
academy agency associates association bank bureau center centre chamber co college committee company
consulting corp corporation council foundation gmbh group hospital inc incorporated institut institute
labs laboratories laboratory limited llc llp ltd ministry museum network partners press school society
software solutions studio studios systems technologies technology trust universitat university ventures
works
"""
_ORG_WORDS = frozenset(_PLACES.split())
_ORG_HAN = re.compile(
    r"(?:公司|集团|大学|学院|银行|研究院|研究所|中心|协会|学会|商会|基金会?|医院|工作室|事务所|学校|中学|小学|出版社|科技|传媒|文化|设计"
    r"|设计院|杂志社|报社|酒店|律所|家居|模塑|资本|咨询|制造|工厂|厂|社|馆|局|厅|部|所)$"
)
_NO_PLACE = re.compile(
    r"@|https?:|www\.|\d{4,}|[\"“”]|[.!?。！？]\s*$|^(?:tel|mob|phone|fax|电话|手机|微信)", re.I
)
_COMPANY_DOT = re.compile(r"\b(?:inc|ltd|co|corp)\.$", re.I)
_BETWEEN = re.compile(r"\s*[|｜│·•,，、;；]\s*|\s+[-–—/]+\s+")
_AT = re.compile(r"\s+(?:at|@)\s+")
_EDGE = " \t-–—*|｜│·•,，"


class Signed(NamedTuple):
    """What a signature says of a position; `organisation` is empty where only a title stands there."""

    organisation: str
    title: str
    line: str


def signed_position(lines: Sequence[str], *, name: str = "", host: str = "") -> Signed | None:
    """Return the position that a signature names, None where it names none.

    :param name: who signs, so that their name is not taken for an organisation
    :param host: the domain of the employer the letter came from, empty for a private one
    """
    read = [_read(line, name, host) for line in without_footer(lines, host)]
    found = [each for each in read if each]
    both = next((each for each in found if each.organisation and each.title), None)
    if both:
        return both
    title = next((each for each in found if each.title), None)
    place = next((each for each in found if each.organisation), None)
    if title and place:
        return Signed(place.organisation, title.title, f"{title.line} · {place.line}")
    return title or place


def _read(line: str, name: str, host: str) -> Signed | None:
    text = " ".join(line.split()).strip(_EDGE)
    if name and text.casefold().startswith(name.casefold()):
        text = text[len(name) :].strip(_EDGE + ":：")
    if not text or len(text) > LONGEST_LINE or (_NO_PLACE.search(text) and not _COMPANY_DOT.search(text)):
        return None
    before, at, after = _parted(_AT, text)
    if at and _is_title(before):
        return Signed(_first(after), before, text)
    title = organisation = ""
    for part in _pieces(text):
        if part.casefold() == name.casefold():
            continue
        if not organisation and _is_organisation(part, host):
            organisation = part
        elif not title and _is_title(part):
            title = part
    return Signed(organisation, title, text) if organisation or title else None


def _parted(mark: re.Pattern[str], text: str) -> tuple[str, bool, str]:
    found = mark.search(text)
    return (text[: found.start()], True, text[found.end() :]) if found else (text, False, "")


def _first(text: str) -> str:
    return _BETWEEN.split(text)[0].strip(_EDGE)


def _pieces(text: str) -> Iterator[str]:
    """Yield what stands between the marks of a line; in Chinese a space parts organisation and title."""
    for piece in _BETWEEN.split(text):
        if has_han(piece) and " " in piece and all(map(has_han, piece.split())):
            yield from piece.split()
        elif piece.strip(_EDGE):
            yield piece.strip(_EDGE)


def _words(text: str) -> list[str]:
    return [word.strip(".()").casefold() for word in text.split()]


def _is_title(text: str) -> bool:
    if has_han(text):
        return bool(_TITLE_HAN.search(text))
    words = _words(text)
    return len(words) <= MOST_WORDS and not _TITLE_WORDS.isdisjoint(words)


def _is_organisation(text: str, host: str) -> bool:
    words = _words(text)
    if len(words) > MOST_WORDS:
        return False
    if host and bears(text, host):
        return True
    if has_han(text):
        return bool(_ORG_HAN.search(text)) and not _TITLE_HAN.search(text)
    is_named = text[:1].isupper() and len(words) > 1
    return is_named and not _ORG_WORDS.isdisjoint(words) and _TITLE_WORDS.isdisjoint(words)
