"""Situations: what is known of people on the day they would be asked, read for several at once (V7)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from renmai.domain.asks.asks import Debt, Situation
from renmai.domain.asks.ledger import balance, thanks_owed
from renmai.domain.asks.limits import Limits, learnt
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import IsOneself, NoSuchPerson, NotThere
from renmai.domain.people.greetings import call_name
from renmai.domain.ties.replies import LATEST_S, ReplyOutlook
from renmai.domain.ties.tiers import Tier
from renmai.domain.ties.ties import Tie
from renmai.queries.ties.silences import try_again_on
from renmai.store.asks.ledger import NO_EXCHANGES, Exchanges, endings, exchanges
from renmai.store.people.gone import gone_people
from renmai.store.people.people import names_of, one
from renmai.store.ties.replies import outlooks
from renmai.store.ties.rows import values_of
from renmai.store.ties.tiers import tiers
from renmai.store.ties.waiting import Waits, waiting_with

TELLING = 4
"""So many letters of mine must have been sent before it is said how somebody answers."""


class Asked(NamedTuple):
    """Somebody who could be asked: their name in full, what passed with them, the situation with them."""

    name: str
    between: Exchanges
    situation: Situation


def situations(viewer: Viewer, person_ids: Sequence[int], *, today: date) -> dict[int, Situation]:
    """Return the situation with each of some people as of a day; ties are taken as they are kept.

    Who is the owner, a list or a robot is left out.
    """
    known = who_could_be_asked(viewer, person_ids, today=today)
    return {person_id: asked.situation for person_id, asked in known.items()}


def refusal_of(owner_id: int, person_id: int) -> NotThere:
    """Return why nobody of that id could be asked, owe or be owed."""
    person = one(owner_id, person_id)
    return IsOneself("is_oneself") if person and person.is_me else NoSuchPerson(person_id)


def who_could_be_asked(viewer: Viewer, person_ids: Sequence[int], *, today: date) -> dict[int, Asked]:
    """Return the situation with each of some people beside what it was read from, as `situations` does."""
    owner_id = viewer.owner_id
    names = names_of(owner_id, person_ids, is_person_only=True)
    known = _Known(
        ties=values_of(owner_id, names),
        exchanges=exchanges(owner_id, until=today, person_ids=list(names)),
        waits={(each.person_id, each.is_from_me): each for each in waiting_with(owner_id, names)},
        outlooks=outlooks(owner_id, names),
        key=frozenset(
            pk
            for pk, tier in tiers(owner_id, until=today, person_ids=list(names)).items()
            if tier == Tier.KEY
        ),
        gone=gone_people(owner_id),
    )
    return {
        pk: Asked(name, known.exchanges.get(pk, NO_EXCHANGES), known.situation(viewer, pk, name, today))
        for pk, name in names.items()
    }


def limits_of(viewer: Viewer, *, today: date) -> Limits:
    """Return where the lines are for this owner, by the asks that had ended by a day."""
    return learnt(endings(viewer.owner_id, until=today), Limits())


class _Known:
    """What was read of some people."""

    def __init__(
        self,
        *,
        ties: Mapping[int, Tie],
        exchanges: Mapping[int, Exchanges],
        waits: Mapping[tuple[int, bool], Waits],
        outlooks: Mapping[int, ReplyOutlook],
        key: frozenset[int],
        gone: Mapping[int, str],
    ) -> None:
        self.ties, self.exchanges, self.waits, self.outlooks, self.key = ties, exchanges, waits, outlooks, key
        self.gone = gone

    def situation(self, viewer: Viewer, person_id: int, name: str, today: date) -> Situation:
        """Return the situation with one of them."""
        tie = self.ties.get(person_id)
        between = self.exchanges.get(person_id, NO_EXCHANGES)
        outlook = self.outlooks[person_id]
        account = balance(between.favours, today=today)
        theirs = [each for each in between.favours if not each.is_from_me]
        last_at = tie.last_at_epoch_s if tie else None
        owed, sent = self.waits.get((person_id, False)), self.waits.get((person_id, True))
        if sent and (not sent.asks or outlook.is_over(viewer.end_of(today) - sent.at_epoch_s)):
            sent = None
        return Situation(
            name=call_name(name),
            tie_class=tie.tie_class if tie else None,
            state=tie.state if tie else None,
            standing=tie.standing if tie else None,
            silent_days=None if last_at is None else (today - viewer.day_of(last_at)).days,
            rhythm_days=tie.rhythm_days if tie else None,
            reply_chance=round(outlook.chance, 3) if outlook.asked >= TELLING else None,
            net=account.net,
            spread=account.spread,
            latest_favour=Debt(theirs[-1].what, theirs[-1].on) if theirs else None,
            has_entries=bool(between.favours),
            unthanked=tuple(Debt(each.what, each.on) for each in thanks_owed(between.favours, today=today)),
            owed_reply_days=(today - viewer.day_of(owed.at_epoch_s)).days if owed else None,
            sent_on=viewer.day_of(sent.at_epoch_s) if sent else None,
            answer_by=_answer_by(viewer, outlook, sent, today) if sent else None,
            is_key=person_id in self.key,
            gone=self.gone.get(person_id, ""),
            asks=between.asks,
        )


def _answer_by(viewer: Viewer, outlook: ReplyOutlook, sent: Waits, today: date) -> date:
    """Return until when their answer is waited for: until it is late, and once it is, until it is over."""
    likely_by = try_again_on(viewer, outlook, sent.at_epoch_s)
    return likely_by if likely_by > today else viewer.day_of(sent.at_epoch_s + LATEST_S) + timedelta(days=2)
