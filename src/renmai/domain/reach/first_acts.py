"""First acts: through what somebody seems to have been met, by the first act they took part in (R1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from renmai.domain.book.because import Because
from renmai.domain.capture.interactions import WRITTEN, Kind
from renmai.domain.reach.channels import Channel

MANY_PRESENT = 6
"""From so many people on, the owner included, a meeting is an event rather than a talk."""
TWO_KNOWN = 2
FEWEST_IN_A_ROOM = 3
SCHOOL_LABELS = frozenset({"edu", "ac"})
"""Labels of a domain by which schools and universities are told: ox.ac.uk, pku.edu.cn, mit.edu."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAct:
    """The first act of somebody's that the owner's traces hold, as it looked then.

    `present` counts everybody in it, the owner too; `sender_id` is who wrote it or called the meeting, None
    where that was the owner or nobody. `known` are others in it whom the owner was in touch with before, the
    best known first. `firm` is the employer's domain that both wrote from, empty where there is none.
    """

    person_id: int
    kind: str
    present: int
    subject: str = ""
    sender_id: int | None = None
    known: Sequence[int] = ()
    firm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetProposal:
    """How somebody seems to have been met; only proposed, nothing is noted without the owner's word."""

    person_id: int
    channel: Channel
    because: Because
    event: str = ""
    introducer_id: int | None = None


def is_school(host: str) -> bool:
    """Tell whether a domain is a school's or a university's."""
    return not SCHOOL_LABELS.isdisjoint(host.split(".")[-2:])


def met_by(act: FirstAct) -> MetProposal | None:
    """Return how somebody seems to have been met, None where their first act does not tell.

    The same firm's domain makes a colleague, the same school's a schoolmate. Many present make an event; a
    letter of a third person whom the owner knew to both, or one in which two whom the owner knew are copied
    in, an introduction; a chat of several the internet.
    """
    if act.firm:
        channel = Channel.SCHOOLMATES if is_school(act.firm) else Channel.WORK
        return _proposal(
            act, channel, "met_by_school" if is_school(act.firm) else "met_by_firm", firm=act.firm
        )
    if act.kind not in WRITTEN:
        if act.present < MANY_PRESENT:
            return None
        found = _proposal(act, Channel.SOCIAL, "met_by_event" if act.subject else "met_by_many")
        return MetProposal(
            person_id=act.person_id, channel=found.channel, because=found.because, event=act.subject
        )
    if act.kind == Kind.MESSAGE:
        in_a_room = act.present >= FEWEST_IN_A_ROOM
        return _proposal(act, Channel.ONLINE, "met_by_room") if in_a_room else None
    return _introduced(act)


def _introduced(act: FirstAct) -> MetProposal | None:
    """Return through whom a first letter introduced somebody, None where it does not look like that."""
    by_sender = act.sender_id in act.known and act.sender_id != act.person_id
    if by_sender:
        through, code = act.sender_id, "met_by_their_letter"
    elif act.sender_id == act.person_id and len(act.known) >= TWO_KNOWN:
        through, code = act.known[0], "met_by_copies"
    else:
        return None
    return MetProposal(
        person_id=act.person_id,
        channel=Channel.INTRODUCTIONS,
        because=Because(code, {"subject": act.subject, "known_count": len(act.known)}),
        introducer_id=through,
    )


def _proposal(act: FirstAct, channel: Channel, code: str, **numbers: object) -> MetProposal:
    told = {"subject": act.subject, "present": act.present, **numbers}
    return MetProposal(person_id=act.person_id, channel=channel, because=Because(code, told))
