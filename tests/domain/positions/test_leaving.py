"""The job-change test (T6): what passed through a position, what stays, what to do, and the account after."""

from dataclasses import replace
from datetime import date
from math import exp
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.positions.leaving import (
    Fate,
    Reach,
    Route,
    Stakes,
    Staying,
    judged,
    loss,
    part_at,
    staying,
    steps,
    worth,
)
from renmai.domain.positions.positions import Position
from renmai.domain.ties.basis import BasisEvidence
from renmai.domain.ties.ties import Bond, Correction, Tie, TieClass, Word
from tests.domain.ties.test_basis import evidences

ACME = Position(key="1", person_id=None, organisation="Acme", host="acme.example", noted_on=date(2026, 1, 1))
PARTS = st.floats(0, 1)


def tie(evidence: BasisEvidence | None = None, *, strength=0.5, tie_class=TieClass.WEAK, bond=None) -> Tie:
    said = Correction(bond=Word(bond, "", 0)) if bond else None
    return Tie(
        person_id=1,
        strength=strength,
        strength_before=None,
        tie_class=tie_class,
        state="active",
        reciprocity=1.0,
        standing=None,
        acts_out=9,
        acts_in=9,
        days_active=9,
        first_at_epoch_s=0,
        last_out_epoch_s=1,
        last_in_epoch_s=1,
        rhythm_days=None,
        basis=evidence,
        correction=said,
    )


def route(my_host: str, their_host: str, acts: int, last: int = 100) -> Route:
    return Route(
        person_id=1,
        my_host=my_host,
        their_host=their_host,
        acts=acts,
        first_at_epoch_s=0,
        last_at_epoch_s=last,
    )


def part(routes, position=ACME, *, is_mine=True, since=None) -> float:
    return part_at(routes, position, is_mine=is_mine, since_epoch_s=since)


def test_what_passed_through_the_position_is_counted_by_whoever_holds_it():
    routes = [route("acme.example", "bolt.example", 3), route("", "bolt.example", 1)]

    assert part(routes) == pytest.approx(0.75)
    assert part(routes, is_mine=False) == 0.0
    bolt = replace(ACME, person_id=1, organisation="Bolt", host="bolt.example")
    assert part(routes, bolt, is_mine=False) == 1.0


def test_a_colleague_is_a_tie_of_the_position_whichever_address_i_used():
    assert part([route("", "acme.example", 4)]) == 1.0


def test_a_tie_without_the_position_in_it_is_not_at_risk_at_all():
    through = part([route("", "", 40), route("", "bolt.example", 2)])
    found = staying(tie(BasisEvidence(acts=42, told_acts=42)), through)

    assert (found.chance, found.fate) == (1.0, Fate.UNTOUCHED)
    assert part([]) == 0.0


def test_without_a_known_domain_their_office_mail_since_it_began_counts():
    nameless = replace(ACME, host="", organisation="半亩设计")
    routes = [route("", "bolt.example", 6, last=500), route("", "", 2, last=500)]

    assert part(routes, nameless, since=400) == pytest.approx(0.75)
    assert part(routes, nameless, since=600) == 0.0


def test_where_the_name_tells_the_domain_mail_of_another_employer_does_not_count():
    named = replace(ACME, host="", organisation="Bolt", person_id=1)
    routes = [route("", "bolt.example", 1), route("", "older.example", 3)]

    assert part(routes, named, is_mine=False) == pytest.approx(0.25)


def test_office_mail_in_office_hours_is_lost_and_what_outlived_a_change_stays():
    office = BasisEvidence(acts=60, told_acts=60, zoned_acts=30, off_hours_acts=1)
    assert staying(tie(office), 1.0).fate == Fate.LOST
    outlived = replace(office, their_changes=1, private_acts=20)
    assert staying(tie(outlived, tie_class=TieClass.STRONG), 1.0).fate == Fate.STAYS


def test_kin_and_friends_stay_and_say_why():
    office = BasisEvidence(acts=60, told_acts=60)
    friend = staying(tie(office, bond=Bond.FRIEND), 1.0)

    assert friend.fate == Fate.STAYS and friend.because[0].code == "stays_bond"
    assert staying(tie(office, bond=Bond.COLLEAGUE), 1.0).chance == staying(tie(office), 1.0).chance


def test_of_a_tie_of_which_nothing_is_known_the_test_is_conservative():
    assert staying(tie(None, strength=0.0), 1.0).chance < 0.35


MORE = {
    "an outlived change": {"my_changes": 1},
    "a private act": {"acts": 1, "told_acts": 1, "private_acts": 1},
    "an act after hours": {"acts": 1, "zoned_acts": 1, "off_hours_acts": 1},
    "another context": {"contexts": 1},
}


@given(evidences(), PARTS, st.sampled_from(sorted(MORE)))
def test_more_personal_evidence_never_lowers_the_chance(evidence, through, what):
    grown = {name: getattr(evidence, name) + by for name, by in MORE[what].items()}
    more = replace(evidence, **grown)

    assert staying(tie(more), through).chance >= staying(tie(evidence), through).chance - 1e-12


@given(evidences(), PARTS, PARTS, PARTS)
def test_a_stronger_tie_and_a_smaller_part_never_lower_it_either(evidence, through, more, weaker):
    low, high = sorted((through, more))
    assert staying(tie(evidence), low).chance >= staying(tie(evidence), high).chance - 1e-12
    strong = staying(tie(evidence, strength=max(through, weaker)), high).chance
    assert strong >= staying(tie(evidence, strength=min(through, weaker)), high).chance - 1e-12
    assert staying(tie(evidence), high, outside=1).chance >= staying(tie(evidence), high).chance
    as_strong = staying(tie(evidence, tie_class=TieClass.STRONG), high).chance
    assert as_strong >= staying(tie(evidence), high).chance


@given(evidences(), PARTS)
def test_a_chance_is_a_chance_and_every_reason_says_what_it_moves(evidence, through):
    found = staying(tie(evidence), through, outside=2)

    assert 0.0 < found.chance <= 1.0
    sizes = [abs(float(each.numbers["move"])) for each in found.because]
    assert sizes == sorted(sizes, reverse=True) and all(sizes)


@given(st.randoms(use_true_random=False))
def test_the_order_of_routes_changes_nothing(random: Random):
    routes = [route("acme.example", "", 3), route("", "bolt.example", 5), route("", "", 1)]
    shuffled = list(routes)
    random.shuffle(shuffled)

    assert part(shuffled) == part(routes)


def test_what_hangs_on_a_tie_raises_what_is_missed():
    risk = Staying(chance=0.25, part=1.0, because=())
    rich = Stakes(needs=1, open_cooperations=1, opens=3)

    assert worth(tie(), rich) > worth(tie(), Stakes(needs=1)) > worth(tie(), Stakes())
    assert (
        loss(tie(), rich, risk) > loss(tie(), Stakes(), risk) > loss(tie(), Stakes(), replace(risk, chance=1))
    )


def codes(found) -> list[str]:
    return [each.code for each in found]


def test_the_next_step_is_what_is_missing():
    office = BasisEvidence(acts=60, told_acts=60, zoned_acts=30)
    assert codes(steps(tie(office), Reach(), Stakes())) == ["keep_exchange", "keep_meal", "keep_context"]
    assert codes(steps(tie(office), Reach(ways=("phone",)), Stakes(), need="供应链"))[:2] == [
        "keep_use_phone",
        "keep_help",
    ]
    rich = replace(office, private_acts=9, off_hours_acts=9, contexts=3)
    used = Reach(ways=("wechat",), is_used=True)
    assert codes(steps(tie(rich), used, Stakes())) == ["keep_cooperate"]
    assert codes(steps(tie(rich), used, Stakes(open_cooperations=1))) == ["keep_word"]


def test_the_account_of_a_past_change_counts_only_what_the_position_touched():
    predicted = {
        1: Staying(chance=0.9, part=1.0, because=()),
        2: Staying(chance=0.2, part=1.0, because=()),
        3: Staying(chance=0.2, part=0.8, because=()),
        4: Staying(chance=1.0, part=0.0, because=()),
    }
    found = judged(predicted, {1, 3, 4}, left_on=date(2024, 1, 1), organisation="Acme")

    assert (found.ties, found.stayed) == (3, 2)
    assert found.predicted == pytest.approx(1.3)
    assert [(fate, ties, stayed) for fate, ties, stayed, _ in found.rows] == [
        (Fate.STAYS, 1, 1),
        (Fate.OPEN, 0, 0),
        (Fate.LOST, 2, 1),
    ]


@pytest.mark.parametrize(
    ("known", "outside", "odds"),
    [
        (tie(strength=0.0), 0, -0.8),
        (tie(strength=1.0), 0, 0.2),
        (tie(strength=0.0, tie_class=TieClass.STRONG), 0, 0.2),
        (tie(strength=0.0, tie_class=TieClass.PSEUDO), 0, -1.8),
        (tie(strength=0.0, tie_class=None), 0, -0.8),
        (tie(strength=0.0, bond=Bond.FRIEND), 0, 2.2),
        (tie(strength=0.0, bond=Bond.COLLEAGUE), 0, -0.8),
        (tie(strength=0.0), 2, 0.0),
    ],
)
def test_what_each_sign_carries_in_log_odds(known, outside, odds):
    own = 1 / (1 + exp(-odds))

    assert staying(known, 1.0, outside=outside).chance == pytest.approx(own)
    assert staying(known, 0.5, outside=outside).chance == pytest.approx(1 - 0.5 * (1 - own))


@pytest.mark.parametrize(
    ("chance", "part", "fate"),
    [
        (0.65, 1.0, Fate.STAYS),
        (0.649, 1.0, Fate.OPEN),
        (0.351, 1.0, Fate.OPEN),
        (0.35, 1.0, Fate.LOST),
        (0.2, 0.049, Fate.UNTOUCHED),
        (0.2, 0.05, Fate.LOST),
    ],
)
def test_the_fate_of_a_tie_by_its_chance_and_its_part(chance, part, fate):
    assert Staying(chance=chance, part=part, because=()).fate == fate
