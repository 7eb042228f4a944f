"""Houses made up for judging who knows whom: offices, firms and partners, from the closed to the very open.

Open sets with all recipients of every act are few, so these stand beside them; nothing in them is copied from
one. People belong to a team and to passing projects; a tie is likelier in a team (as blocks of Holland,
Laskey and Leinhardt, Social Networks 5, 1983, make it), its weight and everybody's activity are log-normal. An
act goes to one tie, to a tie with some of the same circle, to a whole team or project, or to a crowd, and is
answered to its sender alone or to all. How much goes to many is the house's openness.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.random import Generator

from benchmarks.dev_mail import SCHEMA
from renmai.engine.tables import SECONDS_PER_DAY

START_EPOCH_S = 1_600_000_000
PEOPLE_OF_A_PROJECT = 4
"""For so many people there is one project over the whole time."""
IN_TEAM, IN_PROJECT = 0.6, 0.25
"""How likely two of a team, or of a project, have a tie."""
FAR_TIES, BETWEEN_PARTNERS = 3.0, 0.2
"""How many ties somebody has outside their circles, and a partner with other partners."""
SPREAD_OF_TIES, SPREAD_OF_ACTIVITY = 1.0, 0.9
TO_A_CROWD, TO_A_CIRCLE = 0.05, 0.3
"""Of what goes to many: to people from anywhere, to a whole team or project; the rest is copied to a few."""
ANSWERED = 0.5


class House(NamedTuple):
    """A house: its people, the share of them that are partners outside, and how much is written to many."""

    name: str
    people: int
    outside: float
    team: int
    openness: float
    days: int
    acts: int


HOUSES = (
    House("office, closed", 40, 0.3, 6, 0.25, 300, 9_000),
    House("office, open", 60, 0.2, 8, 0.7, 400, 12_000),
    House("firm, closed", 400, 0.2, 9, 0.25, 500, 45_000),
    House("firm, open", 300, 0.1, 12, 0.7, 500, 40_000),
    House("partners", 250, 0.7, 5, 0.45, 700, 40_000),
)


class _World(NamedTuple):
    """A house at work: the members of its circles, their days, and how much binds every two people."""

    house: House
    members: Sequence[np.ndarray]
    span: Sequence[tuple[float, float]]
    ties: np.ndarray
    choose: Generator


def house_events(house: House, seed: int = 1) -> pa.Table:
    """Return a house's acts as events, oldest first; the same for the same seed."""
    choose = np.random.default_rng([seed, house.people, house.acts])
    inside = round(house.people * (1 - house.outside))
    teams = _teams(house, inside, choose)
    projects = [_project(house, teams, choose) for _ in range(house.people // PEOPLE_OF_A_PROJECT)]
    members = [*teams, *(people for people, _ in projects)]
    span = [*((0.0, float(house.days)) for _ in teams), *(days for _, days in projects)]
    ties = _ties(house, inside, members, len(teams), choose)
    rows = list(_acts(_World(house, members, span, ties, choose)))
    columns = {name: [row.get(name) for row in rows] for name in SCHEMA.names}
    return pa.table(columns, schema=SCHEMA).sort_by([("at_epoch_s", "ascending"), ("act", "ascending")])


def _teams(house: House, inside: int, choose: Generator) -> list[np.ndarray]:
    """Return who makes up each team; everybody inside is in one."""
    left, teams = choose.permutation(inside), []
    while len(left):
        size = max(2, int(choose.poisson(house.team)))
        teams.append(left[:size])
        left = left[size:]
    return teams


def _project(
    house: House, teams: Sequence[np.ndarray], choose: Generator
) -> tuple[np.ndarray, tuple[float, float]]:
    """Return a project's people, from a few teams and from anywhere, and its first and last day."""
    near = [teams[team] for team in choose.integers(len(teams), size=int(choose.integers(1, 4)))]
    pool = np.unique(np.concatenate([*near, choose.integers(house.people, size=3)]))
    begin = choose.uniform(-60, house.days - 30)
    people = choose.choice(pool, min(len(pool), int(choose.integers(3, 11))), replace=False)
    return people, (begin, begin + choose.uniform(60, 240))


def _ties(
    house: House, inside: int, members: Sequence[np.ndarray], teams: int, choose: Generator
) -> np.ndarray:
    """Return the weight of every two people's tie, 0 where there is none."""
    chance = np.full((house.people, house.people), FAR_TIES / house.people)
    for number, people in enumerate(members):
        here = np.ix_(people, people)
        chance[here] = 1 - (1 - chance[here]) * (1 - (IN_TEAM if number < teams else IN_PROJECT))
    chance[inside:, inside:] = BETWEEN_PARTNERS / house.people
    is_tie = np.triu(choose.random(chance.shape) < chance, 1)
    weight = np.where(is_tie, choose.lognormal(0, SPREAD_OF_TIES, chance.shape), 0.0)
    return weight + weight.T


def _acts(world: _World) -> Iterator[dict[str, object]]:
    house, choose = world.house, world.choose
    activity = choose.lognormal(0, SPREAD_OF_ACTIVITY, house.people) * (world.ties.sum(axis=1) > 0)
    number = 0
    for sender in map(int, choose.choice(house.people, house.acts, p=activity / activity.sum())):
        day = choose.uniform(0, house.days)
        addressed, copied = _readers(world, sender, day)
        yield from _rows(number, sender, addressed, copied, day)
        number += 1
        if choose.random() < ANSWERED:
            others = [one for one in (*addressed, *copied) if one != addressed[0]]
            to_all = others if choose.random() < house.openness else []
            yield from _rows(
                number, addressed[0], [sender], to_all, day + choose.exponential(1.0), number - 1
            )
            number += 1


def _readers(world: _World, sender: int, day: float) -> tuple[list[int], list[int]]:
    """Return whom an act addresses and who gets a copy."""
    house, choose, known = world.house, world.choose, world.ties[sender]
    one = int(choose.choice(len(known), p=known / known.sum()))
    if choose.random() >= house.openness:
        return [one], []
    way = choose.random()
    if way < TO_A_CROWD:
        crowd = choose.choice(house.people, min(house.people, int(choose.integers(10, 60))), replace=False)
        return [one], [int(person) for person in crowd if person not in (sender, one)]
    live = [
        people
        for people, (first, last) in zip(world.members, world.span, strict=True)
        if first <= day <= last and sender in people
    ]
    circle = live[int(choose.integers(len(live)))] if live else np.flatnonzero(known)
    others = [int(person) for person in choose.permutation(circle) if person != sender]
    if live and others and way < TO_A_CROWD + TO_A_CIRCLE:
        return others, []
    copied = [person for person in others if person != one]
    return [one], copied[: int(choose.integers(1, 5))]


def _rows(
    number: int,
    sender: int,
    addressed: Sequence[int],
    copied: Sequence[int],
    day: float,
    answered: int | None = None,
) -> Iterator[dict[str, object]]:
    for place, reader in enumerate((*addressed, *copied)):
        yield {
            "at_epoch_s": START_EPOCH_S + int(day * SECONDS_PER_DAY),
            "sender": f"p{sender:04}",
            "recipient": f"p{reader:04}",
            "kind": "mail",
            "audience": len(addressed) + len(copied),
            "role": "to" if place < len(addressed) else "cc",
            "act": f"a{number:06}",
            "reply_to": None if answered is None else f"a{answered:06}",
        }
