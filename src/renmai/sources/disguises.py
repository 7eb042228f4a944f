"""Addresses as archives of lists hide them: `ada at firm.example`, `ada.l...@firm.example`, `<hidden>`.

Such a text is a name, not an address: whom it names is certain only within what archives say. One that shows
all of an address has one normal form, `ada at firm.example`; one that hides a part, or has no host that could
be reached, tells people apart only together with their name.
"""

import re
from functools import lru_cache

from renmai.domain.people.handles import DISGUISE, Handle, HandleKind

LONGEST = 200
_IN_BRACKETS = r"\s{0,3}[\[({<]\s{0,3}%s\s{0,3}[\])}>]\s{0,3}"
_AT = (
    rf"(?:{_IN_BRACKETS % '(?:at|@|a|ät|arroba|chez|kukac)'}|\s{{0,3}}\(\)\s{{0,3}}|[_-]{{1,2}}at[_-]{{1,2}}"
    r"|\s{1,3}(?:at|en|bei|an|a|à|chez|em|op|na|w|på|kukac|arroba|на|在|＠)\s{1,3})"
)
_DOT = (
    rf"(?:\.|{_IN_BRACKETS % '(?:dot|[.]|d|punkt|punto|point|点)'}|[_-]{{1,2}}dot[_-]{{1,2}}"
    r"|\s{1,3}(?:dot|punkt|punto|point|!|点)\s{1,3}|\s{0,3}!\s{0,3})"
)
_LOCAL = rf"[^\W_][\w.+'=~-]{{0,63}}?(?:{_DOT}\w[\w.+'=~-]{{0,40}}?){{0,3}}"
_HOST = rf"\w[\w-]{{0,62}}?(?:{_DOT}\w[\w-]{{0,62}}?){{1,6}}"
_DISGUISED = re.compile(rf"({_LOCAL}){_AT}({_HOST})(?:\s{{1,3}}\((.*)\))?", re.IGNORECASE | re.DOTALL)
_ANY_DOT = re.compile(_DOT, re.IGNORECASE)
_HINT = re.compile(
    r"\s(?:at|en|bei|an|a|à|chez|em|op|na|w|på|kukac|arroba)\s|[_-]at[_-]|[\[({<]|[在＠]|\sна\s", re.I
)
_MASKED = re.compile(r"\.{3,}|…|\*{2,}|•|\?{2,}|#{2,}|\bx{3,}\b|\.invalid$", re.IGNORECASE)


def disguised_in(text: str) -> tuple[str, str] | None:
    """Return name and normal form of an address that a text shows in disguise, None where it shows none."""
    text = text.strip()
    if "@" in text.replace("(@)", "").replace("[@]", "") or len(text) > LONGEST or not _HINT.search(text):
        return None
    return _read(text)


@lru_cache(16384)
def _read(text: str) -> tuple[str, str] | None:
    match = _DISGUISED.fullmatch(text)
    if match is None:
        return None
    local, host = (_ANY_DOT.sub(".", part) for part in match.group(1, 2))
    return match[3] or "", f"{local}{DISGUISE}{host}".lower()


def is_address(text: str) -> bool:
    """Tell whether an address shows all of itself and has a host that could be reached: one with a dot."""
    _, at, host = text.rpartition("@")
    return bool(at) and "." in host.strip(".") and not _MASKED.search(text)


def handle_behind(address: str, name: str, scope: str) -> Handle | None:
    """Return the name by which an archive lets somebody be known whose address it does not show.

    :param address: what stands in its place, in its normal form where it shows all of it
    :param name: their name, by which those are told apart of whom no whole address is shown
    :param scope: what is common to one archive, where nothing of the address is shown
    """
    shown = " ".join(address.lower().split())
    if DISGUISE in shown and not _MASKED.search(shown):
        return Handle(HandleKind.DISGUISED, shown)
    whom = " ".join(name.casefold().split())
    place = shown if "@" in shown or DISGUISE in shown else scope
    value = f"{place.replace(DISGUISE, '@')} ({whom})" if whom else place if shown else ""
    return Handle(HandleKind.DISGUISED, value.strip()) if value else None
