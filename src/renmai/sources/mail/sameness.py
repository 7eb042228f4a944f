"""Whether two mails under one Message-ID are one mail twice, or several that a program gave one id."""

import re

from renmai.domain.capture.records import RawRecord
from renmai.sources.mail.addresses import mailboxes
from renmai.sources.mail.dates import moment_of, received_at

CLOSE_S = 600
"""Two copies of a mail differ by no more: some servers write the date anew as it passes."""
_AGAIN = re.compile(r"^(?:\s*(?:(?:re|aw|fwd?|回复|答复|转发)\s?[:：]|\[[^\]]{1,60}\]))+\s*", re.IGNORECASE)


def is_same_mail(one: RawRecord, other: RawRecord) -> bool:
    """Tell whether two records of one id are one mail: sent at one time, by one writer or on one subject.

    A list puts its own name into the subject and, at times, its own address into From.
    """
    if not _is_close(one, other):
        return False
    return _writer(one) == _writer(other) or _subject(one) == _subject(other)


def names_receivers(record: RawRecord) -> bool:
    """Tell whether a mail says to whom it went."""
    return any(mailboxes(str(record.fields.get(name, ""))) for name in ("to", "cc", "bcc"))


def _is_close(one: RawRecord, other: RawRecord) -> bool:
    """Tell whether they were sent at one time; a copy without a date contradicts nothing."""
    moments = [moment_of(str(each.fields.get("date", ""))) for each in (one, other)]
    first, second = moments
    if first is None or second is None:
        return True
    return abs(first.at_epoch_s - second.at_epoch_s) <= CLOSE_S or _came_at(one) == _came_at(other) != 0


def _came_at(record: RawRecord) -> int:
    moment = moment_of(received_at(str(record.fields.get("received", ""))))
    return moment.at_epoch_s if moment else 0


def _writer(record: RawRecord) -> str:
    boxes = mailboxes(str(record.fields.get("from", "")))
    return boxes[0].address.lower() if boxes else ""


def _subject(record: RawRecord) -> str:
    return " ".join(_AGAIN.sub("", str(record.fields.get("subject", ""))).lower().split())
