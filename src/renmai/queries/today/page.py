"""Today: the few people worth an act, each with its because, a step and a draft (P1)."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.ties.excerpts import bare_subject
from renmai.domain.today.candidates import silence_numbers
from renmai.domain.today.plan import TRIES, PlanKind, key_of
from renmai.queries.people.occasions import chinese_date
from renmai.queries.people.same import asked_about, same_cards
from renmai.queries.people.same_cards import SameCard
from renmai.queries.people.who_are_you import who_are_you
from renmai.queries.ties.silences import next_try, silence_said
from renmai.queries.today.cards import TodayCard, TodayItem
from renmai.queries.today.plan import Planned, planned
from renmai.queries.today.words import today_item
from renmai.store.pages.listing import people_count
from renmai.store.people.notebook import notebook
from renmai.store.ties import timeline
from renmai.store.ties.kept_ties import standing
from renmai.store.ties.rows import rows_of
from renmai.store.ties.timeline import Act
from renmai.store.today.openings import Opening
from renmai.upkeep.book.kept import holds, kept
from renmai.upkeep.ties.ties import fresh_ties
from renmai.upkeep.value.matches import fresh_matches

MARGIN = 5


def today_card(viewer: Viewer, *, today: date) -> TodayCard:
    """Return the page of a day. It looks at nothing after that day."""
    fresh_ties(viewer, viewer.end_of(today))
    fresh_matches(viewer, today=today)
    return as_kept(viewer, today=today)


def as_kept(viewer: Viewer, *, today: date) -> TodayCard:
    """Return the page of a day by ties and matches as kept; it is made only where something changed."""
    return kept(
        viewer,
        "today",
        rests_on=_rests_on(viewer, today),
        make=lambda: _read(viewer, today),
        shape=TodayCard,
    )


def is_kept(viewer: Viewer, *, today: date) -> bool:
    """Tell whether the page of a day need not be made anew."""
    return holds(viewer, "today", rests_on=_rests_on(viewer, today))


def _rests_on(viewer: Viewer, today: date) -> str:
    return f"{today} {standing(viewer.owner_id).as_of_epoch_s}"


def _read(viewer: Viewer, today: date) -> TodayCard:
    """Return the page made anew; what the owner noted is read once for all who ask."""
    with notebook(viewer.owner_id):
        return _made(viewer, today)


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
    return TodayCard(
        today=today,
        items=tuple(items),
        occasions=plan.coming,
        waiting=tuple(_in_the_margin(viewer, plan, each, letters, today) for each in waiting),
        is_book_empty=people_count(viewer.owner_id) == 0,
        lunar=chinese_date(today),
        because=who_are_you(viewer.owner_id),
        same=_same(viewer, [item.person_id for item in items], today),
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
