"""`renmai network`: in words and tables, and in JSON of a promised shape."""

import json

from tests.cli.letters import LAST_DAY

KEYS = [
    "ties", "effective_size", "constraint", "because", "circles", "apart", "brokers", "varieties", "knows",
]  # fmt: skip


def test_the_network_holds_the_promised_keys_and_nothing_else(book):
    found = json.loads(book("network", "--json", "--today", LAST_DAY).out)

    assert list(found) == KEYS
    assert found["ties"] == 2 and len(found["apart"]) == 2
    assert found["circles"] == found["brokers"] == found["knows"] == found["because"] == []
    assert list(found["varieties"]) == ["circles", "organisations", "channels"]
    assert found["varieties"]["channels"] == {"parts": {"mail": 2}, "equal": 1.0}


def test_the_network_is_told_in_tables_in_either_language(book):
    english = book("network", "--today", LAST_DAY)
    assert book("init", "--language", "zh-hans").status == 0
    chinese = book("network", "--today", LAST_DAY)

    assert english.status == chinese.status == 0
    assert "On their own" in english.out and "How varied" in english.out
    assert "不在圈中" in chinese.out and "有多分散" in chinese.out


def test_before_anything_has_passed_it_says_so(book):
    assert book("network", "--today", "2020-01-01").out.startswith("No tie yet")
