"""Templates: each lies in the wing it is about, and whatever is named is there."""

import re

from tests.house.source import PACKAGE, modules

TEMPLATES = PACKAGE / "web" / "templates"
WINGS = (
    *("pages", "today", "review", "reach", "knowledge", "endorsements", "positions", "value", "together"),
    *("network", "asks", "ties", "capture", "people", "book"),
)
NAMED = re.compile(r"""["'](renmai/[\w/]+\.html)["']""")


def written() -> dict[str, str]:
    """Return every template's text by the name it is loaded under."""
    return {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(TEMPLATES.rglob("*.html"))
    }


def test_every_template_lies_in_a_wing_or_in_the_frame():
    places = [name.split("/") for name in written()]

    assert [place for place in places if place[1] not in (*WINGS, "frame")] == []
    assert [place for place in places if len(place) > 3 and place[2] != "parts"] == []


def test_every_template_that_is_named_is_there():
    texts = written()
    naming = {module.name: module.text for module in modules()} | texts

    assert {
        (place, name) for place, text in naming.items() for name in NAMED.findall(text) if name not in texts
    } == set()


def test_every_template_is_named_somewhere():
    texts = written()
    naming = [*(module.text for module in modules()), *texts.values()]
    named = {name for text in naming for name in NAMED.findall(text)}

    assert set(texts) - named == set()
