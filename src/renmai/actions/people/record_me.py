"""Record which handles are the owner's own; several are one person."""

from collections.abc import Sequence
from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.handles import Handle, HandleKind, undisguised
from renmai.sources.disguises import disguised_in
from renmai.sources.handles import chat_handle, mail_handle, phone_handle, profile_handle, wechat_handle
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people.identity import settle
from renmai.store.people.near_mentions import mentions_at


class NotAHandle(Refused):
    """What was given is neither an address, a number nor an id."""


def handles_meant(viewer: Viewer, texts: Sequence[str]) -> list[Handle]:
    """Return what the owner typed as handles, in their one normal form.

    :raises NotAHandle: if one of them is none
    """
    found = []
    for text in texts:
        handle = _handle(viewer, text.strip())
        if handle is None:
            raise NotAHandle("not_a_handle", handle=text)
        found.append(handle)
    return found


def _handle(viewer: Viewer, text: str) -> Handle | None:
    kind, _, rest = text.partition(":")
    if kind == HandleKind.WECHAT:
        return wechat_handle(rest)
    if kind == HandleKind.MESSENGER:
        service, _, name = rest.partition(":")
        return chat_handle(service, name)
    if kind == HandleKind.DISGUISED:
        return Handle(HandleKind.DISGUISED, rest.strip().lower()) if rest.strip() else None
    if (shown := disguised_in(text)) is not None:
        return undisguised(Handle(HandleKind.DISGUISED, shown[1]))
    if "@" in text:
        return mail_handle(text.removeprefix("mailto:"))
    return profile_handle(text.removeprefix("link:")) or phone_handle(
        text.removeprefix("tel:"), viewer.region
    )


def record_me(viewer: Viewer, handles: Sequence[str], *, now: datetime) -> list[int]:
    """Note handles as the owner's own and settle who is who; return the new decisions' ids.

    :raises NotAHandle: if one of them is neither an address nor a number; nothing has changed then
    """
    mine = handles_meant(viewer, handles)
    with writing(viewer.owner_id) as cursor:
        noted = decisions.add_me(viewer.owner_id, mine, now=now)
        settle(cursor, viewer.owner_id, mentions_at(cursor, viewer.owner_id, map(str, mine)))
    return noted
