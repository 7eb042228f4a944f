"""The invented network has groups, and ways in which its people were met (R1 to R3)."""

import pytest

from renmai.actions.demo.invent_channels import CHAPTER, TABLE, invent_channels
from renmai.queries.reach.groups import group_rows
from tests.queries.books import TODAY

pytestmark = pytest.mark.django_db


def test_whoever_is_not_in_the_book_is_only_a_name_of_a_group(viewer):
    invent_channels(viewer, now=TODAY, today=TODAY.date())
    rows = group_rows(viewer, today=TODAY.date())

    assert [(row.name, row.members, row.names_only) for row in rows] == [(CHAPTER, 0, 6), (TABLE, 0, 6)]
    assert rows[0].renews_in_days == 9
