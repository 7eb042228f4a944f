"""Egos of the development sets and of made-up houses: what each could see of every pair, and whether they write.

A pair's truth is what the ego did not see: two mails or more between the two. On `enron156` only one-to-one
mails are direct; on a public list hardly any are, so there a mail is direct that addresses the other in To.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy.sparse import csr_matrix

from benchmarks.dev_mail import mail_events
from benchmarks.devsets import enron156
from benchmarks.houses import HOUSES, House, house_events
from renmai.domain.ties.acquaintances import MOST_AUDIENCE
from renmai.engine.knows_run import pair_features

LEAST_MESSAGES = 300
LEAST_UNSEEN = 2
BASELINES = ("shared_acts", "adamic_adar", "last_together", "common_neighbours")
MOST_EGOS, MOST_EGOS_OF_HOUSE = 60, 8


class KnowsSet(NamedTuple):
    """A set: its name, what counts as direct, and a sample for each ego."""

    name: str
    direct: str
    samples: list[pd.DataFrame]
    is_made_up: bool = False

    def pooled(self) -> pd.DataFrame:
        """Return all egos' pairs in one table."""
        return pd.concat(self.samples, ignore_index=True)


def enron() -> KnowsSet:
    """Return the egos of the mail among employees."""
    table = enron156().events
    return KnowsSet("enron156", "one-to-one", _samples(table, is_for_one, MOST_EGOS))


def linux_i2c() -> KnowsSet:
    """Return the most active egos of a public development list."""
    table = mail_events()
    return KnowsSet(
        "linux-i2c", "addressed in To", _samples(table, lambda events: events.role == "to", MOST_EGOS)
    )


def made_up(house: House) -> KnowsSet:
    """Return the most active egos of a made-up house."""
    samples = _samples(house_events(house), is_for_one, MOST_EGOS_OF_HOUSE)
    return KnowsSet(house.name, "one-to-one", samples, is_made_up=True)


def sets() -> Iterator[KnowsSet]:
    """Yield every set, the open ones first."""
    yield enron()
    yield linux_i2c()
    yield from map(made_up, HOUSES)


def is_for_one(events: pd.DataFrame) -> pd.Series:
    """Return which acts one person alone received."""
    return events.audience == 1


def _samples(
    table: pa.Table, is_direct: Callable[[pd.DataFrame], pd.Series], most_egos: int
) -> list[pd.DataFrame]:
    events = table.to_pandas()
    events = events[~events.kind.isin(["mass", "automatic"])]
    seats = pd.concat(
        [events[["act", "sender"]].set_axis(["act", "person"], axis=1)]
        + [events[["act", "recipient"]].set_axis(["act", "person"], axis=1)]
    ).drop_duplicates()
    messages = seats.person.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    egos = messages[messages >= LEAST_MESSAGES].index[:most_egos]
    direct = events[is_direct(events)]
    return [_sample(table, events, direct, set(seats.act[seats.person == ego]), ego) for ego in egos]


def _sample(
    table: pa.Table, events: pd.DataFrame, direct: pd.DataFrame, seen: set[str], ego: str
) -> pd.DataFrame:
    """Return every pair of the ego's people, with features where the engine gives the pair any.

    `is_given`: the engine judges it. `is_between_correspondents`: the ego wrote to both and both wrote to the
    ego; `is_between_known`: something passed directly between the ego and each. `BASELINES` are columns too.
    Of pairs that are neither, nothing is kept.
    """
    mine = events[events.act.isin(seen)]
    wrote, heard = set(mine.sender), set(mine.recipient[mine.sender == ego])
    either = (wrote | heard) - {ego}
    both = (wrote & heard) - {ego}
    unseen = direct[~direct.act.isin(seen)]
    low, high = np.minimum(unseen.sender, unseen.recipient), np.maximum(unseen.sender, unseen.recipient)
    times = pd.Series(1, index=pd.MultiIndex.from_arrays([low, high])).groupby(level=[0, 1]).sum()
    in_contact = set(times[times >= LEAST_UNSEEN].index)
    given = pair_features(pa.Table.from_pandas(mine, schema=table.schema, preserve_index=False), ego=ego)
    judged = given.to_pandas()
    judged["is_given"] = True
    people = sorted(both)
    every = pd.DataFrame([(a, b) for n, a in enumerate(people) for b in people[n + 1 :]], columns=["a", "b"])
    pairs = judged.merge(every, on=["a", "b"], how="outer")
    pairs = pairs.merge(_shared(mine, ego), on=["a", "b"], how="left")
    pairs["is_given"] = pairs.is_given.eq(True)
    pairs["is_between_correspondents"] = pairs.a.isin(both) & pairs.b.isin(both)
    pairs["is_between_known"] = pairs.a.isin(either) & pairs.b.isin(either)
    pairs["truth"] = [pair in in_contact for pair in zip(pairs.a, pairs.b, strict=True)]
    pairs["ego"] = ego
    return pairs[pairs.is_between_correspondents | (pairs.is_given & pairs.is_between_known)]


def _shared(mine: pd.DataFrame, ego: str) -> pd.DataFrame:
    """Return the baselines of every pair seen in one act.

    How many acts they shared, plainly and by 1/log of those present (Adamic and Adar, 2003); in the company of
    how many others both were seen (common neighbours; Liben-Nowell and Kleinberg, 2007); when last together.
    """
    columns = ["act", "person", "at_epoch_s"]
    sides = [mine[["act", side, "at_epoch_s"]].set_axis(columns, axis=1) for side in ("sender", "recipient")]
    seats = pd.concat(sides).drop_duplicates(["act", "person"])
    seats = seats[seats.person != ego]
    present = seats.act.map(seats.act.value_counts())
    seats = seats.assign(weight=1 / np.log(1 + present))[(present >= 2) & (present <= MOST_AUDIENCE)]
    both = seats.merge(seats[["act", "person"]], on="act")
    both = both[both.person_x < both.person_y]
    shared = both.groupby(["person_x", "person_y"]).agg(
        shared_acts=("weight", "count"), adamic_adar=("weight", "sum"), last_together=("at_epoch_s", "max")
    )
    shared = shared.reset_index().set_axis(["a", "b", *BASELINES[:-1]], axis=1)
    company = pd.concat([shared[["a", "b"]], shared[["b", "a"]].set_axis(["a", "b"], axis=1)])
    people = pd.Index(sorted(company.a.unique()))
    places = (people.get_indexer(company.a), people.get_indexer(company.b))
    met = csr_matrix((np.ones(len(company)), places), shape=(len(people), len(people)))
    one, other = people.get_indexer(shared.a), people.get_indexer(shared.b)
    return shared.assign(common_neighbours=np.asarray(met[one].multiply(met[other]).sum(axis=1)).ravel())
