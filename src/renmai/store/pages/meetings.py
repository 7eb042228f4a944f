"""Meetings of the book, one after the other, with who was there, to be written out."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from renmai.domain.capture.interactions import Kind
from renmai.store.models import Interaction, Participation

MEETINGS = (Kind.MEETING, Kind.MEAL, Kind.EVENT)
AT_ONCE = 500


class KeptMeeting(NamedTuple):
    """One meeting, meal or event, with the names of those who took part besides the owner."""

    external_id: str
    at_epoch_s: int
    duration_s: int
    subject: str
    excerpt: str
    names: tuple[str, ...]


def meetings(owner_id: int) -> Iterator[KeptMeeting]:
    """Yield every meeting, oldest first."""
    found = Interaction.objects.filter(owner_id=owner_id, kind__in=MEETINGS).order_by("at_epoch_s", "pk")
    columns = ("pk", "external_id", "at_epoch_s", "duration_s", "subject", "excerpt")
    rows = list(found.values_list(*columns))
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        names = _names([row[0] for row in some])
        for pk, *row in some:
            yield KeptMeeting._make((*row, tuple(dict.fromkeys(names[pk]))))


def _names(interaction_ids: list[int]) -> dict[int, list[str]]:
    took_part = Participation.objects.filter(interaction__in=interaction_ids).exclude(
        mention__person__is_me=True
    )
    columns = ("interaction_id", "mention__person__name", "mention__name")
    names: defaultdict[int, list[str]] = defaultdict(list)
    for interaction_id, name, written in took_part.order_by("pk").values_list(*columns):
        if name or written:
            names[interaction_id].append(name or written)
    return names
