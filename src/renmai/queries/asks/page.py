"""The page before asking: whom the words mean, the check, and who they are at a glance (V7)."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.asks.asks import Request
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.queries.asks.cards import AskCard
from renmai.queries.asks.check import ask_card
from renmai.queries.people.search import FoundPerson
from renmai.queries.people.whom import whom
from renmai.queries.ties.as_cards import person_rows
from renmai.queries.ties.cards import PersonRow
from renmai.store.people.people import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """What the page shows: a check of somebody, or whom the words may mean, or nobody yet."""

    card: AskCard | None = None
    person: PersonRow | None = None
    candidates: tuple[FoundPerson, ...] = ()
    is_nobody: bool = False


def ask_page(
    viewer: Viewer, person_id: int | None, called: str, request: Request | None, *, today: date
) -> AskPage:
    """Return the page; words that name somebody else than `person_id` go before it.

    :raises NoSuchPerson: where the book holds nobody of that id who could be asked.
    """
    if person_id is not None:
        names = names_of(viewer.owner_id, [person_id], is_person_only=True)
        if called in ("", names.get(person_id)):
            return _of(viewer, person_id, request, today)
    if not called:
        return AskPage()
    people = whom(viewer, called, is_person_only=True).people
    if len(people) == 1:
        return _of(viewer, people[0].id, request, today)
    return AskPage(candidates=people, is_nobody=not people)


def _of(viewer: Viewer, person_id: int, request: Request | None, today: date) -> AskPage:
    card = ask_card(viewer, person_id, request, today=today)
    rows = person_rows(viewer, [person_id], today=today)
    if not rows:
        raise NoSuchPerson(person_id)
    return AskPage(card=card, person=rows[0])
