"""Positions (T6): where somebody works, as what, from when until when, and whether two names mean one place.

A position is the owner's note; what signatures, cards and calendars say is only proposed, see
`renmai.domain.positions.signs`. A last day that lies ahead is a known coming change.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from renmai.domain.people.mail_hosts import firm_host

_LEGAL = re.compile(
    r"\b(?:inc|incorporated|ltd|limited|llc|llp|plc|gmbh|ag|kg|corp|corporation|co|company|bv|ab|as|oy|sa|"
    r"sarl|srl|spa|pty|the)\b\.?|(?:股份)?(?:有限)?(?:责任)?公司|集团"
)
_PARTS = re.compile(r"[^\w]+|_")
LEAST_LABEL = 3
"""A shorter word of a domain, like `hp` or `cn`, is found in too many names to tell an organisation."""


class PositionSource(StrEnum):
    """Where a position is known from: the owner's word, or what a proposal they accepted rests on."""

    SAID = "said"
    SIGNATURE = "signature"
    CARD = "card"
    MAIL = "mail"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One person's place in an organisation, or mine where `person_id` is None.

    `since` is None where nobody knows when it began, `until` is its last day, None while no end is known.
    `host` is the domain of the organisation's mail, where known; `line` the words it was taken from.
    """

    key: str
    person_id: int | None
    organisation: str
    noted_on: date
    title: str = ""
    host: str = ""
    since: date | None = None
    until: date | None = None
    source: str = PositionSource.SAID
    line: str = ""

    def is_held(self, day: date) -> bool:
        """Tell whether it is held on a day; the last day is still one."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def ends_after(self, day: date) -> bool:
        """Tell whether it is known to end, and has not yet."""
        return self.until is not None and self.until >= day


def in_order(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Return positions newest first: those without an end, then by their last day, then by their first."""
    return tuple(
        sorted(
            positions,
            key=lambda each: (each.until or date.max, each.since or date.min, each.key),
            reverse=True,
        )
    )


def held_on(positions: Iterable[Position], day: date) -> tuple[Position, ...]:
    """Return the positions held on a day, the newest first."""
    return tuple(each for each in in_order(positions) if each.is_held(day))


def is_same_place(one: str, other: str, *, one_host: str = "", other_host: str = "") -> bool:
    """Tell whether two names mean one organisation: by their mail's domain, their words, or word and domain.

    `SUSE Labs` is at `suse.com`; `Acme` is `ACME Inc.`, and not `Acme Holdings of another sort`.
    """
    if one_host and one_host == other_host:
        return True
    mine, theirs = name_key(one), name_key(other)
    if mine and theirs and (mine == theirs or _begins(mine, theirs) or _begins(theirs, mine)):
        return True
    return bears(one, other_host) or bears(other, one_host)


def bears(name: str, host: str) -> bool:
    """Tell whether a domain is named after an organisation: `Bell & Hook` has `bellhook.example`."""
    label = _PARTS.sub("", firm_host(host).partition(".")[0].casefold())
    words = name_key(name).split()
    if len(label) < LEAST_LABEL or not words:
        return False
    return label in words or label == "".join(words) or (len(words[0]) > LEAST_LABEL and words[0] == label)


def name_key(name: str) -> str:
    """Return an organisation's name as its words in small letters, without what only the law needs."""
    return " ".join(_PARTS.sub(" ", _LEGAL.sub(" ", name.casefold())).split())


def _begins(whole: str, part: str) -> bool:
    """Tell whether one name is the other with one more word: `acme` and `acme shanghai`."""
    return whole.startswith(f"{part} ") and whole.count(" ") == part.count(" ") + 1
