"""Outreaches as they stand on a day: what was noted, what was called done, and what letters show."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.reach.outreach import WAY_OF, Attempt, Outreach, ReachWay, SignOfLife, joined
from renmai.store.reach import outreaches
from renmai.store.ties import timeline
from renmai.store.ties.timeline import Act

MOST_ACTS = 30
"""So many acts with each person are looked at, the newest."""


def standing(viewer: Viewer, noted: Sequence[Outreach], *, today: date) -> list[Outreach]:
    """Return outreaches with the attempts and signs that letters show since they began.

    An attempt that was noted counts as found where a letter of that day and way is there.
    """
    whom = list({each.person_id for each in noted if not each.end})
    acts = timeline.latest(viewer.owner_id, whom, viewer.end_of(today), at_most=MOST_ACTS) if whom else {}
    done = outreaches.called_done(viewer.owner_id, whom, until=today)
    found = []
    for each in noted:
        now = each if each.end else _with_traces(viewer, each, acts.get(each.person_id, ()))
        for item in done:
            if not now.end and outreaches.is_done(item, now):
                at = viewer.end_of(item.on) - 1
                now = replace(now, attempts=(*now.attempts, Attempt(at_epoch_s=at, on=item.on, way="")))
        found.append(now)
    return found


def _with_traces(viewer: Viewer, outreach: Outreach, acts: Sequence[Act]) -> Outreach:
    """Return an outreach with what passed since the day it began."""
    since = [each for each in acts if viewer.day_of(each.at_epoch_s) >= outreach.began_on]
    tried = [_attempt(viewer, each) for each in since if each.is_from_me]
    signs = [_sign(viewer, each) for each in since if not each.is_from_me]
    return replace(
        outreach,
        attempts=joined([*outreach.attempts, *tried]),
        signs=tuple(sorted([*outreach.signs, *signs], key=lambda each: each.at_epoch_s)),
    )


def _attempt(viewer: Viewer, act: Act) -> Attempt:
    way = WAY_OF.get(act.kind, ReachWay.IN_PERSON)
    on = viewer.day_of(act.at_epoch_s)
    return Attempt(at_epoch_s=act.at_epoch_s, on=on, way=way, news=act.subject, is_seen=True)


def _sign(viewer: Viewer, act: Act) -> SignOfLife:
    words = act.subject or act.excerpt[:80]
    return SignOfLife(at_epoch_s=act.at_epoch_s, on=viewer.day_of(act.at_epoch_s), words=words, is_seen=True)
