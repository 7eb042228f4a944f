"""The source of what is written down by hand: it reads no file, and says what its kept records mean."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from renmai.domain.capture.interactions import WRITTEN, Interaction, Kind, Participation, Role
from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.handles import handle_of
from renmai.domain.people.mentions import ME, Fact, Mention
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.by_hand.records import (
    SOURCE_NAME,
    THEM,
    HandAct,
    HandPerson,
    act_in,
    act_record,
    person_in,
)
from renmai.sources.weight import weigh
from renmai.sources.words import words_beside

MIDDAY = 12 * 60
MINUTES_A_DAY = 24 * 60


class ByHandSource:
    """What the owner writes down: somebody, or what happened with whom."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.NOTE

    def recognises(self, head: bytes) -> bool:
        """Tell that no file is of this kind."""
        return False

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield nothing: what is written down by hand comes in by an action."""
        return iter(())

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who or what was written down."""
        if person := person_in(record.fields):
            return Adapted(mentions=(_somebody(person),))
        act = act_in(record.fields)
        is_act = act is not None and act.people and act.kind != Kind.NOTE
        return Adapted(interactions=(_act(act, record, reading),)) if act and is_act else Adapted()

    def without_lines(self, record: RawRecord, blank: str) -> RawRecord:
        """Leave out of an act whoever was blotted out, and what the line calls them."""
        act = act_in(record.fields)
        if act is None:
            return record
        gone = [part for part in act.people if blank in part.anchor or blank in part.name]
        line = act.line
        for said in filter(None, (part.said for part in gone)):
            line = line.replace(said, blank)
        left = act._replace(line=line, people=tuple(part for part in act.people if part not in gone))
        return replace(record, fields=act_record(record.external_id, left).fields)


def _somebody(person: HandPerson) -> Mention:
    texts = dict.fromkeys(filter(None, (person.about, *person.handles)))
    return Mention(person.name, tuple(map(handle_of, texts)), person.facts)


def _act(act: HandAct, record: RawRecord, reading: Reading) -> Interaction:
    """Return an act: where the line says who wrote, called or gave, that side began it, else nobody did."""
    me, them = _roles(act)
    weight = weigh([act.line])
    return Interaction(
        external_id=f"{SOURCE_NAME}:{record.external_id}",
        kind=act.kind,
        at_epoch_s=_epoch_s(act, reading.time_zone),
        participations=(
            Participation(Mention("", facts=(Fact(ME, ""),)), me),
            *(Participation(Mention(part.name, (handle_of(part.anchor),)), them) for part in act.people),
        ),
        subject=act.where,
        excerpt=weight.excerpt,
        words=weight.words,
        channel=SOURCE_NAME,
    )


def _roles(act: HandAct) -> tuple[Role, Role]:
    if act.begun_by == THEM:
        return Role.TO, Role.SENDER
    if act.begun_by or act.kind in WRITTEN:
        return Role.SENDER, Role.TO
    return Role.ATTENDEE, Role.ATTENDEE


def _epoch_s(act: HandAct, time_zone: str) -> int:
    minute = MIDDAY if act.minute is None else act.minute % MINUTES_A_DAY
    moment = datetime.combine(act.on, time(*divmod(minute, 60)))
    return int(moment.replace(tzinfo=ZoneInfo(time_zone)).timestamp())


SOURCE = ByHandSource()
