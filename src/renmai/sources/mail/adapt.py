"""What a kept mail means: who wrote to whom, when, in which conversation, and in what manner."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from renmai.domain.capture.interactions import Interaction, Kind, Nature, Participation, Role
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.handles import DISGUISE, HandleKind
from renmai.domain.people.mentions import AWAY, Fact, Mention
from renmai.sources.base import Adapted, Reading
from renmai.sources.handles import mail_handle
from renmai.sources.mail.addresses import REMEMBERED, mailboxes
from renmai.sources.mail.automatic import MachineReason, machine_reason
from renmai.sources.mail.dates import Moment, moment_of, received_at, settled
from renmai.sources.mail.headers import LONGEST_LINE, ids_of
from renmai.sources.mail.natures import nature_of_mail
from renmai.sources.mail.texts import CHANNELS, kind_of_text, with_numbers
from renmai.sources.mail.writers import is_list, list_addresses, mention_of, writer_of

CHANNEL = "mail"
MOST_RECIPIENTS = 1000
_ROLES = ((Role.TO, "to"), (Role.CC, "cc"), (Role.BCC, "bcc"))


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the one interaction a mail is; without a date or a sender it stays in the inbox alone."""
    fields = record.fields
    date = str(fields.get("date", ""))
    moment = _moment(date, str(fields.get("received", "")), reading)
    if moment is None:
        return _refused(record, "mail_with_wrong_date" if date else "mail_without_date", {"date": date[:80]})
    lists = list_addresses(fields)
    sender = writer_of(fields, lists)
    if sender is None:
        return _refused(record, "mail_without_sender", {})
    if sender.handles[0].kind == HandleKind.DISGUISED:
        lists |= _list_of_archive(fields)
    others, named, lists_seen, problems = _recipients(record, lists, sender)
    reason = machine_reason(fields)
    if reason is not None:
        sender = _away(sender, str(fields.get("away", "")))
        problems = (*problems, _counted(record, reason))
    sender = _under_all_addresses(sender, fields)
    references = _references(fields)
    answered = ids_of(str(fields.get("in_reply_to", "")))
    reply_to = answered[0] if answered else (references[-1] if references else "")
    participations = (Participation(sender, Role.SENDER), *others)
    kind = kind_of_text(fields)
    if kind is not None:
        participations = with_numbers(participations, fields, reading.region)
    act = Interaction(
        external_id=record.external_id,
        kind=kind or Kind.MAIL,
        at_epoch_s=moment.at_epoch_s,
        participations=participations,
        subject=str(fields.get("subject", ""))[:LONGEST_LINE],
        excerpt=str(fields.get("excerpt", "")),
        words=_count(fields.get("words")),
        asks=bool(fields.get("asks", False)),
        reply_to=reply_to,
        thread=references[0] if references else reply_to or record.external_id,
        channel=CHANNELS[kind] if kind else CHANNEL,
        nature=Nature.AUTOMATIC if reason else nature_of_mail(fields, named=named, lists=lists_seen),
        utc_offset_min=moment.utc_offset_min,
    )
    return Adapted((), (act,), problems)


def _list_of_archive(fields: Mapping[str, object]) -> frozenset[str]:
    """Return the only address to which a mail of an archive went, if no name stands beside it: the list's."""
    boxes = mailboxes(str(fields.get("to", "")))
    is_alone = len(boxes) == 1 and not boxes[0].name and "cc" not in fields
    return frozenset({boxes[0].address.lower().replace(DISGUISE, "@")} if is_alone else ())


def _moment(date: str, received: str, reading: Reading) -> Moment | None:
    """Return when a mail was sent; a zone in doubt is settled by when it came and by the owner's clock."""
    moment = moment_of(date)
    if moment is not None and not moment.is_unsure:
        return moment
    came = moment_of(received_at(received)) if received else None
    return settled(moment, came, _owner_offset_min(moment, reading.time_zone)) or came


def _owner_offset_min(moment: Moment | None, time_zone: str) -> int:
    """Return how far east of UTC the owner was then."""
    at_epoch_s = moment.at_epoch_s if moment else 0
    offset = datetime.fromtimestamp(at_epoch_s, ZoneInfo(time_zone)).utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def _references(fields: Mapping[str, object]) -> list[str]:
    """Return the ids of the mails before this one in its thread, the first of all first."""
    references = fields.get("references")
    return [str(reference) for reference in references] if isinstance(references, list) else []


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0


def _refused(record: RawRecord, code: str, numbers: dict[str, object]) -> Adapted:
    return Adapted(
        problems=(Problem(source=record.source, file="", where=record.where, code=code, numbers=numbers),)
    )


def _counted(record: RawRecord, reason: MachineReason) -> Problem:
    """Return the line of the report that counts what no human wrote."""
    return Problem(source=record.source, file="", where=record.where, code=reason, is_on_purpose=True)


def _away(sender: Mention, span: str) -> Mention:
    """Return who sent an away notice with the span of days it names."""
    return sender._replace(facts=(*sender.facts, Fact(AWAY, span))) if span else sender


def _under_all_addresses(sender: Mention, fields: Mapping[str, object]) -> Mention:
    """Return the writer with the further addresses that they name under their own name."""
    named = fields.get("addresses")
    further = [mail_handle(str(address)) for address in named] if isinstance(named, list) else []
    handles = dict.fromkeys((*sender.handles, *filter(None, further)))
    return sender._replace(handles=tuple(handles)) if len(handles) > len(sender.handles) else sender


def _recipients(
    record: RawRecord, lists: frozenset[str], sender: Mention
) -> tuple[list[Participation], int, int, tuple[Problem, ...]]:
    """Return everybody else once, in their first part; how many are people and how many lists."""
    fields = record.fields
    recipients: list[Participation] = []
    seen = {sender.handles[0].value}
    lists_seen = total = 0
    for role, name in _ROLES:
        if name not in fields:
            continue
        header = str(fields[name])
        read = _addressed if len(header) < REMEMBERED else _addressed.__wrapped__
        addressed = read(header, role, lists)
        total += len(addressed)
        for participation, address, is_of_list in addressed[: max(0, MOST_RECIPIENTS - len(recipients))]:
            if address not in seen:
                seen.add(address)
                recipients.append(participation)
                lists_seen += is_of_list
    for participation, address, is_of_list in _also_took_part(str(fields.get("from", "")), lists):
        if address not in seen:
            seen.add(address)
            recipients.append(participation)
            lists_seen += is_of_list
    if total <= MOST_RECIPIENTS:
        return recipients, len(recipients) - lists_seen, lists_seen, ()
    problem = Problem(
        source=record.source,
        file="",
        where=record.where,
        code="mail_many_recipients",
        numbers={"found": total, "most": MOST_RECIPIENTS},
    )
    return recipients, total - lists_seen, lists_seen, (problem,)


@lru_cache(8192)
def _addressed(header: str, role: str, lists: frozenset[str]) -> tuple[tuple[Participation, str, bool], ...]:
    """Return the parts that a header gives, each with its address and whether that is a list's."""
    addressed = []
    for box in mailboxes(header):
        is_of_list = is_list(box.address.lower(), lists)
        mention = mention_of(box.name, box.address, "", is_of_list=is_of_list)
        if mention is not None:
            addressed.append((Participation(mention, role), mention.handles[0].value, is_of_list))
    return tuple(addressed)


def _also_took_part(writers: str, lists: frozenset[str]) -> tuple[tuple[Participation, str, bool], ...]:
    """Return whom the receivers' headers do not name: lists that passed the mail on, further authors."""
    posted_to = ", ".join(sorted(address for address in lists if address[0] != "."))
    if "," in writers:
        posted_to = f"{posted_to}, {writers}"
    return _addressed(posted_to, Role.CC, lists) if posted_to else ()
