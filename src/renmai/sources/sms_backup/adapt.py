"""What a turn of texts, or a call, means."""

from renmai.domain.capture.interactions import Interaction, Kind, Participation, Role
from renmai.domain.capture.records import RawRecord
from renmai.domain.people.mentions import Mention
from renmai.sources.base import Adapted, Reading
from renmai.sources.chat_acts import THE_OWNER, act_of_turn, mapping
from renmai.sources.handles import chat_handle, mail_handle, phone_handle
from renmai.sources.sms_backup.read import PLATFORM
from renmai.sources.sms_backup.texts import GOT, SENT


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the act of one turn, or of a call that was taken; a missed one means nothing."""
    call = mapping(record.fields.get("call"))

    def somebody(account: str, name: str) -> Mention:
        handle = (
            phone_handle(account, reading.region) or mail_handle(account) or chat_handle(PLATFORM, account)
        )
        return Mention(name, (handle,) if handle else ())

    if not call:
        return Adapted(interactions=(act_of_turn(record, somebody),))
    if call.get("way") not in (GOT, SENT) or not call.get("seconds"):
        return Adapted()
    other = somebody(str(call["number"]), str(call["name"]))
    caller, called = (THE_OWNER, other) if call["way"] == SENT else (other, THE_OWNER)
    act = Interaction(
        external_id=f"{PLATFORM}:{record.external_id}",
        kind=Kind.CALL,
        at_epoch_s=int(call["at"]),
        participations=(Participation(caller, Role.SENDER), Participation(called, Role.TO)),
        channel="phone",
        duration_s=int(call["seconds"]),
    )
    return Adapted(interactions=(act,))
