"""Verdicts of reading by hand: what was judged, in our own words, and nobody's mail in them."""

from benchmarks.list_owners import digest
from benchmarks.read_by_hand import JUDGEMENTS, Statement, Verdict, table, verdicts

STATEMENT = Statement("0" * 16, "today", "2021-12-31", ("ada@firm.example", "ada@home.example"), "cooling: …")


def test_every_verdict_is_a_word_and_a_short_reason_that_names_no_address():
    kinds = {judgement.kind for judgement in JUDGEMENTS}
    for key, verdict in verdicts().items():
        assert len(key) == 16 and int(key, 16) >= 0
        assert verdict.kind in kinds
        assert verdict.truth in ("true", "half", "false") and verdict.use in ("useful", "-")
        assert 0 < len(verdict.reason) <= 140 and "@" not in verdict.reason


def test_a_statement_keeps_its_key_while_it_says_the_same_of_the_same():
    """What else is known of somebody's addresses by now moves no verdict."""
    assert STATEMENT.key == STATEMENT._replace(person=("ada@firm.example",)).key
    assert STATEMENT.key != STATEMENT._replace(said="cooling: more").key
    assert STATEMENT.key != STATEMENT._replace(day="2021-12-30").key


def test_a_pair_is_named_by_both_of_its_sides():
    pair = STATEMENT._replace(kind="same")
    assert pair.key != pair._replace(person=("ada@firm.example", "bo@firm.example")).key


def test_the_table_counts_what_was_drawn_and_what_was_read_of_it():
    read = (
        Verdict("today", "true", "useful", "so it was"),
        Verdict("today", "false", "-", "answered the day before"),
    )
    rows = [(False, STATEMENT, read[0]), (False, STATEMENT, read[1]), (True, STATEMENT, None)]
    tune, verify = [line for line in table(rows) if line.startswith("| Today")]

    assert [cell.strip() for cell in tune.split("|")[2:9]] == [
        "tune",
        "2",
        "2",
        "1",
        "0",
        "1",
        "0.50 (0.09 to 0.91)",
    ]
    assert [cell.strip() for cell in verify.split("|")[2:5]] == ["verify", "1", "0"]


def test_an_address_is_kept_as_a_digest_whatever_its_case():
    assert digest("Ada@Firm.example") == digest("ada@firm.example") != digest("ada@firm.examples")
