"""What a line of each of the three programs says: which chat, who wrote, when, in which words."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from renmai.sources.chat_acts import mapping
from renmai.sources.json_items import text_at

FEISHU, WECOM, DINGTALK = "feishu", "wecom", "dingtalk"
MILLISECONDS_FROM = 100_000_000_000
MOST_ACCOUNTS = 1_000
"""Of those whom one message goes to or calls; more are no conversation."""
_KEYS = {
    FEISHU: ("message_id", "chat_id", "msg_type", "create_time"),
    WECOM: ("msgid", "from", "tolist", "msgtime"),
    DINGTALK: ("conversationId", "createAt", "msgtype"),
}
_MARK = re.compile(r"@_user_\d+|@_all")
_NOBODY = ("app", "anonymous", "unknown")
_RECALLED = "recall"


class OfficeMessage(NamedTuple):
    """One message; `to` are the others of a chat of two, `calls` whom it calls, `names` whom it names."""

    platform: str
    chat: str
    is_group: bool | None
    title: str
    sender: str
    at_s: int | None
    id: str
    text: str
    to: tuple[str, ...]
    calls: tuple[str, ...]
    names: Mapping[str, str]
    answers: str
    is_machine: bool = False
    is_gone: bool = False


def program_of(head: bytes) -> str:
    """Return whose export it is by the keys of its first line, or nothing."""
    first = head.lstrip().partition(b"\n")[0]
    if not first.startswith(b"{"):
        return ""
    found = (name for name, keys in _KEYS.items() if all(_has(first, key) for key in keys))
    return next(found, "")


def _has(line: bytes, key: str) -> bool:
    return re.search(rb'"%s"\s*:' % key.encode(), line) is not None


def message_of(fields: Mapping[str, Any]) -> OfficeMessage | None:
    """Return what a line says, None where it is no message of any of the three."""
    reader = next((read for keys, read in _READERS if all(key in fields for key in keys)), None)
    return reader(fields) if reader else None


def _feishu(fields: Mapping[str, Any]) -> OfficeMessage:
    sender = mapping(fields.get("sender"))
    account = text_at(sender, "id")
    called = [mapping(one) for one in _listed(fields.get("mentions"))]
    names = {text_at(one, "id"): text_at(one, "name") for one in called}
    text = _feishu_text(text_at(mapping(fields.get("body")), "content"))
    for one in called:
        text = text.replace(text_at(one, "key") or "\0", f"@{text_at(one, 'name')}")
    sort = text_at(fields, "chat_type")
    return OfficeMessage(
        FEISHU,
        text_at(fields, "chat_id"),
        None if not sort else sort != "p2p",
        text_at(fields, "chat_name"),
        account,
        _second(fields.get("create_time")),
        text_at(fields, "message_id"),
        _MARK.sub("", text).strip() if text_at(fields, "msg_type") in ("text", "post") else "",
        (),
        tuple(theirs for theirs in names if theirs),
        {**names, account: text_at(sender, "name")},
        text_at(fields, "parent_id"),
        text_at(sender, "sender_type") in _NOBODY,
        fields.get("deleted") is True or text_at(fields, "msg_type") == "system",
    )


def _feishu_text(content: str) -> str:
    """Return the words of a message: of a plain one, or of each paragraph of a rich one."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return ""
    body = mapping(body)
    if "text" in body:
        return text_at(body, "text")
    paragraphs = [text_at(body, "title")]
    for paragraph in _listed(body.get("content")):
        paragraphs.append("".join(text_at(piece, "text") for piece in _listed(paragraph)))
    return "\n".join(filter(None, paragraphs))


def _wecom(fields: Mapping[str, Any]) -> OfficeMessage:
    sender, room = text_at(fields, "from"), text_at(fields, "roomid")
    to = tuple(str(theirs) for theirs in _listed(fields.get("tolist")))
    sort = text_at(fields, "msgtype")
    return OfficeMessage(
        WECOM,
        room or " ".join(sorted({sender, *to})),
        bool(room) or len(to) > 1,
        "",
        sender,
        _second(fields.get("msgtime")),
        text_at(fields, "msgid"),
        text_at(mapping(fields.get("text")), "content") if sort == "text" else "",
        () if room or len(to) > 1 else to,
        (),
        {},
        "",
        sender.startswith("wb"),
        text_at(fields, "action") == _RECALLED or sort == "revoke",
    )


def _dingtalk(fields: Mapping[str, Any]) -> OfficeMessage:
    account = text_at(fields, "senderStaffId") or text_at(fields, "senderId")
    called = (mapping(one) for one in _listed(fields.get("atUsers")))
    is_group = text_at(fields, "conversationType") != "1"
    robot = text_at(fields, "chatbotUserId")
    return OfficeMessage(
        DINGTALK,
        text_at(fields, "conversationId"),
        is_group,
        text_at(fields, "conversationTitle") if is_group else "",
        account,
        _second(fields.get("createAt")),
        text_at(fields, "msgId"),
        text_at(mapping(fields.get("text")), "content").strip()
        if text_at(fields, "msgtype") == "text"
        else "",
        (),
        tuple(theirs for one in called if (theirs := text_at(one, "staffId") or text_at(one, "dingtalkId"))),
        {account: text_at(fields, "senderNick")},
        text_at(fields, "originalMsgId"),
        bool(robot) and robot == text_at(fields, "senderId"),
    )


_READERS = tuple(
    (_KEYS[name], read) for name, read in ((FEISHU, _feishu), (WECOM, _wecom), (DINGTALK, _dingtalk))
)


def _listed(value: object) -> list[Any]:
    return value[:MOST_ACCOUNTS] if isinstance(value, list) else []


def _second(value: object) -> int | None:
    """Return a moment in whole seconds: exports write milliseconds, as a number or as text."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= 16:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**16:
        return None
    return value // 1000 if value >= MILLISECONDS_FROM else value
