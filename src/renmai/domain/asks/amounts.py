"""Amounts: what a favour was worth in money, and which size that is.

Two thresholds a currency say where a middle and a large favour begin: about a good dinner for two, and about
what one thinks over for a night. They are conventions; a size the owner names takes precedence.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from renmai.domain.asks.ledger import Size

FROM = {
    "CNY": (300, 3000),
    "HKD": (400, 4000),
    "TWD": (1500, 15000),
    "SGD": (80, 800),
    "JPY": (8000, 80000),
    "USD": (60, 600),
    "CAD": (80, 800),
    "AUD": (80, 800),
    "GBP": (50, 500),
    "EUR": (60, 600),
    "CHF": (60, 600),
}
"""From which amount on a favour is middle, and large, by currency (ISO 4217)."""
SIGNS = {
    "人民币": "CNY", "RMB": "CNY", "港币": "HKD", "港元": "HKD", "HK$": "HKD", "新台币": "TWD", "NT$": "TWD",
    "新元": "SGD", "S$": "SGD", "SG$": "SGD", "日元": "JPY", "日圆": "JPY", "円": "JPY", "JP¥": "JPY",
    "CN¥": "CNY", "美元": "USD", "US$": "USD", "加元": "CAD", "C$": "CAD", "CA$": "CAD", "澳元": "AUD",
    "A$": "AUD", "AU$": "AUD", "英镑": "GBP", "£": "GBP", "欧元": "EUR", "€": "EUR",
}  # fmt: skip
DOLLARS = ("USD", "HKD", "TWD", "SGD", "CAD", "AUD")
YUAN = ("CNY", "HKD", "TWD", "SGD")
SHARED = {"$": DOLLARS, "¥": ("CNY", "JPY"), "￥": ("CNY", "JPY"), "元": YUAN, "块": YUAN, "蚊": ("HKD",)}
"""Signs of several currencies: the owner's own where it is one of them, else the first."""
OF_REGION = {
    "CN": "CNY", "HK": "HKD", "TW": "TWD", "SG": "SGD", "JP": "JPY", "US": "USD", "CA": "CAD", "AU": "AUD",
    "GB": "GBP", "CH": "CHF", "DE": "EUR", "FR": "EUR", "IT": "EUR", "ES": "EUR", "NL": "EUR", "AT": "EUR",
    "BE": "EUR", "IE": "EUR", "FI": "EUR", "PT": "EUR",
}  # fmt: skip
"""What a bare number means where the owner lives (ISO 3166)."""
WRITTEN = re.compile(r"^([^\d.,-]*)(\d[\d,]*(?:\.\d+)?)(万?)([^\d.,-]*)$")
TEN_THOUSAND = 10_000
MOST = Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class Amount:
    """So much money; `currency` is one of `FROM`."""

    value: Decimal
    currency: str

    def __str__(self) -> str:
        """Return it as it is kept: `200 CNY`."""
        return f"{self.value.normalize():f} {self.currency}"

    @property
    def size(self) -> Size:
        """Return which size of a favour it is."""
        middle, large = FROM[self.currency]
        if self.value >= large:
            return Size.LARGE
        return Size.MIDDLE if self.value >= middle else Size.SMALL


def amount_of(text: str, *, region: str) -> Amount | None:
    """Return the amount that a text like `¥1,200`, `3万元` or `50 EUR` names, None where it names none.

    :param region: where the owner lives, for a number without a currency, or with a sign that several share
    """
    found = WRITTEN.match("".join(text.split()))
    if found is None or (found[1] and found[4]):
        return None
    word = (found[1] or found[4]).upper()
    own = OF_REGION.get(region.upper())
    if word in SHARED:
        currency: str | None = own if own in SHARED[word] else SHARED[word][0]
    else:
        currency = SIGNS.get(word, word) if word else own
    if currency not in FROM:
        return None
    try:
        value = Decimal(found[2].replace(",", "")) * (TEN_THOUSAND if found[3] else 1)
    except InvalidOperation:
        return None
    return Amount(value, currency) if 0 < value < MOST else None
