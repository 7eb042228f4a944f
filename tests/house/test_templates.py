"""Templates: each lies in the wing it is about, can be read in a review, and decides nothing."""

import re

from tests.house.source import PACKAGE, modules

TEMPLATES = PACKAGE / "web" / "templates"
WINGS = (
    *("pages", "today", "review", "reach", "knowledge", "endorsements", "positions", "value", "together"),
    *("network", "asks", "ties", "capture", "people", "book"),
)
"""From the top: a template uses parts of its own wing, of those below it, and of the frame."""
SPECIMENS = ("renmai/frame/guide.html", "renmai/frame/specimen_entry.html")
"""The styleguide shows parts of every wing."""
LONGEST_LINE, MOST_LINES = 120, 150
NAMED = re.compile(r"""["'](renmai/[\w/]+\.html)["']""")
CONDITION = re.compile(r"{%\s*(?:el)?if\s([^%]*)%}")
A_FIGURE_DECIDES = re.compile(r"(?<!\|length)\s(?:<=?|>=?|==|!=)\s+-?\d")


def written() -> dict[str, str]:
    """Return every template's text by the name it is loaded under."""
    return {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(TEMPLATES.rglob("*.html"))
    }


def wing_of(name: str) -> str:
    return name.split("/")[1]


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


def test_a_template_uses_parts_of_its_own_wing_and_of_those_below():
    above = {
        (name, used)
        for name, text in written().items()
        if name not in SPECIMENS
        for used in NAMED.findall(text)
        if wing_of(used) != "frame"
        if wing_of(name) == "frame" or WINGS.index(wing_of(used)) < WINGS.index(wing_of(name))
    }

    assert above == set()


def test_no_template_has_a_line_nobody_reads_to_its_end():
    long = [
        (name, number)
        for name, text in written().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if len(line) > LONGEST_LINE
    ]

    assert long == []


def test_no_template_is_longer_than_150_lines():
    assert [name for name, text in written().items() if len(text.splitlines()) > MOST_LINES] == []


def test_no_template_decides_by_a_figure():
    """How many there are of something may choose a layout; what a figure means is said by the card."""
    deciding = [
        (name, condition)
        for name, text in written().items()
        for condition in CONDITION.findall(text)
        if A_FIGURE_DECIDES.search(condition)
    ]

    assert deciding == []
