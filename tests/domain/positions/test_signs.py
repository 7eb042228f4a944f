"""Position signs (T6): what traces propose, with their line and day, and what they keep to themselves."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.positions.positions import Position, PositionSource
from renmai.domain.positions.signs import PositionSign, ProposedChange, proposals

SIGNATURE, CARD, MAIL = PositionSource.SIGNATURE, PositionSource.CARD, PositionSource.MAIL


def signed(on: str, organisation: str, title: str = "", host: str = "") -> PositionSign:
    line = f"{organisation} · {title}"
    return PositionSign(
        on=date.fromisoformat(on),
        source=SIGNATURE,
        organisation=organisation,
        title=title,
        host=host,
        line=line,
    )


def mails(on: str, host: str, acts: int = 5) -> PositionSign:
    return PositionSign(on=date.fromisoformat(on), source=MAIL, host=host, acts=acts)


def noted(organisation: str, title: str = "", **more) -> Position:
    return Position(
        key="7", person_id=1, organisation=organisation, title=title, noted_on=date(2024, 1, 1), **more
    )


MOVED = (
    signed("2023-02-01", "Acme", "Buyer", "acme.example"),
    signed("2024-05-01", "Acme", "Buyer", "acme.example"),
    mails("2023-02-01", "acme.example"),
    mails("2024-05-01", "acme.example"),
    signed("2024-09-01", "Bolt Works", "Head buyer", "bolt.example"),
    mails("2025-06-01", "bolt.example"),
)


def test_a_change_of_employer_is_proposed_with_its_line_and_day():
    now, before = proposals(MOVED)

    assert (now.organisation, now.title, now.since, now.until) == (
        "Bolt Works",
        "Head buyer",
        date(2024, 9, 1),
        None,
    )
    assert (now.source, now.line, now.on) == (SIGNATURE, "Bolt Works · Head buyer", date(2024, 9, 1))
    assert (before.organisation, before.since, before.until) == ("Acme", date(2023, 2, 1), date(2024, 5, 1))
    assert [because.code for because in before.because] == ["position_by_signature", "position_by_mail"]


def test_a_noted_position_is_not_proposed_but_its_end_is():
    found = proposals(MOVED, known=[noted("ACME Inc.", "Buyer")])

    assert [(each.change, each.organisation, each.of) for each in found] == [
        (ProposedChange.POSITION, "Bolt Works", ""),
        (ProposedChange.END, "Acme", "7"),
    ]
    assert found[1].until == date(2024, 5, 1)
    assert [each.change for each in proposals(MOVED, known=[noted("Acme", until=date(2024, 5, 3))])] == [
        ProposedChange.POSITION
    ]


def test_a_new_title_in_the_same_place_is_proposed_from_its_first_signature():
    signs = [
        signed("2023-02-01", "青枝家居", "采购主管"),
        signed("2025-03-04", "青枝家居", "采购总监"),
        signed("2025-09-09", "青枝家居", "采购总监"),
    ]
    (found,) = proposals(signs, known=[noted("青枝家居", "采购主管")])

    assert (found.change, found.title, found.since) == (ProposedChange.TITLE, "采购总监", date(2025, 3, 4))


def test_two_addresses_used_side_by_side_are_no_change():
    signs = [mails("2023-01-01", "acme.example"), mails("2025-06-01", "acme.example")]
    signs += [mails("2023-01-05", "bolt.example"), mails("2025-06-02", "bolt.example")]

    assert {each.until for each in proposals(signs)} == {None}


def test_a_few_mails_from_a_domain_propose_nothing_a_card_does():
    assert proposals([mails("2024-01-01", "acme.example", acts=2)]) == ()
    card = PositionSign(
        on=date(2025, 1, 1), source=CARD, organisation="Acme", title="Buyer", line="Acme · Buyer"
    )
    (found,) = proposals([card])
    assert (found.since, found.source) == (None, CARD), "a card came in on a day; it says not since when"


def test_an_old_card_that_came_in_today_does_not_speak_before_a_signature():
    card = PositionSign(on=date(2026, 1, 1), source=CARD, organisation="Acme", title="Trainee", line="Acme")
    (found,) = proposals([card, signed("2025-02-01", "Acme", "Buyer")])

    assert (found.title, found.since) == ("Buyer", date(2025, 2, 1))


def test_what_was_dismissed_is_not_proposed_again():
    now, before = proposals(MOVED)

    assert proposals(MOVED, dismissed=[now.key]) == (before,)


def test_a_domain_kept_through_two_employers_joins_neither_to_the_other():
    signs = [
        signed("2023-01-01", "Acme Labs", "Engineer", "ada.example"),
        signed("2025-01-01", "Bolt Works", "Engineer", "ada.example"),
    ]

    assert {each.organisation for each in proposals(signs)} == {"Acme Labs", "Bolt Works"}


@given(st.randoms(use_true_random=False))
def test_the_order_of_signs_changes_nothing(random: Random):
    signs = [*MOVED, mails("2022-01-01", "third.example"), signed("2025-01-01", "Bolt Works", "Head buyer")]
    shuffled = list(signs)
    random.shuffle(shuffled)

    assert proposals(shuffled) == proposals(signs)


def test_three_acts_from_a_domain_alone_are_enough_and_two_are_not():
    assert [len(proposals([mails("2025-06-01", "bolt.example", acts)])) for acts in (2, 3)] == [0, 1]
    two = [mails(day, "bolt.example", 2) for day in ("2025-06-01", "2025-06-02")]
    assert len(proposals(two)) == 1


def test_an_end_is_told_by_the_last_sign_of_the_place_and_its_day():
    _, ended = proposals(MOVED, known=[noted("ACME Inc.", "Buyer")])

    assert (ended.on, ended.until) == (date(2024, 5, 1), date(2024, 5, 1))


@pytest.mark.parametrize(("last", "is_over"), [("2024-06-29", False), ("2024-06-30", True)])
def test_a_place_is_left_once_another_went_on_for_sixty_days_after_it_fell_silent(last, is_over):
    signs = [
        *MOVED[:4],
        signed("2024-05-10", "Bolt Works", "Head buyer", "bolt.example"),
        mails(last, "bolt.example"),
    ]
    [acme] = [each for each in proposals(signs) if each.organisation == "Acme"]

    assert (acme.until is not None) == is_over
