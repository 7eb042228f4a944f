"""What the owner points at is laid open: folders, gzip, zip; traps and damage become sentences."""

import gzip
import os
import zipfile
import zlib

import pytest

from renmai.domain.capture.records import Problem
from renmai.sources import budget
from renmai.sources.base import Part
from renmai.sources.containers import walk

MAIL = b"From: ada@example.org\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\nHello\n"


def found(path) -> list[tuple[str, bytes]]:
    """Read as an import does: each part before the next is asked for."""
    return [
        (item.code, item.file.encode()) if isinstance(item, Problem) else (item.name, item.open().read())
        for item in walk(path)
    ]


def zipped(path, members: dict[str, bytes], **options):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_file_is_one_part_with_its_first_bytes_and_opens_as_often_as_asked(tmp_path):
    file = tmp_path / "mails"
    file.write_bytes(MAIL * 200)

    (part,) = walk(file)

    assert (part.name, part.head, part.size) == ("mails", (MAIL * 200)[:4096], len(MAIL) * 200)
    assert part.open().read() == part.open().read() == MAIL * 200


def test_gzip_is_laid_open_by_its_first_bytes_whatever_its_name(tmp_path):
    file = tmp_path / "mails.txt"
    file.write_bytes(gzip.compress(MAIL) + gzip.compress(MAIL))

    (part,) = walk(file)

    assert part.head == MAIL * 2
    assert part.open().read() == MAIL * 2


def test_zip_members_may_be_gzipped_and_what_systems_add_is_left_out(tmp_path):
    file = zipped(
        tmp_path / "a.zip",
        {
            "in/one.eml": MAIL,
            "two.gz": gzip.compress(MAIL),
            "__MACOSX/in/._one.eml": b"x",
            ".hidden": b"x",
            "e": b"",
        },
    )

    assert found(file) == [("a.zip/in/one.eml", MAIL), ("a.zip/two.gz", MAIL)]


def test_a_folder_is_walked_in_order_without_hidden_or_empty_files(tmp_path):
    for name in ("b/2.eml", "b/1.eml", ".secret/3.eml", "a.eml", ".DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(MAIL)
    (tmp_path / "nothing.eml").touch()

    assert [name.partition("/")[2] for name, _ in found(tmp_path)] == ["a.eml", "b/1.eml", "b/2.eml"]


def test_the_folders_of_a_maildir_are_walked_though_a_dot_hides_them(tmp_path):
    for folder in ("cur", ".Sent/cur", ".已发送/new"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "1").write_bytes(MAIL)

    assert len(found(tmp_path)) == 3


def test_a_gzip_cut_short_gives_its_good_part_then_says_where_it_ends(tmp_path):
    text = b"".join(b"%d " % n for n in range(200_000))
    file = tmp_path / "x.gz"
    file.write_bytes(gzip.compress(text)[:-2000])

    (name, content), (code, _) = found(file)

    assert len(content) > len(text) // 2
    assert text.startswith(content)
    assert code == "gzip_cut_short"


def test_a_damaged_gzip_gives_its_good_part_then_says_so(tmp_path):
    text = b"".join(b"%d " % n for n in range(200_000))
    packed = bytearray(gzip.compress(text))
    for place in range(len(packed) // 2, len(packed) - 8):
        packed[place] ^= 0x55
    file = tmp_path / "x.gz"
    file.write_bytes(packed)

    (name, content), (code, _) = found(file)

    assert content[:1000] == text[:1000]
    assert code == "gzip_damaged"


def test_a_zip_bomb_is_not_read(tmp_path):
    file = zipped(tmp_path / "bomb.zip", {"zeros": b"\0" * (200 << 20), "good.eml": MAIL})

    assert found(file) == [("archive_bomb", b"bomb.zip/zeros"), ("bomb.zip/good.eml", MAIL)]


def test_a_gzip_bomb_ends_long_before_it_is_open(tmp_path):
    packer = zlib.compressobj(9, wbits=31)
    file = tmp_path / "bomb.gz"
    file.write_bytes(b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush())

    parts = walk(file)
    part = next(parts)
    with part.open() as stream:
        length = sum(len(chunk) for chunk in iter(lambda: stream.read(1 << 20), b""))

    assert length < 66 << 20
    assert [problem.code for problem in parts] == ["archive_bomb"]


def test_an_archive_inside_an_archive_is_not_opened(tmp_path):
    inner = zipped(tmp_path / "inner.zip", {"x": MAIL}).read_bytes()
    outer = zipped(
        tmp_path / "outer.zip", {"inner.zip": inner, "twice.gz": gzip.compress(gzip.compress(MAIL))}
    )

    assert [code for code, _ in found(outer)] == ["archive_nested", "archive_nested"]


def test_names_that_climb_out_of_the_archive_are_only_names(tmp_path):
    (tmp_path / "in").mkdir()
    file = zipped(tmp_path / "in" / "t.zip", {"../../evil\x1b.eml": MAIL, "/etc/evil": MAIL})

    names = [name for name, _ in found(file)]

    assert len(names) == 2
    assert all(name.startswith("t.zip/") and name.isprintable() for name in names)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "t.zip"]


def test_a_locked_zip_says_that_it_is_locked(tmp_path):
    file = zipped(tmp_path / "locked.zip", {"one.eml": MAIL})
    locked = bytearray(file.read_bytes())
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(locked)

    assert [code for code, _ in found(file)] == ["zip_encrypted"]


def test_a_damaged_zip_keeps_what_can_be_read(tmp_path):
    file = zipped(tmp_path / "x.zip", {"good.eml": MAIL, "bad.eml": os.urandom(50_000)})
    content = bytearray(file.read_bytes())
    content[20_000:20_100] = bytes(100)
    file.write_bytes(content)

    assert ("x.zip/good.eml", MAIL) in found(file)
    assert [code for code, _ in found(file)][-1] == "zip_damaged"


def test_a_zip_without_its_end_is_damaged(tmp_path):
    file = zipped(tmp_path / "x.zip", {"good.eml": MAIL})
    file.write_bytes(file.read_bytes()[:-30])

    assert [code for code, _ in found(file)] == ["zip_damaged"]


@pytest.mark.parametrize("content", [b"", gzip.compress(b"")], ids=["plain", "packed"])
def test_an_empty_file_is_said_to_be_empty(tmp_path, content):
    file = tmp_path / "nothing"
    file.write_bytes(content)

    assert [code for code, _ in found(file)] == ["empty"]


def test_a_document_that_happens_to_be_a_zip_stays_one_piece(tmp_path):
    file = zipped(tmp_path / "letter.docx", {"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})

    (part,) = walk(file)

    assert isinstance(part, Part) and part.name == "letter.docx"


def test_what_is_not_there_or_is_no_file_is_said(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    assert [code for code, _ in found(tmp_path / "absent")] == ["unreadable"]
    assert [code for code, _ in found(tmp_path / "pipe")] == ["unreadable"]


def test_an_archive_is_laid_open_in_proportion_to_itself_over_all_its_members(tmp_path, monkeypatch):
    monkeypatch.setattr(budget, "FREE_BYTES", 1 << 20)
    members = {f"{number}.vcf": b"x" * (900 << 10) for number in range(40)}
    read = found(zipped(tmp_path / "many.zip", members))

    assert ("archive_bomb", b"many.zip") in read
    assert sum(len(content) for _, content in read) <= budget.MOST_TIMES * (
        tmp_path / "many.zip"
    ).stat().st_size + (2 << 20)


def test_an_archive_whose_members_share_their_bytes_is_not_read_at_all(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.vcf", b"x" * 100_000)
        for number in range(50):
            again = zipfile.ZipInfo(f"{number}.vcf")
            first = archive.infolist()[0]
            for name in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(again, name, getattr(first, name))
            archive.filelist.append(again)

    assert found(tmp_path / "a.zip") == [("zip_overlaps", b"a.zip")]


def test_a_member_that_claims_more_than_its_archive_holds_is_not_believed(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.vcf", b"x" * 100_000)
        archive.infolist()[0].compress_size = 1 << 30

    assert found(tmp_path / "a.zip") == [("zip_overlaps", b"a.zip")]


def test_a_zip_of_a_version_that_nobody_knows_is_said_to_be_damaged(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.vcf": b"BEGIN:VCARD"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 6] = 124
    path.write_bytes(content)

    assert [code for code, _ in found(path)] == ["zip_damaged"]
