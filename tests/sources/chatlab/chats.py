"""Chats in ChatLab's format, put together for tests, line by line and as one document."""

import json
from io import BytesIO

from renmai.domain.capture.interactions import Interaction
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Part, Reading
from renmai.sources.chatlab import SOURCE

READING = Reading(time_zone="Asia/Shanghai")
T0 = 1767225600  # 2026-01-01 00:00 UTC


def header(kind: str = "private", *, platform: str = "wechat", **meta: object) -> dict[str, object]:
    known = {"name": "a chat", "platform": platform, "type": kind, **meta}
    return {"chatlab": {"version": "0.0.2", "exportedAt": T0}, "meta": known}


def member(theirs: str, name: str, **more: object) -> dict[str, object]:
    return {"platformId": theirs, "accountName": name, **more}


def message(sender: str, minute: int, content: str | None = "x", **more: object) -> dict[str, object]:
    known = {"sender": sender, "accountName": sender.upper(), "timestamp": T0 + 60 * minute}
    return {**known, "type": 0, "content": content, **more}


def by_line(head: dict[str, object], members=(), messages=()) -> bytes:
    lines = [{"_type": "header", **head}]
    lines += [{"_type": "member", **each} for each in members]
    lines += [{"_type": "message", **each} for each in messages]
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()


def as_document(head: dict[str, object], members=(), messages=()) -> bytes:
    whole = {**head, "members": list(members), "messages": list(messages)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def items(content: bytes) -> list[RawRecord | Problem]:
    part = Part(name="chat", head=content[:4096], open=lambda: BytesIO(content), size=len(content))
    return list(SOURCE.read(part))


def records(content: bytes) -> list[RawRecord]:
    return [item for item in items(content) if isinstance(item, RawRecord)]


def acts(content: bytes) -> list[Interaction]:
    return [act for record in records(content) for act in SOURCE.adapt(record, READING).interactions]


def codes(content: bytes) -> list[str]:
    return [item.code for item in items(content) if isinstance(item, Problem)]


def parties(act: Interaction) -> list[str]:
    """Return who took part, the sender first, by handle; the owner as `me`."""
    return [str(mention.handles[0]) if mention.handles else "me" for mention, _ in act.participations]
