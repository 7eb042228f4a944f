"""Referrals: who introduced whom to the owner, as noted, and as letters to both make likely (T9)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.network.in_letters import introduction_in
from renmai.domain.network.reputation import Commendation, Referral
from renmai.domain.people.greetings import call_name
from renmai.domain.ties.ties import REAL_CLASSES
from renmai.queries.network.cards import CommendationCard, MetCard
from renmai.store.network import reputation
from renmai.store.network.first_letters import FirstLetter, first_letters
from renmai.store.people.people import names_of
from renmai.store.ties.rows import values_of

BOTH = 2
"""So many readers a letter has that goes to the owner and one other."""


def met_through(viewer: Viewer, person_id: int, *, today: date) -> tuple[MetCard | None, MetCard | None]:
    """Return how the owner met somebody, and where nothing is noted, who seems to have introduced them."""
    noted = reputation.referrals(viewer.owner_id, until=today, person_ids=[person_id]).get(person_id)
    if noted is not None:
        people = names_of(viewer.owner_id, [person_id, *_ids([noted])])
        return met_card(noted, people), None
    return None, next(iter(proposed(viewer, today=today, person_ids=[person_id])), None)


def brought_by(viewer: Viewer, person_id: int, *, today: date) -> tuple[MetCard, ...]:
    """Return who came through somebody, as noted, the latest first."""
    theirs = reputation.introduced_by(viewer.owner_id, person_id, until=today)
    people = names_of(viewer.owner_id, {person_id, *(each.person_id for each in theirs)})
    latest = sorted(theirs, key=lambda each: (each.on, each.person_id), reverse=True)
    return tuple(met_card(each, people) for each in latest if each.person_id in people)


def praise(
    viewer: Viewer, *, today: date, person_ids: Sequence[int] | None = None
) -> tuple[CommendationCard, ...]:
    """Return who spoke of the owner unasked, the latest first; of everybody or of some."""
    found = reputation.commendations(viewer.owner_id, until=today, person_ids=person_ids)
    people = names_of(viewer.owner_id, [each.person_id for each in found])
    latest = sorted(found, key=lambda each: (each.on, int(each.key)), reverse=True)
    return tuple(_praise(each, people) for each in latest if each.person_id in people)


def proposed(
    viewer: Viewer, *, today: date, person_ids: Sequence[int] | None = None, at_most: int = 12
) -> list[MetCard]:
    """Return who seems to have introduced whom, where nothing is noted; the latest first.

    A letter of a third person to both, before the two first wrote to each other, is proposed where it says
    so, or where it went to these two alone and the owner and its writer have a real tie.
    """
    owner_id = viewer.owner_id
    answered = reputation.referrals(owner_id, until=today, person_ids=person_ids).keys()
    found = [each for each in first_letters(owner_id, person_ids) if each.person_id not in answered]
    ties = values_of(owner_id, [each.sender_id for each in found])
    real = {pk for pk, tie in ties.items() if tie.tie_class in REAL_CLASSES}
    best: dict[int, tuple[bool, FirstLetter, str]] = {}
    for each in found:
        said = introduction_in(each.excerpt, each.subject)
        if not said and (each.sender_id not in real or each.audience > BOTH):
            continue
        if each.person_id not in best or (said and not best[each.person_id][0]):
            best[each.person_id] = (bool(said), each, said)
    latest = sorted(best.values(), key=lambda kept: -kept[1].at_epoch_s)[:at_most]
    people = names_of(owner_id, {pk for _, each, _ in latest for pk in (each.person_id, each.sender_id)})
    return [_perhaps(viewer, each, said, people) for _, each, said in latest if each.person_id in people]


def met_card(referral: Referral, people: Mapping[int, str]) -> MetCard:
    """Return how the owner met somebody as a card, by people's names."""
    through = referral.introducer_id if referral.introducer_id in people else None
    return MetCard(
        person_id=referral.person_id,
        name=people[referral.person_id],
        introducer_id=through,
        introducer="" if through is None else people[through],
        how=referral.how,
        on=referral.on,
    )


def _perhaps(viewer: Viewer, letter: FirstLetter, said: str, people: Mapping[int, str]) -> MetCard:
    name, introducer = people[letter.person_id], people[letter.sender_id]
    on = viewer.day_of(letter.at_epoch_s)
    numbers: dict[str, object] = {
        "name": call_name(name),
        "other": call_name(introducer),
        "on": on.isoformat(),
        "subject": letter.subject,
        "said": said,
    }
    because = Because("met_said" if said else "met_first_letter", numbers)
    return MetCard(
        person_id=letter.person_id,
        name=name,
        introducer_id=letter.sender_id,
        introducer=introducer,
        how="",
        on=on,
        because=(because,),
    )


def _praise(commendation: Commendation, people: Mapping[int, str]) -> CommendationCard:
    return CommendationCard(
        number=int(commendation.key),
        person_id=commendation.person_id,
        name=people[commendation.person_id],
        what=commendation.what,
        to_whom=commendation.to_whom,
        on=commendation.on,
    )


def _ids(referrals: Iterable[Referral]) -> list[int]:
    return [each.introducer_id for each in referrals if each.introducer_id is not None]
