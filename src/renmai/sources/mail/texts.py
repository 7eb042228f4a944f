"""Short messages and calls that a telephone's backup keeps as mails (SMS Backup+): whose number it is."""

import re
from collections.abc import Mapping

from renmai.domain.capture.interactions import Kind, Participation, Role
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import Mention
from renmai.sources.handles import phone_handle

CHANNELS = {Kind.MESSAGE: "sms", Kind.CALL: "phone"}
_NO_HOSTS = re.compile(r"(?:^|\.)(?:unknown\.email|local|invalid|localhost)$")
_BETWEEN = re.compile(r"[,;]")


def kind_of_text(fields: Mapping[str, object]) -> Kind | None:
    """Return what a mail stands for that is no mail: a text or a call, None for every other mail."""
    if "sms_address" not in fields:
        return None
    return Kind.CALL if str(fields.get("sms_kind", "")).upper() == "CALLLOG" else Kind.MESSAGE


def with_numbers(
    parts: tuple[Participation, ...], fields: Mapping[str, object], region: str
) -> tuple[Participation, ...]:
    """Return who took part with the numbers that the backup names; the owner keeps their address.

    Who wrote what came in, and who got what went out, is the other side.
    """
    numbers = [phone_handle(text, region) for text in _BETWEEN.split(str(fields["sms_address"]))]
    theirs = [number for number in numbers if number is not None]
    is_incoming = str(fields.get("sms_type", "1")).strip() in ("1", "3")
    others = [part for part in parts if (part.role == Role.SENDER) == is_incoming]
    if len(theirs) != len(others):
        return parts
    named = {id(part): number for part, number in zip(others, theirs, strict=True)}
    return tuple(
        part._replace(mention=_numbered(part.mention, named[id(part)])) if id(part) in named else part
        for part in parts
    )


def _numbered(mention: Mention, number: Handle) -> Mention:
    """Return somebody by their number first, without an address that the backup made up."""
    real = (handle for handle in mention.handles if not _NO_HOSTS.search(handle.host))
    return mention._replace(handles=(number, *real))
