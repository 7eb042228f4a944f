"""One person: tie and evidence, contact over two years, timeline, handles and facts with their origins."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.queries.asks.check import ask_at_a_glance
from renmai.queries.book.cards import DecisionCard
from renmai.queries.pages.cards import FactCard, HandleCard, PersonCard, TimelineEntry
from renmai.queries.pages.now import now_card
from renmai.queries.pages.together import together_card
from renmai.queries.people.agenda import agenda_of
from renmai.queries.people.gone import gone_card
from renmai.queries.people.how_met import how_met_card
from renmai.queries.people.notes import notes_of
from renmai.queries.people.occasions import occasions_of
from renmai.queries.people.same import asked_about, same_cards
from renmai.queries.people.tags import tags_of
from renmai.queries.positions.of_person import of_portrait
from renmai.queries.reach.met import met_through_card
from renmai.queries.reach.outreach_page import outreach_of
from renmai.queries.ties.as_cards import person_row
from renmai.queries.ties.cards import Strip
from renmai.queries.ties.silences import replies_of
from renmai.queries.value.of_person import person_value
from renmai.store.book import decisions
from renmai.store.capture import by_hand, imports
from renmai.store.people import origins
from renmai.store.people.notebook import notebook
from renmai.store.people.origins import Provenance
from renmai.store.people.portraits import portraits
from renmai.store.ties import timeline
from renmai.store.ties.rows import rows_of
from renmai.store.ties.timeline import Act
from renmai.store.ties.trails import TrailDay, days_with
from renmai.upkeep.ties.ties import fresh_ties

WEEKS = 104
TIMELINE_PAGE = 30
ABOUT_HANDLES = frozenset({"list", "shared", "kind", "me", "gone"})


def person_card(viewer: Viewer, person_id: int, *, today: date, timeline_page: int = 1) -> PersonCard:
    """Return everything the person page shows, as of a day.

    :raises NoSuchPerson: where the book holds nobody of that id.
    """
    fresh_ties(viewer, viewer.end_of(today))
    with notebook(viewer.owner_id, [person_id, None]):
        card = _person(viewer, person_id, today=today, timeline_page=timeline_page)
        return card if card.is_me or not card.is_person else _kept_by_hand(viewer, card, today)


def _kept_by_hand(viewer: Viewer, card: PersonCard, today: date) -> PersonCard:
    """Return the page with what the owner wrote down of somebody, and what follows of it all for now."""
    whole = replace(
        card,
        notes=notes_of(viewer, card.id, card.name, today=today),
        agenda=agenda_of(viewer, card.id, card.name, today=today),
        tags=tags_of(viewer, card.id, today=today),
        how_met=how_met_card(viewer, card.id, today=today),
        outreaches=outreach_of(viewer, card.id, today=today),
        met_through=met_through_card(viewer, card.id, today=today),
    )
    return whole if card.gone else replace(whole, now=now_card(viewer, whole, today=today))


def _person(viewer: Viewer, person_id: int, *, today: date, timeline_page: int) -> PersonCard:
    as_of, owner_id = viewer.end_of(today), viewer.owner_id
    portrait = portraits(owner_id, [person_id]).get(person_id)
    if portrait is None:
        raise NoSuchPerson(person_id)
    kept = rows_of(owner_id, [person_id]).get(person_id)
    row = person_row(viewer, portrait, kept, today=today, is_explained=True)
    starts_on = today - timedelta(weeks=WEEKS) + timedelta(days=1)
    days = [day for day in days_with(owner_id, person_id) if day.day >= starts_on.toordinal()]
    skip = (max(1, timeline_page) - 1) * TIMELINE_PAGE
    acts = timeline.page_of(owner_id, person_id, as_of, skip=skip, take=TIMELINE_PAGE)
    lines = by_hand.lines_of(owner_id, [act.act for act in acts if act.source == imports.BY_HAND])
    met = origins.origins_of(owner_id, person_id)
    quiet_days = (today - row.last_contact_on).days if row.last_contact_on else None
    is_somebody = portrait.is_person and not portrait.is_me
    return PersonCard(
        id=portrait.id,
        name=portrait.name,
        reading=portrait.reading,
        subtitle=portrait.subtitle,
        is_me=portrait.is_me,
        is_person=portrait.is_person,
        tie=row.tie,
        strip=_weeks(starts_on, days),
        quarters=_quarters(days),
        silent_days=(today - row.tie.last_in_on).days if row.tie and row.tie.last_in_on else None,
        quiet_days=quiet_days,
        timeline=tuple(_entry(act, lines.get(act.act)) for act in acts),
        timeline_total=timeline.count_of(owner_id, person_id, as_of),
        handles=_handles(viewer, person_id, met),
        facts=_facts(viewer, person_id, met),
        occasions=occasions_of(viewer, person_id, today=today),
        merges=tuple(_decisions(viewer, person_id)),
        replies=replies_of(viewer, person_id, portrait.name, kept.tie.turns, today=today) if kept else None,
        together=together_card(
            viewer, portrait, kept.tie if kept else None, today=today, silent_days=quiet_days
        )
        if is_somebody
        else None,
        value=person_value(viewer, person_id, today=today) if is_somebody else None,
        leaving=of_portrait(viewer, portrait, today=today) if is_somebody and not portrait.gone else None,
        ask=None if portrait.gone else ask_at_a_glance(viewer, person_id, today=today),
        gone=gone_card(viewer, person_id, portrait.gone),
        same=next(iter(same_cards(viewer, asked_about(viewer, [person_id])[:1], today=today)), None),
    )


def _weeks(starts_on: date, days: Iterable[TrailDay]) -> Strip:
    """Return two years of contact, one step a week, the last ending today."""
    from_me, from_them = [0] * WEEKS, [0] * WEEKS
    for each in days:
        week = (each.day - starts_on.toordinal()) // 7
        if 0 <= week < WEEKS:
            from_me[week] += each.from_me
            from_them[week] += each.from_them
    return Strip(starts_on=starts_on, step="week", from_me=tuple(from_me), from_them=tuple(from_them))


def _quarters(days: Iterable[TrailDay]) -> tuple[tuple[str, int, int], ...]:
    """Return the same contact by quarter, `2025-Q3`, oldest first; quarters without any are left out."""
    mine: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for each in days:
        day = date.fromordinal(each.day)
        quarter = f"{day.year}-Q{(day.month + 2) // 3}"
        mine[quarter] += each.from_me
        theirs[quarter] += each.from_them
    return tuple((quarter, mine[quarter], theirs[quarter]) for quarter in sorted(mine))


def _entry(act: Act, line_number: int | None) -> TimelineEntry:
    return TimelineEntry(
        interaction_id=act.interaction_id,
        at=datetime.fromtimestamp(act.at_epoch_s, UTC),
        kind=act.kind,
        nature=act.nature,
        from_me=act.is_from_me,
        subject=act.subject,
        excerpt=act.excerpt,
        audience=act.audience,
        duration_min=round(act.duration_s / 60),
        source=act.source,
        line_number=line_number,
    )


def _handles(viewer: Viewer, person_id: int, met: Mapping[int, Provenance]) -> tuple[HandleCard, ...]:
    return tuple(
        HandleCard(
            text=each.text,
            nature=each.nature,
            mention_id=each.mention_id,
            name=each.name,
            origins=_origin(viewer, met.get(each.mention_id)),
        )
        for each in origins.handles_of(viewer.owner_id, person_id)
    )


def _origin(viewer: Viewer, origin: Provenance | None) -> tuple[tuple[str, str, date], ...]:
    if origin is None:
        return ()
    return ((origin.source, origin.import_name, viewer.day_of(int(origin.at.timestamp()))),)


def _facts(viewer: Viewer, person_id: int, met: Mapping[int, Provenance]) -> tuple[FactCard, ...]:
    """Return each fact once, as its newest trace says it; facts about handles are none about a person."""
    seen: dict[tuple[str, str], FactCard] = {}
    for fact in origins.facts_of(viewer.owner_id, person_id):
        origin = met.get(fact.mention_id)
        if fact.kind in ABOUT_HANDLES or (fact.kind, fact.value) in seen or origin is None:
            continue
        seen[fact.kind, fact.value] = FactCard(
            kind=fact.kind,
            value=fact.value,
            source=origin.source,
            import_name=origin.import_name,
            on=viewer.day_of(int(origin.at.timestamp())),
        )
    return tuple(seen.values())


def _decisions(viewer: Viewer, person_id: int) -> Sequence[DecisionCard]:
    """Return what the owner decided of who this person is, newest first, with the other's name."""
    about = [
        decision
        for decision in decisions.standing(viewer.owner_id, "merge", "split", "name")
        if person_id in (decision.payload.get("keep_id"), decision.payload.get("new_id"))
    ]
    return [
        DecisionCard(
            id=each.pk,
            kind=each.kind,
            decided_at=each.decided_at,
            text=str(each.payload.get("name", "")),
        )
        for each in reversed(about)
    ]
