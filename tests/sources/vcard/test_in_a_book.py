"""Cards on their way through a book: into people, and out again as they came."""

from pathlib import Path

import pytest

from renmai.actions.book.export_book import export_book
from renmai.actions.capture.import_paths import import_paths
from renmai.queries.people.whom import NotOnePerson, whom
from renmai.store.models import Person
from tests.sources.vcard.cards import card, read

FIXTURES = Path(__file__).parent.parent / "fixtures" / "vcard"

pytestmark = pytest.mark.django_db


def imported(viewer, folder: Path, now, *cards: str):
    path = folder / "cards.vcf"
    path.write_text("".join(cards), "utf-8", newline="")
    return import_paths(viewer, [path], now=now)


def test_what_real_programs_wrote_is_exported_byte_for_byte(viewer, tmp_path, now):
    import_paths(viewer, [FIXTURES], now=now)
    export_book(viewer, tmp_path / "out", now=now)
    written = (tmp_path / "out" / "contacts.vcf").read_bytes()

    for path in FIXTURES.rglob("*.vcf"):
        for record in read(path.read_bytes())[0]:
            assert str(record.fields["text"]).rstrip().encode() in written


def test_an_exported_book_adds_nothing_when_it_is_imported_again(viewer, tmp_path, now):
    import_paths(viewer, [FIXTURES], now=now)
    export_book(viewer, tmp_path / "out", now=now)
    report = import_paths(viewer, [tmp_path / "out" / "contacts.vcf"], now=now)

    assert report.records_read > 20
    assert (report.records_new, report.people_new) == (0, 0)


def test_two_who_share_a_landline_stay_two_whatever_they_are_called(viewer, tmp_path, now):
    imported(
        viewer, tmp_path, now, *(card(f"FN:{name}", "TEL;TYPE=HOME:010-62550101") for name in ("Mum", "Dad"))
    )

    assert set(Person.objects.values_list("name", flat=True)) == {"Mum", "Dad"}


def test_two_cards_with_one_mobile_number_are_one_person(viewer, tmp_path, now):
    lines = "TEL;TYPE=CELL:138 0013 8000", "TEL;TYPE=CELL:+86 13800138000"
    imported(viewer, tmp_path, now, card("FN:李雷", lines[0]), card("FN:Li Lei", lines[1]))

    assert Person.objects.count() == 1


def test_a_firm_is_no_person(viewer, tmp_path, now):
    imported(viewer, tmp_path, now, card("ORG:青岩科技", "X-ABShowAs:COMPANY", "TEL:010-62550101"))

    assert list(Person.objects.values_list("name", "is_person")) == [("青岩科技", False)]


def names(viewer) -> set[str]:
    return set(Person.objects.filter(owner_id=viewer.owner_id).values_list("name", flat=True))


def test_a_remark_behind_a_name_is_shown_where_the_name_is_not_one_person_s(viewer, tmp_path, now):
    imported(
        viewer,
        tmp_path,
        now,
        card("FN:张伟（华为）", "TEL:13800138011"),
        card("FN:Tom (plumber)", "TEL:13800138014"),
    )
    assert names(viewer) == {"张伟", "Tom"}

    imported(
        viewer, tmp_path, now, card("FN:張偉", "TEL:13800138012"), card("FN:Tom [dentist]", "TEL:13800138015")
    )
    assert names(viewer) == {"张伟（华为）", "張偉", "Tom (plumber)", "Tom (dentist)"}


def test_namesakes_are_told_apart_by_firm_where_they_have_no_remark(viewer, tmp_path, now):
    imported(viewer, tmp_path, now, card("FN:李四"), card("FN:李四", "ORG:青木茶叶"))

    with pytest.raises(NotOnePerson) as refused:
        _ = whom(viewer, "李四").one
    assert [told.partition(" ")[2] for told in refused.value.because.numbers["candidates"]] == [
        "李四",
        "李四 (青木茶叶)",
    ]


def test_a_firm_beside_a_name_tells_which_namesake_is_meant_and_alone_nobody(viewer, tmp_path, now):
    imported(viewer, tmp_path, now, card("FN:王伟", "ORG:华为", "TITLE:采购"), card("FN:王伟", "ORG:腾讯"))

    for text in ("王伟 华为", "华为 王伟", "王伟 采购", "wangwei 华为"):
        assert whom(viewer, text).one.subtitle == "华为 采购", text
    assert whom(viewer, "华为 采购").people == ()
    assert len(whom(viewer, "王伟").people) == 2
