"""Where the last lines of a mail stop being text: signatures, closings, the name, what a telephone adds."""

import re

from renmai.sources.mail.quotes import LINE, is_forward, says_who_wrote

_MARK = re.compile(r"--[ \t]?$|—\s?$|[-_=*]{12,}\s*$")
_MOBILE = re.compile(
    r"sent (?:from|via|with|using)\b|get outlook for|via mobile$|von meinem .{1,40} gesendet"
    r"|envoyé de(?:puis)?\b|enviado (?:desde|do)\b|отправлено с\b"
    r"|发自(?:我|移动|网易|腾讯|新浪|[a-z])|(?:来|來|傳)自我的|从我的.{1,20}发送|從我的.{1,20}(?:傳送|發送)"
    r"|来自.{2,16}(?:邮箱|邮件|客户端|手机版)\s{0,3}[-—_=]{0,99}$"
    r"|从 ?windows 版邮件发送|(?:获取|取得) ?outlook",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:"
    r"(?:with )?(?:best|kind(?:est)?|warm(?:est)?|many)?\s{0,3}(?:regards|wishes|thanks|greetings)"
    r"|best|rgds|br|cheers|sincerely(?: yours)?|yours (?:sincerely|truly|faithfully)|respectfully"
    r"|thank you|thanks (?:again|a lot|and regards|in advance|so much)|take care|talk soon"
    r"|mit freundlichen grüßen|mfg|(?:bien )?cordialement|saludos|с уважением"
    r"|此致|敬礼|此致敬礼|致礼|祝：?好|顺祝商祺|顺颂.祺|商祺|即颂|谨启|敬上|谢谢|多谢|感谢|祝您?工作顺利"
    r")\s{0,3}[,，.。!！~:：]{0,3}$",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"@|\+?\(?\d[\d ().-]{6,}\d|电话|手机|微信|传真|地址|\b(?:tel|mob|phone|fax|skype)\b", re.IGNORECASE
)
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
_LOOK_BACK = 14  # lines; longer is no signature
_SHORT = 90  # characters; no line of a signature is longer


def is_mark(line: str) -> bool:
    """Tell the line above a signature: `-- ` or a ruled one."""
    return bool(_MARK.match(line[:LINE]))


def is_mobile(line: str) -> bool:
    """Tell the line that a telephone or a mail program adds: `Sent from my …`, `发自我的…`."""
    return len(line) < 100 and bool(_MOBILE.match(line.lstrip("-_=*— ")))


def signature_below(lines: list[str], number: int) -> list[str]:
    """Return the signature that the mark at `number` opens, if its lines are as few and short as one's."""
    signature: list[str] = []
    for line in lines[number + 1 : number + 40]:
        text = line.strip()
        if text[:1] == ">" or says_who_wrote(text[:LINE]) or is_mark(text) or is_forward(text):
            break
        if text:
            signature.append(text)
    is_likely = len(signature) <= _LOOK_BACK and all(len(line) < _SHORT for line in signature)
    return signature if is_likely or len(lines[number]) <= 3 else []


def signed_off(kept: list[str], author: str, *, is_marked: bool) -> tuple[list[str], list[str]]:
    """Part text from what follows `Best regards`, from the author's name, or from ways to reach them.

    Where a mark has already parted the signature (`is_marked`), what is left is not searched for a card.
    """
    first = max(0, len(kept) - _LOOK_BACK)
    tail = [line.strip() for line in kept[first:]]
    for place in range(len(tail) - 1, -1, -1):
        if _is_closing(tail[place]) and all(len(line) < _SHORT for line in tail[place + 1 :]):
            start = place
            while start and (not tail[start - 1] or _is_closing(tail[start - 1])):
                start -= 1  # `此致` stands above `敬礼`
            above = without_blank_end(kept[: first + start])
            return above or kept[: first + place + 1], list(filter(None, tail[place + 1 :]))
    names = {author.lower(), *author.lower().split()[:1]} - {""}
    for place in range(max(1, len(tail) - 3), len(tail)):
        if tail[place].strip(" -,.").lower() in names:
            return without_blank_end(kept[: first + place]), list(filter(None, tail[place:]))
    return (kept, []) if is_marked else _above_card(kept, tail, first)


def _is_closing(line: str) -> bool:
    return 0 < len(line) < 50 and bool(_CLOSING.match(line))


def _above_card(kept: list[str], tail: list[str], first: int) -> tuple[list[str], list[str]]:
    """Part a last paragraph of short lines half of which say how to reach the author, not by links alone."""
    last_blank = max((place for place, line in enumerate(tail) if not line), default=-1)
    block = tail[last_blank + 1 :]
    if last_blank < 0 or not 2 <= len(block) <= 8 or any(len(line) > 70 for line in block):
        return kept, []
    above = without_blank_end(kept[: first + last_blank])
    reach = sum(bool(_REACH.search(line)) for line in block)
    links = sum(bool(_LINK.search(line)) for line in block)
    is_card = above and reach and (reach + links) * 2 >= len(block)
    return (above, block) if is_card else (kept, [])


def without_blank_end(lines: list[str]) -> list[str]:
    """Return `lines` without the blank ones at their end."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]
