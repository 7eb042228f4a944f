"""What the owner called done on Today: it ends what the suggestion rested on, and it was contact."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Max

from renmai.domain.today.plan import Outcome
from renmai.store.models import Decision
from renmai.store.people.anchors import anchors_of
from renmai.store.people.notebook import notebook_about


class DoneItem(NamedTuple):
    """A suggestion that was called done: the decision, whom it was about, its key, the day."""

    decision_id: int
    person_id: int | None
    key: str
    on: date


def done_items(
    owner_id: int, kind: str, *, until: date, person_ids: Iterable[int | None] | None
) -> list[DoneItem]:
    """Return what of one kind of suggestions was called done up to a day, oldest first; of some or of all."""
    asked = notebook_about(owner_id, person_ids)
    done = [
        each
        for each in asked.entries([Outcome.DONE], saying=f'"{kind}:')
        if each.counts_on and str(each.payload.get("key", "")).startswith(f"{kind}:")
    ]
    whose = asked.whose(each.anchor for each in done)
    found = [
        DoneItem(
            each.pk,
            whose.get(each.anchor),
            str(each.payload["key"]),
            date.fromisoformat(each.counts_on or ""),
        )
        for each in done
    ]
    return [each for each in found if each.on <= until]


def last_done(owner_id: int, *, until: date, person_ids: Collection[int]) -> dict[int, date]:
    """Return the day of the last suggestion about each of some people that was called done, up to a day."""
    whose = anchors_of(owner_id, person_ids)
    done = Decision.objects.filter(
        owner_id=owner_id, kind=Outcome.DONE, anchor__in=list(whose), undone_at=None, counts_on__lte=until
    )
    found: dict[int, date] = {}
    for anchor, on in done.values("anchor").annotate(last=Max("counts_on")).values_list("anchor", "last"):
        found[whose[anchor]] = max(on, found.get(whose[anchor], on))
    return found
