"""Today: the few people worth an act, each with its because, a step and a draft (P1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.reach.meetings import READY_DAYS
from renmai.domain.ties.excerpts import bare_subject
from renmai.domain.today.candidates import silence_numbers
from renmai.domain.today.plan import TRIES, PlanKind, key_of
from renmai.queries.people.agenda import open_points
from renmai.queries.people.occasions import chinese_date
from renmai.queries.people.same import asked_about, same_cards
from renmai.queries.people.same_cards import SameCard
from renmai.queries.people.who_are_you import who_are_you
from renmai.queries.reach.groups import renewals
from renmai.queries.reach.meetings import meetings_card
from renmai.queries.ties.silences import next_try, silence_said
from renmai.queries.today.cards import TodayCard, TodayItem
from renmai.queries.today.plan import Planned, planned
from renmai.queries.today.words import today_item
from renmai.store.book import decisions
from renmai.store.pages.listing import people_count
from renmai.store.people.notebook import notebook
from renmai.store.people.people import names_of
from renmai.store.ties import timeline
from renmai.store.ties.kept_ties import standing
from renmai.store.ties.rows import rows_of
from renmai.store.ties.timeline import Act
from renmai.store.today import openings
from renmai.store.today.openings import Opening
from renmai.upkeep.book.kept import kept
from renmai.upkeep.ties.ties import fresh_ties
from renmai.upkeep.value.matches import fresh_matches

MARGIN = 5


def today_card(viewer: Viewer, *, today: date) -> TodayCard:
    """Return the page of a day. It looks at nothing after that day."""
    fresh_ties(viewer, viewer.end_of(today))
    fresh_matches(viewer, today=today)
    return as_kept(viewer, today=today)


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeptDay:
    """The page of a day as it was made, and the last decision that was made by then."""

    card: TodayCard
    last_decision_id: int


def as_kept(viewer: Viewer, *, today: date) -> TodayCard:
    """Return the page of a day by ties and matches as kept; it is made only where something changed.

    Who cannot wait gets what a large book had for that day before the change, without what was answered since
    and without people who are gone, until the worker has made another.
    """
    found = kept(
        viewer,
        "today",
        day=today,
        rests_on=str(standing(viewer.owner_id).as_of_epoch_s),
        make=lambda waiting: _read(waiting, today),
        shape=_KeptDay,
    )
    return found.card.card if found.is_current else _still_open(viewer, found.card)


def _still_open(viewer: Viewer, before: _KeptDay) -> TodayCard:
    """Return of a page made before the last change what still stands."""
    card = before.card
    answered = openings.answered_after(viewer.owner_id, before.last_decision_id)
    people = names_of(
        viewer.owner_id, [each.person_id for each in (*card.items, *card.waiting)], is_person_only=True
    )

    def stands(item: TodayItem) -> bool:
        """Tell whether nobody answered a suggestion, and whom it is about is still there."""
        return item.key not in answered and item.person_id in people

    return replace(card, items=tuple(filter(stands, card.items)), waiting=tuple(filter(stands, card.waiting)))


def _read(viewer: Viewer, today: date) -> _KeptDay:
    """Return the page made anew; what the owner noted is read once for all who ask."""
    last = decisions.last_id(viewer.owner_id)
    with notebook(viewer.owner_id):
        return _KeptDay(card=_made(viewer, today), last_decision_id=last)


def _made(viewer: Viewer, today: date) -> TodayCard:
    as_of = viewer.end_of(today)
    plan = planned(viewer, today=today)
    waiting = [each for each in plan.still_waiting if _is_open(plan, each, as_of)][:MARGIN]
    wanted = [item.interaction_id for item in plan.items if item.interaction_id is not None]
    letters = timeline.acts(viewer.owner_id, [*wanted, *(each.interaction_id for each in waiting)])
    ties = rows_of(viewer.owner_id, [item.person_id for item in plan.items])
    without = [item.person_id for item in plan.items if item.interaction_id not in letters]
    recent = timeline.latest(viewer.owner_id, without, as_of)
    items = []
    for item in plan.items:
        letter = letters.get(item.interaction_id) if item.interaction_id is not None else None
        latest = [] if letter else recent[item.person_id]
        portrait = plan.people[item.person_id]
        row = ties.get(item.person_id)
        words = plan.words.get(item.key)
        items.append(
            today_item(viewer, item, portrait, row, letter=letter, latest=latest, today=today, words=words)
        )
    agenda = open_points(viewer, today=today)
    return TodayCard(
        today=today,
        items=tuple(replace(item, agenda=agenda.get(item.person_id, ())) for item in items),
        occasions=plan.coming,
        waiting=tuple(_in_the_margin(viewer, plan, each, letters, today) for each in waiting),
        is_book_empty=people_count(viewer.owner_id) == 0,
        lunar=chinese_date(today),
        because=who_are_you(viewer.owner_id),
        handed_in=plan.handed_in,
        same=_same(viewer, [item.person_id for item in items], today),
        renewals=renewals(viewer, today=today),
        meetings=meetings_card(viewer, today=today, ahead_days=READY_DAYS),
    )


def _same(viewer: Viewer, spoken_of: Sequence[int], today: date) -> SameCard | None:
    """Return the likeliest two who may be one human, of whom one is spoken of."""
    return next(iter(same_cards(viewer, asked_about(viewer, spoken_of)[:1], today=today)), None)


def _is_open(plan: Planned, each: Opening, as_of_epoch_s: int) -> bool:
    """Tell whether an answer may still come, or the owner should know why nobody is proposed."""
    return each.tries >= TRIES or not plan.expected[each.person_id].is_over(as_of_epoch_s - each.at_epoch_s)


def _in_the_margin(
    viewer: Viewer, plan: Planned, each: Opening, letters: dict[int, Act], today: date
) -> TodayItem:
    """Return an answer I wait for that is not worth a nudge yet."""
    portrait = plan.people[each.person_id]
    letter = letters.get(each.interaction_id)
    subject = bare_subject(letter.subject) if letter else ""
    numbers: dict[str, object] = {
        "name": call_name(portrait.name),
        "ago_days": (today - viewer.day_of(each.at_epoch_s)).days,
        "subject": subject,
    }
    outlook = plan.expected[each.person_id]
    numbers |= silence_numbers(outlook, viewer.end_of(today) - each.at_epoch_s)
    step = next_try(viewer, outlook, sent_at=each.at_epoch_s, tries=each.tries, today=today)
    main = Because("waiting_asked" if subject else "waiting_plain", numbers)
    return TodayItem(
        key=key_of(PlanKind.WAITING, portrait.anchor, each.act),
        person_id=portrait.id,
        name=portrait.name,
        subtitle=portrait.subtitle,
        kind=PlanKind.WAITING,
        is_urgent=False,
        because=(step,) if each.tries >= TRIES else (main, silence_said(numbers)),
        step=step,
        draft=None,
        reply_to_subject=subject,
        mail_to="",
        tie=None,
        strip=None,
    )
