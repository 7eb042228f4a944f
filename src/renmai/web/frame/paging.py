"""Paging: one page of a long list in groups, with what leads to the pages before and after."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

Row = TypeVar("Row")
ROWS_A_PAGE = 100
ROWS_A_COLUMN = 25
"""Where groups stand side by side, so many rows of each."""


class Pager(NamedTuple):
    """Which page of how many is shown."""

    page: int
    pages: int
    rows: int

    @property
    def before(self) -> int | None:
        """The page before, None on the first one."""
        return self.page - 1 if self.page > 1 else None

    @property
    def after(self) -> int | None:
        """The page after, None on the last one."""
        return self.page + 1 if self.page < self.pages else None


def paged(
    groups: Sequence[Sequence[Row]], page: int | None, *, rows_a_page: int = ROWS_A_PAGE
) -> tuple[list[Sequence[Row]], Pager]:
    """Return of each group what stands on one page; groups follow one another.

    No page, or one before the first, is the first one; one beyond the end is the last.
    """
    rows = sum(map(len, groups))
    pages = max(1, -(-rows // rows_a_page))
    page = min(max(1, page or 1), pages)
    first, shown = (page - 1) * rows_a_page, []
    for group in groups:
        shown.append(group[max(0, first) : max(0, first + rows_a_page)])
        first -= len(group)
    return shown, Pager(page, pages, rows)


def abreast(
    groups: Sequence[Sequence[Row]], page: int | None, *, rows_a_group: int = ROWS_A_COLUMN
) -> tuple[list[Sequence[Row]], Pager]:
    """Return of each group what stands on one page where groups stand side by side: as many rows of each.

    No page, or one before the first, is the first one; one beyond the end is the last.
    """
    pages = max([1, *(-(-len(group) // rows_a_group) for group in groups)])
    page = min(max(1, page or 1), pages)
    first = (page - 1) * rows_a_group
    shown = [group[first : first + rows_a_group] for group in groups]
    return shown, Pager(page, pages, sum(map(len, groups)))
