"""Kept ties as they are handed out: values, and only the owner's own."""

import pytest

from renmai.domain.ties.ties import Correction, Tie, TieClass, Word
from renmai.store.book.bulk import writing
from renmai.store.models import Owner, Person
from renmai.store.ties.kept_ties import keep_ties
from renmai.store.ties.rows import KeptTie, real_values, rows_of, values_of, values_with_basis

MONTHS = [[1] * 12, [0] * 12]


@pytest.fixture
def ada(viewer) -> int:
    return Person.objects.create(owner_id=viewer.owner_id, name="Ada").pk


@pytest.fixture
def stranger(now) -> int:
    """Somebody in another owner's book, with a tie of that owner's."""
    other = Owner.objects.create(created_at=now)
    person = Person.objects.create(owner=other, name="Ben")
    keep(other.pk, tie(person.pk))
    return person.pk


def tie(person_id: int, **more) -> Tie:
    return Tie(
        person_id=person_id,
        strength=0.6,
        strength_before=0.5,
        tie_class=TieClass.STRONG,
        state="active",
        reciprocity=0.8,
        standing=0.4,
        acts_out=7,
        acts_in=6,
        days_active=9,
        first_at_epoch_s=100,
        last_out_epoch_s=900,
        last_in_epoch_s=800,
        rhythm_days=12.0,
        **more,
    )


def keep(owner_id: int, kept: Tie) -> None:
    with writing(owner_id) as cursor:
        keep_ties(cursor, owner_id, [kept], {kept.person_id: MONTHS}, [kept.person_id])


def test_figures_come_back_as_they_were_kept(viewer, ada):
    keep(viewer.owner_id, tie(ada))

    assert values_of(viewer.owner_id, [ada]) == {ada: tie(ada)}
    assert real_values(viewer.owner_id, [ada]) == {ada: tie(ada)} and real_values(viewer.owner_id, []) == {}


def test_a_card_gets_the_owners_word_and_the_months_a_rule_the_figures_alone(viewer, ada):
    said = Correction(strength=Word(0.6, "we talk daily", 500))
    keep(viewer.owner_id, tie(ada, correction=said, computed=tie(ada)))

    whole = rows_of(viewer.owner_id, [ada])[ada]

    assert isinstance(whole, KeptTie)
    assert whole.months == MONTHS
    assert whole.tie.correction == said
    assert values_with_basis(viewer.owner_id, [ada])[ada].correction == said
    assert values_of(viewer.owner_id, [ada])[ada].correction is None


def test_ties_of_another_owner_are_not_handed_out(viewer, ada, stranger):
    keep(viewer.owner_id, tie(ada))

    assert rows_of(viewer.owner_id, [ada, stranger]).keys() == {ada}
    assert values_of(viewer.owner_id, [ada, stranger]).keys() == {ada}
    assert values_with_basis(viewer.owner_id, [ada, stranger]).keys() == {ada}
