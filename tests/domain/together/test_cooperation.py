"""Cooperation: its stages, what is flagged, what a finished one makes of a tie (V8, T2, T7)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ties.ties import Correction, Tie, TieClass, TieState, Word, class_after, corrected
from renmai.domain.together.cooperation import (
    ORDER,
    Cooperation,
    Milestone,
    Stage,
    flags,
    following,
    may_follow,
)

DAY = date(2026, 4, 16)
WHOLE = Cooperation(
    key="1",
    person_id=1,
    title="Tea boxes",
    stage=Stage.PROPOSAL,
    began_on=DAY,
    their_gain="fewer breakages",
    my_gain="a first customer",
    margin_percent=12,
    need="fewer breakages",
)
stages = st.sampled_from(list(Stage))


def codes(cooperation: Cooperation) -> list[str]:
    return [each.code for each in flags(cooperation)]


def tie(tie_class: str = TieClass.PSEUDO, person_id: int = 1) -> Tie:
    return Tie(
        person_id=person_id, strength=0.2, strength_before=0.2, tie_class=tie_class, state=TieState.ACTIVE,
        reciprocity=1.0, standing=None, acts_out=3, acts_in=3, days_active=3, first_at_epoch_s=1,
        last_out_epoch_s=2, last_in_epoch_s=2, rhythm_days=9.0,
    )  # fmt: skip


@given(stages, stages)
def test_a_move_is_allowed_where_the_rule_says_and_offered_exactly_there(one, other):
    """V8: forward by any step, back, or dropped; reviewed stays; dropped comes back as an idea only."""
    assert (other in following(one)) == may_follow(one, other)
    assert not may_follow(one, one)
    assert not may_follow(Stage.REVIEWED, other)
    assert may_follow(Stage.DROPPED, other) == (other == Stage.IDEA)
    if one not in (Stage.REVIEWED, Stage.DROPPED):
        assert may_follow(one, Stage.DROPPED)


def test_the_next_stage_is_offered_first():
    assert [following(each)[0] for each in ORDER[:-1]] == list(ORDER[1:])
    assert following(Stage.REVIEWED) == ()


def test_a_whole_proposal_is_not_flagged():
    assert flags(WHOLE) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"their_gain": " "}, "coop_one_sided"),
        ({"need": ""}, "coop_answers_no_need"),
        ({"need": "", "attempts": 3}, "coop_in_vain_without_need"),
        ({"margin_percent": 4.0}, "coop_thin_margin"),
        ({"margin_percent": 0.0}, "coop_no_margin"),
        ({"margin_percent": -5.0}, "coop_no_margin"),
        ({"is_exclusive": True}, "coop_exclusive"),
        ({"stage": Stage.DONE}, "coop_no_next"),
    ],
)
def test_what_serves_one_side_or_closes_the_door_is_flagged(change, code):
    """V8: no gain for the other side, no need of theirs, no margin, no way on."""
    assert codes(replace(WHOLE, **change)) == [code]


def test_an_idea_need_not_be_thought_out_and_what_is_over_is_let_be():
    bare = Cooperation(key="1", person_id=1, title="x", stage=Stage.IDEA, began_on=DAY)

    assert flags(bare) == ()
    assert flags(replace(bare, stage=Stage.DROPPED, is_exclusive=True)) == ()
    assert flags(replace(bare, stage=Stage.REVIEWED, is_exclusive=True)) == ()


def test_it_ran_from_the_agreement_until_it_was_done():
    steps = [Stage.IDEA, Stage.AGREED, Stage.RUNNING, Stage.DONE, Stage.REVIEWED]
    went = tuple(Milestone(stage, DAY + timedelta(days=9 * n)) for n, stage in enumerate(steps))
    reviewed = replace(WHOLE, stage=Stage.REVIEWED, milestones=went, moved_on=went[-1].on)
    running = replace(WHOLE, stage=Stage.RUNNING, milestones=went[:3], moved_on=went[2].on)

    assert reviewed.finished_on == went[3].on
    assert reviewed.ran == (went[1].on, went[3].on)
    assert running.ran == (went[1].on, None)
    assert replace(WHOLE, milestones=went[:1]).ran is None


@given(st.sampled_from(list(TieClass)), st.integers(0, 9), st.integers(0, 9))
def test_more_finished_cooperation_never_lowers_a_class(tie_class, one, more):
    """T2: a cooperation makes it weak at least, repeated ones strong."""
    rank = [TieClass.PSEUDO, TieClass.WEAK, TieClass.STRONG]

    def place(finished: int) -> int:
        return rank.index(TieClass(class_after(tie_class, finished)))

    assert rank.index(tie_class) == place(0) <= place(one) <= place(one + more)
    assert place(1) >= 1
    assert place(2) == 2


def test_what_was_computed_stays_beside_what_cooperation_made_of_it():
    """T7: the traces' class is kept, the owner's word goes before both."""
    [raised] = corrected([tie()], {}, {1: 1})
    said = Correction(tie_class=Word("pseudo", "", 0))
    [spoken] = corrected([tie()], {1: said}, {1: 2})

    assert (raised.tie_class, raised.computed.tie_class, raised.finished) == ("weak", "pseudo", 1)
    assert (spoken.tie_class, spoken.computed.tie_class, spoken.finished) == ("pseudo", "pseudo", 2)
    assert list(corrected([tie()], {}, {})) == [tie()]


def test_somebody_without_traces_has_a_tie_by_what_was_done_together():
    [made] = corrected([], {}, {7: 2})

    assert (made.person_id, made.tie_class, made.computed) == (7, "strong", None)
