"""No cell of a table runs in a spreadsheet, whatever divides cells where it is opened."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.book.spreadsheets import harmless

FORMULAS = tuple("=+-@＝＋－＠")
LETTERS = st.sampled_from(
    [*FORMULAS, ";", ",", "\t", "\n", "\r", '"', "'", " ", "\u3000", "a", "1", "李", "|"]
)


def table_of(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerow([harmless(cell) for cell in cells])
    return written.getvalue()


@given(st.lists(st.text(LETTERS, max_size=12), min_size=1, max_size=4))
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_divides_cells(delimiter, cells):
    rows = csv.reader(io.StringIO(table_of(cells), newline=""), delimiter=delimiter)

    assert not [cell for row in rows for cell in row if cell.lstrip(" \u3000\u00a0").startswith(FORMULAS)]


@pytest.mark.parametrize(
    "plain", ["Ada", "李雷", "a-b", "x = y", "2026-03-02", "ada@example.org", "1,5", "a, b; c"]
)
def test_what_is_no_formula_stays_as_it_is(plain):
    assert harmless(plain) == plain


@pytest.mark.parametrize(
    "formula", ["=1+1", "＝1+1", "+86 138", "-2", "@sum", "a;=1+1", "\t=1", "a\n=1", "＠x"]
)
def test_what_could_be_one_gets_an_apostrophe_before_it(formula):
    assert harmless(formula).replace("'", "") == formula
    assert harmless(formula) != formula
