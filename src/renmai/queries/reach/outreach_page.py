"""Outreach: all of them as of a day, one with its attempts, or the person with whom one is to begin (R6)."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson, NotThere
from renmai.queries.reach.outreach_as_cards import may_bring, outreach_cards, soonest_first
from renmai.queries.reach.outreach_cards import OutreachCard, OutreachPage
from renmai.store.people.portraits import portraits
from renmai.store.reach import outreaches
from renmai.upkeep.ties.ties import fresh_ties


class NoSuchOutreach(NotThere):
    """The owner began no outreach of that number by that day."""


def outreach_board(viewer: Viewer, *, today: date) -> tuple[OutreachCard, ...]:
    """Return every outreach as of a day: what goes on first, what is due at the front."""
    fresh_ties(viewer, viewer.end_of(today))
    return tuple(
        soonest_first(
            outreach_cards(viewer, outreaches.outreaches(viewer.owner_id, until=today), today=today)
        )
    )


def outreach_of(viewer: Viewer, person_id: int, *, today: date) -> tuple[OutreachCard, ...]:
    """Return the outreaches to one person, for a page on which the ties are fresh already."""
    noted = outreaches.outreaches(viewer.owner_id, until=today, person_ids=[person_id])
    return tuple(soonest_first(outreach_cards(viewer, noted, today=today))) if noted else ()


def outreach_page(viewer: Viewer, number: int, *, today: date) -> OutreachPage:
    """Return one outreach as of a day.

    :raises NoSuchOutreach: if there is none of that number, or nobody any more whom it was to reach
    """
    fresh_ties(viewer, viewer.end_of(today))
    noted = outreaches.one(viewer.owner_id, number, until=today)
    cards = outreach_cards(viewer, [noted] if noted else [], today=today)
    if not cards:
        raise NoSuchOutreach("no_such_outreach", number=number)
    return OutreachPage(person_id=cards[0].person_id, name=cards[0].name, outreach=cards[0])


def new_outreach(viewer: Viewer, person_id: int, *, today: date) -> OutreachPage:
    """Return the page to begin reaching out to somebody.

    :raises NoSuchPerson: if the book holds nobody of that id who can carry a tie
    """
    portrait = portraits(viewer.owner_id, [person_id]).get(person_id)
    if portrait is None or portrait.is_me or not portrait.is_person:
        raise NoSuchPerson(person_id)
    needs = may_bring(viewer, [person_id], today=today).get(person_id, ())
    return OutreachPage(person_id=person_id, name=portrait.name, may_bring=needs)
