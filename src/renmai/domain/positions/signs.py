"""Position signs (T6): what traces say of somebody's work over time, and the positions they propose.

A sign is one dated trace: a signature, a card, the domain somebody writes from, a calendar's address. Signs
of one organisation make a spell; a spell is over where another one went on well after it. Nothing is stored
by itself: each spell that no position covers is a proposal with its line and its day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2b

from renmai.domain.book.because import Because
from renmai.domain.people.mail_hosts import firm_host
from renmai.domain.positions.positions import Position, PositionSource, is_same_place, name_key

AFTER_DAYS = 60
"""So long must another spell go on after one fell silent before that one is called over, as for basis."""
LEAST_ACTS = 3
"""Fewer acts from a domain alone, without a card or a signature, say too little to propose anything."""
MOST_PROPOSED = 4


class ProposedChange(StrEnum):
    """What is proposed: a position nobody noted, the end of a noted one, or its new title."""

    POSITION = "position"
    END = "end"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionSign:
    """One trace of somebody's work: `on` its day, `acts` how many acts of that day and kind it stands for.

    `host` is the employer's domain behind the address used, empty for a private one.
    """

    on: date
    source: str
    organisation: str = ""
    title: str = ""
    host: str = ""
    line: str = ""
    acts: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionProposal:
    """A change of somebody's positions that traces propose; `key` names it, so that a dismissal holds.

    `line` and `on` are the words it rests on and their day; `of` is the key of the noted position that would
    end, empty where it is a new one.
    """

    key: str
    change: str
    organisation: str
    title: str
    host: str
    since: date | None
    until: date | None
    source: str
    line: str
    on: date
    because: tuple[Because, ...]
    of: str = ""


@dataclass(frozen=True, slots=True)
class _Spell:
    """All signs of one organisation: cards, then the others, oldest first."""

    signs: tuple[PositionSign, ...]

    @property
    def named(self) -> PositionSign | None:
        """The latest sign that names the organisation."""
        return next((each for each in reversed(self.signs) if each.organisation), None)

    @property
    def host(self) -> str:
        return next((each.host for each in reversed(self.signs) if each.host), "")

    @property
    def organisation(self) -> str:
        return self.named.organisation if self.named else firm_host(self.host)

    @property
    def titled(self) -> PositionSign | None:
        return next((each for each in reversed(self.signs) if each.title), None)

    @property
    def title(self) -> str:
        return self.titled.title if self.titled else ""

    @property
    def dated(self) -> tuple[PositionSign, ...]:
        """The signs whose day is that of an act; a card's is the day it came in."""
        return tuple(each for each in self.signs if each.source != PositionSource.CARD)

    @property
    def is_enough(self) -> bool:
        return self.named is not None or sum(each.acts for each in self.signs) >= LEAST_ACTS

    @property
    def telling(self) -> PositionSign:
        """The sign to show: a line that names organisation or title before a mere domain, the latest."""
        return self.titled or self.named or self.signs[-1]

    def is_at(self, position: Position) -> bool:
        return is_same_place(
            self.organisation, position.organisation, one_host=self.host, other_host=position.host
        )


def proposals(
    signs: Iterable[PositionSign],
    *,
    known: Sequence[Position] = (),
    dismissed: Iterable[str] = (),
) -> tuple[PositionProposal, ...]:
    """Return what traces propose for one person beside the positions known, the newest first.

    The order in which signs come changes nothing.
    """
    spells = [each for each in _spells(signs) if each.is_enough]
    found = [each for spell in spells for each in _of(spell, spells, known)]
    gone = set(dismissed)
    found = [each for each in found if each.key not in gone]
    found.sort(key=lambda each: (each.until or date.max, each.since or date.max, each.key), reverse=True)
    return tuple(found[:MOST_PROPOSED])


def _spells(signs: Iterable[PositionSign]) -> list[_Spell]:
    """Return signs by organisation; a domain joins names only where one organisation alone is named there."""
    ordered = sorted(
        signs, key=lambda each: (each.on, each.source, each.host, each.organisation, each.title, each.line)
    )
    names: dict[str, set[str]] = {}
    for each in ordered:
        if each.host and each.organisation:
            names.setdefault(each.host, set()).add(name_key(each.organisation))
    groups: list[list[PositionSign]] = []
    for each in sorted(ordered, key=lambda each: not each.organisation):
        host = each.host if not each.organisation or len(names.get(each.host, ())) < 2 else ""
        home = next((group for group in groups if _belongs(each, host, group)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return [_Spell(tuple(sorted(group, key=_by_day))) for group in groups]


def _by_day(sign: PositionSign) -> tuple[bool, date]:
    """Return what puts signs in order: cards first, as a card may have been old when it came in."""
    return sign.source != PositionSource.CARD, sign.on


def _belongs(sign: PositionSign, host: str, group: Sequence[PositionSign]) -> bool:
    return any(
        is_same_place(sign.organisation, other.organisation, one_host=host, other_host=other.host)
        for other in group
    )


def _over_on(spell: _Spell, spells: Sequence[_Spell]) -> date | None:
    """Return the last day of a spell whose place a later one took, None while it may go on.

    One that was there before and goes on beside it took no place: people work at two.
    """
    if not spell.dated:
        return None
    first, last = spell.dated[0].on, spell.dated[-1].on
    was_followed = any(
        other.dated and other.dated[0].on > first and other.dated[-1].on >= last + timedelta(days=AFTER_DAYS)
        for other in spells
        if other is not spell
    )
    return last if was_followed else None


def _of(spell: _Spell, spells: Sequence[_Spell], known: Sequence[Position]) -> list[PositionProposal]:
    here = [each for each in known if spell.is_at(each)]
    over_on = _over_on(spell, spells)
    if not here:
        since = spell.dated[0].on if spell.dated else None
        return [_proposal(spell, ProposedChange.POSITION, since=since, until=over_on)]
    found = []
    still = [each for each in here if each.until is None]
    if still and over_on and (still[0].since is None or over_on >= still[0].since):
        found.append(_proposal(spell, ProposedChange.END, since=None, until=over_on, of=still[0].key))
    titled = spell.titled
    if still and titled and not over_on and not any(_is_title_of(titled.title, each) for each in here):
        since = next((each.on for each in spell.dated if each.title == titled.title), None)
        found.append(_proposal(spell, ProposedChange.TITLE, since=since, until=None, of=still[0].key))
    return found


def _is_title_of(title: str, position: Position) -> bool:
    return not position.title or name_key(title) == name_key(position.title)


def _proposal(
    spell: _Spell, change: ProposedChange, *, since: date | None, until: date | None, of: str = ""
) -> PositionProposal:
    told = spell.telling
    if change == ProposedChange.END:
        told = spell.dated[-1]
    name = name_key(spell.organisation)
    text = f"{change}|{name}|{name_key(spell.title) if change == ProposedChange.TITLE else ''}|{of}"
    return PositionProposal(
        key=blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        change=change,
        organisation=spell.organisation,
        title=spell.title,
        host=spell.host,
        since=since,
        until=until,
        source=told.source,
        line=told.line,
        on=told.on,
        because=tuple(_because(spell, told)),
        of=of,
    )


def _because(spell: _Spell, told: PositionSign) -> list[Because]:
    numbers: dict[str, object] = {"line": told.line, "on": told.on.isoformat()}
    if told.source == PositionSource.SIGNATURE:
        found = [Because("position_by_signature", numbers)]
    elif told.source == PositionSource.CARD:
        found = [Because("position_by_card", numbers)]
    else:
        found = []
    for source, code in (
        (PositionSource.MAIL, "position_by_mail"),
        (PositionSource.CALENDAR, "position_by_calendar"),
    ):
        acts = [each for each in spell.signs if each.source == source and each.host]
        times = sum(each.acts for each in acts)
        if times >= LEAST_ACTS or (acts and not found):
            numbers = {
                "host": firm_host(acts[-1].host),
                "acts_times": times,
                "first_on": acts[0].on.isoformat()[:7],
                "last_on": acts[-1].on.isoformat()[:7],
            }
            found.append(Because(code, numbers))
    return found
