"""Position proposals of people, or of the owner: what traces say, less what is noted or dismissed."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.positions.positions import Position
from renmai.domain.positions.signs import PositionProposal, proposals
from renmai.store.positions.positions import dismissed, positions
from renmai.store.positions.signs import position_signs
from renmai.upkeep.positions.mine import my_work_signs


def proposals_of_people(
    viewer: Viewer,
    person_ids: Sequence[int],
    *,
    today: date,
    known: Sequence[Position],
    most_letters: int,
    with_unsure: bool = False,
) -> dict[int, tuple[PositionProposal, ...]]:
    """Return what is proposed for some people as of a day; who has nothing is left out.

    :param known: their noted positions
    :param most_letters: how many letters of each address are opened for their signatures
    :param with_unsure: also from domains of which it is not told whether people work there
    """
    signs = position_signs(
        viewer, person_ids, viewer.end_of(today), most_letters=most_letters, with_unsure=with_unsure
    )
    gone = dismissed(viewer.owner_id, until=today, person_ids=person_ids)
    found = {
        person_id: proposals(
            signs.get(person_id, ()),
            known=[each for each in known if each.person_id == person_id],
            dismissed=gone.get(person_id, ()),
        )
        for person_id in person_ids
    }
    return {person_id: each for person_id, each in found.items() if each}


def proposals_of_mine(viewer: Viewer, *, today: date) -> tuple[PositionProposal, ...]:
    """Return what is proposed for the owner as of a day."""
    mine = my_work_signs(viewer, viewer.end_of(today)).signs
    known = positions(viewer.owner_id, until=today, person_ids=[None])
    gone = dismissed(viewer.owner_id, until=today, person_ids=[None]).get(None, ())
    return proposals(mine, known=known, dismissed=gone)
