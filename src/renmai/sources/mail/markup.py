"""HTML mail as lines of text, in one pass without recursion; a quoted block becomes one quote mark."""

import re
from html import unescape

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})([^<>]*)>?|<[!?][^<>]*>")
_SILENT = ("style", "script", "head", "title", "template", "noscript")
_BREAKS = frozenset(
    ("br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr")
    + ("section", "article", "header", "footer", "dd", "dt", "center")
)
_QUOTED_FROM_HERE = re.compile(
    r"OLK_SRC_BODY_SECTION|divRplyFwdMsg|appendonsend|isForwardContent|ntes-mailmaster-quote|mail_quote_\d",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
QUOTED = "\n>\n"


def text_of_html(html: str) -> str:
    """Return the words of an HTML mail as lines. Time grows with its length only, however it is nested."""
    html = _without_comments(html)
    pieces: list[str] = []
    silent, quotes, end = "", 0, 0
    for match in _TAG.finditer(html):
        if not silent and not quotes and match.start() > end:
            pieces.append(_SPACES.sub(" ", html[end : match.start()]))
        end = match.end()
        is_closing, name, rest = match[1], (match[2] or "").lower(), match[3] or ""
        if silent:
            is_over = is_closing and name == silent or silent == "head" and name == "body"
            silent = "" if is_over else silent
        elif name in _SILENT and not is_closing and not rest.endswith("/"):
            silent = name
        elif name == "blockquote":
            quotes = max(0, quotes - 1) if is_closing else quotes + 1
            pieces.append(QUOTED)
        elif name == "includetail" or (rest and not is_closing and _QUOTED_FROM_HERE.search(rest)):
            pieces.append(QUOTED)
            break
        elif name in _BREAKS and not quotes:
            pieces.append("\n")
    else:
        if not silent and not quotes:
            pieces.append(_SPACES.sub(" ", html[end:]))
    text = unescape("".join(pieces)).replace("\xa0", " ").replace("\0", "")
    return "\n".join(line.strip() for line in text.split("\n"))


def _without_comments(html: str) -> str:
    """Drop `<!-- … -->`; one that is never closed takes the rest with it, as in a browser."""
    if "<!--" not in html:
        return html
    pieces = html.split("<!--")
    return pieces[0] + "".join(piece.partition("-->")[2] for piece in pieces[1:])
