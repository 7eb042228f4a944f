"""What a turn of a chat, or a contact, of Telegram's export means."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from renmai.domain.capture.records import RawRecord
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import Mention
from renmai.sources.address_book import reach
from renmai.sources.address_book.names import in_order, spelt, tidy
from renmai.sources.address_book.reach import LabelledWay, Way
from renmai.sources.base import Adapted, Reading
from renmai.sources.chat_acts import act_of_turn, mapping
from renmai.sources.handles import chat_handle, messenger_handle
from renmai.sources.telegram_chat.messages import account_of
from renmai.sources.telegram_chat.read import PLATFORM


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the act of one turn, or the contact."""
    if "contact" in record.fields:
        return _contact(mapping(record.fields["contact"]), reading)
    return Adapted(interactions=(act_of_turn(_in_zone(record, reading.time_zone), _member),))


def _in_zone(record: RawRecord, time_zone: str) -> RawRecord:
    """Return a turn whose moments are read in the owner's zone, where the export writes a local time only."""
    kept = record.fields["messages"]
    messages = [mapping(message) for message in kept] if isinstance(kept, list) else []
    if not any("local" in message for message in messages):
        return record
    told = [{**message, "at": _epoch_s(message, time_zone)} for message in messages]
    return replace(record, fields={**record.fields, "messages": told})


def _epoch_s(message: dict[str, object], time_zone: str) -> object:
    if "local" not in message:
        return message["at"]
    return int(datetime.fromisoformat(str(message["local"])).replace(tzinfo=ZoneInfo(time_zone)).timestamp())


def _member(account: str, name: str) -> Mention:
    handle = _handle(account)
    return Mention(tidy(name), (handle,) if handle else ())


def _handle(account: str) -> Handle | None:
    """Return an account's number as a handle; where the export names none, the name that is shown."""
    return messenger_handle(PLATFORM, account) or chat_handle(PLATFORM, account)


def _contact(fields: dict[str, object], reading: Reading) -> Adapted:
    given, family = tidy(str(fields.get("first_name", ""))), tidy(str(fields.get("last_name", "")))
    ways = [LabelledWay(way, "mobile") for way in reach.phones(_number(fields), reading.region)]
    account = account_of(fields.get("user_id"))
    if account and (handle := _handle(account)):
        ways.append(LabelledWay(Way(handle)))
    handles, shared = reach.settled(ways)
    name = in_order(spelt(family, given, ""), family, given)
    return Adapted(mentions=(Mention(name, handles, shared),)) if name or handles else Adapted()


def _number(fields: dict[str, object]) -> str:
    """Return a number; older exports write it internationally, but with two zeros or without the sign."""
    number = str(fields.get("phone_number", "")).strip()
    return f"+{number[2:]}" if number.startswith("00") else number
