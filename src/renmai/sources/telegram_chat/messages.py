"""One message of Telegram's export: who sent it, when, its own words, and whom it is for."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from renmai.sources.chat_acts import CALL, NO_WORDS
from renmai.sources.json_items import text_at

MESSAGE, SERVICE, PHONE_CALL = "message", "service", "phone_call"
_NO_TEXT_OF_THEIRS = ("forwarded_from", "via_bot")


class TelegramMessage(NamedTuple):
    """A message that somebody sent; `kept` is what the inbox keeps of it."""

    account: str
    name: str
    at_s: int
    kept: dict[str, object]


def account_of(number: object) -> str:
    """Return an account as today's exports write it (`user123`); those before 2021 write the number alone."""
    text = str(number) if isinstance(number, str | int) and not isinstance(number, bool) else ""
    if not text.isdecimal():
        return text
    return f"user{text}" if int(text) else ""


def message_of(fields: Mapping[str, Any]) -> TelegramMessage | None:
    """Return what somebody sent; None where nobody is named, or no moment."""
    is_service = fields.get("type") == SERVICE
    who, whose = ("actor", "actor_id") if is_service else ("from", "from_id")
    name = text_at(fields, who)
    account = account_of(fields.get(whose)) or name
    moment = _moment(fields)
    if not account or moment is None:
        return None
    at_s, local = moment
    text, calls = _text(fields.get("text")), _calls(fields)
    kept: dict[str, object] = {"at": at_s, "text": text}
    if local:
        kept["local"] = local
    if message_id := text_at(fields, "id"):
        kept["id"] = message_id
    if calls:
        kept["calls"] = calls
    if is_service:
        kept |= {"sort": CALL, "seconds": _seconds(fields)}
    elif not text or any(fields.get(key) for key in _NO_TEXT_OF_THEIRS):
        kept["sort"] = NO_WORDS
    return TelegramMessage(account, name, at_s, kept)


def is_sent(fields: Mapping[str, Any]) -> bool:
    """Tell what somebody sent, or a call that was taken, from all that the app notes."""
    if fields.get("type") == SERVICE:
        return fields.get("action") == PHONE_CALL and _seconds(fields) > 0
    return bool(fields.get("type", MESSAGE) == MESSAGE)


def _seconds(fields: Mapping[str, Any]) -> int:
    seconds = fields.get("duration_seconds")
    return int(seconds) if isinstance(seconds, int | float) and not isinstance(seconds, bool) else 0


def _moment(fields: Mapping[str, Any]) -> tuple[int, str] | None:
    """Return the second, and the moment of the exporting machine where only that is written."""
    unix = text_at(fields, "date_unixtime")
    if unix.isdecimal():
        return int(unix), ""
    try:
        local = datetime.fromisoformat(text_at(fields, "date")).replace(tzinfo=None)
    except ValueError:
        return None
    return int(local.replace(tzinfo=UTC).timestamp()), local.isoformat()


def _pieces(text: object) -> Iterator[Any]:
    if isinstance(text, list):
        yield from text
    else:
        yield text


def _text(text: object) -> str:
    """Return a text that may be written in pieces, some of them set in bold or leading somewhere."""
    pieces = (piece if isinstance(piece, str) else text_at(piece, "text") for piece in _pieces(text))
    return "".join(pieces).replace("\0", "").encode("utf-8", "replace").decode("utf-8").strip()


def _calls(fields: Mapping[str, Any]) -> list[str]:
    """Return whom a text calls by account."""
    called = (
        account_of(piece.get("user_id")) for piece in _pieces(fields.get("text")) if isinstance(piece, dict)
    )
    return sorted(set(filter(None, called)))
