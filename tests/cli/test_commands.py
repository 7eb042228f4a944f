"""What one does with the command line: read in, look, decide, undo, take out, rebuild."""

import json
import zipfile

import pytest

from tests.cli.letters import CHINESE, LAST_DAY, ME

AS_OF = ("--today", LAST_DAY)


def people(run) -> list[dict]:
    return json.loads(run("people", "--json", *AS_OF).out)


def items(run, day: str = LAST_DAY) -> list[dict]:
    return json.loads(run("today", "--json", "--today", day).out)["items"]


def test_an_empty_book_says_how_to_begin(run):
    said = run("today", *AS_OF)

    assert said.status == 0
    assert "renmai import" in said.out


def test_today_asks_who_the_owner_is_where_nothing_says_so(run, mailbox):
    run("import", mailbox)
    said = run("today", *AS_OF)

    assert "which addresses are yours" in said.out
    assert "Nothing for today" not in said.out


def test_today_prints_reason_step_and_draft(book):
    out = book("today", *AS_OF).out

    assert "Ada Brook" in out
    assert "∵" in out and "→" in out


def test_people_are_a_table_without_a_broken_line(book):
    out = book("people", *AS_OF).out

    assert "李雷" in out and "Strong" in out
    assert "\x1b[" not in out


def test_one_person_and_one_tie_can_be_read(book):
    assert "lilei@example.cn" in book("person", "李雷", *AS_OF).out
    assert "∵" in book("tie", "李雷", *AS_OF).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("done",), "Done"),
        (("later", "--until", "2026-03-09"), "Put off"),
        (("later",), "Put off until 2026-03-03"),
        (("drop",), "Dropped"),
    ],
)
def test_an_item_that_was_answered_is_gone_and_undo_brings_it_back(book, words, said):
    command, *options = words
    before = items(book)
    place = next(number for number, item in enumerate(before, 1) if item["name"] == "Ada Brook")
    answered = book(command, place, *options, *AS_OF)

    assert answered.status == 0 and answered.out.startswith(said) and "Ada Brook" in answered.out
    assert "Ada Brook" not in [item["name"] for item in items(book)]
    assert book("undo").status == 0
    assert [item["key"] for item in items(book)] == [item["key"] for item in before]


def test_an_item_can_be_named_by_its_key(book):
    key = next(item["key"] for item in items(book) if item["name"] == "Ada Brook")

    assert book("done", key, *AS_OF).status == 0


def test_two_entries_become_one_person_and_apart_again(book):
    count = len(people(book))

    assert book("merge", "李雷", "ada@example.com").status == 0
    assert len(people(book)) == count - 1
    assert book("split", "lilei@example.cn", "ada@example.com", *AS_OF).status == 0
    assert len(people(book)) == count
    assert book("undo").status == 0
    assert len(people(book)) == count - 1
    assert book("undo").status == 0
    assert len(people(book)) == count


def test_a_card_that_also_carries_what_stays_stays_when_a_handle_is_split_off(book, tmp_path):
    cards = tmp_path / "both.vcf"
    fields = "FN:李雷\r\nEMAIL:lilei@example.cn\r\nEMAIL:ada@example.com\r\nTEL:+8613800138000\r\n"
    cards.write_text(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{fields}END:VCARD\r\n", "utf-8")
    assert book("import", cards).status == 0

    assert book("split", "李雷", "ada@example.com", *AS_OF).status == 0
    kept, left = (next(p for p in people(book) if p["name"] == name) for name in ("李雷", "Ada Brook"))
    assert "tel:+8613800138000" in kept["handles"]
    assert left["handles"] == ["mailto:ada@example.com"]


def test_undo_takes_a_whole_import_back_and_says_so(book):
    said = book("undo")

    assert said.status == 0 and "letters.mbox" in said.out
    assert people(book) == []


def test_a_rebuild_gives_the_same_numbers(book):
    before = people(book)

    assert book("rebuild").status == 0
    assert people(book) == before


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_the_book_can_be_taken_out(book, tmp_path, name):
    target = tmp_path / name
    said = book("export", target)

    assert said.status == 0, said.err
    names = (
        zipfile.ZipFile(target).namelist() if name.endswith(".zip") else [p.name for p in target.rglob("*")]
    )
    assert any("people" in name for name in names)


def test_the_language_of_the_book_is_kept_whatever_the_machine_speaks(run):
    assert run("init", "--language", "zh-hans").status == 0

    assert "人脉簿" in run("today", *AS_OF).out


def test_the_first_start_takes_the_language_of_the_machine(run):
    assert "人脉簿" in run("today", *AS_OF, language=CHINESE).out


def test_nobody_is_invented_among_real_people(book):
    said = book("demo", "--no-serve")

    assert said.status == 1 and "letters.mbox" in said.err
    assert "季明舒" not in [row["name"] for row in people(book)]


def test_doctor_looks_at_the_book(book):
    said = book("doctor")

    assert said.status in (0, 1)
    assert said.out


def test_a_handle_that_is_none_is_refused_before_anything_is_read(run, mailbox):
    said = run("import", mailbox, "--me", "nonsense")

    assert said.status == 1 and "nonsense" in said.err
    assert json.loads(run("people", "--json").out) == []


def test_several_paths_of_several_kinds_come_in_at_once(run, mailbox, tmp_path):
    cards = tmp_path / "cards.vcf"
    cards.write_text(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:李雷\r\nEMAIL:lilei@example.cn\r\nTEL:+8613800138000\r\nEND:VCARD\r\n"
    )
    report = json.loads(run("import", mailbox, cards, "--me", ME, "--json").out)

    assert report["records_read"] == 160
    li = next(row for row in people(run) if row["name"] == "李雷")
    assert set(li["handles"]) == {"mailto:lilei@example.cn", "tel:+8613800138000"}
