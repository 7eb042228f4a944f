"""Seven ties anybody would judge at a glance: class, state, and who is stronger than whom (T2, T3, T5)."""

from renmai.engine.run import ties
from tests.engine.conftest import at


def test_the_seven_cases_come_out_right(diary):
    """
    2025-01-03 ×60 every 12d ← newsletter mass audience=5000
    2025-11-01 ×60 every 7d → stranger mail
    2024-11-20 ×20 every 36d ← robot automatic
    2026-12-28 → polite mail
    2026-12-29 ← polite mail
    2025-01-01 ×105 every 7d ⇄ penfriend mail
    2025-01-10 ×24 every 30d ↔ colleague meeting
    2022-06-01 ×200 every 3d ⇄ oldfriend mail
    """
    table = ties(diary, as_of_epoch_s=at("2027-01-01"), egos=["me"])
    by_name = {row["alter"]: row for row in table.to_pylist()}

    assert {name: tie["tie_class"] for name, tie in by_name.items()} == {
        "newsletter": "pseudo",
        "stranger": "pseudo",
        "robot": "pseudo",
        "polite": "weak",
        "penfriend": "strong",
        "colleague": "strong",
        "oldfriend": "strong",
    }
    assert (
        by_name["penfriend"]["state"]
        == by_name["colleague"]["state"]
        == by_name["polite"]["state"]
        == "active"
    )
    assert by_name["oldfriend"]["state"] == "dormant"
    pseudo = max(by_name[name]["strength"] for name in ("newsletter", "stranger", "robot"))
    strong = min(by_name[name]["strength"] for name in ("penfriend", "colleague"))
    assert pseudo < by_name["polite"]["strength"] < strong
    assert by_name["oldfriend"]["strength"] < by_name["polite"]["strength"]


def test_a_letter_among_fifteen_is_a_quarter_of_an_address_and_one_among_sixteen_is_less(diary):
    """
    2026-06-01 → fifteen mail
    2026-06-02 ← fifteen mail audience=15
    2026-06-01 → sixteen mail
    2026-06-02 ← sixteen mail audience=16
    2026-06-01 → mine mail audience=16
    2026-06-02 ← mine mail
    2026-06-01 → twice mail
    2026-06-02 ×2 every 1d ← twice mail audience=200
    """
    table = ties(diary, as_of_epoch_s=at("2027-01-01"), egos=["me"])

    assert {row["alter"]: row["tie_class"] for row in table.to_pylist()} == {
        "fifteen": "weak",
        "sixteen": "pseudo",
        "mine": "pseudo",
        "twice": "weak",
    }
