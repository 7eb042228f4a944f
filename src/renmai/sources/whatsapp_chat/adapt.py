"""Turns a kept turn of a chat into an act: who wrote to whom, when, with how many own words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from renmai.domain.capture.interactions import Interaction, Kind, Nature, Participation, Role
from renmai.domain.capture.records import RawRecord
from renmai.domain.people.mentions import ME, Fact, Mention
from renmai.sources.base import Adapted, Reading
from renmai.sources.handles import chat_handle, phone_handle
from renmai.sources.weight import weigh
from renmai.sources.whatsapp_chat.lines import MessageSort, call_seconds, called_in, own_lines

CHANNEL = "whatsapp"
_UNSAVED = "~"
"""Stands before the name that somebody unknown to the phone gave themselves."""
_SILENT = frozenset((MessageSort.DELETED, MessageSort.MISSED))


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the act of one turn; none where all of it was deleted, or calls that nobody took."""
    fields = record.fields
    told = [message for message in _messages(fields) if message.get("sort", MessageSort.TEXT) not in _SILENT]
    if not told:
        return Adapted()
    group, is_group = str(fields.get("group", "")), "group" in fields
    room = group or str(fields.get("room", ""))
    speaker = _mention(str(fields["speaker"]), room, reading)
    to = _called(told, str(fields["speaker"]), room, reading) if is_group else _other(fields, reading)
    texts = [str(each["text"]) for each in told if "sort" not in each]
    words = [line for text in texts for line in _own(text)]
    weight = weigh(words)
    calls = [str(each["text"]) for each in told if each.get("sort") == MessageSort.CALL]
    moment = datetime.fromisoformat(str(told[0]["at"])).replace(tzinfo=ZoneInfo(reading.time_zone))
    act = Interaction(
        external_id=f"{CHANNEL}:{record.external_id}",
        kind=Kind.CALL if len(calls) == len(told) else Kind.MESSAGE,
        at_epoch_s=int(moment.timestamp()),
        participations=(Participation(speaker, Role.SENDER), *(Participation(one, Role.TO) for one in to)),
        subject=group,
        excerpt=weight.excerpt,
        words=weight.words,
        asks=weight.asks,
        reply_to=f"{CHANNEL}:{fields['answers']}" if fields.get("answers") else "",
        channel=CHANNEL,
        nature=Nature.DIRECT if to else Nature.MASS,
        duration_s=sum(call_seconds(text) or 0 for text in calls),
    )
    return Adapted(interactions=(act,))


def is_same_turn(one: RawRecord, other: RawRecord) -> bool:
    """Tell whether two turns of one id are of one chat: the same words can go to several within a minute."""
    first, second = one.fields, other.fields
    if "group" in first and "group" in second:
        names = [_texts(fields.get("names")) for fields in (first, second)]
        return not all(names) or not names[0].isdisjoint(names[1])
    if "group" in first or "group" in second:
        return False
    others = [_texts(fields.get("others")) for fields in (first, second)]
    return not all(others) or others[0] == others[1]


def _messages(fields: Mapping[str, object]) -> list[dict[str, Any]]:
    kept = fields["messages"]
    return [each for each in kept if isinstance(each, dict)] if isinstance(kept, list) else []


def _texts(value: object) -> set[str]:
    return set(map(str, value)) if isinstance(value, list | tuple) else set()


def _own(text: str) -> list[str]:
    return [line for line in own_lines(text) if line.strip()]


def _other(fields: Mapping[str, object], reading: Reading) -> list[Mention]:
    """Return whom a turn between two is for; where the file names nobody else, it is the owner's chat."""
    others = sorted(_texts(fields.get("others")))
    return [_mention(name, "", reading) for name in others] or [Mention("", facts=(Fact(ME, ""),))]


def _called(told: list[dict[str, Any]], speaker: str, room: str, reading: Reading) -> list[Mention]:
    names = {name for each in told for name in called_in(str(each["text"]))} - {speaker}
    return [_mention(name, room, reading) for name in sorted(names)]


def _mention(name: str, room: str, reading: Reading) -> Mention:
    """Return somebody as the owner's phone calls them: a saved name, a number, or what they call themselves.

    A name behind a tilde is their own choice, so it is theirs in that group only.
    """
    if name.startswith("+") and (number := phone_handle(name, reading.region)):
        return Mention("", (number,))
    bare = name.lstrip(_UNSAVED).strip()
    handle = chat_handle(CHANNEL, bare, group=room if bare != name else "")
    return Mention(bare, (handle,) if handle else ())
