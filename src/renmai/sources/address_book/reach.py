"""How an entry says its person is reached, the most telling handle first."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

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

_MOST = 1_000
_MANY_IN_ONE = re.compile(r"[,;，；、\s]+")
_MANY_PHONES = re.compile(r"[/,;，；、\n]+")
_WECHAT = re.compile(r"wechat|weixin|微信", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SERVICE_ALIASES = dict.fromkeys(("jabber", "googletalk", "gtalk"), "xmpp") | dict.fromkeys(
    ("腾讯qq", "tencentqq"), "qq"
)
_OTHERS = re.compile(r"assistant|main|fax|pager|isdn|telex|助理|前台|总机|總機|传真|傳真", re.IGNORECASE)
_MOBILE = re.compile(r"\b(?:cell|mobile|iphone)\b|手机|手機|移动|行動", re.IGNORECASE)
_RANK = {str(kind): rank for rank, kind in enumerate(HandleKind)}  # mail first: it tells people apart best


class Way(NamedTuple):
    """One handle of an entry, and for a phone number whose the numbering plan says it is."""

    handle: Handle
    use: PhoneUse | None = None


class LabelledWay(NamedTuple):
    """A way with what the entry says of it: its labels and types in one text, and whether it is preferred."""

    way: Way
    said: str = ""
    is_preferred: bool = False


def settled(ways: Iterable[LabelledWay]) -> tuple[tuple[Handle, ...], tuple[Fact, ...]]:
    """Return the handles, and a `shared` fact for each that is not surely this one person's."""
    ranks: dict[Handle, int] = {}
    shared: list[Fact] = []
    for (handle, use), label, is_preferred in ways:
        rank = 2 * _RANK[handle.kind] + (not is_preferred)
        if use is not None and not _is_ones_own(use, label):
            shared.append(Fact(SHARED, str(handle)))
            rank += 2 * len(_RANK)
        ranks[handle] = min(rank, ranks.get(handle, rank))
    return tuple(sorted(ranks, key=ranks.__getitem__)[:_MOST]), tuple(dict.fromkeys(shared))[:_MOST]


def mails(text: str) -> Iterator[Way]:
    """Yield the mail address in `text`, or, where it is none as a whole, each of the several in it."""
    whole = mail_handle(text)
    yield from _known([whole] if whole else map(mail_handle, _MANY_IN_ONE.split(text)))


def phones(text: str, region: str) -> Iterator[Way]:
    """Yield the number in `text`, or, where it is none as a whole, those between strokes and commas."""
    whole = read_phone(text, region)
    if whole is not None and whole.handle.value.startswith("+"):
        yield Way(*whole)
        return
    pieces = [read_phone(piece, region) for piece in _MANY_PHONES.split(text)]
    several = [piece for piece in pieces if piece is not None]
    yield from _phones(several if len(several) > 1 else [whole])


def wechat(text: str, region: str) -> Iterator[Way]:
    """Yield a WeChat id; a phone number under which somebody is found there is a phone number."""
    handle = wechat_handle(text)
    yield from _known([handle]) if handle else _phones([read_phone(text, region)])


def messenger(service: str, text: str, region: str) -> Iterator[Way]:
    """Yield somebody's name in the messenger that `service` calls."""
    if is_called_wechat(service):
        yield from wechat(text, region)
    elif _WEB.match(text):
        yield from _known([profile_handle(text) or link_handle(text)])
    else:
        plain = re.sub(r"[\s-]", "", service.lower())
        yield from _known([messenger_handle(_SERVICE_ALIASES.get(plain, plain), text)])


def page(text: str, label: str) -> Iterator[Way]:
    """Yield one's own page on a well-known site, or the WeChat id that some phones keep as a link."""
    yield from _known([wechat_handle(text) if is_called_wechat(label) else profile_handle(text)])


def is_called_wechat(label: str) -> bool:
    """Tell whether a label speaks of WeChat."""
    return _WECHAT.search(label) is not None


def _known(handles: Iterable[Handle | None]) -> Iterator[Way]:
    return (Way(handle) for handle in handles if handle is not None)


def _phones(phones: Iterable[Phone | None]) -> Iterator[Way]:
    return (Way(*phone) for phone in phones if phone is not None)


def _is_ones_own(use: PhoneUse, label: str) -> bool:
    if _OTHERS.search(label):
        return False
    return use == PhoneUse.OWN or (use == PhoneUse.UNSURE and _MOBILE.search(label) is not None)
