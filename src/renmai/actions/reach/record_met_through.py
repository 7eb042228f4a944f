"""Record by which channel, in which group, at which event people were met, of many at once (R1)."""

from collections.abc import Iterable
from datetime import date, datetime

from renmai.actions.book.noting import somebody, worded
from renmai.actions.network.record_introducer import NoIntroducer, record_introducer
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.reach.channels import Channel
from renmai.queries.reach.groups import group_of
from renmai.queries.reach.met import proposals, ways_met
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people.notes import note
from renmai.store.people.own_word import HOW_MET, HowMet, how_everybody_was_met
from renmai.store.reach.groups import groups
from renmai.upkeep.ties.ties import fresh_ties


class NoSuchChannel(Refused):
    """There is no such channel, or nobody was named who was met by it."""


def record_met_through(
    viewer: Viewer,
    person_ids: Iterable[int],
    channel: str,
    *,
    now: datetime,
    on: date,
    group: int | None = None,
    event: str = "",
) -> int | None:
    """Note by which channel some people were met; return the decision's id, None where just that stands.

    The owner's words and the day stay as they are noted. The decision takes those of all the others with it
    when it is undone.

    :param channel: one of the six; empty where a group tells it, or where nothing is to be said any more
    :raises NoSuchChannel: if there is no such channel, or nobody is named
    :raises NoSuchGroup: if the owner has no group of that number
    :raises NoSuchPerson: if the book holds nobody of one of the ids
    :raises NobodyToNote: if one of them is the owner, or nobody in particular
    """
    if channel and channel not in list(Channel):
        raise NoSuchChannel("no_such_channel", channel=channel, channels=", ".join(Channel))
    owner_id, ids = viewer.owner_id, list(dict.fromkeys(person_ids))
    if not ids:
        raise NoSuchChannel("nobody_met_named")
    if group is not None:
        group_of(viewer, group, today=date.max)
    with writing(owner_id):
        for person_id in ids:
            somebody(owner_id, person_id)
        said = HowMet(channel=channel, group=group, event=worded(event))
        return _note_all(owner_id, dict.fromkeys(ids, said), [], now=now, on=on)


def accept_met(viewer: Viewer, person_ids: Iterable[int] | None, *, now: datetime, on: date) -> int | None:
    """Note of some people what their first act makes likely; return the decision's id, None for nothing.

    Of everybody who is proposed, without `person_ids`. Whose first act tells nothing, or whose way in is
    noted by now, is passed over; so is whoever would have been introduced by somebody who came through
    them.
    """
    owner_id = viewer.owner_id
    made: list[int] = []
    asked = None if person_ids is None else list(dict.fromkeys(person_ids))
    fresh_ties(viewer, viewer.end_of(on))
    with writing(owner_id):
        known = ways_met(owner_id, today=date.max, groups_there=groups(owner_id, until=date.max))
        said: dict[int, HowMet] = {}
        for each in proposals(viewer, known=known.keys(), person_ids=asked):
            if each.introducer_id is not None:
                try:
                    pk = record_introducer(viewer, each.person_id, each.introducer_id, now=now, on=on)
                except NoIntroducer:  # the letter names one who cannot be: how they were met is asked again
                    continue
                made += [pk] if pk else []
            said[each.person_id] = HowMet(channel=str(each.channel), event=each.event)
        return _note_all(owner_id, said, made, now=now, on=on)


def _note_all(
    owner_id: int, said: dict[int, HowMet], made: list[int], *, now: datetime, on: date
) -> int | None:
    """Note how some people were met, the last of it with all that was made together."""
    before = how_everybody_was_met(owner_id, until=date.max, person_ids=list(said)) if said else {}
    changed = {}
    for person_id, how in said.items():
        kept = before.get(person_id, HowMet())
        new = how._replace(text=kept.text, on=kept.on)
        if new != kept:
            changed[person_id] = new
    last = next(reversed(changed), None)
    for person_id, how in changed.items():
        with_others = {decisions.MADE_WITH: made} if person_id == last and made else {}
        payload = {**how.payload, **with_others}
        made = [*made, note(owner_id, kind=HOW_MET, person_id=person_id, payload=payload, on=on, now=now)]
    return made[-1] if made else None
