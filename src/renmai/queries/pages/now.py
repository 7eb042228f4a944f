"""Now: the three lines at the head of a person's page, made of what the page has read already."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from renmai.domain.book.because import Because, reason_with
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.queries.pages.cards import NowCard, PersonCard
from renmai.queries.ties.handed_in import handed_in_by
from renmai.queries.together.cards import TogetherCard
from renmai.store.ties.waiting import waiting_with

MOST_NEEDS = 3
SOON_DAYS = 14
"""A birthday within so many days is a reason to be in touch."""


def now_card(viewer: Viewer, card: PersonCard, *, today: date) -> NowCard:
    """Return the three lines as of a day."""
    touch, is_due = _touch(card, today)
    is_known = card.tie is not None
    first = "now_first_step" if card.handles else "now_first_step_unreached"
    return NowCard(
        open=tuple(_open(viewer, card, today)) or (Because("now_nothing_open"),),
        needs=_needs(card),
        touch=touch,
        is_due=is_due,
        first_step=None if is_known else Because(first),
    )


def _open(viewer: Viewer, card: PersonCard, today: date) -> Iterator[Because]:
    """Yield what is open, what the owner owes first."""
    for letter in waiting_with(viewer.owner_id, [card.id]):
        if letter.asks:
            days = (today - viewer.day_of(letter.at_epoch_s)).days
            code = "now_awaited" if letter.is_from_me else "now_owed"
            yield Because(code, {"wait_days": days}) if days > 0 else Because(f"{code}_today")
    work = handed_in_by(viewer, card.id, today=today)
    if work is not None:
        yield reason_with("now_handed_in", work.because.numbers, "waiting_count", "oldest_days", "subject")
    if card.together is not None:
        for promise in card.together.open_promises:
            said: dict[str, object] = {"what": promise.what}
            if promise.due_on is not None:
                yield Because("now_promised_by", {**said, "due_on": promise.due_on.isoformat()})
            else:
                yield Because("now_promised", said)
    if card.ask is not None:
        for past in card.ask.asks:
            if past.ask.is_open and not past.is_over:
                yield Because("now_asked", {"what": past.ask.what})
    if card.together is not None and (titles := _under_way(card.together)):
        yield Because("now_under_way", {"what": titles})
    if card.agenda:
        yield Because("now_raise", {"what": [point.text for point in card.agenda]})


def _under_way(together: TogetherCard) -> Sequence[str]:
    return [each.title for each in together.cooperations if each.is_open]


def _needs(card: PersonCard) -> Because:
    needs = [row.needs.text for row in card.value.give if row.needs] if card.value else []
    if not needs:
        return Because("now_needs_unknown")
    return Because("now_needs", {"name": call_name(card.name), "what": needs[:MOST_NEEDS]})


def _touch(card: PersonCard, today: date) -> tuple[Because, bool]:
    """Return when to be in touch, and whether that day has come."""
    coming = next((each for each in card.occasions if each.days_until <= SOON_DAYS), None)
    rhythm = _rhythm(card)
    if rhythm is None or card.quiet_days is None:
        if coming is not None:
            return Because("now_touch_day", {"day_on": coming.on.isoformat()}), coming.days_until == 0
        return Because("now_touch_free"), False
    left = rhythm - card.quiet_days
    if left <= 0:
        return Because("now_touch_late", {"silent_days": card.quiet_days, "rhythm_days": rhythm}), True
    by = today + timedelta(days=left)
    if coming is not None and coming.on <= by:
        return Because("now_touch_day", {"day_on": coming.on.isoformat()}), coming.days_until == 0
    return Because("now_touch_by", {"by_on": by.isoformat(), "rhythm_days": rhythm}), False


def _rhythm(card: PersonCard) -> int | None:
    """Return every how many days to be in touch: as the tier wants it, else as these two always did."""
    if card.together is not None and card.together.tier.rhythm_days:
        return card.together.tier.rhythm_days
    days = card.tie.rhythm_days if card.tie else None
    return max(1, round(days)) if days else None
