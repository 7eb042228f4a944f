"""One normal form for every mail address, phone number, WeChat id, messenger name and profile link."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from renmai.domain.people.handles import Handle, HandleKind

_CACHED = 65_536
_LONGEST_MAIL = 320
_FEWEST_DIGITS = 5
_MOST_LETTERS = 4  # a number may carry a word, a text may carry digits
_NO_DOMAIN = re.compile(r'[\s,;<>()"\\@\x00-\x1f]|^$|^\.|\.\.')
_HOME_DOMAINS = frozenset({"localhost", "localhost.localdomain", "local"})
_INVISIBLE = dict.fromkeys(
    (
        0xAD,
        0x34F,
        0x61C,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
    )
)
"""Marks of direction, joiners and blanks of no width, which a copied number or address brings along."""
_DOTS = str.maketrans("。．｡", "...")
_LONGEST_PHONE = 300  # characters, its extension included
_EXTENSION = re.compile(r"(?:;ext=|(?:ext\.?|x|转|轉|分机|分機)\s*[:：]?\s*)(\d{1,8})\s*$", re.IGNORECASE)
_WECHAT_LEAD = re.compile(r"^(?:wechat|weixin|wxid|微信号?|vx|x-apple)\s*[:：]\s*", re.IGNORECASE)
_WECHAT = re.compile(r"[a-z][a-z0-9_-]{5,29}")
_LINK = re.compile(r"(?:https?:)?//\S+|(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_TRACKING = re.compile(r"utm_|(?:fbclid|gclid|spm|igshid|trk|originalsubdomain)$", re.IGNORECASE)
_PROFILE = re.compile(
    r"https://(?:"
    r"(?:[a-z]{2}\.)?linkedin\.com/in/|(?:github|gitlab|gitee|instagram|facebook|twitter|x)\.com/(?!$)|t\.me/|"
    r"(?:m\.)?weibo\.(?:com|cn)/(?!$)|zhihu\.com/people/|orcid\.org/|douban\.com/people/|space\.bilibili\.com/"
    r")[^/?]+$"
)


@lru_cache(maxsize=_CACHED)
def mail_handle(text: str) -> Handle | None:
    """Return the mail address in `text` as a handle, or None. Dots and +tags stay."""
    address = _visible(text).strip().strip("<>").strip()
    if address[:7].lower() == "mailto:":
        address = unquote(address[7:].partition("?")[0])
    local, at, domain = address.strip("'").rpartition("@")
    local = local[1:-1] if len(local) > 2 and local[0] == local[-1] == '"' else local
    domain = _plain_domain(domain)
    if not at or not local or _NO_DOMAIN.search(domain) or domain in _HOME_DOMAINS:
        return None
    if (
        len(local) + len(domain) >= _LONGEST_MAIL
        or not local.isprintable()
        or any(c in ' ,;<>()"@' for c in local)
    ):
        return None
    return Handle(HandleKind.MAIL, f"{unicodedata.normalize('NFC', local).lower()}@{domain}")


def _visible(text: str) -> str:
    return text if text.isascii() else text.translate(_INVISIBLE)


def _plain_domain(domain: str) -> str:
    """Return a domain in lower case with its international labels spelt out, however they were written."""
    domain = domain.strip().rstrip(".").lower()
    if domain.isascii() and "xn--" not in domain:
        return domain
    return ".".join(map(_plain_label, domain.translate(_DOTS).split(".")))


def _plain_label(label: str) -> str:
    if not label.startswith("xn--"):
        return unicodedata.normalize("NFKC", label).lower()
    try:
        return unicodedata.normalize("NFKC", label[4:].encode("ascii").decode("punycode")).lower()
    except UnicodeError:
        return label


class PhoneUse(StrEnum):
    """Whose a phone number is, by its country's numbering plan."""

    OWN = "own"  # a mobile, or an extension: one person's
    UNSURE = "unsure"  # the plan does not tell mobiles from fixed lines, as in North America
    SHARED = "shared"  # a household's, an office's, a hotline's; a number of no known country


class Phone(NamedTuple):
    """A phone number as a handle, and whose it is likely to be."""

    handle: Handle
    use: PhoneUse


def phone_handle(text: str, region: str) -> Handle | None:
    """Return the phone number in `text` as a handle, or None; see `read_phone`."""
    phone = read_phone(text, region)
    return phone.handle if phone is not None else None


@lru_cache(maxsize=_CACHED)
def read_phone(text: str, region: str) -> Phone | None:
    """Return the phone number in `text`, or None if there is none.

    A number valid in its country, or written internationally and of a possible length (plans grow), becomes
    `tel:+8613800138000`, with `;ext=102` behind it where it has an extension. Any other keeps its bare
    digits, five at least: a short code, or a local number without its area code.
    """
    from renmai.sources.numbering import planned_number  # noqa: PLC0415 - the plans of every country take long to load, and most commands meet no number

    plain = _visible(text).strip()
    plain = unquote(plain[4:]).strip() if plain[:4].lower() == "tel:" else plain
    if len(plain) > _LONGEST_PHONE:
        return _bare_digits(text)
    extension = _EXTENSION.search(plain)
    bare = plain[: extension.start()] if extension else plain
    return planned_number(bare, region, extension[1] if extension else "") or _bare_digits(text)


def _bare_digits(text: str) -> Phone | None:
    digits = "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())
    if len(digits) < _FEWEST_DIGITS or sum(c.isalpha() for c in text) > _MOST_LETTERS:
        return None
    return Phone(Handle(HandleKind.PHONE, digits), PhoneUse.SHARED)


@lru_cache(maxsize=_CACHED)
def wechat_handle(text: str) -> Handle | None:
    """Return the WeChat id in `text` as a handle, or None where it is none (a nickname, a phone number)."""
    name = (
        unicodedata.normalize("NFKC", _WECHAT_LEAD.sub("", unquote(_visible(text).strip()))).strip().lower()
    )
    return Handle(HandleKind.WECHAT, name) if _WECHAT.fullmatch(name) else None


@lru_cache(maxsize=_CACHED)
def messenger_handle(service: str, text: str) -> Handle | None:
    """Return a name in any other messenger as a handle, e.g. `im:qq:10001`, or None."""
    service = re.sub(r"[^a-z0-9]", "", service.lower())
    name = unquote(
        re.sub(rf"^(?:{service or 'im'}|x-apple|im)\s*:\s*", "", _visible(text).strip(), flags=re.IGNORECASE)
    ).strip()
    name = name.partition("?")[0].lower()
    is_name = bool(service and name) and not any(c.isspace() for c in name)
    return Handle(HandleKind.MESSENGER, f"{service}:{name}") if is_name else None


@lru_cache(maxsize=_CACHED)
def chat_handle(service: str, name: str, *, group: str = "") -> Handle | None:
    """Return the name somebody goes by in a chat as a handle, e.g. `im:wechat:李 雷`, or None.

    :param group: the group in which they are called so; two of one name in two groups are told apart by it
    """
    plain = unicodedata.normalize("NFKC", f"{group}/{name}" if group else name)
    shown = " ".join("".join(c for c in plain if c.isprintable() or c.isspace()).split()).casefold()
    service = re.sub(r"[^a-z0-9]", "", service.lower())
    return Handle(HandleKind.MESSENGER, f"{service}:{shown}") if service and shown.strip("/") else None


@lru_cache(maxsize=_CACHED)
def link_handle(text: str) -> Handle | None:
    """Return the web address in `text` as a handle: in https, without www, fragment and tracking, or None."""
    text = _visible(text).strip()
    if not _LINK.fullmatch(text):
        return None
    try:
        url = urlsplit(text if "//" in text[:8] else f"https://{text}")
        host, port = _plain_domain(url.hostname or "").removeprefix("www."), url.port
    except ValueError:  # a broken port or IPv6 bracket
        return None
    if "." not in host or _NO_DOMAIN.search(host):
        return None
    asked = [pair for pair in parse_qsl(url.query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
    where = host if port in (None, 80, 443) else f"{host}:{port}"
    query = f"?{urlencode(asked)}" if asked else ""
    return Handle(HandleKind.LINK, f"https://{where}{url.path.rstrip('/')}{query}")


@lru_cache(maxsize=_CACHED)
def profile_handle(text: str) -> Handle | None:
    """Return the link in `text` if it leads to one person's own page on a well-known site, or None."""
    handle = link_handle(text)
    if handle is None or not _PROFILE.match(handle.value.lower()):
        return None
    return Handle(HandleKind.LINK, handle.value.lower())
