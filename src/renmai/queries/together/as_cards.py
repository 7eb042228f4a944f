"""Cooperations as cards: each with its person, its tie, its flags and where it may go from here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.people.greetings import call_name
from renmai.domain.together.cooperation import Cooperation, Stage, flags, following
from renmai.domain.together.promises import Promise
from renmai.domain.value.values import Side
from renmai.queries.ties.cards import mark_of
from renmai.queries.together.cards import CooperationCard, NeedCard, PromiseCard
from renmai.store.people.portraits import portraits
from renmai.store.ties.rows import values_of
from renmai.store.today import openings
from renmai.store.value.values import values

PROPOSING = (Stage.IDEA, Stage.PROPOSAL)
AGAIN = 2
"""From so many letters in a row without an answer on, it is said."""
FAR = date.max


def cooperation_cards(
    owner_id: int, cooperations: Iterable[Cooperation], *, today: date
) -> list[CooperationCard]:
    """Return cooperations as cards, in the order given; who is in the book no more is left out."""
    found = [(each, each.person_id) for each in cooperations if each.person_id is not None]
    ids = list(dict.fromkeys(person_id for _, person_id in found))
    people, ties = portraits(owner_id, ids), values_of(owner_id, ids)
    needs = needs_of(owner_id, ids, today=today)
    tried = openings.attempts(owner_id, [person_id for each, person_id in found if each.stage in PROPOSING])
    cards = []
    for each, person_id in found:
        portrait = people.get(person_id)
        if portrait is None:
            continue
        tie = ties.get(person_id)
        tries, _ = tried.get(person_id, (0, 0))
        cards.append(
            CooperationCard(
                number=int(each.key),
                person_id=portrait.id,
                name=portrait.name,
                subtitle=portrait.subtitle,
                mark=mark_of(tie.tie_class, tie.state) if tie else "",
                title=each.title,
                stage=each.stage,
                began_on=each.began_on,
                moved_on=each.moved_on or each.began_on,
                finished_on=each.finished_on,
                my_gain=each.my_gain,
                their_gain=each.their_gain,
                margin_percent=each.margin_percent,
                need=each.need,
                need_said_on=_said_on(each.need, needs.get(portrait.id, ())),
                others=each.others,
                is_exclusive=each.is_exclusive,
                next_idea=each.next_idea,
                next_step=each.next_step,
                due_on=each.due_on,
                due_in_days=(each.due_on - today).days if each.due_on and each.is_open else None,
                attempts=each.attempts,
                because=_because(each, call_name(portrait.name), tries, needs.get(portrait.id, ())),
                following=following(each.stage),
                milestones=each.milestones,
                ran=each.ran,
            )
        )
    return cards


def urgent_first(cards: Iterable[CooperationCard]) -> list[CooperationCard]:
    """Return cards with what is due first at the front, then what moved last."""
    return sorted(cards, key=lambda card: (card.due_on or FAR, -card.moved_on.toordinal(), card.number))


def needs_of(owner_id: int, person_ids: Sequence[int], *, today: date) -> Mapping[int, tuple[NeedCard, ...]]:
    """Return the needs of some people that are still fresh, the newest first."""
    known = values(owner_id, until=today, person_ids=person_ids) if person_ids else []
    found: dict[int, list[NeedCard]] = {}
    for each in sorted(known, key=lambda value: value.noted_on, reverse=True):
        if each.person_id is not None and each.side == Side.NEED and each.lasts_on(today):
            found.setdefault(each.person_id, []).append(NeedCard(each.text, each.noted_on))
    return {person_id: tuple(needs) for person_id, needs in found.items()}


def _said_on(need: str, known: Sequence[NeedCard]) -> date | None:
    said = need.strip().casefold()
    return next((each.on for each in known if said and each.text.strip().casefold() == said), None)


def _because(
    cooperation: Cooperation, name: str, tries: int, needs: Sequence[NeedCard]
) -> tuple[Because, ...]:
    """Return the flags with whom they speak of; where no need is answered, one of theirs that is known."""
    said = [Because(each.code, {"name": name, **each.numbers}) for each in flags(cooperation)]
    is_unanswered = cooperation.stage in PROPOSING and not cooperation.need.strip()
    if is_unanswered and needs:
        said.append(Because("coop_known_need", {"name": name, "need": needs[0].text, "on": str(needs[0].on)}))
    if cooperation.stage in PROPOSING and tries >= AGAIN:
        said.append(Because("coop_tried", {"name": name, "out_times": tries}))
    return tuple(said)


def promise_card(promise: Promise, name: str, today: date) -> PromiseCard:
    """Return one promise as a card."""
    return PromiseCard(
        number=int(promise.key),
        person_id=promise.person_id,
        name=name,
        what=promise.what,
        made_on=promise.made_on,
        due_on=promise.due_on,
        due_in_days=promise.in_days(today) if promise.is_open else None,
        ended_on=promise.ended_on,
        is_kept=promise.is_kept,
    )
