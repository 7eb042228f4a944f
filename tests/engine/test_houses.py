"""The made-up houses that who knows whom is judged on: the same each time, and as open as they say."""

import pyarrow.compute as pc
import pytest

from benchmarks.houses import HOUSES, House, house_events

SMALL = House("small", 24, 0.25, 5, 0.3, 90, 600)


def test_a_house_is_the_same_each_time_and_another_by_another_seed():
    assert house_events(SMALL).equals(house_events(SMALL))
    assert not house_events(SMALL, seed=2).equals(house_events(SMALL))


def test_every_act_says_how_many_got_it_and_nobody_writes_to_themselves():
    events = house_events(SMALL)
    readers = events.group_by("act").aggregate([("recipient", "count_distinct"), ("audience", "max")])

    assert readers["recipient_count_distinct"].to_pylist() == readers["audience_max"].to_pylist()
    assert not pc.any(pc.equal(events["sender"], events["recipient"])).as_py()


@pytest.mark.parametrize(("openness", "least", "most"), [(0.0, 1.0, 1.0), (0.3, 0.5, 0.9), (1.0, 0.0, 0.2)])
def test_the_more_open_a_house_the_less_goes_to_one_alone(openness, least, most):
    events = house_events(SMALL._replace(openness=openness))
    acts = events.group_by("act").aggregate([("audience", "max")])["audience_max"]

    assert least <= pc.mean(pc.equal(acts, 1)).as_py() <= most


def test_small_and_large_closed_and_open_houses_are_among_them():
    assert min(house.people for house in HOUSES) < 50 < 300 < max(house.people for house in HOUSES)
    assert min(house.openness for house in HOUSES) < 0.3 < 0.6 < max(house.openness for house in HOUSES)
