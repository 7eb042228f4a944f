"""What the author of a mail wrote anew: quotes, forwarded mails, patches and signatures cut off, in linear time."""

import re
from typing import NamedTuple

MOST_SIGNATURE_LINES = 6
_LOOK_AHEAD = 8  # lines; header blocks and wrapped attributions are no longer
_LINE = 400  # characters of a line that a pattern looks at

# An own pattern for each habit; each is tried only on lines whose first character can begin it.
_FORWARDED = re.compile(
    r"[-=_]{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|mail)|replied message|reply message"
    r"|原始邮件|原邮件|回复的(?:原)?邮件|原邮件信息|转发的?(?:邮件|信件|消息)|邮件原件|原始信件|原始郵件|轉寄郵件|轉寄的郵件"
    r"|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|пересылаемое сообщение)\b.{0,40}",
    re.IGNORECASE,
)
_FORWARDED_PLAIN = re.compile(
    r"(?:begin forwarded message|开始转发的邮件(?:信息)?|開始轉寄的?郵件(?:內容)?|以下是转发的?邮件|转发邮件信息)\s*[:：]?\s*$",
    re.IGNORECASE,
)
_HEADER_NAME = re.compile(
    r"[*\s|]{0,4}(from|sent|date|to|cc|subject|reply-to|发件人|发送时间|日期|时间|收件人|抄送人?|主题|寄件者|寄件日期|收件者|主旨|副本"
    r"|von|gesendet|datum|an|betreff|de|envoyé|à|objet|enviado(?: el)?|para|asunto|assunto|da|inviato|a|oggetto|data"
    r"|от|отправлено|дата|кому|тема|差出人|送信日時|宛先|件名|보낸 사람|보낸 날짜|받는 사람|제목)[*\s|]{0,4}[:：]",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?:\bwr(?:o|i)tes?|写道|寫道|写了|來信|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|написал\(?а?\)?"
    r"|пишет|пише|на写|написав)[^:：\n]{0,60}[:：]?[*>\s]{0,4}$",
    re.IGNORECASE,
)
_WRITING = (
    "wrote",
    "writ",
    "写",
    "寫",
    "來信",
    "schr",
    "écrit",
    "escrib",
    "scritto",
    "escreveu",
    "skrev",
    "напис",
    "пиш",
)
_DATED_NAME = re.compile(r".{0,200}\d{4}.{0,200}[<\[(].{1,200}@.{1,200}[>\])]\s*[:：]$")
_BEGINS_ATTRIBUTION = re.compile(
    r"[-*\s]{0,6}(?:(?:on|am|le|el|il|em|op|den|at|in)\s|[在于於]|\d{1,4}[./年-])", re.IGNORECASE
)
_EVIDENCE = re.compile(r"@|\d{1,2}[:：]\d{2}|\d{4}|<")
_ENDS = frozenset(":：> *")
_CARE = frozenset(
    "-_=—*FfSsDdTtCcRrVvGgAaBbEeÀàOoОоДдКкТтIiPpZzЗз|差送宛件보받제发日时收抄主寄副来來从從傳获取开開以转"
)
_SUSPECT = re.compile(
    r"(?P<mark>[-_=*]{2}|—)"
    r"|(?P<header>[*\s]{0,4}[^\W\d_][\w -]{0,12}[*\s]{0,4}[:：])"
    r"|(?P<mobile>[Ss]ent |[Gg]et |[Vv]on |[Vv]ia |[Ee]nv|От|от|[发从來来傳從获取])"
    r"|(?P<forwarded>[Bb]egin|[开開以转])"
)
_SIGNED = re.compile(r"--[ \t]?$|—\s?$|[-_=*]{12,}\s*$")
_MOBILE = re.compile(
    r"(?:sent (?:from|via|with|using)\b|get outlook for|von meinem .{1,40} gesendet|envoyé de(?:puis)?\b|enviado (?:desde|do)\b"
    r"|отправлено с\b|发自(?:我|移动|网易|腾讯|新浪|[A-Za-z]).{0,30}|从我的.{1,20}发送|來?来自我的.{1,20}|傳自我的.{1,20}|從我的.{1,20}(?:傳送|發送)"
    r"|从 ?windows 版邮件发送|从我的 ?\w{1,20} ?发送|获取 ?outlook|取得 ?outlook|via mobile$)",
    re.IGNORECASE,
)
_LIST_FOOTER = re.compile(
    r"mailing list|you received this (?:message|mail|email) because|unsubscribe|邮件列表|退订", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind(?:est)?|warm(?:est)?|many)?\s{0,3}(?:regards|wishes|thanks|greetings)|best|rgds|br|cheers|sincerely"
    r"|yours (?:sincerely|truly|faithfully)|thank you|thanks(?: (?:again|a lot|and regards|in advance|so much))?|take care|talk soon"
    r"|sincerely yours|respectfully|mit freundlichen grüßen|mfg|(?:bien )?cordialement|saludos|с уважением"
    r"|此致|敬礼|此致敬礼|祝好|祝：?好|顺祝商祺|顺颂(?:商祺|时祺|春祺|夏祺|秋祺|冬祺)|商祺|即颂|谨启|敬上|谢谢|多谢|感谢|祝您?工作顺利|致礼)"
    r"\s{0,3}[,，.。!！~:：]{0,3}$",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"@|https?://|www\.|\+?\(?\d[\d ().-]{6,}\d|电话|手机|微信|传真|地址|\b(?:tel|mob|phone|fax|skype)\b",
    re.IGNORECASE,
)
_DIFFSTAT = re.compile(
    r"\s.{1,200}\|\s{1,9}(?:\d{1,7}\b|Bin\b)|\s{1,4}\d{1,7} files? changed|\s(?:create|delete|rename|copy|mode) "
)
_TRAILER = re.compile(
    r"(?:[A-Z][a-z]{2,12}(?:-[a-z]{2,12}){0,3}-by|Cc|Fixes|Link|Change-Id|Closes|base-commit):\s"
)
_VERSION = re.compile(r"\d{1,3}(?:\.[\w.()-]{1,40}){1,4}\s*$|git-series ")


class OwnWords(NamedTuple):
    """The author's new words as lines, and the signature's lines beneath them."""

    lines: list[str]
    signature: list[str]


def own_words(text: str, author: str = "") -> OwnWords:
    """Cut from `text` whatever its author did not write now; `author` is their name, if known."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("-----BEGIN PGP"):
        text = _signed_text(text)
    lines, is_patch = _without_patch(text)
    kept, signature = _unquoted(lines)
    if is_patch:
        kept = [line for line in kept if not _TRAILER.match(line)]
    while kept and not kept[-1].strip():
        kept.pop()
    if all(_MOBILE.match(line.lstrip("-_=*— ")) for line in signature):
        kept, above = _signed_off(kept, author)
        signature = above + signature
    if len(signature) == 1 and _VERSION.match(signature[0]):
        signature = []
    return OwnWords(kept, [line.strip()[:120] for line in signature[:MOST_SIGNATURE_LINES]])


def _signed_text(text: str) -> str:
    """Return what stands inside a PGP signature, nothing of what is encrypted."""
    if not text.startswith("-----BEGIN PGP SIGNED MESSAGE-----"):
        return ""
    return text.partition("\n\n")[2].partition("\n-----BEGIN PGP SIGNATURE-----")[0]


def _without_patch(text: str) -> tuple[list[str], bool]:
    """Return the lines before a patch and between its marks, without its own figures, and whether there was one."""
    at = text.find("\ndiff --git ")
    if text.startswith("diff --git "):
        at = 0
    if at < 0:
        at = text.find("\n--- a/")
    if at < 0:
        return text.split("\n"), False
    prose = text[:at].split("\n")
    return [
        line for line in prose if line != "---" and not (line[:1] == " " and _DIFFSTAT.match(line[:_LINE]))
    ], True


def _unquoted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines that are not quoted, up to where a whole foreign mail begins, and a marked signature.

    A line that began with `From ` stands in a mailbox as `>From `; it is no quote.
    """
    kept: list[str] = []
    signature: list[str] = []
    for number, line in enumerate(lines):
        first = line[:1]
        if first == ">":
            if line.startswith(">From "):
                kept.append(line[1:])
        elif first in _CARE and (found := _SUSPECT.match(line)) and (kind := _judged(found, lines, number)):
            if kind == "end":
                break
            if kind == "signature":
                signature = _signature_after(lines, number)
                if signature or not _has_text_after(lines, number):
                    break
            else:
                signature.append(line)
        elif line[-1:] in _ENDS and (start := _attribution(kept, lines, number)) is not None:
            del kept[start:]
            if not _is_quote_next(lines, number) and any(kept):
                break
        else:
            kept.append(line)
    return kept, signature


def _judged(found: re.Match[str], lines: list[str], number: int) -> str:
    """Say what a suspect line does: `end` what is the author's, open a `signature`, be one (`mobile`), or nothing."""
    kind, line = found.lastgroup, lines[number]
    if kind == "header" and _begins_header_block(lines, number):
        return "end"
    if kind == "mark":
        if _is_end(lines, number):
            return "end"
        if _SIGNED.match(line[:_LINE]):
            return "signature"
        return "mobile" if len(line) < 100 and _MOBILE.match(line.lstrip("-_=*— ")) else ""
    if kind == "mobile":
        return "mobile" if len(line) < 100 and _MOBILE.match(line) else ""
    return "end" if _FORWARDED_PLAIN.match(line[:_LINE]) else ""


def _is_mark(line: str) -> bool:
    """Tell whether a line that begins with a dash or the like divides the mail."""
    head = line[:_LINE]
    return bool(_SIGNED.match(head) or _FORWARDED.match(head))


def _is_end(lines: list[str], number: int) -> bool:
    """Tell whether nothing after this dividing line is the author's: a foreign mail, or the list's footer."""
    if _FORWARDED.match(lines[number][:_LINE]):
        return True
    following = [line for line in lines[number + 1 : number + _LOOK_AHEAD] if line.strip()]
    if not following or not lines[number].startswith(("____", "----", "====")):
        return False
    return _begins_header_block(following, 0) or any(
        _LIST_FOOTER.search(line[:_LINE]) for line in following[:3]
    )


def _signature_after(lines: list[str], number: int) -> list[str]:
    """Return the lines of a signature that `lines[number]` opens, if they are as few and short as one."""
    found: list[str] = []
    for line in lines[number + 1 : number + 40]:
        text = line.strip()
        if text[:1] == ">" or _WROTE.search(text[:_LINE]) or _is_mark(text):
            break
        if text:
            found.append(text)
    is_marked = lines[number].startswith("--") and len(lines[number]) <= 3
    return found if is_marked or (len(found) <= 14 and all(len(line) < 90 for line in found)) else []


def _has_text_after(lines: list[str], number: int) -> bool:
    return any(line.strip() and line[0] != ">" for line in lines[number + 1 : number + 40])


def _begins_header_block(lines: list[str], number: int) -> bool:
    """Tell whether here stand the headers of another mail, as Outlook and Foxmail put them above what they quote."""
    seen = {
        match[1].lower()
        for line in lines[number : number + _LOOK_AHEAD]
        if (match := _HEADER_NAME.match(line[:60]))
    }
    return len(seen) >= 3


def _attribution(kept: list[str], lines: list[str], number: int) -> int | None:
    """Return where in `kept` the words `On … Ada wrote:` begin that this line ends, or None if it ends none."""
    line = lines[number].rstrip()[-_LINE:]
    tail = line[-100:].lower()
    if not any(word in tail for word in _WRITING) or not _WROTE.search(tail):
        return len(kept) if line[-1:] in ":：" and _DATED_NAME.match(line) else None
    whole = line
    for back in range(4):
        if _EVIDENCE.search(whole) and _BEGINS_ATTRIBUTION.match(whole):
            return len(kept) - back
        if back == 3 or len(kept) <= back or not kept[-1 - back].strip():
            break
        whole = f"{kept[-1 - back][:_LINE]} {whole}"
    return len(kept) if "@" in line or "<" in line or _is_quote_next(lines, number) else None


def _is_quote_next(lines: list[str], number: int) -> bool:
    following = (line for line in lines[number + 1 : number + 1 + _LOOK_AHEAD] if line.strip())
    return next(following, "")[:1] == ">"


def _signed_off(kept: list[str], author: str) -> tuple[list[str], list[str]]:
    """Part the last lines that are no more text: what follows `Best regards`, the author's name, ways to reach them."""
    first = max(0, len(kept) - 14)
    tail = kept[first:]
    for place in range(len(tail) - 1, -1, -1):
        line = tail[place]
        if (
            0 < len(line) < 50
            and _CLOSING.match(line.strip())
            and all(len(line) < 90 for line in tail[place + 1 :])
        ):
            start = place
            while start and (not tail[start - 1].strip() or _CLOSING.match(tail[start - 1].strip()[:60])):
                start -= 1  # `此致` stands above `敬礼`
            above = _stripped_end(kept[: first + start])
            below = [line for line in tail[place + 1 :] if line.strip()]
            return (above, below) if above else (kept[: first + place + 1], below)
    names = {author.lower(), *author.lower().split()[:1]} - {""}
    for place in range(max(1, len(tail) - 3), len(tail)):
        if tail[place].strip(" -,.").lower() in names:
            return _stripped_end(kept[: first + place]), [line for line in tail[place:] if line.strip()]
    return _without_card(kept, tail, first)


def _without_card(kept: list[str], tail: list[str], first: int) -> tuple[list[str], list[str]]:
    """Part a last paragraph of short lines half of which say how to reach the author."""
    last_blank = max((place for place, line in enumerate(tail) if not line.strip()), default=-1)
    block = tail[last_blank + 1 :]
    is_card = 2 <= len(block) <= 8 and all(len(line) <= 70 for line in block)
    if is_card and last_blank >= 0 and sum(bool(_REACH.search(line)) for line in block) * 2 >= len(block):
        above = _stripped_end(kept[: first + last_blank])
        return (above, block) if above else (kept, [])
    return kept, []


def _stripped_end(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]
