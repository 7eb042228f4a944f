"""Google's contacts on their way into a book: once, joined with who is there, brought up to date."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.store.models import Fact, Person
from tests.sources.google_csv.rows import sheet
from tests.sources.samples import samples
from tests.sources.vcard.cards import card

ADA = {"First Name": "Ada", "E-mail 1 - Value": "ada@example.org", "Notes": "one"}

pytestmark = pytest.mark.django_db


def test_reading_every_sample_twice_adds_nothing(viewer, now):
    first, second = (import_paths(viewer, samples("google_csv"), now=now) for _ in range(2))

    assert first.records_new > 10
    assert (second.records_new, second.people_new) == (0, 0)


def test_a_newer_export_brings_what_has_changed_and_nobody_new(viewer, tmp_path, now):
    path = tmp_path / "contacts.csv"
    for note in ("one", "two"):
        path.write_bytes(sheet(ADA | {"Notes": note}))
        report = import_paths(viewer, [path], now=now)

    assert (report.records_new, report.people_new) == (1, 0)
    assert list(Fact.objects.filter(kind="note").values_list("value", flat=True)) == ["two"]


def test_a_row_and_a_card_of_one_address_are_one_person(viewer, tmp_path, now):
    (tmp_path / "contacts.csv").write_bytes(sheet(ADA))
    (tmp_path / "contacts.vcf").write_text(card("FN:Ada Lovelace", "EMAIL:ada@example.org"), newline="")
    import_paths(viewer, [tmp_path], now=now)

    assert Person.objects.filter(is_person=True).count() == 1


def test_a_look_and_an_import_name_the_same_problems_with_the_same_files(viewer, now):
    look = import_paths(viewer, samples("google_csv"), now=now, is_dry_run=True)
    report = import_paths(viewer, samples("google_csv"), now=now)

    assert look.problems == report.problems
    assert all(problem.file for problem in look.problems)
