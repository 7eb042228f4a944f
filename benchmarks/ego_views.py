"""The development mailboxes as each regular poster has them: what this one person wrote or was sent."""

from collections import Counter
from datetime import date

import pyarrow.compute as pc

from benchmarks.dev_mail import mail_events
from benchmarks.devsets import DevSet, starts

POSTERS = 10
LOOKS = ((2019, 9, 1), (2020, 3, 1), (2020, 9, 1), (2021, 3, 1), (2021, 9, 15))
CUTOFFS = ((2020, 8, 1), (2021, 1, 1), (2021, 6, 1))


def linux_i2c() -> list[DevSet]:
    """Return a public list's mail once for each of its most regular posters."""
    mails = mail_events()
    posts = Counter(mails.group_by(["act", "sender"]).aggregate([])["sender"].to_pylist())
    posters = sorted(posts, key=lambda person: (-posts[person], person))[:POSTERS]
    looks, cutoffs = (starts(*(date(*day) for day in days)) for days in (LOOKS, CUTOFFS))
    views = []
    for poster in posters:
        theirs = mails.filter(pc.or_(pc.equal(mails["sender"], poster), pc.equal(mails["recipient"], poster)))
        seen = mails.filter(pc.is_in(mails["act"], pc.unique(theirs["act"])))
        views.append(DevSet("linux-i2c", seen, [poster], looks, cutoffs, "linux-i2c"))
    return views
