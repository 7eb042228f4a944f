"""A table whose headings do not tell: asked once, kept, undone as any decision (C1, C4)."""

import pytest

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.record_columns import BadColumns, record_columns
from renmai.store.book import decisions
from renmai.store.models import Decision, Fact, InboxRecord, Person

pytestmark = pytest.mark.django_db
TABLE = (
    "Kunde;Rückruf;Haus;Gesehen\n李雷;+86 138 0013 8000;Acme;2025-10-01\nAda Smith;+44 20 7946 0958;Umbra;\n"
)
COLUMNS = {"Kunde": "name", "Rückruf": "手机", "Haus": "company", "Gesehen": "last met"}


def written(folder, name="table", text=TABLE):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_columns_said_once_are_read_so_then_and_for_every_table_like_it(viewer, tmp_path, now):
    first = import_paths(viewer, [written(tmp_path)], now=now, columns=COLUMNS)
    later = written(tmp_path, "later", TABLE.splitlines()[0] + "\nBob Roe;+44 20 7946 0111;Acme;\n")
    second = import_paths(viewer, [later], now=now)

    assert (first.records_new, first.people_new, first.problems_total) == (2, 2, 0)
    assert (second.records_new, second.people_new, second.problems_total) == (1, 1, 0)
    assert set(Person.objects.values_list("name", flat=True)) == {"李雷", "Ada Smith", "Bob Roe"}
    assert set(Fact.objects.filter(mention__name="李雷").values_list("kind", "value")) == {
        ("organisation", "Acme"),
        ("note", "last met: 2025-10-01"),
    }


def test_the_same_table_again_adds_nothing_and_the_answer_is_not_kept_twice(viewer, tmp_path, now):
    path = written(tmp_path)
    import_paths(viewer, [path], now=now, columns=COLUMNS)
    again = import_paths(viewer, [path], now=now, columns=COLUMNS)

    assert again.records_new == 0
    assert Decision.objects.filter(kind="columns").count() == 1


def test_another_answer_replaces_the_first_without_a_second_person(viewer, tmp_path, now):
    path = written(tmp_path)
    import_paths(viewer, [path], now=now, columns=COLUMNS)
    import_paths(viewer, [path], now=now, columns=COLUMNS | {"Haus": "place"})

    assert Person.objects.count() == 2
    assert ("place", "Acme") in set(Fact.objects.filter(mention__name="李雷").values_list("kind", "value"))
    assert not Fact.objects.filter(kind="organisation").exists()


def test_a_table_is_unknown_again_once_the_answer_is_undone(viewer, tmp_path, now):
    path = written(tmp_path)
    import_paths(viewer, [path], now=now, columns=COLUMNS)
    undo_decision(viewer, decisions.last_id(viewer.owner_id), now=now)
    report = import_paths(viewer, [path], now=now)

    assert (report.records_read, [p.code for p in report.problems]) == (0, ["table_unknown"])
    assert Person.objects.count() == 2


def test_a_look_keeps_neither_people_nor_the_answer(viewer, tmp_path, now):
    report = import_paths(viewer, [written(tmp_path)], now=now, columns=COLUMNS, is_dry_run=True)

    assert report.people_new == 2
    assert not Decision.objects.exists() and not InboxRecord.objects.exists()


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"Klient": "name"}, "no_such_column"),
        ({"Kunde": "shoe size"}, "no_such_meaning"),
        ({"Haus": "company"}, "columns_name_nobody"),
    ],
)
def test_what_cannot_be_so_is_refused_before_anything_is_read_or_kept(viewer, tmp_path, now, columns, code):
    with pytest.raises(BadColumns) as refused:
        import_paths(viewer, [written(tmp_path)], now=now, columns=columns)

    assert refused.value.because.code == code
    assert not Decision.objects.exists() and not InboxRecord.objects.exists()


def test_columns_of_a_table_that_is_not_there_are_refused(viewer, tmp_path, now):
    with pytest.raises(BadColumns):
        import_paths(viewer, [written(tmp_path, text="no table at all")], now=now, columns={"Kunde": "name"})


def test_a_column_that_is_left_as_it_is_keeps_what_it_held(viewer, tmp_path, now):
    import_paths(viewer, [written(tmp_path)], now=now, columns={"Kunde": "name"})

    kept = InboxRecord.objects.order_by("pk").first().fields
    assert "Acme" in kept and "+86 138 0013 8000" in kept


def test_an_answer_says_something_of_headings_that_are_there(viewer, now):
    with pytest.raises(BadColumns):
        record_columns(viewer, ["A", "B"], {"C": "name"}, now=now)
