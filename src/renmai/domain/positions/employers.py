"""Employers: which domains are places where people work, and which are aliases or private ones (T6)."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from renmai.domain.people.mail_hosts import firm_host
from renmai.domain.people.names import called_by, has_han, pieces, shown
from renmai.domain.positions.positions import bears, is_same_place

FEWEST_WRITERS = 3
"""Of fewer who write from a domain it is not told whether it is an alias of theirs."""
FEWEST_SURNAMES = 2
OPEN_ENDS = (".org", ".dev")
"""Where projects are at home, whose members work elsewhere: to write from there is not enough."""
MOST_ELSEWHERE = 1 / 3
"""Where more of those who write from a domain write from another one, too, it is an alias of theirs."""


class HostSort(StrEnum):
    """What a domain is: where people work; an alias, a project's or one's own; or not to be told."""

    EMPLOYER = "employer"
    NONE = "none"
    UNSURE = "unsure"


class HostUser(NamedTuple):
    """Somebody who writes from a domain: name, their organisations as named, whether elsewhere at once."""

    name: str
    organisations: frozenset[str] = frozenset()
    is_elsewhere: bool = False


def sort_of_host(host: str, users: Collection[HostUser], *, has_lists: bool = False) -> HostSort:
    """Tell whether people work at a domain.

    They do where one of them calls an organisation that it is named after, or several of them the same one
    and nobody another; else where people of several families write from it, few of whom also write from
    another. From an alias of a project people of several organisations write, or many who write from
    elsewhere, too; a domain that is named after its only user, or that one family uses, is theirs. Where
    there are mailing lists, or projects may be at home, that somebody names it is needed.

    :param has_lists: there are mailing lists at the domain
    """
    named = [organisation for user in users for organisation in sorted(user.organisations)]
    if any(bears(organisation, host) for organisation in named):
        return HostSort.EMPLOYER
    places = _places(named)
    if len(places) == 1 and sum(bool(user.organisations) for user in users) > 1:
        return HostSort.EMPLOYER
    surnames = {surname for user in users if (surname := surname_of(user.name))}
    elsewhere = sum(user.is_elsewhere for user in users)
    if any(is_named_after(host, user.name) for user in users) and len(surnames) < FEWEST_SURNAMES:
        return HostSort.NONE
    if len(places) > 1 or elsewhere > MOST_ELSEWHERE * len(users):
        return HostSort.NONE if len(users) >= FEWEST_WRITERS or len(places) > 1 else HostSort.UNSURE
    if len(surnames) >= FEWEST_SURNAMES:
        return HostSort.UNSURE if has_lists or host.endswith(OPEN_ENDS) else HostSort.EMPLOYER
    return HostSort.UNSURE if len(users) < FEWEST_WRITERS else HostSort.NONE


def may_be_own_employer(host: str, sort: HostSort) -> bool:
    """Tell whether the owner may be asked if they work at a domain of theirs.

    At one where people work, and at one of which it cannot be told, unless projects are at home there.
    """
    return sort == HostSort.EMPLOYER or (sort == HostSort.UNSURE and not host.endswith(OPEN_ENDS))


def _places(named: Iterable[str]) -> list[str]:
    """Return the organisations that are named, each once however it is written."""
    places: list[str] = []
    for organisation in named:
        if not any(is_same_place(organisation, place) for place in places):
            places.append(organisation)
    return places


def is_named_after(host: str, name: str) -> bool:
    """Tell whether a domain bears somebody's surname, or the whole name in any order: lindqvist.example."""
    label = firm_host(host).partition(".")[0].replace("-", "")
    words = [] if has_han(name) else pieces(shown(name))
    return len(words) > 1 and label in {words[-1], "".join(words), "".join(reversed(words))}


def surname_of(name: str) -> str:
    """Return the family name in a full name, in small letters; nothing where there is none to be told."""
    if has_han(name):
        return called_by(name).surname
    words = pieces(shown(name))
    return words[-1] if len(words) > 1 else ""
