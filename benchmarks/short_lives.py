"""Judges strength on books that are three weeks old, for the week that follows: a new job, a student's chats."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.dev_mail import mail_events
from benchmarks.devsets import DevSet, first_of, opened, sets
from benchmarks.ego_views import acts_of, side_by_side
from renmai.engine.backtesting import judged
from renmai.engine.baselines import baselines
from renmai.engine.history import sample_of
from renmai.engine.logistic import Numbers
from renmai.engine.model import StrengthModel
from renmai.engine.refit import chosen_model
from renmai.engine.tables import SECONDS_PER_DAY

OLD_DAYS, HORIZON_DAYS = 21, 7
OWNERS, LEAST_ACTS = 20, 15
BEGINNING_EPOCH_S = 1_000_000_000
"""When every owner's book begins, so that one cut-off serves all."""
ECE_BAR = 0.10
HEAD = f"""\
### Short lives: books of three weeks, the week that follows

{OWNERS} owners of each set, drawn from those who did {LEAST_ACTS} things or more in the first {OLD_DAYS} days after the first act
that they took part in; then the book is cut off. Judged are all owners' pairs together; a set without such an owner is not there. Bar: ECE at most
{ECE_BAR:.2f}, AUC no less than the best of the simple rules, picked in hindsight."""


class Young(NamedTuple):
    """Young books of one set, all beginning at the same moment."""

    name: str
    family: str
    books: Sequence[DevSet]


def short_lives(priors: Mapping[str, StrengthModel]) -> Iterator[str]:
    """Yield the section, judged by coefficients that never saw the set."""
    yield from HEAD.splitlines()
    yield ""
    yield "| set | books | pairs | in touch | best simple rule: AUC | shipped: AUC / ECE / foretold | own past: AUC / ECE / foretold |"
    yield "|---|---|---|---|---|---|---|"
    mails = DevSet("linux-i2c", mail_events(), None, [], [], "linux-i2c")
    for dev in (*sets().values(), mails):
        young = Young(dev.name, dev.family, list(_books(dev)))
        if young.books:
            yield _row(young, priors[young.family])
    yield ""


def _books(dev: DevSet) -> Iterator[DevSet]:
    people = dev.egos or pc.unique(dev.events["sender"]).to_pylist()
    owners = sorted(people, key=lambda owner: (crc32(owner.encode()), owner))
    last = int(pc.max(dev.events["at_epoch_s"]).as_py()) - HORIZON_DAYS * SECONDS_PER_DAY
    books = (dev._replace(events=acts_of(dev.events, owner), egos=[owner]) for owner in owners)
    whole = (book for book in books if _is_lively(book, last))
    for book, _ in zip(whole, range(OWNERS), strict=False):
        later = BEGINNING_EPOCH_S - first_of(book)
        place = book.events.schema.get_field_index("at_epoch_s")
        moved = pc.add(book.events["at_epoch_s"], pa.scalar(later, pa.int64()))
        yield book._replace(events=book.events.set_column(place, "at_epoch_s", moved))


def _is_lively(book: DevSet, last_epoch_s: int) -> bool:
    """Return whether the owner did enough in the first weeks, and the week after them was recorded."""
    if not book.events.num_rows:
        return False
    end = first_of(book) + OLD_DAYS * SECONDS_PER_DAY
    mine = pc.and_(
        pc.is_in(book.events["sender"], pa.array(book.egos)), pc.less(book.events["at_epoch_s"], end)
    )
    return end <= last_epoch_s and pc.sum(mine).as_py() >= LEAST_ACTS


def _row(young: Young, prior: StrengthModel) -> str:
    cutoff = BEGINNING_EPOCH_S + OLD_DAYS * SECONDS_PER_DAY
    told: dict[str, list[tuple[Numbers, Numbers]]] = {"shipped": [], "own": []}
    for book in young.books:
        with opened(book) as here:
            whose = {"horizon_days": HORIZON_DAYS, "egos": book.egos}
            now = sample_of(*here, as_of_epoch_s=[cutoff], **whose)
            own = chosen_model(*here, as_of_epoch_s=cutoff, refit="auto", prior=prior, **whose)
        for way, model in (("shipped", prior), ("own", own)):
            told[way].append((now.observed, model.logistic.probability(now.columns)))
    with opened(side_by_side(young.books)) as here:
        egos = side_by_side(young.books).egos
        rivals = baselines(*here, cutoff_epoch_s=cutoff, horizon_days=HORIZON_DAYS, egos=egos)
    met = np.concatenate([observed for observed, _ in told["own"]])
    rival = max((each.judged() for each in rivals), key=lambda each: float(each["auc"]))
    cells = [_figures(*map(np.concatenate, zip(*told[way], strict=True))) for way in ("shipped", "own")]
    first = f"| {young.name} | {len(young.books)} | {len(met)} | {int(met.sum())}"
    return f"{first} | {rival['name'].replace('_', ' ')}: {rival['auc']:.3f} | {' | '.join(cells)} |"


def _figures(met: Numbers, probability: Numbers) -> str:
    judgement = judged(met, probability)
    return f"{judgement['auc']:.3f} / {judgement['ece']:.3f} / {probability.sum() / met.sum():.2f}"
