"""Paging: a long list in groups is cut into pages, and every row stands on exactly one of them."""

from hypothesis import given
from hypothesis import strategies as st

from renmai.web.frame.paging import abreast, paged


@given(sizes=st.lists(st.integers(0, 25), max_size=5), rows_a_page=st.integers(1, 12))
def test_every_row_stands_on_one_page_in_its_group_and_in_order(sizes, rows_a_page):
    groups = [[(number, place) for place in range(size)] for number, size in enumerate(sizes)]
    _, pager = paged(groups, 1, rows_a_page=rows_a_page)
    pages = [paged(groups, page, rows_a_page=rows_a_page)[0] for page in range(1, pager.pages + 1)]

    for number, group in enumerate(groups):
        assert [row for page in pages for row in page[number]] == group
    assert all(sum(map(len, page)) <= rows_a_page for page in pages)
    assert all(sum(map(len, page)) == rows_a_page for page in pages[:-1])


def test_a_page_that_is_none_is_the_first_or_the_last():
    groups = [list(range(5)), list(range(5, 10))]

    assert paged(groups, None, rows_a_page=4)[1] == (1, 3, 10)
    assert paged(groups, 0, rows_a_page=4)[0] == [[0, 1, 2, 3], []]
    shown, last = paged(groups, 10**12, rows_a_page=4)
    assert shown == [[], [8, 9]] and (last.before, last.after) == (2, None)
    assert paged([], 3)[1].pages == 1


@given(sizes=st.lists(st.integers(0, 25), max_size=5), rows_a_group=st.integers(1, 12))
def test_side_by_side_every_row_stands_on_one_page_in_its_group_and_in_order(sizes, rows_a_group):
    groups = [[(number, place) for place in range(size)] for number, size in enumerate(sizes)]
    _, pager = abreast(groups, 1, rows_a_group=rows_a_group)
    pages = [abreast(groups, page, rows_a_group=rows_a_group)[0] for page in range(1, pager.pages + 1)]

    for number, group in enumerate(groups):
        assert [row for page in pages for row in page[number]] == group
    assert all(len(group) <= rows_a_group for page in pages for group in page)
    assert abreast(groups, 10**9, rows_a_group=rows_a_group)[1].after is None
