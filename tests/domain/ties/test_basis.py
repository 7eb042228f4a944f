"""Basis (T6): whose a tie is, by its evidence."""

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ties.basis import Basis, BasisEvidence, BasisKind, basis_of

counts = st.integers(0, 500)


@st.composite
def evidences(draw) -> BasisEvidence:
    told, zoned = draw(counts), draw(counts)
    return BasisEvidence(
        acts=max(told, zoned, 1),
        told_acts=told,
        private_acts=draw(st.integers(0, told)),
        zoned_acts=zoned,
        off_hours_acts=draw(st.integers(0, zoned)),
        contexts=draw(st.integers(1, 6)),
        their_changes=draw(st.integers(0, 3)),
        my_changes=draw(st.integers(0, 3)),
    )


def told(basis: Basis) -> list[str]:
    return [because.code for because in basis.because]


def test_a_tie_that_outlived_a_job_is_the_person_s():
    basis = basis_of(BasisEvidence(acts=40, told_acts=40, private_acts=10, their_changes=1))
    assert basis.kind == BasisKind.PERSON
    assert told(basis)[0] == "basis_their_change"


def test_office_mail_in_office_hours_is_the_position_s():
    basis = basis_of(BasisEvidence(acts=60, told_acts=60, private_acts=0, zoned_acts=30, off_hours_acts=1))
    assert basis.kind == BasisKind.POSITION
    assert set(told(basis)) == {"basis_work_mail", "basis_office_hours"}


def test_two_private_mails_alone_decide_nothing():
    assert basis_of(BasisEvidence(acts=2, told_acts=2, private_acts=2)).kind == BasisKind.OPEN


def test_a_few_office_mails_decide_nothing_either():
    assert basis_of(BasisEvidence(acts=3, told_acts=3)).kind == BasisKind.OPEN


def test_without_any_telling_evidence_it_stays_open():
    basis = basis_of(BasisEvidence(acts=500))
    assert (basis.kind, basis.because) == (BasisKind.OPEN, ())


@given(evidences(), st.sampled_from(["their_changes", "my_changes", "contexts"]))
def test_more_of_what_speaks_for_the_person_never_lowers_the_chance(evidence, name):
    more = {field: getattr(evidence, field) for field in BasisEvidence.__slots__}
    more[name] += 1
    assert basis_of(BasisEvidence(**more)).chance >= basis_of(evidence).chance


@given(evidences())
def test_the_reasons_add_up_to_the_chance(evidence):
    basis = basis_of(evidence)
    odds = basis.chance / (1 - basis.chance)
    moves = sum(because.numbers["move"] for because in basis.because)
    assert odds == pytest.approx(exp(moves), rel=1e-2)


@given(evidences())
def test_the_strongest_reason_comes_first(evidence):
    sizes = [abs(because.numbers["move"]) for because in basis_of(evidence).because]
    assert sizes == sorted(sizes, reverse=True)


def log_odds(**evidence: int) -> float:
    chance = basis_of(BasisEvidence(acts=60, **evidence)).chance
    return log(chance / (1 - chance))


@pytest.mark.parametrize(
    ("evidence", "moved"),
    [
        ({"their_changes": 1}, 2.2),
        ({"their_changes": 2}, 3.0),
        ({"my_changes": 3}, 3.8),
        ({"contexts": 2}, 0.9 * log(2)),
        ({"contexts": 3}, 0.9 * log(3)),
        ({"told_acts": 10, "private_acts": 10}, 2 * (15 / 20 - 0.5)),
        ({"told_acts": 30}, 2 * (5 / 40 - 0.5)),
        ({"zoned_acts": 12, "off_hours_acts": 12}, 3 * (14 / 20 - 0.25)),
        ({"zoned_acts": 12}, 3 * (2 / 20 - 0.25)),
    ],
)
def test_what_each_kind_of_evidence_moves_in_log_odds(evidence, moved):
    assert log_odds(**evidence) == pytest.approx(moved)


def test_evidence_that_moves_less_than_a_tenth_is_not_named():
    near, far = ({"told_acts": 90, "private_acts": n} for n in (49, 50))

    assert [told(basis_of(BasisEvidence(acts=90, **each))) for each in (near, far)] == [[], ["basis_private"]]


def test_a_tie_is_somebody_s_from_sixty_five_in_a_hundred_on():
    kinds = [
        basis_of(BasisEvidence(acts=190, told_acts=190, private_acts=n)).kind for n in (33, 34, 156, 157)
    ]

    assert kinds == [BasisKind.POSITION, BasisKind.OPEN, BasisKind.OPEN, BasisKind.PERSON]
