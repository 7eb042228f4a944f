"""Amounts of money: what is read as one, and which size of a favour it means (V6)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.asks.amounts import FROM, Amount, amount_of
from renmai.domain.asks.ledger import POINTS, Size


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("200", "200 CNY"),
        ("¥1,200", "1200 CNY"),
        ("3万元", "30000 CNY"),
        ("50 EUR", "50 EUR"),
        ("eur 50.5", "50.5 EUR"),
        ("$20", "20 USD"),
        ("HK$300", "300 HKD"),
    ],
)
def test_an_amount_is_read_as_people_write_it(text, kept):
    assert str(amount_of(text, region="CN")) == kept


@pytest.mark.parametrize(
    ("text", "region", "kept"),
    [
        ("$200", "HK", "200 HKD"),
        ("200", "HK", "200 HKD"),
        ("$200", "TW", "200 TWD"),
        ("$200", "SG", "200 SGD"),
        ("$200", "CA", "200 CAD"),
        ("$200", "AU", "200 AUD"),
        ("$200", "US", "200 USD"),
        ("$200", "CN", "200 USD"),
        ("$200", "DE", "200 USD"),
        ("US$200", "HK", "200 USD"),
        ("A$200", "HK", "200 AUD"),
        ("¥5000", "JP", "5000 JPY"),
        ("¥5000", "HK", "5000 CNY"),
        ("300元", "HK", "300 HKD"),
        ("300元", "TW", "300 TWD"),
        ("300元", "CN", "300 CNY"),
        ("300人民币", "HK", "300 CNY"),
    ],
)
def test_a_sign_that_several_currencies_share_means_the_owners_own(text, region, kept):
    """Case years-missing-in-refusals: an owner in Hong Kong types $200."""
    assert str(amount_of(text, region=region)) == kept


@pytest.mark.parametrize("text", ["", "much", "0", "-5", "5 shells", "¥5 EUR", "1e9", "5.5.5", "9" * 30])
def test_what_is_no_amount_is_none(text):
    assert amount_of(text, region="CN") is None


def test_a_bare_number_needs_a_region_whose_money_is_known():
    assert amount_of("200", region="de") == Amount(Decimal(200), "EUR")
    assert amount_of("200", region="ZW") is None


@pytest.mark.parametrize("currency", list(FROM))
def test_more_money_is_never_a_smaller_favour(currency):
    sizes = [Amount(Decimal(value), currency).size for value in (1, *FROM[currency], 10**7)]
    assert sizes == [Size.SMALL, Size.MIDDLE, Size.LARGE, Size.LARGE]
    assert sorted(POINTS[size] for size in sizes) == [POINTS[size] for size in sizes]


@given(st.text(max_size=12))
def test_no_text_is_a_fault(text):
    found = amount_of(text, region="CN")
    assert found is None or amount_of(str(found), region="") == found


@pytest.mark.parametrize(
    ("currency", "middle", "large"),
    [
        ("CNY", 300, 3000),
        ("HKD", 400, 4000),
        ("TWD", 1500, 15000),
        ("SGD", 80, 800),
        ("JPY", 8000, 80000),
        ("USD", 60, 600),
        ("CAD", 80, 800),
        ("AUD", 80, 800),
        ("GBP", 50, 500),
        ("EUR", 60, 600),
        ("CHF", 60, 600),
    ],
)
def test_the_size_of_a_favour_by_its_money(currency, middle, large):
    sizes = [Amount(Decimal(value), currency).size for value in (middle - 1, middle, large - 1, large)]

    assert sizes == [Size.SMALL, Size.MIDDLE, Size.MIDDLE, Size.LARGE]
