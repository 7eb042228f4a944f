"""One Markdown file of each person: front matter that YAML reads, then the owner's words (X1)."""

import json
from datetime import date

from django.utils import translation

from renmai.domain.people.own_notes import OwnNote
from renmai.queries.pages.sheets import PersonSheet
from renmai.queries.ties.cards import PersonRow
from renmai.shapes.pages import person_markdown, sheet_files
from renmai.sources.vcard.handed_card import HandedCard


def sheet(name: str, number: int = 1, **more: object) -> PersonSheet:
    row = PersonRow(
        id=number,
        name=name,
        reading="",
        subtitle="=cmd",
        handles=("mailto:a@b.example",),
        tie=None,
        tier=50,
        last_contact_on=date(2026, 3, 1),
    )
    empty: dict[str, tuple[object, ...]] = {"tags": (), "notes": (), "needs": (), "offers": ()}
    return PersonSheet(row=row, card=HandedCard(name), **(empty | more))  # type: ignore[arg-type]


def test_the_front_matter_holds_plain_keys_with_values_that_yaml_and_json_read():
    text = person_markdown(sheet('顾"望舒: x\n---', tags=("校友", "#a")))
    _, front, body = text.split("---\n", 2)
    about = {
        key: json.loads(value) for key, _, value in (line.partition(": ") for line in front.splitlines())
    }
    assert about["name"] == '顾"望舒: x\n---' and about["tags"] == ["校友", "#a"]
    assert (about["renmai"], about["tier"], about["last_contact_on"]) == (1, 50, "2026-03-01")
    assert (about["tie_class"], about["gone"]) == (None, None)
    assert body == '\n# 顾"望舒: x ---\n'


def test_notes_needs_and_offers_stand_below_in_the_owner_s_language():
    note = OwnNote(number=1, person_id=1, text="first\nsecond", on=date(2026, 1, 2))
    with translation.override("zh-hans"):
        text = person_markdown(sheet("Ada", notes=(note,), needs=("供应商",), offers=("a flat",)))
    assert text.endswith(
        "# Ada\n\n## 笔记\n\n- 2026-01-02: first\n  second\n\n## 在找\n\n- 供应商\n\n## 能给\n\n- a flat\n"
    )


def test_namesakes_get_files_of_their_own():
    names = [name for name, _ in sheet_files([sheet("Ada", 1), sheet("ada", 2), sheet("", 3)])]
    assert names == ["people/Ada.md", "people/ada (2).md", "people/mailto a@b.example.md"]
