"""`renmai brief`: whom one meets, the page to read before, written into files, in both languages (R7)."""

import json

import pytest

from tests.cli.letters import CHINESE, LAST_DAY

AS_OF = ("--today", LAST_DAY)
DINNER = ("arrange", "Ada", "--on", "2026-03-03", "--at", "18:30", "--what", "Dinner", "--where", "Quay")


def test_a_meeting_is_arranged_read_before_moved_and_called_off(book):
    number = json.loads(book("brief", *DINNER, "--json", *AS_OF).out)["number"]
    [meeting] = json.loads(book("brief", "--json", *AS_OF).out)["coming"]
    assert (meeting["on"], meeting["at"], meeting["what"], meeting["place"]) == (
        "2026-03-03",
        "18:30",
        "Dinner",
        "Quay",
    )
    assert [each["name"] for each in meeting["people"]] == ["Ada Brook"]
    assert "Nothing new" in book("brief", *DINNER, *AS_OF).out

    brief = json.loads(book("brief", "Ada", "--json", *AS_OF).out)
    assert (brief["name"], brief["meeting"]["at"]) == ("Ada Brook", "18:30")
    assert "questions" in [part["about"] for part in brief["parts"]]
    assert book("brief", "move", str(number), "--on", "2026-03-04", *AS_OF).status == 0
    assert "2026-03-04" in book("brief", *AS_OF).out
    assert book("brief", "call-off", str(number), *AS_OF).status == 0
    assert book("brief", *AS_OF).out == "Nothing is arranged for the next two weeks.\n"
    book("undo")
    assert "Dinner" in book("brief", *AS_OF).out


def test_the_evening_before_it_stands_on_today_and_becomes_a_file(book, tmp_path):
    book("brief", *DINNER, *AS_OF)
    assert "tomorrow 18:30  Ada Brook  Dinner · Quay" in book("today", *AS_OF).out
    [meeting] = json.loads(book("today", "--json", *AS_OF).out)["meetings"]["coming"]
    assert meeting["in_days"] == 1

    folder = tmp_path / "briefs"
    for _again in range(2):
        assert book("brief", "export", str(folder), *AS_OF).status == 0
    [file] = folder.iterdir()
    assert file.name.startswith("2026-03-03 ") and file.stat().st_mode & 0o077 == 0
    assert file.read_text().startswith("# Ada Brook")
    assert (
        book("brief", "export", str(folder), "--on", "2026-03-09", *AS_OF).out
        == "You meet nobody on that day.\n"
    )


def test_one_brief_is_never_written_over_something(book, tmp_path):
    target = tmp_path / "ada.md"
    assert book("brief", "show", "Ada", "--to", str(target), *AS_OF).status == 0
    assert target.read_text().startswith("# Ada Brook")
    target.write_text("mine")

    assert book("brief", "show", "Ada", "--to", str(target), *AS_OF).status == 1
    assert target.read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("arrange", "Ada Brook", "--on", "2026-03-01"), "is over"),
        (("arrange", "Nobody There", "--on", "2026-03-03"), "Nobody There"),
        (("move", "999", "--on", "2026-03-03"), "999"),
        (("call-off", "999"), "999"),
        (("show", "me@example.org"), ""),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(book, words, says):
    said = book("brief", *words, *AS_OF)

    assert (said.status, said.out) == (1, "")
    assert says in said.err and said.err.count("\n") == 1


def test_a_brief_speaks_the_language_of_the_book(book):
    book("init", "--language", "zh-hans")
    said = book("brief", "Ada", *AS_OF, language=CHINESE).out

    assert "要问的" in said and "To ask" not in said
