"""Templates: each lies in the wing it is about, can be read in a review, and decides nothing."""

import ast
import re
from functools import cache
from pathlib import Path

from django.template.loader import get_template

from tests.house.source import PACKAGE, modules

TEMPLATES = PACKAGE / "web" / "templates"
WINGS = (
    *(
        "pages",
        "today",
        "lines",
        "review",
        "reach",
        "knowledge",
        "endorsements",
        "positions",
        "value",
        "together",
    ),
    *("network", "asks", "ties", "capture", "people", "book"),
)
"""From the top: a template uses parts of its own wing, of those below it, and of the frame."""
SPECIMENS = ("renmai/frame/guide.html", "renmai/frame/specimen_entry.html")
"""The styleguide shows parts of every wing."""
LONGEST_LINE, MOST_LINES = 120, 150
NAMED = re.compile(r"""["'](renmai/[\w/]+\.html)["']""")
LOAD = re.compile(r"{%\s*load\s([^%]*)%}")
INSIDE = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
FILTER = re.compile(r"\|(\w+)")
TAG = re.compile(r"^{%\s*(\w+)")
CONDITION = re.compile(r"{%\s*(?:el)?if\s([^%]*)%}")
A_FIGURE_DECIDES = re.compile(r"(?<!\|length)\s(?:<=?|>=?|==|!=)\s+-?\d")


TAGS = PACKAGE / "web" / "templatetags"
FORMS = "forms"
"""The one library beside the wings: the table of every noun's form."""
QUOTED = re.compile(r"""["'][^"']*["']""")


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


@cache
def tags() -> dict[str, str]:
    """Return every tag and filter of ours with the library that holds it, `ties.marks`."""
    return {
        node.name: library_of(path)
        for path in sorted(TAGS.rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and any("register" in ast.unparse(each) for each in node.decorator_list)
    }


def library_of(path: Path) -> str:
    return ".".join(path.relative_to(TAGS).with_suffix("").parts)


def libraries_used(text: str) -> set[str]:
    """Return the libraries whose tags and filters a template names."""
    named = set()
    for words in (QUOTED.sub("''", inside) for inside in INSIDE.findall(text)):
        named |= {*FILTER.findall(words), *TAG.findall(words)}
    return {tags()[name] for name in named if name in tags()}


def libraries_loaded(text: str) -> list[str]:
    loaded = [name for line in LOAD.findall(text) for name in line.split()]
    return [name for name in loaded if name.partition(".")[0] in (*WINGS, FORMS)]


def test_every_library_of_tags_lies_in_a_wing():
    assert {name.partition(".")[0] for name in tags().values()} <= {*WINGS, FORMS}


def test_a_template_loads_the_tags_it_uses_and_no_others():
    wrong = {
        name: sorted(different)
        for name, text in written().items()
        if (different := set(libraries_loaded(text)) ^ libraries_used(text))
    }

    assert wrong == {}


def test_every_template_can_be_read_by_django():
    for name in written():
        get_template(name)


def test_a_template_uses_tags_of_its_own_wing_and_of_those_below():
    above = {
        (name, library)
        for name, text in written().items()
        if wing_of(name) in WINGS
        for library in libraries_loaded(text)
        if library != FORMS
        if WINGS.index(library.partition(".")[0]) < WINGS.index(wing_of(name))
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
