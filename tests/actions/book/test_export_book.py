"""An export is the whole book in open formats: cards byte for byte, tables no spreadsheet runs (X1)."""

import csv
import json
import zipfile

import pytest

from renmai.actions.book.export_book import TargetTaken, export_book
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.people.merge_people import merge_people
from renmai.store.book.private_files import whole_or_not_at_all
from renmai.store.models import Person
from tests.books import content
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
TRAP = '=HYPERLINK("http://x.example")'


@pytest.fixture
def cards(tmp_path):
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ=="
    odd = "X-ODD;X-P=1,2:a\\,b\\;c\\nd"
    return address_book(
        tmp_path / "cards.vcf",
        card(
            "1",
            "张三",
            "item1.EMAIL:zs@example.cn",
            "item1.X-ABLABEL:工作",
            photo,
            odd,
            "TEL:+86 138 0013 8000",
        ),
        card("2", TRAP, "EMAIL:trap@example.org"),
    )


@pytest.fixture
def book(viewer, cards, tmp_path, now):
    letters = mailbox(
        tmp_path / "l.mbox", f"1 2026-01-05 {ME} > zs@example.cn\n2 2026-01-06 Eve <eve@x.org> > {ME}"
    )
    import_paths(viewer, [cards, letters], now=now, me=[ME])
    eve, zhang = Person.objects.get(name="Eve"), Person.objects.get(name="张三")
    merge_people(viewer, zhang.pk, eve.pk, now=now)
    return viewer


def test_every_card_comes_back_byte_for_byte(book, cards, tmp_path, now):
    export_book(book, tmp_path / "out", now=now)

    assert (tmp_path / "out" / "contacts.vcf").read_bytes() == cards.read_bytes()


def test_everything_is_there_as_json_lines(book, tmp_path, now):
    written = export_book(book, tmp_path / "out.zip", now=now).written
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert tuple(archive.namelist()) == written
        lines = {
            name.removesuffix(".jsonl"): [json.loads(line) for line in archive.read(name).splitlines()]
            for name in written
            if name.endswith(".jsonl")
        }

    zhang = next(person for person in lines["people"] if person["name"] == "张三")
    assert "mailto:zs@example.cn" in zhang["handles"].split()
    assert "tel:+8613800138000" in zhang["handles"].split()
    assert {act["external_id"] for act in lines["interactions"]} == {"1@example.org", "2@example.org"}
    assert [decision["kind"] for decision in lines["decisions"]] == ["me", "merge"]
    assert {record["source"] for record in lines["inbox"]} == {"vcard", "mail"}
    assert len(lines["participations"]) == 4


def test_no_cell_is_a_formula_and_numbers_survive(book, tmp_path, now):
    export_book(book, tmp_path / "out", now=now)
    cells = []
    for path in (tmp_path / "out").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells += [cell for row in csv.reader(file) for cell in row]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert any("tel:+8613800138000" in cell for cell in cells)


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_further_files_lie_in_their_folder_for_the_owner_alone(book, tmp_path, now, target):
    sheets = [("people/张三.md", iter([b"# ", "张三".encode()]))]
    report = export_book(book, tmp_path / target, now=now, sheets=sheets)
    assert "people/张三.md" in report.written
    path = tmp_path / target
    if target == "out":
        assert (path / "people" / "张三.md").read_text("utf-8") == "# 张三"
        assert (path / "people").stat().st_mode & 0o077 == 0
    else:
        assert zipfile.ZipFile(path).read("people/张三.md").decode() == "# 张三"


def test_what_was_exported_can_be_imported_again(book, tmp_path, now):
    before = content(book)
    export_book(book, tmp_path / "out", now=now)
    report = import_paths(book, [tmp_path / "out" / "contacts.vcf"], now=now)

    assert report.records_new == 0
    assert content(book) == before


def test_nothing_is_written_over(book, tmp_path, now):
    taken = tmp_path / "taken.zip"
    taken.write_text("precious")
    with pytest.raises(TargetTaken):
        export_book(book, taken, now=now)
    with pytest.raises(TargetTaken):
        export_book(book, tmp_path, now=now)

    assert taken.read_text() == "precious"


def test_an_export_is_readable_by_its_owner_only(book, tmp_path, now):
    export_book(book, tmp_path / "out", now=now)
    export_book(book, tmp_path / "out.zip", now=now)

    assert {
        path.stat().st_mode & 0o077 for path in [*(tmp_path / "out").iterdir(), tmp_path / "out.zip"]
    } == {0}


def test_a_file_beside_the_export_stays_as_it_is(book, tmp_path, now):
    beside, elsewhere = tmp_path / "out.zip.part", tmp_path / "elsewhere"
    beside.symlink_to(elsewhere)
    elsewhere.write_text("precious")
    export_book(book, tmp_path / "out.zip", now=now)
    assert (beside.is_symlink(), elsewhere.read_text()) == (True, "precious")
    assert {path.name for path in tmp_path.iterdir() if "out.zip" in path.name} == {"out.zip", "out.zip.part"}
    assert not (tmp_path / "out.zip").is_symlink()


def test_a_link_that_leads_nowhere_is_not_followed(book, tmp_path, now):
    (tmp_path / "out.zip").symlink_to(tmp_path / "nowhere")
    with pytest.raises(TargetTaken):
        export_book(book, tmp_path / "out.zip", now=now)
    assert not (tmp_path / "nowhere").exists()


def test_what_came_meanwhile_is_not_written_over(tmp_path):
    path = tmp_path / "out.zip"
    with pytest.raises(FileExistsError), whole_or_not_at_all(path) as beside:
        beside.write_text("ours")
        path.write_text("precious")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("out.zip", "precious")]
