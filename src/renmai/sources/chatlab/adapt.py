"""Turns a kept turn into an act, and a kept member into somebody with the name the owner gave them."""

from collections.abc import Mapping
from dataclasses import replace

from renmai.domain.capture.records import RawRecord
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import Fact, Mention
from renmai.sources.base import Adapted, Reading
from renmai.sources.chat_acts import CALL, NO_WORDS, act_of_turn, mapping
from renmai.sources.handles import (
    chat_handle,
    mail_handle,
    messenger_handle,
    phone_handle,
    wechat_handle,
)

TEXT, CALL_NUMBER, REPLY = 0, 23, 25
SORTS: dict[object, str] = {TEXT: "", REPLY: "", CALL_NUMBER: CALL}
"""Kinds of messages that hold somebody's own words or calls; others are pictures, links, money, forwards."""
BY_NUMBER = frozenset(("whatsapp", "imessage", "signal", "sms"))
"""Where one is known by a phone number or a mail address."""


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the act of one turn, or the member that a record names."""
    fields = record.fields
    if "names" in fields:
        return _member(fields, reading)
    platform = str(mapping(fields.get("chat")).get("platform", ""))
    act = act_of_turn(_sorted(record), lambda theirs, name: _mention(platform, theirs, name, reading))
    return Adapted(interactions=(act,))


def _sorted(record: RawRecord) -> RawRecord:
    """Return a turn whose messages say in our words what they are, in place of the format's numbers."""
    kept = record.fields.get("messages")
    messages = [mapping(message) for message in kept] if isinstance(kept, list) else []
    told = [{**message, "sort": SORTS.get(message.get("sort"), NO_WORDS)} for message in messages]
    return replace(record, fields={**record.fields, "messages": told})


def _member(fields: Mapping[str, object], reading: Reading) -> Adapted:
    names = fields["names"]
    first, *more = [str(name) for name in names] if isinstance(names, list) else [""]
    mention = _mention(str(fields.get("platform", "")), str(fields["id"]), first, reading)
    facts = tuple(Fact("nickname", name) for name in dict.fromkeys(more) if name and name != first)
    return Adapted(mentions=(Mention(mention.name, mention.handles, facts),))


def _mention(platform: str, theirs: str, name: str, reading: Reading) -> Mention:
    handle = _handle(platform, theirs, reading.region)
    return Mention(name, (handle,)) if handle else Mention(name or theirs)


def _handle(platform: str, theirs: str, region: str) -> Handle | None:
    """Return an account of a platform in its one normal form: a WeChat id, a number, an address, a name."""
    if platform == "wechat" and (handle := wechat_handle(theirs)):
        return handle
    if platform in BY_NUMBER:
        local, _, host = theirs.partition("@")
        if host and not host.endswith("whatsapp.net") and host != "c.us":
            return mail_handle(theirs)
        number = local if local.startswith("+") or not host else f"+{local}"
        if handle := phone_handle(number, region):
            return handle
    return messenger_handle(platform, theirs) or chat_handle(platform, theirs)
