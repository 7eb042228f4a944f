"""Where somebody else's words begin in a mail, by the habits of mail programs in many languages."""

import re

LOOK_AHEAD = 8  # lines; header blocks and folded attributions are no longer
LINE = 400  # characters of a line that a pattern looks at

_FORWARDED = re.compile(
    r"[-=_]{2,}\s*(?:"
    r"original (?:message|appointment)|forwarded (?:message|mail)|repl(?:ied|y) message"
    r"|原始邮件|原邮件|回复的原?邮件|原邮件信息|转发的?(?:邮件|信件|消息)|邮件原件|原始信件|原始郵件|轉寄的?郵件"
    r"|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale"
    r"|пересылаемое сообщение)\b",
    re.IGNORECASE,
)
_WROTE_RULED = re.compile(
    r"\s{0,8}-{2,}\s{0,3}(?:(?:on|am|le|el|il|em|op|den|at|in)\s|[在于於]).{6,300}"
    r"(?:wrote|said|schrieb|a écrit|escribió|ha scritto|escreveu|写道|寫道|撰写|编写|写)\s{0,3}-{2,}\s{0,9}$",
    re.IGNORECASE,
)
_FORWARDED_PLAINLY = re.compile(
    r"(?:begin forwarded message|开始转发的邮件(?:信息)?|開始轉寄的?郵件(?:內容)?|以下是转发的?邮件"
    r"|转发邮件信息)\s{0,9}[:：]?\s{0,9}$",
    re.IGNORECASE,
)
_HEADER_NAME = re.compile(
    r"[*\s|]{0,4}("
    r"from|sent|date|to|cc|subject|reply-to"
    r"|[发寄]\s?[件信]\s?[人者]|收\s?[件信]\s?[人者]|[发寄]\s?[送件]\s?[时日]\s?[间期]|已\s?发\s?送"
    r"|日\s?期|[时時]\s?[间間]"
    r"|抄\s?送\s?人?|主\s?[题旨]|标\s?题|副\s?本|回\s?复\s?至"
    r"|von|gesendet|datum|an|betreff|de|envoyé|à|objet|enviado(?: el)?|para|as+unto|da|inviato|a|oggetto|data"
    r"|от|отправлено|дата|кому|тема|差出人|送信日時|宛先|件名|보낸 사람|보낸 날짜|받는 사람|제목"
    r")[*\s|]{0,4}[:：]",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?:\bwr(?:o|i)tes?|\bsaid|写道|寫道|写了|寫了|schrieb|schreef|a écrit|escribió|ha scritto|escreveu"
    r"|skrev|написал\(?а?\)?|пишет|пише|написав)[^:：\n]{0,60}[:：]$"
)
_COLONS = (":", "：")
_BEGINS_ATTRIBUTION = re.compile(
    r"[-*\s]{0,6}(?:(?:on|am|le|el|il|em|op|den|at|in)\s|[在于於]|\d{1,4}[./年-]"
    r"|[^<>\n]{0,99}<[^<>@\s]{1,99}@[^<>@\s]{1,99}>\s{0,3}(?:[在于於]|on\s|am\s))",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(r"@|\d{1,2}[:：]\d{2}|\d{4}|<")
_CLOCK = re.compile(r"\d{1,2}[:：.]\d{2}")
_OF_TRAVEL = frozenset(
    ("from", "to", "date", "日期", "时间", "時間", "von", "an", "datum", "de", "à", "para", "da", "a", "data")
)
"""Names that stand above prose just as well, where somebody asks for a ticket."""
_NAMED = re.compile(r"[<\[(][^<>\[\]()@]{1,100}@[^<>\[\]()@]{1,100}[>\])]\s{0,3}[:：]$")
_LIST_FOOTER = re.compile(
    r"mailing list|you received this (?:message|mail|email) because|unsubscribe|邮件列表|退订", re.IGNORECASE
)


def is_forward(line: str) -> bool:
    """Tell a line that says what stands below it: `-----Original Message-----`, `---- 原始邮件 ----`."""
    line = line[:LINE]
    return bool(_FORWARDED.match(line) or _FORWARDED_PLAINLY.match(line) or _WROTE_RULED.match(line))


def is_rule_above_foreign_text(lines: list[str], number: int) -> bool:
    """Tell whether a ruled line stands above another mail's headers or above a mailing list's footer."""
    if not lines[number].startswith(("____", "----", "====")):
        return False
    following = [line for line in lines[number + 1 : number + LOOK_AHEAD] if line.strip()]
    is_footer = any(_LIST_FOOTER.search(line[:LINE]) for line in following[:3])
    return is_footer or (bool(following) and begins_header_block(following, 0))


def begins_header_block(lines: list[str], number: int) -> bool:
    """Tell whether here stand the headers of another mail, as Outlook and Foxmail put them above a quote.

    They name an address, or beside a header that only mails have a moment or three others.
    """
    seen: dict[str, str] = {}
    if _HEADER_NAME.match(lines[number][:60]):
        for line in lines[number : number + LOOK_AHEAD]:
            if match := _HEADER_NAME.match(line[:60]):
                seen.setdefault("".join(match[1].lower().split()), line[:LINE])
    if len(seen) < 3:
        return False
    if any("@" in line for line in seen.values()):
        return True
    is_timed = any(_CLOCK.search(line.replace("\u200e", "")) for line in seen.values())
    return bool(seen.keys() - _OF_TRAVEL) and (is_timed or len(seen) >= 4)


def says_who_wrote(line: str) -> bool:
    """Tell whether a line ends like `… Ada wrote:` or `… 写道：`."""
    tail = line[-100:].rstrip("*> \t").lower()
    if tail[-1:] not in _COLONS:
        return False
    may_say = (
        "wr" in tail
        or "said" in tail
        or "cr" in tail
        or "schr" in tail
        or "skr" in tail
        or not tail.isascii()
    )
    return may_say and bool(_WROTE.search(tail))


def attribution(kept: list[str], lines: list[str], number: int) -> int | None:
    """Return where in `kept` the words `On … Ada wrote:` begin that this line ends, or None if it ends none.

    Mail programs fold it over up to four lines. It must begin like one and hold a date or an address, or
    stand right above a quote; prose that happens to end in `he wrote:` does neither.
    """
    line = lines[number].rstrip("*> \t")[-LINE:]
    if line[-1:] not in _COLONS:
        return None
    if not says_who_wrote(line):
        is_named = _NAMED.search(line[-220:]) and _EVIDENCE.search(line)
        return len(kept) if is_named else None
    whole = line
    for back in range(4):
        if _EVIDENCE.search(whole) and _BEGINS_ATTRIBUTION.match(whole):
            return len(kept) - back
        if back == 3 or len(kept) <= back or not kept[-1 - back].strip():
            break
        whole = f"{kept[-1 - back][:LINE]} {whole}"
    return len(kept) if "@" in line or "<" in line or is_quote_next(lines, number) else None


def is_quote_next(lines: list[str], number: int) -> bool:
    """Tell whether the next line that is not blank is marked as quoted."""
    following = (line for line in lines[number + 1 : number + 1 + LOOK_AHEAD] if line.strip())
    return next(following, "")[:1] == ">"
