"""Turns a kept turn of a talk into an act: who spoke to whom, when, with how many own words."""

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from renmai.domain.capture.interactions import Interaction, Kind, Nature, Participation, Role
from renmai.domain.capture.records import RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.base import Adapted, Reading
from renmai.sources.handles import chat_handle
from renmai.sources.wechat_talk.lines import Said, call_seconds, said_in
from renmai.sources.weight import weigh

CHANNEL = "wechat"
EVERYBODY = frozenset(("所有人", "全体成员", "all", "All"))
"""What a group calls all its members by."""


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the act of one turn; none where all of it was recalled."""
    fields = record.fields
    group = str(fields.get("group", ""))
    speaker = str(fields["speaker"])
    messages = _messages(fields)
    texts = [text for _, text in messages]
    seconds = [spent for text in texts if (spent := call_seconds(text)) is not None]
    told = [said for said in map(said_in, texts) if not said.is_recalled]
    if not told:
        return Adapted()
    others = _named(told) - {speaker} if group else set(_two(fields)) - {speaker}
    weight = weigh([line for said in told for line in said.own])
    act = Interaction(
        external_id=f"{CHANNEL}:{record.external_id}",
        kind=Kind.CALL if seconds and len(seconds) == len(texts) else Kind.MESSAGE,
        at_epoch_s=_epoch_s(str(fields["day"]), messages[0][0], reading.time_zone),
        participations=(
            Participation(_mention(speaker, group), Role.SENDER),
            *(Participation(_mention(name, group), Role.TO) for name in sorted(others)),
        ),
        subject=group,
        excerpt=weight.excerpt,
        words=weight.words,
        asks=weight.asks,
        reply_to=f"{CHANNEL}:{fields['answers']}" if fields.get("answers") else "",
        channel=CHANNEL,
        nature=Nature.DIRECT if others else Nature.MASS,
        duration_s=sum(seconds),
    )
    return Adapted(interactions=(act,))


def _messages(fields: Mapping[str, object]) -> list[tuple[int, str]]:
    kept = fields["messages"]
    return [(int(each["minute"]), str(each["text"])) for each in kept] if isinstance(kept, list) else []


def _two(fields: Mapping[str, object]) -> tuple[str, ...]:
    two = fields.get("two", ())
    return tuple(map(str, two)) if isinstance(two, list | tuple) else ()


def _named(told: list[Said]) -> set[str]:
    """Return whom a turn in a group is meant for: whom it answers by a quote or calls by name."""
    return {name for said in told for name in said.calls} - EVERYBODY


def _mention(name: str, group: str) -> Mention:
    """Return somebody by their display name: the owner's word for them, or what they are called in a group.

    WeChat writes no account, so two of one name in two groups are two until something shows otherwise.
    """
    handle = chat_handle(CHANNEL, name, group=group)
    return Mention(name, (handle,) if handle else ())


def _epoch_s(day: str, minute: int, time_zone: str) -> int:
    moment = datetime.combine(date.fromisoformat(day), time(minute // 60, minute % 60))
    return int(moment.replace(tzinfo=ZoneInfo(time_zone)).timestamp())
