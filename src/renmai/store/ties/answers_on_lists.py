"""Answers that went by a mailing list: whoever wrote what they answer was answered, addressed or not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from django.db import connection

from renmai.domain.capture.interactions import Role
from renmai.domain.ties.contact import MOST_READERS
from renmai.store.book.bulk import among
from renmai.store.models import Handle
from renmai.store.ties.act_blocks import NO_ZONE
from renmai.store.ties.acts import ROLES, ROWS_AT_ONCE, ActColumns, Whole
from renmai.store.ties.letters import MY_MENTIONS

_BY_A_LIST = """
EXISTS (SELECT 1 FROM renmai_participation q
        JOIN renmai_mentionhandle carried ON carried.mention_id = q.mention_id
        JOIN renmai_handle h ON h.id = carried.handle_id AND h.nature = 'list'
        WHERE q.interaction_id = a.id)
"""
_IS_ADDRESSED = f"""
a.audience <= {MOST_READERS} AND EXISTS (
    SELECT 1 FROM renmai_participation q JOIN renmai_mention m ON m.id = q.mention_id
    JOIN renmai_mention asked ON asked.id = {{answered}}.mention_id
    WHERE q.interaction_id = a.id AND q.role = '{Role.TO}' AND m.person_id = asked.person_id)
"""
_FIGURES = f"""
SELECT a.external_id, a.reply_to, a.at_epoch_s, a.audience, COALESCE(a.utc_offset_min, {NO_ZONE}), a.kind,
       mine.mention_id, theirs.mention_id
"""
_WROTE = f"""
mine.mention_id IN ({MY_MENTIONS}) AND mine.role = '{Role.SENDER}' AND theirs.role = '{Role.SENDER}'
AND a.owner_id = %s AND a.at_epoch_s < %s AND a.nature = 'direct' AND a.reply_to <> '' AND {_BY_A_LIST}
"""
_ANSWERS = f"""
{_FIGURES} FROM renmai_participation {{first}} CROSS JOIN renmai_interaction {{from_act}}
CROSS JOIN renmai_interaction {{to_act}} CROSS JOIN renmai_participation {{second}}
WHERE {{first}}.interaction_id = {{from_act}}.id AND {{second}}.interaction_id = {{to_act}}.id
  AND a.owner_id = x.owner_id AND a.reply_to = x.external_id AND {_WROTE}
  AND NOT ({_IS_ADDRESSED}) {{only}}
"""
"""From who is few to whom they answered, or who answered them; CROSS JOIN holds SQLite to that order."""


def answers_on_lists(
    owner_id: int,
    until_epoch_s: int,
    person_ids: Sequence[int] | None,
    kinds: dict[str, int],
    number: Callable[[str], int],
) -> Iterator[tuple[bool, ActColumns]]:
    """Yield the answers between me and others that a mailing list got, first theirs to me, then mine.

    They stand as addressed to whom they answer, before few: that is what an answer is. Those that are so as
    they are written are left out; of what is a copy, too, the engine takes the telling that is addressed.

    :param person_ids: only those with these people
    :param number: how an act's own id becomes the number it goes by
    """
    if not Handle.objects.filter(owner_id=owner_id, nature="list").exists():
        return
    only, params, first, second = "", [], "mine", "theirs"
    if person_ids is not None:
        condition, listed = among("m.person_id", person_ids)
        only = f"AND theirs.mention_id IN (SELECT m.id FROM renmai_mention m WHERE {condition})"
        params, first, second = [listed], "theirs", "mine"
    for is_mine in (False, True):
        from_act, to_act = ("a", "x") if is_mine == (first == "mine") else ("x", "a")
        answered = "theirs" if is_mine else "mine"
        select = _ANSWERS.format(
            first=first, second=second, from_act=from_act, to_act=to_act, answered=answered, only=only
        )
        with connection.chunked_cursor() as cursor:
            cursor.execute(select, [owner_id, owner_id, until_epoch_s, *params])
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                yield is_mine, _columns(rows, is_mine, kinds, number)


def _columns(
    rows: Sequence[tuple[Any, ...]], is_mine: bool, kinds: dict[str, int], number: Callable[[str], int]
) -> ActColumns:
    act, reply_to, at, audience, offset, kind, me, them = zip(*rows, strict=True)
    sender, to = (np.full(len(rows), ROLES.index(role), np.int64) for role in (Role.SENDER, Role.TO))

    def whole(values: Iterable[int]) -> Whole:
        return np.fromiter(values, np.int64, len(rows))

    return ActColumns(
        act=whole(map(number, act)),
        reply_to=whole(map(number, reply_to)),
        at=whole(at),
        audience=np.minimum(whole(audience), MOST_READERS),
        offset_min=whole(offset),
        kind=whole(map(kinds.__getitem__, kind)),
        me=whole(me),
        them=whole(them),
        my_role=sender if is_mine else to,
        their_role=to if is_mine else sender,
    )
