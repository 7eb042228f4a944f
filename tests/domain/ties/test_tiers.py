"""Tiers and the ladder: limits, rhythm, proposals with room, the next rung (T7, T8)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ties.tiers import (
    RHYTHM_DAYS,
    Rung,
    Tier,
    outward,
    overdue_days,
    proposals,
    rung_of,
    too_full,
)
from renmai.domain.ties.ties import Tie, TieClass, TieState
from renmai.domain.today.candidates import cooling

DAY = date(2026, 4, 16)


def tie(
    person_id: int, strength: float = 0.5, tie_class: str = "strong", state: str = "active", **more
) -> Tie:
    return Tie(
        person_id=person_id, strength=strength, strength_before=strength, tie_class=tie_class, state=state,
        reciprocity=1.0, standing=None, acts_out=9, acts_in=9, days_active=more.get("days_active", 9),
        first_at_epoch_s=1, last_out_epoch_s=2, last_in_epoch_s=2, rhythm_days=more.get("rhythm_days", 10.0),
    )  # fmt: skip


people = st.dictionaries(st.integers(1, 300), st.sampled_from([None, 5, 50, 100]), max_size=80)
known = st.lists(
    st.builds(
        tie,
        st.integers(1, 300),
        st.floats(0, 1),
        st.sampled_from(list(TieClass)),
        st.sampled_from(list(TieState)),
    ),
    max_size=40,
    unique_by=lambda each: each.person_id,
)


@given(known, people)
def test_proposals_fill_only_free_seats_and_never_with_whom_the_owner_placed(ties, chosen):
    """T8: who was put into none on purpose is not proposed again; strong before weak, by strength."""
    found = proposals(ties, chosen)
    seated = {tier: sum(1 for each in chosen.values() if each == tier) for tier in Tier}

    assert not {each.person_id for each in found} & chosen.keys()
    for tier in Tier:
        taken = sum(1 for each in found if each.tier == tier)
        assert not taken or seated[tier] + taken <= tier
    assert len(found) <= 5
    assert found == proposals(list(reversed(ties)), chosen)


def test_strong_ties_go_inwards_and_lively_weak_ones_only_to_the_wider_circle():
    ties = [tie(1, 0.9), tie(2, 0.8, "weak"), tie(3, 0.2, "weak"), tie(4, 0.9, "strong", "dormant")]

    assert [(each.person_id, each.tier) for each in proposals(ties, {})] == [(1, Tier.KEY), (2, Tier.WIDER)]


def test_too_many_in_a_tier_is_said_and_the_faintest_might_step_out():
    """T8."""
    chosen = dict.fromkeys(range(1, 8), 5)
    ties = {person_id: tie(person_id, person_id / 10) for person_id in chosen}

    assert too_full(chosen) == {Tier.KEY: 2}
    assert [(each.person_id, each.tier, each.from_tier) for each in outward(ties, chosen)] == [
        (1, Tier.CLOSE, Tier.KEY),
        (2, Tier.CLOSE, Tier.KEY),
    ]
    assert too_full(dict.fromkeys(range(5), 5)) == {}


@pytest.mark.parametrize("tier", list(Tier))
def test_each_tier_has_its_own_rhythm(tier):
    assert overdue_days(tier, RHYTHM_DAYS[tier]) == 0
    assert overdue_days(tier, RHYTHM_DAYS[tier] + 3) == 3


def test_somebody_of_a_tier_is_greeted_when_its_rhythm_has_passed_though_their_own_has_not():
    """T8 beside T5: the pair talks every forty days, the owner wants to every fourteen."""
    slow, last_on = tie(1, rhythm_days=40.0), date(2026, 3, 31)

    assert cooling(slow, "a", today=DAY, last_on=last_on) is None
    found = cooling(slow, "a", today=DAY, last_on=last_on, tier=5)
    assert found.numbers == {"silent_days": 16, "tier": 5, "tier_days": 14}
    assert cooling(slow, "a", today=DAY, last_on=last_on, tier=50) is None


def test_the_pair_s_own_rhythm_still_speaks_first_and_a_revival_is_not_a_greeting():
    quick = tie(1, state="cooling", rhythm_days=5.0)
    asleep = tie(1, state="dormant", days_active=90)

    found = cooling(quick, "a", today=DAY, last_on=date(2026, 3, 1), tier=50)
    assert (found.numbers["rhythm_days"], found.numbers["tier_days"]) == (5.0, 30)
    assert cooling(asleep, "a", today=DAY, last_on=date(2025, 3, 1), tier=5) is None


@pytest.mark.parametrize(
    ("tie_class", "state", "finished", "rung"),
    [
        (None, None, 0, Rung.FIRST_COOPERATION),
        ("pseudo", "dormant", 0, Rung.FIRST_COOPERATION),
        ("weak", "active", 1, Rung.REPEAT_COOPERATION),
        ("strong", "dormant", 2, Rung.WAKE),
        ("strong", "active", 0, Rung.KEEP),
    ],
)
def test_the_next_rung_follows_from_class_and_finished_cooperation(tie_class, state, finished, rung):
    """T7."""
    assert rung_of(tie_class and tie(1, tie_class=tie_class, state=state), finished) == rung
