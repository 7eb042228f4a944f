"""What a law or a lawyer puts below a letter: registered offices, numbers, disclaimers; nobody's position."""

import re
from collections.abc import Sequence

from renmai.domain.positions.positions import bears

_LAW = r"""
\bregist(?:ered|ration|er)\b
\breg(?:d|\.? ?no|\. ?office|\. ?in)\b
\bcompany (?:no|number|reg)
\bincorporated in\b
\bunder the laws\b
\b(?:vat|ust\.?-?id|steuer(?:nr|nummer)|tax id|abn|acn|nip|regon|krs|siret|siren|rcs|kvk|btw)\b
\bhrb ?\d
\bamtsgericht\b
\bhandelsregister\b
gesch(?:ä|ae)ftsf(?:ü|ue)hr
\b(?:vorstand|aufsichtsrat)\b
\bsitz (?:der|und)\b
\bsitz:
\b(?:managing directors?|board of directors):
\bbic[: ]\S{0,9}\d
\biban\b
\bau capital de\b
\bp\.? ?iva\b
\bcodice fiscale\b
\by-tunnus\b
\borg(?:anisations?)?\.? ?(?:nr|nummer)\b
\b(?:member|subsidiary|division|trademark|collaborative project) of\b
\b(?:on behalf of|is a member)\b
\btrad(?:ing|e) (?:as|name)\b
\bconfidential
\bprivileged\b
\bintended (?:only|recipient|solely|for)\b
\bdisclaimer\b
\bunauthori[sz]ed\b
\bthis (?:e-?mail|message|communication)\b
\bdo not (?:necessarily )?(?:represent|reflect)
\bviews? .{0,30}\bexpress
\bopinions?\b
\bspeaking (?:only )?for\b
\bcopyright\b
©
\ball rights reserved\b
\bplease consider\b
统一社会信用
注册(?:地址|资本|号)
营业执照
[本此][邮郵]件
保密
机密
免责
法定代表人
版权所有
备案号
"""
_OF_LAW = re.compile("|".join(_LAW.split("\n")[1:-1]), re.IGNORECASE)
_STREET = r"\S{1,40}(?:str\.?|straße|strasse|gasse|weg|katu|street|road)\b"
_BETWEEN = re.compile(rf" [-–—/·•]{{1,3}} |[|｜│·•;；]|, (?=\d|{_STREET})")
_ADDRESS = re.compile(r"\d{3,}|@|https?:|www\.|\bP\.?O\.? ?Box\b", re.IGNORECASE)
_MORE_THAN_A_NAME = re.compile(r"[|｜│·•,，]|\s[-–—/]\s|\sat\s")
_LONGEST = 80
_NO_NAME = re.compile(
    r"(?:none|n/?a|private|home|self|personal|individual|unknown|me|myself|\W+|无|个人)\W*", re.IGNORECASE
)


def is_of_law(line: str) -> bool:
    """Tell a line that a law or a lawyer wants below a letter."""
    return bool(_OF_LAW.search(line))


def without_footer(lines: Sequence[str], host: str = "") -> list[str]:
    """Return a signature without what is of law in it, nor a firm's name that stands alone right above that.

    Which of a group's firms stands there says little of where the writer works, unless their domain is named
    after it.
    """
    footer = {place for place, line in enumerate(lines) if is_of_law(line)}
    return [
        line
        for place, line in enumerate(lines)
        if place not in footer
        and not (place + 1 in footer and not _MORE_THAN_A_NAME.search(line) and not bears(line, host))
    ]


def named_organisation(text: str) -> str:
    """Return the organisation that a header names, without numbers and addresses behind it, if any."""
    text = " ".join(text.split()).strip(" \"'")
    for part in _BETWEEN.split(text):
        name = part.strip(" ,-–—")
        if name and not is_of_law(name) and not _ADDRESS.search(name) and not _NO_NAME.fullmatch(name):
            return name[:_LONGEST]
        if name:
            return ""
    return ""
