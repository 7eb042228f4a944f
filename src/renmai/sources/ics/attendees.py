"""Who took part in a meeting, out of its organiser and attendees."""

from collections.abc import Iterable
from typing import NamedTuple

from renmai.domain.capture.interactions import Participation, Role
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import LIST, ME, Fact, Mention
from renmai.domain.people.rooms import is_a_word_with_seats, is_address_of_a_room, is_called_like_a_room
from renmai.sources.handles import mail_handle, phone_handle
from renmai.sources.ics.properties import CalendarProperty, Event

THINGS = frozenset(("ROOM", "RESOURCE"))
ABSENT = frozenset(("DECLINED", "DELEGATED"))
NOBODYS_DOMAINS = ("resource.calendar.google.com", "group.calendar.google.com", "group.v.calendar.google.com")
NOBODYS_ADDRESSES = frozenset(("unknownorganizer@calendar.google.com", "noreply@calendar.google.com"))
MOST_ATTENDEES = 500
LONGEST_NAME = 200
OWNERS_OWN = Mention("", (), (Fact(ME, "calendar"),))


class Party(NamedTuple):
    """Those who took part, and how many more were left out."""

    participations: tuple[Participation, ...]
    left_out: int


def party_of(event: Event, calendar_name: str, region: str) -> Party:
    """Return who took part.

    The organiser was there, and all who accepted, may come, or of whom the file records no state. Whoever has
    not answered the invitation (NEEDS-ACTION) was only invited: role `to`, one way. Whoever declined or sent
    another was not there.
    """
    seen: dict[object, Participation] = {}
    absent: set[object] = set()
    guests = event.all("ATTENDEE")
    left_out = max(len(guests) - MOST_ATTENDEES, 0)
    for guest in guests[:MOST_ATTENDEES]:
        mention = mention_of(guest, region)
        if mention is None:
            continue
        if guest.parameters.get("PARTSTAT", "").upper() in ABSENT:
            absent.add(_key(mention))
        else:
            seen.setdefault(_key(mention), Participation(mention, _role(guest)))
    has_guests = bool(seen or absent)
    for organiser in event.all("ORGANIZER")[:1]:
        mention = mention_of(organiser, region)
        if mention is not None and _key(mention) not in absent:
            named = seen.pop(_key(mention), None)
            seen = {_key(mention): Participation(_fuller(mention, named), Role.ORGANISER), **seen}
    participations = tuple(seen.values())
    if participations:
        participations += _owner(seen, absent, calendar_name, has_guests)
    return Party(participations, left_out)


def mention_of(person: CalendarProperty, region: str) -> Mention | None:
    """Return whom an ORGANIZER or ATTENDEE names, or None where it is a room or a thing, or says nothing."""
    sort = person.parameters.get("CUTYPE", "").upper()
    if sort in THINGS:
        return None
    handle = _handle(person, region)
    if handle and (handle.value in NOBODYS_ADDRESSES or handle.value.endswith(NOBODYS_DOMAINS)):
        return None
    name = " ".join(person.parameters.get("CN", "").strip("'\" ").split())[:LONGEST_NAME]
    if _is_room(name, handle):
        return None
    if name and mail_handle(name):
        handle, name = handle or mail_handle(name), ""
    if not name and handle is None:
        return None
    facts = (Fact(LIST, "group"),) if sort == "GROUP" else ()
    return Mention(name, (handle,) if handle else (), facts)


def _handle(person: CalendarProperty, region: str) -> Handle | None:
    """Return a person's address: the value, or the EMAIL parameter where the value is a program's own id."""
    value = person.value
    if value[:4].lower() == "tel:":
        return phone_handle(value, region)
    has_other_scheme = ":" in value and value[:7].lower() != "mailto:"
    texts = (*(() if has_other_scheme else (value,)), person.parameters.get("EMAIL", ""))
    return next((handle for text in texts if "@" in text and (handle := mail_handle(text))), None)


def _is_room(name: str, handle: Handle | None) -> bool:
    """Tell whether a guest is a room or a thing that was invited like a person, by name or by address."""
    is_at_room = handle is not None and is_address_of_a_room(handle.value.partition("@")[0], handle.host)
    return is_at_room or is_called_like_a_room(name) or is_a_word_with_seats(name)


def _role(guest: CalendarProperty) -> str:
    if guest.parameters.get("ROLE", "").upper() == "NON-PARTICIPANT":
        return Role.CC
    return Role.TO if guest.parameters.get("PARTSTAT", "").upper() == "NEEDS-ACTION" else Role.ATTENDEE


def _key(mention: Mention) -> object:
    return mention.handles[0] if mention.handles else mention.name.casefold()


def _fuller(mention: Mention, other: Participation | None) -> Mention:
    """Return the mention that also has a name."""
    return mention if mention.name or other is None else other.mention


def _owner(
    seen: Iterable[object], absent: set[object], calendar_name: str, has_guests: bool
) -> tuple[Participation, ...]:
    """Return the calendar's owner, where the event does not name them itself.

    A calendar called by an address is that person's. Otherwise whoever holds the book was there, unless they
    may be among those who declined: as one who holds the meeting, so that the audience does not grow by
    somebody who may be in it by name. Without guests they only noted what somebody had announced.
    """
    address = mail_handle(calendar_name) if "@" in calendar_name else None
    if address is None:
        role = Role.ORGANISER if has_guests else Role.TO
        return () if absent else (Participation(OWNERS_OWN, role),)
    if address in seen or address in absent or address.value.endswith(NOBODYS_DOMAINS):
        return ()
    return (Participation(Mention("", (address,)), Role.ATTENDEE if has_guests else Role.TO),)
