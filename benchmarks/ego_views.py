"""What one person of a set wrote or was sent: sets as single owners have them, apart or side by side."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.dev_mail import mail_events
from benchmarks.devsets import DevSet, starts

POSTERS = 10
LOOKS = ((2019, 9, 1), (2020, 3, 1), (2020, 9, 1), (2021, 3, 1), (2021, 9, 15))
CUTOFFS = ((2020, 8, 1), (2021, 1, 1), (2021, 6, 1))
NAMES = ("sender", "recipient", "act", "reply_to")


def linux_i2c() -> list[DevSet]:
    """Return a public list's mail once for each of its most regular posters."""
    mails = mail_events()
    posts = Counter(mails.group_by(["act", "sender"]).aggregate([])["sender"].to_pylist())
    posters = sorted(posts, key=lambda person: (-posts[person], person))[:POSTERS]
    looks, cutoffs = (starts(*(date(*day) for day in days)) for days in (LOOKS, CUTOFFS))
    return [
        DevSet("linux-i2c", acts_of(mails, poster), [poster], looks, cutoffs, "linux-i2c")
        for poster in posters
    ]


def acts_of(events: pa.Table, owner: str) -> pa.Table:
    """Return the acts an owner took part in, all their recipients included where acts have a name."""
    theirs = events.filter(pc.or_(pc.equal(events["sender"], owner), pc.equal(events["recipient"], owner)))
    if theirs["act"].null_count:
        return theirs
    return events.filter(pc.is_in(events["act"], pc.unique(theirs["act"])))


def side_by_side(views: Sequence[DevSet]) -> DevSet:
    """Return several owners' views as one set, in which nobody of one view is anybody of another."""
    apart = [_renamed(dev.events, place) for place, dev in enumerate(views)]
    egos = [_named(place, ego) for place, dev in enumerate(views) for ego in dev.egos or ()]
    return views[0]._replace(events=pa.concat_tables(apart), egos=egos)


def _named(place: int, name: str) -> str:
    return f"{place}|{name}"


def _renamed(events: pa.Table, place: int) -> pa.Table:
    columns = {name: events[name] for name in events.column_names}
    for name in NAMES:
        if name in columns:
            columns[name] = pc.binary_join_element_wise(
                _named(place, ""), columns[name].cast(pa.string()), ""
            )
    return pa.table(columns)
