"""Turns a kept turn into an act, and a kept member into somebody with the name the owner gave them."""

from collections.abc import Mapping
from typing import Any

from renmai.domain.capture.interactions import Interaction, Kind, Nature, Participation, Role
from renmai.domain.capture.records import RawRecord
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import ME, Fact, Mention
from renmai.sources.base import Adapted, Reading
from renmai.sources.handles import (
    chat_handle,
    mail_handle,
    messenger_handle,
    phone_handle,
    wechat_handle,
)
from renmai.sources.weight import weigh

TEXT, CALL, REPLY = 0, 23, 25
OWN_WORDS = frozenset((TEXT, REPLY))
"""Kinds of messages that hold somebody's own words; all others are pictures, links, money, forwards."""
BY_NUMBER = frozenset(("whatsapp", "imessage", "signal", "sms"))
"""Where one is known by a phone number or a mail address."""


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the act of one turn, or the member that a record names."""
    fields = record.fields
    if "names" in fields:
        return _member(fields, reading)
    chat = _mapping(fields.get("chat"))
    platform, owner = str(chat.get("platform", "")), str(chat.get("owner", ""))
    kept = fields.get("messages")
    messages = [_mapping(message) for message in kept] if isinstance(kept, list) else []

    def somebody(theirs: str, name: str) -> Mention:
        if owner and theirs == owner:
            return Mention("", facts=(Fact(ME, ""),))
        return _mention(platform, theirs, name, reading)

    is_group = chat.get("type") == "group"
    called = _mapping(fields.get("called")) if is_group else {}
    other = _mapping(fields.get("other"))
    others = called if is_group else ({other["id"]: other.get("name", "")} if other else {})
    texts = [str(message["text"]) for message in messages if message.get("sort") in OWN_WORDS]
    weight = weigh("\n".join(texts).split("\n"))
    answers = str(fields.get("answers", ""))
    act = Interaction(
        external_id=f"{platform}:{record.external_id}",
        kind=Kind.CALL if {message.get("sort") for message in messages} == {CALL} else Kind.MESSAGE,
        at_epoch_s=int(messages[0]["at"]),
        participations=(
            Participation(somebody(str(fields["sender"]), str(fields.get("name", ""))), Role.SENDER),
            *(Participation(somebody(theirs, str(name)), Role.TO) for theirs, name in sorted(others.items())),
        ),
        subject=str(chat.get("name", "")) if is_group else "",
        excerpt=weight.excerpt,
        words=weight.words,
        asks=weight.asks,
        reply_to=f"{platform}:{answers}" if answers else "",
        channel=platform,
        nature=Nature.DIRECT if others else Nature.MASS,
    )
    return Adapted(interactions=(act,))


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


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
