"""The meeting brief: one page of what somebody's own page says and of what was talked about (R7)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.mentions import ORGANISATION
from renmai.domain.reach.brief import (
    LEAST_LIKELY_KNOWN,
    MOST_LINES,
    MOST_POINTS,
    REMEMBER_DAYS,
    BriefPart,
    clipped,
)
from renmai.domain.reach.topics import Topic, last_topics
from renmai.queries.asks.ledger import ledger
from renmai.queries.pages.cards import PersonCard
from renmai.queries.pages.person import person_card
from renmai.queries.people.cards import HowMetCard
from renmai.queries.reach.meeting_cards import BriefCard, BriefPartCard, MeetingCard
from renmai.queries.reach.meetings import next_meeting_with
from renmai.queries.value.cards import BothWays
from renmai.store.people.facts import people_said_to
from renmai.store.people.gone import names_still_there
from renmai.store.people.own_notes import own_notes
from renmai.store.reach.talks import talks_with
from renmai.store.ties.acquaintances import known_to

OWED = frozenset({"now_owed", "now_owed_today", "now_promised", "now_promised_by"})
AWAITED = frozenset({"now_awaited", "now_awaited_today", "now_asked"})
MOST_COLLEAGUES = 40


def brief_card(viewer: Viewer, person_id: int, *, today: date) -> BriefCard:
    """Return what to read before meeting somebody, as of a day.

    :raises NoSuchPerson: where the book holds nobody of that id
    :raises NotThere: for the owner, and for nobody in particular
    """
    balance = ledger(viewer, person_id, today=today)
    card = person_card(viewer, person_id, today=today)
    meeting = next_meeting_with(viewer, person_id, today=today)
    found = last_topics(
        talks_with(viewer.owner_id, person_id, viewer.end_of(today)), as_of_epoch_s=viewer.end_of(today)
    )
    thanks = (
        Because("brief_thank", {"what": clipped(each.what), "on": each.on.isoformat()})
        for each in balance.unthanked
    )
    open_ones = card.now.open if card.now else ()
    give, get = (card.value.give, card.value.get) if card.value else ((), ())
    lines: dict[BriefPart, Iterable[Because]] = {
        BriefPart.OWED: [*(_clipped(each) for each in open_ones if each.code in OWED), *thanks],
        BriefPart.AWAITED: [_clipped(each) for each in open_ones if each.code in AWAITED],
        BriefPart.TOPICS: [_topic(viewer, each) for each in found],
        BriefPart.AGENDA: [Because("brief_point", {"text": clipped(each.text)}) for each in card.agenda],
        BriefPart.NEEDS: [_need(each) for each in give if each.needs],
        BriefPart.OFFERS: [_offer(each) for each in get if each.has],
        BriefPart.QUESTIONS: map(_clipped, card.value.effective.questions if card.value else ()),
        BriefPart.COMMON: _common(viewer, card),
        BriefPart.ORGANISATION: _organisation(viewer, card, today),
        BriefPart.SINCE: _since(viewer, meeting, found),
        BriefPart.REMEMBER: _remember(card),
    }
    return BriefCard(
        person_id=card.id,
        name=card.name,
        reading=card.reading,
        subtitle=card.subtitle,
        tie=card.tie,
        who=tuple(_who(card)),
        meeting=meeting,
        parts=tuple(part for about in BriefPart if (part := _part(about, tuple(lines[about]))).lines),
    )


def _part(about: BriefPart, lines: Sequence[Because]) -> BriefPartCard:
    most = MOST_POINTS if about == BriefPart.AGENDA else MOST_LINES
    return BriefPartCard(about, tuple(lines[:most]), max(0, len(lines) - most))


def _clipped(because: Because) -> Because:
    """Return a line with its texts cut to what fits on the page."""
    fits = {name: clipped(said) if isinstance(said, str) else said for name, said in because.numbers.items()}
    return Because(because.code, fits)


def _who(card: PersonCard) -> Iterator[Because]:
    """Yield how the two met, and since when nothing passed."""
    if card.how_met:
        yield _how_met(card.how_met)
    elif card.together and card.together.met and card.together.met.introducer:
        yield Because("brief_met_through", {"name": card.together.met.introducer})
    if card.tie is None:
        yield Because("brief_never")
    elif card.quiet_days is not None:
        yield Because("brief_last" if card.quiet_days else "brief_last_today", {"ago_days": card.quiet_days})


def _how_met(word: HowMetCard) -> Because:
    if word.on is None:
        return Because("brief_met", {"text": clipped(word.text)})
    if not word.text:
        return Because("brief_met_day", {"on": word.on.isoformat()})
    return Because("brief_met_on", {"text": clipped(word.text), "on": word.on.isoformat()})


def _topic(viewer: Viewer, topic: Topic) -> Because:
    on = viewer.day_of(topic.last_epoch_s).isoformat()
    subject, said = clipped(topic.subject), clipped(topic.last_words)
    if said and said != subject:
        return Because("brief_topic_said", {"subject": subject, "on": on, "said": said})
    return Because("brief_topic", {"subject": subject, "on": on})


def _need(row: BothWays) -> Because:
    """Say a need of theirs, and what meets it: something of mine, or somebody I know."""
    assert row.needs is not None
    said: dict[str, object] = {"what": clipped(row.needs.text), "on": row.needs.noted_on.isoformat()}
    if row.has is None:
        return Because("brief_need", said)
    said["offer"] = clipped(row.has.text)
    return (
        Because("brief_need_mine", said)
        if not row.has.name
        else Because("brief_need_of", {**said, "name": row.has.name})
    )


def _offer(row: BothWays) -> Because:
    assert row.has is not None
    said: dict[str, object] = {"what": clipped(row.has.text), "on": row.has.noted_on.isoformat()}
    return (
        Because("brief_offer_met", {**said, "need": clipped(row.needs.text)})
        if row.needs
        else Because("brief_offer", said)
    )


def _common(viewer: Viewer, card: PersonCard) -> Iterator[Because]:
    """Yield whom both know, in one line."""
    known = known_to(viewer.owner_id, card.id, least=LEAST_LIKELY_KNOWN)
    names = names_still_there(viewer.owner_id, known[:MOST_POINTS])
    if shown := [names[pk] for pk in known[:MOST_POINTS] if pk in names]:
        yield Because("brief_common", {"names": shown})


def _organisation(viewer: Viewer, card: PersonCard, today: date) -> Iterator[Because]:
    """Yield whom else I know where they work, and what I noted with the organisation's name in it."""
    name = next(
        (fact.value.strip() for fact in card.facts if fact.kind == ORGANISATION and fact.value.strip()), ""
    )
    if not name:
        return
    said = people_said_to(viewer.owner_id, [ORGANISATION], name.split(), at_most=MOST_COLLEAGUES)
    names = names_still_there(viewer.owner_id, [pk for pk in said if pk != card.id][:MOST_POINTS])
    if names:
        yield Because("brief_colleagues", {"organisation": clipped(name, 40), "names": list(names.values())})
    for note in own_notes(viewer.owner_id, until=today):
        if note.person_id != card.id and name.casefold() in note.text.casefold():
            yield Because("brief_noted", {"text": clipped(note.text), "on": note.on.isoformat()})


def _since(viewer: Viewer, meeting: MeetingCard | None, topics: Sequence[Topic]) -> Iterator[Because]:
    """Yield what was talked about since the date was set."""
    if meeting is None or meeting.arranged_on is None:
        return
    later = [each for each in topics if viewer.day_of(each.last_epoch_s) > meeting.arranged_on]
    if later:
        said: dict[str, object] = {
            "on": meeting.arranged_on.isoformat(),
            "subjects": [clipped(each.subject, 40) for each in later],
        }
        yield Because("brief_since", said)


def _remember(card: PersonCard) -> Iterator[Because]:
    """Yield a day of theirs that is near, and what was noted of them last."""
    for day in card.occasions:
        if day.days_until <= REMEMBER_DAYS:
            yield Because(f"brief_day_{day.kind}", {"on": day.on.isoformat(), "in_days": day.days_until})
    for note in card.notes:
        yield Because("brief_noted", {"text": clipped(note.text), "on": note.on.isoformat()})
