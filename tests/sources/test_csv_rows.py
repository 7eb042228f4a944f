"""CSV is read row by row, however it was saved and however its quotes stand."""

import time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.sources.csv_rows import Row, RowFault, RowStream, rows_in

BAD, GOOD = '"open,2,3\n', "x,y,z\n"


def rows(content: str | bytes) -> list[Row]:
    return list(RowStream(BytesIO(content.encode() if isinstance(content, str) else content)))


def cells(content: str | bytes) -> list[list[str]]:
    return [row.cells for row in rows(content)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_rows_are_told_apart_whatever_ends_their_lines(line_end):
    text = line_end.join(["name,mail", '"李, 雷",a@b', "", '"two\nlines",'])

    assert cells(text) == [["name", "mail"], ["李, 雷", "a@b"], [], ["two\nlines", ""]]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_the_delimiter_is_the_one_the_headings_have_most_of(delimiter):
    assert cells(f"name{delimiter}mail\n李, 雷{delimiter}a@b\n") == [["name", "mail"], ["李, 雷", "a@b"]]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "big5"])
def test_a_file_is_read_in_its_charset(charset):
    text = "name,city\n李雷,北京\n韓梅梅,上海\n王小明,台灣台北\n張三,我們在香港\n"

    assert cells(text.encode(charset))[1:3] == [["李雷", "北京"], ["韓梅梅", "上海"]]


def test_rows_are_numbered_as_a_spreadsheet_does():
    found = rows('a,b\n"1\n2",x\n\n3,4\n')

    assert [(row.number, row.cells[:1], row.lines) for row in found] == [
        (1, ["a"], 1),
        (2, ["1\n2"], 2),
        (3, [], 1),
        (4, ["3"], 1),
    ]


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (f"a,b,c\n{BAD}{GOOD}", [["open", "2", "3"], ["x", "y", "z"]]),
        (f'a,b,c\n{BAD}{GOOD}"q",r,s\n', [["open", "2", "3"], ["x", "y", "z"], ["q", "r", "s"]]),
        (f"a,b,c\n{BAD * 3}{GOOD}", [["open", "2", "3"]] * 3 + [["x", "y", "z"]]),
        (f'a,b,c\n"He said "hi" to me",2,3\n{GOOD}', [['He said "hi" to me', "2", "3"], ["x", "y", "z"]]),
        (f'a,b,c\n5" disk,2,3\n{GOOD}', [['5" disk', "2", "3"], ["x", "y", "z"]]),
    ],
)
def test_a_quote_in_the_wrong_place_costs_the_rows_behind_it_nothing(content, read):
    assert cells(content)[1:] == read


def test_a_row_whose_quotes_were_mended_says_so():
    assert [row.fault for row in rows(f"a,b,c\n{BAD}{GOOD}")] == [None, RowFault.MISQUOTED, None]


def test_pieces_of_a_torn_row_are_no_rows():
    found = rows(f'a,b,c\nAda,"says "x"\nline two",z\nno row\n{GOOD}')

    assert [(row.cells, row.fault) for row in found[1:]] == [
        ([], RowFault.TORN),
        ([], RowFault.TORN),
        (["x", "y", "z"], None),
    ]


def test_a_row_beyond_all_bounds_is_torn_and_the_rest_is_read():
    assert [row.fault for row in rows(f'a,b\n"{"x" * 200_000}",2\n3,4\n')] == [None, RowFault.TORN, None]


def test_the_first_bytes_hold_the_headings_as_far_as_they_reach():
    assert rows_in(b"First Name,Last Name,Lab") == [["First Name", "Last Name"]]
    assert rows_in("名,姓\n雷,".encode("utf-16"))[:1] == [["名", "姓"]]
    assert rows_in(b"") == []


@pytest.mark.parametrize("body", [BAD * 40_000, "x,y\n" + GOOD * 40_000, '"' * 1_000_001, '"\n' * 100_000])
def test_no_pattern_of_quotes_makes_the_reader_slow(body):
    began = time.process_time()
    for _ in RowStream(BytesIO(b"a,b,c\n" + body.encode())):
        pass

    assert time.process_time() - began < 30


@given(st.lists(st.lists(st.text('ab \n\r",;李', max_size=5), min_size=2, max_size=4), max_size=6))
def test_what_was_written_by_the_rules_is_read_as_it_was_written(table):
    def written(value: str) -> str:
        return '"' + value.replace('"', '""') + '"'

    lines = [",".join(map(written, row)) for row in (["h"] * 4, *table)]

    assert cells("\n".join(lines))[1:] == table


@given(st.binary(max_size=400))
def test_any_bytes_are_rows_or_torn(noise):
    for row in rows(b"a,b\n" + noise):
        assert all("\0" not in cell for cell in row.cells)
