"""Reading notes about people: what stands above their text, and whose they are (C1, C4)."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.people.mentions import Fact
from renmai.sources.people_notes import SOURCE
from renmai.sources.people_notes.front_matter import front_matter
from renmai.store.models import Person
from tests.sources.reading import Room
from tests.sources.samples import samples

ROOM = Room(SOURCE)


def note(*above: str, text: str = "") -> bytes:
    return "\n".join(["---", *above, "---", text]).encode()


@pytest.mark.parametrize(
    "line", ["email: a@b.example", "手机: 13800138000", "birthday: 1980-04-20", "微信: lilei_88"]
)
def test_a_note_is_known_by_a_way_to_reach_somebody_or_a_birthday_above_its_text(line):
    assert SOURCE.recognises(note(line))
    assert SOURCE.recognises(note(line).replace(b"\n", b"\r\n"))
    assert SOURCE.recognises(note("姓名: 李雷", line).decode().encode("gb18030"))


@pytest.mark.parametrize(
    "head",
    [
        note("title: A post", "date: 2026-01-01", "tags: [x]"),
        note("company: Seehof", text="# Minutes"),
        b"---\nemail: a@b.example\n",
        b"email: a@b.example\n",
        b"# Anna\n\nemail: a@b.example",
    ],
)
def test_other_notes_are_nobodys(head):
    assert not SOURCE.recognises(head)


def test_values_lists_and_links_are_read():
    above = front_matter(
        ["---", "a: x", "b: [1, '2']", "c:", '  - "[[Anna]]"', "d: |", "  long", "e:", "---", "f: y"]
    )

    assert above is not None and above.lines == 9
    assert above.values == {"a": ["x"], "b": ["1", "2"], "c": ["Anna"], "d": ["long"]}


def test_a_note_gives_a_person_with_the_text_as_a_note():
    content = note(
        "email: a@b.example", "aliases: [Anni]", "how we met: at a fair", text="# Anna Weber\nLikes tea."
    )
    (mention,) = ROOM.mentions(content)

    assert mention.name == "Anna Weber" and str(mention.handles[0]) == "mailto:a@b.example"
    assert mention.facts == (
        Fact("nickname", "Anni"),
        Fact("note", "how we met: at a fair"),
        Fact("note", "# Anna Weber\nLikes tea."),
    )


def test_a_note_that_does_not_say_whose_it_is_is_kept_and_named():
    content = note("email: a@b.example", text="Likes tea.")

    assert len(ROOM.records(content)) == 1 and ROOM.mentions(content) == []
    assert ROOM.codes(content) == ["no_name"]


def test_a_note_whose_text_changed_is_the_same_and_its_own_id_goes_before_all():
    (before,), (after,) = (
        ROOM.ids(note("name: Ann", "email: a@b.example", text=text)) for text in ("x", "y")
    )
    (one,), (moved,) = (ROOM.ids(note("uid: 7", "name: Ann", f"email: {mail}@b.example")) for mail in "ab")

    assert before[0] == after[0] and before[1] != after[1]
    assert one[0] == moved[0] != before[0]


@pytest.mark.django_db
def test_a_folder_of_notes_comes_in_once_and_an_unknown_table_beside_it_is_told_by_its_headings(
    viewer, tmp_path, now
):
    for sample in samples("people_notes"):
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    (tmp_path / "table").write_text("Kunde,Ort,Umsatz\nAnn,Bern,7\n")
    first, second = (import_paths(viewer, [tmp_path], now=now) for _ in range(2))

    assert (first.records_new, second.records_new) == (2, 0)
    assert set(Person.objects.values_list("name", flat=True)) == {"Anna Weber", "李雷"}
    assert [(p.code, p.numbers) for p in first.problems] == [
        ("table_unknown", {"headings": "Kunde, Ort, Umsatz", "columns": ["Kunde", "Ort", "Umsatz"]})
    ]
