"""Who wrote a mail, also behind a list, a relay or a web form that put its own address in their place."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from renmai.domain.people.handles import DISGUISE, HandleNature, nature_of
from renmai.domain.people.mentions import LIST, Fact, Mention
from renmai.domain.people.names import has_han, pieces
from renmai.domain.people.writers import is_human_name
from renmai.domain.positions.legal import named_organisation
from renmai.sources.disguises import LONGEST, handle_behind, is_address
from renmai.sources.handles import mail_handle
from renmai.sources.mail.addresses import Mailbox, clean_name, has_via, mailboxes

_BETWEEN_ADDRESSES = re.compile(r"[\s<>:,;()\"]+")
_LIST = Fact(LIST, "list-id")
_ADDRESS_IN_NAME = re.compile(r"[^<>@\s\"'(),;:]{1,100}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}")
_EQUALS_AT = re.compile(r"([^=\s]{1,100})=40([\w-]{1,60}(?:\.[\w-]{1,60}){1,6})", re.IGNORECASE)
_EQUALS = re.compile(r"(?:[\w.-]{1,60}\+)?([^=+\s]{1,100})=([\w-]{1,60}(?:\.[\w-]{1,60}){1,6})")
_WORD_AT = re.compile(r"([^=\s]{1,100}?)_at_([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,6})(?:_\w{1,40})?")
_NAME_ALONE = re.compile(
    r"(?:(?P<local>[\w.+-]{1,64}) at (?P<host>[\w-]{1,64}) |[^()<>]{0,40})\((?P<commented>[^()<>]{1,200})\)"
    r"|\"?(?P<alone>[^\"<>()]{1,200}?)\"?\s{0,9}(?:<[^<>]{0,200}>)?"
)
_TAG = re.compile(r"(?:(?:re|aw|sv|fwd?)\s?:\s*){0,9}\[([\w][\w .+-]{0,40})\]", re.IGNORECASE)
_OF_BOUNCES = ("bounce", "prvs=", "srs0", "srs1", "return", "btv1=")


def list_addresses(fields: Mapping[str, object]) -> frozenset[str]:
    """Return the addresses that the mail itself says are lists'."""
    return _addresses_of_lists(
        str(fields.get("list_post", "")), str(fields.get("mailing_list", "")), str(fields.get("list_id", ""))
    )


@lru_cache(4096)
def _addresses_of_lists(list_post: str, mailing_list: str, list_id: str) -> frozenset[str]:
    """Collect the addresses of three headers; a List-Id is kept as `.name.host`, as its @ is a dot."""
    words = _BETWEEN_ADDRESSES.split(f"{list_post.replace('mailto:', ' ')} {mailing_list}")
    addresses = {word.lower() for word in words if "@" in word[1:-1]}
    match = re.search(r"<([^<>\s]+)>", list_id)
    if match:
        addresses.add("." + match[1].lower())
    return frozenset(addresses)


def is_list(address: str, lists: frozenset[str]) -> bool:
    """Tell whether an address in lower case, disguised or not, is one of those lists'."""
    address = address.replace(DISGUISE, "@")
    return bool(lists) and (address in lists or "." + address.replace("@", ".") in lists)


def writer_of(fields: Mapping[str, object], lists: frozenset[str]) -> Mention | None:
    """Return who wrote the mail.

    Where From is a list's, a robot's, a role's or a form's address, or says `via`, the writer is whom
    X-Original-From, Reply-To or the name itself gives; and where From's name fits the Reply-To, not From.
    """
    boxes = mailboxes(str(fields.get("from", ""))) or mailboxes(str(fields.get("sender", "")))
    if not boxes:
        return _by_name_alone(fields)
    box = boxes[0]
    organisation = named_organisation(str(fields.get("organization", ""))[:200])
    is_of_list = is_list(box.address.lower(), lists)
    is_disguised = is_of_list or has_via(box.name) or _is_service(box.address)
    if is_disguised or "reply_to" in fields:
        for real in _behind(fields, box):
            if not _may_be(real, box, lists, is_any_human=has_via(box.name) or is_of_list):
                continue
            if is_disguised or _is_named_by(real, box):
                return mention_of(real.name or _humans_name(box, real), real.address, organisation)
    if DISGUISE in box.address and has_via(box.name):  # the list's own address, whoever wrote
        return _by_name_alone({**fields, "from": clean_name(*box)})
    return mention_of(box.name, box.address, organisation, is_of_list=is_of_list)


def _by_name_alone(fields: Mapping[str, object]) -> Mention | None:
    """Return a writer of whom an archive shows nothing but the name, which is theirs within that archive."""
    match = _NAME_ALONE.fullmatch(str(fields.get("from", "")).strip()[:LONGEST])
    if match is None:
        return None
    name = clean_name(match["commented"] or match["alone"], "")
    local, host = match["local"] or "", match["host"] or ""
    if host.lower() == "localhost" or not (local or is_human_name(name)):
        return None
    handle = handle_behind(f"{local}@{host}" if local else "", name, _archive_of(fields))
    return Mention(name, (handle,)) if handle is not None else None


def _archive_of(fields: Mapping[str, object]) -> str:
    """Return what the mails of one archive have in common: its list, or the tag before their subjects."""
    for header in ("list_id", "mailing_list", "list_post"):
        if name := str(fields.get(header, "")):
            return name.rpartition("<")[2].strip("<> ").lower()
    match = _TAG.match(str(fields.get("subject", "")))
    return match[1].lower() if match else ""


def _behind(fields: Mapping[str, object], box: Mailbox) -> Iterator[Mailbox]:
    yield from mailboxes(str(fields.get("original_from", "")))
    yield from mailboxes(str(fields.get("reply_to", "")))
    if "@" in box.name and (found := _ADDRESS_IN_NAME.search(box.name)):
        yield Mailbox(box.name[: found.start()].strip(" <(\"'[:-"), found[0])


def _may_be(real: Mailbox, box: Mailbox, lists: frozenset[str], *, is_any_human: bool) -> bool:
    """Tell whether an address may be the writer's: another one, no list's, no machine's."""
    if real.address.lower() == box.address.lower() or is_list(real.address.lower(), lists):
        return False
    handle = mail_handle(real.address)
    if handle is None or is_any_human:
        return handle is not None
    return nature_of(handle) == HandleNature.PERSONAL


@lru_cache(65536)
def _is_service(address: str) -> bool:
    """Tell an address that surely is no single human's by its form."""
    handle = mail_handle(address)
    return handle is not None and nature_of(handle) in (HandleNature.ROBOT, HandleNature.ROLE)


def _is_named_by(real: Mailbox, box: Mailbox) -> bool:
    """Tell whether From's name is the other address's, and surely not that of the address it stands on."""
    if real.name and real.name != box.name or len(pieces(box.name)) < 2:
        return False
    if real.address.rpartition("@")[2].lower() == box.address.rpartition("@")[2].lower():
        return False
    return _sounds_in(box.name, real.address) and not _sounds_in(box.name, box.address)


def _humans_name(box: Mailbox, real: Mailbox) -> str:
    """Return From's name where a visitor may have given it, nothing where it is the service's own."""
    plain = re.sub(r"[^\w]", "", box.address.lower())
    own = [word for word in pieces(box.name) if len(word) > 2 and word in plain]
    return "" if own and not _sounds_in(box.name, real.address) else box.name


@lru_cache(4096)
def _sounds_in(name: str, address: str) -> bool:
    """Tell whether what stands before the @ holds a word of the name, or its pinyin."""
    local = re.sub(r"[^\w]|_", "", address.rpartition("@")[0].lower())
    words = _syllables(name) if has_han(name) else pieces(name)
    if any(len(word) > 2 and word in local for word in words):
        return True
    first, last = "".join(words), "".join((*words[1:], *words[:1]))
    return len(words) > 1 and (first in local or last in local)


def _syllables(name: str) -> tuple[str, ...]:
    import pypinyin  # noqa: PLC0415 - the dictionary of readings takes 0.2 s, and many books hold no Chinese name

    return tuple(
        syllable for syllable in pypinyin.lazy_pinyin(name) if syllable.isascii() and syllable.isalpha()
    )


@lru_cache(65536)
def mention_of(name: str, address: str, organisation: str, *, is_of_list: bool = False) -> Mention | None:
    """Return somebody by the name and the address that a header gives, munged or not."""
    real = unmunged(address)
    if is_address(real):
        handle = mail_handle(real) or mail_handle(address)
    else:
        is_at_home = real.rpartition("@")[2].lower() == "localhost"
        handle = None if is_at_home else handle_behind(real, clean_name(name, address), "")
    if handle is None:
        return None
    facts = (_LIST,) if is_of_list else ((Fact("organisation", organisation),) if organisation else ())
    return Mention(clean_name(name, address), (handle,), facts)


def unmunged(address: str) -> str:
    """Return the address that a relay packed into its own: `ada=40firm.example@list.example`."""
    local, _, _ = address.rpartition("@")
    if "=" not in local and "_at_" not in local:
        return address
    if match := _EQUALS_AT.fullmatch(local):
        return f"{match[1]}@{match[2]}"
    if local.lower().startswith(_OF_BOUNCES):
        return address
    match = _EQUALS.fullmatch(local) or _WORD_AT.fullmatch(local.lower())
    return f"{match[1]}@{match[2]}" if match else address
