"""R1: who is not worked yet stands under the most natural channel, what promises most per hour first."""

import pytest

from renmai.domain.reach.channels import Channel
from renmai.domain.reach.openings import Seen, channel_of, openings, ties_an_hour

EVEN = dict.fromkeys(Channel, 0.2)


@pytest.mark.parametrize(
    ("seen", "channel"),
    [
        (Seen(person_id=1, letters=3, bridge_id=9, firm="mill.example"), Channel.WORK),
        (Seen(person_id=1, meetings=3, firm="pku.edu.cn"), Channel.SCHOOLMATES),
        (Seen(person_id=1, meetings=3, group_channel=Channel.ONLINE), Channel.ONLINE),
        (Seen(person_id=1, letters=3, meetings=1, bridge_id=9), Channel.INTRODUCTIONS),
        (Seen(person_id=1, letters=1, meetings=3, bridge_id=9), Channel.SOCIAL),
        (Seen(person_id=1, messages=3), Channel.ONLINE),
        (Seen(person_id=1, letters=3), Channel.WORK),
    ],
)
def test_somebody_seen_belongs_to_one_channel(seen, channel):
    assert channel_of(seen) == channel


def test_who_was_seen_often_comes_first_and_equals_by_who_was_seen_last():
    found = openings(
        [
            Seen(person_id=1, letters=1, last_at_epoch_s=50),
            Seen(person_id=2, letters=9, last_at_epoch_s=10),
            Seen(person_id=3, letters=1, last_at_epoch_s=90),
        ],
        EVEN,
    )

    assert [way.seen.person_id for way in found[Channel.WORK]] == [2, 3, 1]
    assert found[Channel.PUBLIC] == ()


def test_an_hour_brings_more_ties_where_the_chance_is_higher_and_the_step_shorter():
    assert ties_an_hour(0.4, 3, Channel.WORK) == pytest.approx(2 * ties_an_hour(0.2, 3, Channel.WORK))
    assert ties_an_hour(0.2, 3, Channel.INTRODUCTIONS) > ties_an_hour(0.2, 3, Channel.SOCIAL)
    assert ties_an_hour(1.0, 1, Channel.WORK) == pytest.approx(1.0)
