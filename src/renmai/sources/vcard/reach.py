"""How a card says its person is reached, the most telling handle first."""

import re
from collections.abc import Iterable, Iterator, Mapping

from renmai.domain.people.handles import Handle, HandleKind
from renmai.domain.people.mentions import SHARED, Fact
from renmai.sources.handles import (
    Phone,
    PhoneUse,
    link_handle,
    mail_handle,
    messenger_handle,
    profile_handle,
    read_phone,
    wechat_handle,
)
from renmai.sources.vcard.properties import Card, Property
from renmai.sources.vcard.values import text_of

_LONGEST = 1_000
_MOST = 1_000
_MANY_IN_ONE = re.compile(r"[,;，；、\s]+")
_MANY_PHONES = re.compile(r"[/,;，；、\n]+")
_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_WECHAT = re.compile(r"wechat|weixin|微信", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!//)(.+)", re.IGNORECASE)
_SERVICE_NAMES = {
    "X-QQ": "qq", "X-QQ-NUMBER": "qq", "X-TENCENT-QQ": "qq", "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype",
    "X-AIM": "aim", "X-MSN": "msn", "X-ICQ": "icq", "X-YAHOO": "yahoo", "X-JABBER": "xmpp", "X-GTALK": "xmpp",
    "X-GOOGLE-TALK": "xmpp", "X-TELEGRAM": "telegram", "X-WHATSAPP": "whatsapp", "X-LINE": "line",
}  # fmt: skip
_SERVICE_ALIASES = dict.fromkeys(("jabber", "googletalk", "gtalk"), "xmpp") | dict.fromkeys(
    ("腾讯qq", "tencentqq"), "qq"
)
_OTHERS_LABEL = re.compile(r"assistant|main|fax|pager|助理|前台|总机|總機|传真|傳真", re.IGNORECASE)
_OTHERS_TYPES = frozenset({"fax", "pager", "main", "isdn", "telex"})
_MOBILE_TYPES = frozenset({"cell", "mobile", "iphone"})
_SERVICE_PARAMS = ("SERVICE-TYPE", "X-SERVICE-TYPE", "X-SERVICE")
_NO_SERVICE = frozenset({"", "home", "work", "pref", "other", "internet", "voice"})
_WEB = re.compile(r"https?://", re.IGNORECASE)
_REACHING = frozenset(_SERVICE_NAMES) | {
    "EMAIL", "TEL", "X-MS-TEL", "X-WECHAT", "X-WEIXIN", "X-WECHAT-ID",
    "URL", "IMPP", "SOCIALPROFILE", "X-SOCIALPROFILE", "X-IM", "X-MS-IMADDRESS",
}  # fmt: skip
_RANK = {str(kind): rank for rank, kind in enumerate(HandleKind)}  # mail first: it tells people apart best


def labels_of(card: Card) -> dict[str, str]:
    """Return what each group is called (`item1.X-ABLabel`), Apple's own words without their wrapping."""
    said = {each.group: text_of(each) for each in card.all("X-ABLABEL") if each.group}
    return {group: _LABEL.sub(r"\1", label) for group, label in said.items()}


def handles_of(
    card: Card, labels: Mapping[str, str], region: str
) -> tuple[tuple[Handle, ...], tuple[Fact, ...]]:
    """Return the card's handles, and a `shared` fact for each that is not surely this one person's."""
    found: dict[Handle, int] = {}
    shared: list[Fact] = []
    for each in card.properties:
        if len(each.value) > _LONGEST or each.name not in _REACHING:
            continue
        label = labels.get(each.group, "")
        for handle, use in _handles(each, label, region):
            rank = 2 * _RANK[handle.kind] + (not _is_preferred(each))
            if use is not None and not _is_ones_own(use, each, label):
                shared.append(Fact(SHARED, str(handle)))
                rank += 2 * len(_RANK)
            found[handle] = min(rank, found.get(handle, rank))
    return tuple(sorted(found, key=found.__getitem__)[:_MOST]), tuple(dict.fromkeys(shared))[:_MOST]


def _handles(each: Property, label: str, region: str) -> Iterator[tuple[Handle, PhoneUse | None]]:
    """Yield the handles that one property names, phone numbers with whose they are."""
    text = text_of(each)
    match each.name:
        case "EMAIL":
            whole = mail_handle(text)
            yield from _known([whole] if whole else map(mail_handle, _MANY_IN_ONE.split(text)))
        case "TEL" | "X-MS-TEL":
            yield from _phones(text, region)
        case "X-WECHAT" | "X-WEIXIN" | "X-WECHAT-ID":
            yield from _wechat(text, region)
        case "URL":
            is_wechat = _WECHAT.search(label) is not None
            yield from _known([wechat_handle(text) if is_wechat else profile_handle(text)])
        case name if name in _SERVICE_NAMES:
            yield from _known([messenger_handle(_SERVICE_NAMES[name], text)])
        case _:
            yield from _messenger(each, text, label, region)


def _known(handles: Iterable[Handle | None]) -> Iterator[tuple[Handle, None]]:
    return ((handle, None) for handle in handles if handle is not None)


def _phones(text: str, region: str) -> Iterator[Phone]:
    """Yield the number in `text`, or, where it is none as a whole, those between strokes and commas."""
    whole = read_phone(text, region)
    if whole is not None and whole.handle.value.startswith("+"):
        yield whole
        return
    pieces = [read_phone(piece, region) for piece in _MANY_PHONES.split(text)]
    several = [piece for piece in pieces if piece is not None]
    yield from several if len(several) > 1 else filter(None, [whole])


def _wechat(text: str, region: str) -> Iterator[tuple[Handle, PhoneUse | None]]:
    """Yield a WeChat id; a phone number under which somebody is found there is a phone number."""
    handle = wechat_handle(text)
    yield from _known([handle]) if handle else filter(None, [read_phone(text, region)])


def _messenger(
    each: Property, text: str, label: str, region: str
) -> Iterator[tuple[Handle, PhoneUse | None]]:
    """Yield the name in whatever service a parameter, a label or the address itself says."""
    scheme = _SCHEME.fullmatch(text)
    kinds = [kind for kind in sorted(each.types) if kind not in _NO_SERVICE]
    named = (*map(each.param, _SERVICE_PARAMS), label, *kinds, scheme[1] if scheme else "")
    service = next(filter(None, named), "")
    name = scheme[2] if scheme else text
    if _WECHAT.search(service):
        yield from _wechat(name, region)
    elif _WEB.match(text):
        yield from _known([profile_handle(text) or link_handle(text)])
    else:
        plain = re.sub(r"[\s-]", "", service.lower())
        yield from _known([messenger_handle(_SERVICE_ALIASES.get(plain, plain), name)])


def _is_preferred(each: Property) -> bool:
    return "pref" in each.types or each.param("PREF") == "1"


def _is_ones_own(use: PhoneUse, each: Property, label: str) -> bool:
    if each.types & _OTHERS_TYPES or _OTHERS_LABEL.search(label):
        return False
    return use == PhoneUse.OWN or (use == PhoneUse.UNSURE and bool(each.types & _MOBILE_TYPES))
