"""Basis (T6): whose a tie is, by its evidence."""

from math import exp

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
