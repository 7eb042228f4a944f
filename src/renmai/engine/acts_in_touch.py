"""Lists the contact acts of some people, so that days and months are counted by the one definition."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from renmai.engine import backend, statements
from renmai.engine.measures.acts import involving, once
from renmai.engine.measures.contact import only_in_touch
from renmai.engine.profile import checked_events, profile_of, sound_events
from renmai.engine.tables import Profile


def acts_in_touch(
    events: object,
    *,
    since_epoch_s: int,
    egos: Sequence[object],
    engine: str = backend.EMBEDDED,
    memory_limit: str | None = None,
) -> pa.Table:
    """Return `sender`, `recipient` and `at_epoch_s` of every contact act of `egos` since a moment, once each.

    `events` as for `ties`: what an act answers is looked for in all of them.
    """
    with backend.connected(engine, memory_limit=memory_limit) as connection:
        checked = checked_events(connection, events)
        profile = profile_of(connection, checked)
        return statements.rows(
            connection,
            _in_touch_since,
            (sound_events(connection, checked),),
            {"since_epoch_s": since_epoch_s, "egos": egos},
            profile=profile.outline,
        )


def _in_touch_since(events: Table, *, since_epoch_s: Any, egos: Sequence[Any], profile: Profile) -> Table:
    contact = only_in_touch(involving(events, egos), profile)
    recent = contact.filter(contact.at_epoch_s >= since_epoch_s)
    return once(recent, profile).select("sender", "recipient", "at_epoch_s")
