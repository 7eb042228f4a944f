"""The ladder of one tie: the next rung, what takes it there, what was carried through so far (T7)."""

from collections.abc import Iterator, Sequence

from renmai.domain.book.because import Because
from renmai.domain.ties.tiers import Rung, rung_of
from renmai.domain.ties.ties import REPEATED, Tie
from renmai.domain.together.cooperation import Cooperation
from renmai.queries.together.cards import LadderCard, NeedCard


def ladder(
    tie: Tie | None, name: str, cooperations: Sequence[Cooperation], needs: Sequence[NeedCard]
) -> LadderCard:
    """Return the next rung of a tie with what is at hand to take it there: what runs, or a need of theirs."""
    finished = sum(each.is_finished for each in cooperations)
    begun = [each for each in cooperations if each.is_open]
    rung = rung_of(tie, finished)
    return LadderCard(
        rung=rung,
        because=tuple(_because(rung, name, finished, begun, needs)),
        finished=finished,
        open=len(begun),
    )


def _because(
    rung: Rung, name: str, finished: int, begun: Sequence[Cooperation], needs: Sequence[NeedCard]
) -> Iterator[Because]:
    numbers: dict[str, object] = {"name": name, "finished_count": finished, "repeated_count": REPEATED}
    yield Because(f"rung_{rung}", numbers)
    if finished:
        yield Because("rung_so_far", numbers)
    if begun:
        yield Because("rung_running", {"title": begun[-1].title})
    elif needs:
        yield Because("rung_need", {"name": name, "need": needs[0].text, "on": needs[0].on.isoformat()})
    elif rung == Rung.FIRST_COOPERATION:
        yield Because("rung_ask_need", {"name": name})
