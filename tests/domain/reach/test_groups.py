"""R2: when a group renews, what was paid, what a pasted list names."""

from datetime import date
from decimal import Decimal

import pytest

from renmai.domain.asks.amounts import Amount
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.groups import (
    Group,
    ListedMember,
    Period,
    each_for,
    fees_paid,
    later_by_months,
    members_listed,
    next_renewal,
)

TODAY = date(2026, 4, 16)


def group(**said):
    kept = {"key": "1", "name": "Chapter", "channel": Channel.SCHOOLMATES, "joined_on": date(2024, 1, 31)}
    return Group(**{**kept, **said})


@pytest.mark.parametrize(
    ("period", "renews_on", "due"),
    [
        (Period.YEAR, date(2026, 4, 16), date(2026, 4, 16)),
        (Period.YEAR, date(2024, 4, 15), date(2027, 4, 15)),
        (Period.YEAR, date(2024, 2, 29), date(2027, 2, 28)),
        (Period.QUARTER, date(2025, 1, 31), date(2026, 4, 30)),
        (Period.MONTH, date(2025, 1, 31), date(2026, 4, 30)),
        (Period.MONTH, date(2026, 3, 16), date(2026, 4, 16)),
        (Period.ONCE, date(2025, 1, 1), None),
        (Period.ONCE, date(2026, 5, 1), date(2026, 5, 1)),
        (Period.YEAR, None, None),
    ],
)
def test_a_group_renews_on_the_next_of_its_days(period, renews_on, due):
    assert next_renewal(group(period=period, renews_on=renews_on), TODAY) == due


def test_a_group_that_was_left_renews_no_more():
    assert next_renewal(group(renews_on=TODAY, left_on=TODAY), TODAY) is None


def test_a_day_that_a_month_has_not_is_its_last():
    assert later_by_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert later_by_months(date(2026, 12, 5), 2) == date(2027, 2, 5)


@pytest.mark.parametrize(
    ("period", "left_on", "times"),
    [
        (Period.YEAR, None, 3),
        (Period.ONCE, None, 1),
        (Period.MONTH, None, 27),
        (Period.YEAR, date(2024, 6, 1), 1),
        (Period.YEAR, date(2025, 1, 31), 2),
    ],
)
def test_a_fee_is_paid_once_for_every_period_that_began(period, left_on, times):
    fee = Amount(Decimal(300), "CNY")

    assert fees_paid(group(fee=fee, period=period, left_on=left_on), TODAY) == Amount(
        Decimal(300 * times), "CNY"
    )
    assert fees_paid(group(), TODAY) is None


def test_what_a_contact_cost_is_told_only_where_there_is_one():
    assert each_for(Amount(Decimal(900), "CNY"), 4) == Amount(Decimal(225), "CNY")
    assert each_for(Amount(Decimal(900), "CNY"), 0) is None and each_for(None, 4) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李雷、韩梅梅，Ada Brook", ["李雷", "韩梅梅", "Ada Brook"]),
        ("1. Ada Brook\n2. Bob Stone\n\n- Ada Brook", ["Ada Brook", "Bob Stone"]),
        ("Ada Brook, Mill Ltd\nBob Stone\tYard", ["Ada Brook", "Bob Stone"]),
        ("姓名\n李雷", ["李雷"]),
        ("", []),
        (" \n，，", []),
    ],
)
def test_a_list_names_its_members_once(text, names):
    assert [each.name for each in members_listed(text)] == names


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("name,email\nAda Brook,Ada@Mill.example", ListedMember("Ada Brook", "ada@mill.example")),
        ("Ada Brook <ada@mill.example>", ListedMember("Ada Brook", "ada@mill.example")),
        ("ada@mill.example", ListedMember("", "ada@mill.example")),
        ('"Ada Brook";"ada@mill.example"', ListedMember("Ada Brook", "ada@mill.example")),
    ],
)
def test_an_address_in_a_line_is_kept_with_the_name(text, member):
    assert members_listed(text) == (member,)
