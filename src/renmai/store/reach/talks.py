"""Conversations with one person: how many acts each has, when the last was, and the words it ended with."""

from django.db import connection

from renmai.domain.capture.interactions import WRITTEN, Nature
from renmai.domain.reach.topics import PastTalk
from renmai.domain.ties.excerpts import bare_subject
from renmai.store.book.bulk import among
from renmai.store.ties.timeline import Act, page_of

LATEST_ACTS = 400
"""So many of the newest acts with somebody are read; beyond them nothing is a last topic."""


def talks_with(owner_id: int, person_id: int, until_epoch_s: int) -> tuple[PastTalk, ...]:
    """Return the conversations between the owner and somebody that have a subject, newest first."""
    acts = [
        each
        for each in page_of(owner_id, person_id, until_epoch_s, skip=0, take=LATEST_ACTS)
        if _is_ours(each)
    ]
    keys = _threads([each.interaction_id for each in acts])
    talks: dict[str, PastTalk] = {}
    for act in acts:
        key = keys.get(act.interaction_id) or act.act
        found = talks.get(key)
        if found is not None:
            talks[key] = found._replace(acts=found.acts + 1)
        elif subject := bare_subject(act.subject):
            talks[key] = PastTalk(key, subject, 1, act.at_epoch_s, act.excerpt)
    return tuple(talks.values())


def _is_ours(act: Act) -> bool:
    return (
        act.nature == Nature.DIRECT
        and bool(act.my_role)
        and (act.is_from_me is not None or act.kind not in WRITTEN)
    )


def _threads(interaction_ids: list[int]) -> dict[int, str]:
    """Return in which conversation some acts stand, by id; empty where an act begins one."""
    condition, listed = among("i.id", interaction_ids)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT i.id, i.thread FROM renmai_interaction i WHERE {condition}", [listed])
        return dict(cursor.fetchall())
