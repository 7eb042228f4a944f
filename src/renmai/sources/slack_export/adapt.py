"""What a turn in a channel, or a member of the workspace, means."""

from renmai.domain.capture.records import RawRecord
from renmai.domain.people.mentions import Fact, Mention
from renmai.sources.address_book import reach
from renmai.sources.address_book.names import first_real_name, tidy
from renmai.sources.address_book.reach import LabelledWay, Way
from renmai.sources.base import Adapted, Reading
from renmai.sources.chat_acts import act_of_turn, mapping
from renmai.sources.handles import messenger_handle
from renmai.sources.slack_export.read import PLATFORM


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the act of one turn, or the member."""
    member = mapping(record.fields.get("member"))
    if not member:
        return Adapted(interactions=(act_of_turn(record, _speaker),))
    text = {key: str(value) for key, value in member.items()}
    ways = [LabelledWay(way) for way in reach.mails(text.get("email", ""))]
    ways += [LabelledWay(way) for way in reach.phones(text.get("phone", ""), reading.region)]
    account = messenger_handle(PLATFORM, text["id"])
    ways += [LabelledWay(Way(account))] if account else []
    handles, shared = reach.settled(ways)
    name = first_real_name(map(tidy, (text.get("real_name", ""), text.get("display_name", ""))))
    title = tidy(text.get("title", ""))
    facts = (Fact("title", title),) if title else ()
    return Adapted(mentions=(Mention(name, handles, (*facts, *shared)),))


def _speaker(account: str, name: str) -> Mention:
    handle = messenger_handle(PLATFORM, account)
    return Mention(tidy(name), (handle,) if handle else ())
