"""Record a cooperation with somebody, from its first idea (V8)."""

from datetime import date, datetime

from renmai.actions.book.noting import said, somebody
from renmai.actions.together.terms import CooperationTerms, kept, stage_meant
from renmai.domain.book.owners import Viewer
from renmai.domain.together.cooperation import Stage
from renmai.store.book.bulk import writing
from renmai.store.people import people
from renmai.store.people.notes import note
from renmai.store.ties import corrections
from renmai.store.together.cooperations import COOPERATION


def record_cooperation(
    viewer: Viewer,
    person_id: int,
    terms: CooperationTerms,
    *,
    now: datetime,
    on: date,
    stage: str = Stage.IDEA,
) -> int:
    """Note a cooperation with a person; return the decision's id, which is its number.

    :param terms: with a `title` at least
    :param on: the day on which it stands at that stage
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    :raises NoSuchStage: if there is no such stage
    :raises NothingSaid: if it has no title
    """
    begun: dict[str, object] = {**kept(terms), "stage": str(stage_meant(stage))}
    begun["title"] = said(terms.get("title", ""), field="title")
    owner_id = viewer.owner_id
    with writing(owner_id):
        somebody(owner_id, person_id)
        number = note(owner_id, kind=COOPERATION, person_id=person_id, payload=begun, on=on, now=now)
        corrections.look_again(owner_id, people.anchor_of(owner_id, person_id))
    return number
