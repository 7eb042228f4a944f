"""To tell whether a domain is an employer's, those who write from it are looked up, not the whole book."""

import pytest
from django.db import connection

from renmai.store.book.bulk import is_sqlite
from renmai.store.positions.employers import sorts_of

pytestmark = pytest.mark.django_db


def test_namesakes_are_looked_up_by_name_for_those_asked_about_only(viewer):
    """Begun with everybody, SQLite held each of a large book against each of those asked about."""
    if not is_sqlite():
        pytest.skip("PostgreSQL chooses the order of a join by itself")
    told: list[tuple[str, list[object]]] = []

    def listened(execute, sql, params, many, context):
        told.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listened):
        sorts_of(viewer.owner_id, ["firm.example"])

    [(asked, params)] = [each for each in told if "sort_key" in each[0]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked}", params)
        [of_namesakes] = [row[3] for row in cursor.fetchall() if row[3].startswith("SEARCH p ")]
    assert "sort_key=?" in of_namesakes
