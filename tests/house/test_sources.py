"""Sources are closed rooms: adding one touches its room, the registry, its page and the changelog."""

import re

import pytest

from renmai.sources import registry
from tests.house.source import PACKAGE

TEXT_FILES = (".py", ".html", ".txt", ".js", ".css", ".toml", ".po")
ORDINARY_WORDS = {"mail": "also a kind of interaction, a scheme and an icon"}


def is_of_the_house(name: str, source: str) -> bool:
    """Tell whether a file may not know a source: all but its room, the registry and what others made."""
    return not name.startswith((f"sources/{source}/", "sources/registry.py", "web/static/vendor/"))


def naming(source: str) -> re.Pattern[str]:
    """Return what a file that knows a source says; an ordinary word counts only where it names one."""
    if source in ORDINARY_WORDS:
        return re.compile(
            rf"renmai\.sources\.{source}\b|\bsource(?:_name)?\b[^\n\w]{{1,6}}(?:in\W+)?[\"']{source}[\"']"
        )
    return re.compile(rf"(?<![\w.]){source}(?!\w)")


def texts() -> dict[str, str]:
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8")
        for path in PACKAGE.rglob("*")
        if path.suffix in TEXT_FILES
    }


@pytest.mark.parametrize("source", registry.BUILT_IN)
def test_nothing_but_its_room_and_the_registry_knows_a_source_by_its_name(source):
    of_the_house = {name: text for name, text in texts().items() if is_of_the_house(name, source)}

    assert [name for name, text in of_the_house.items() if naming(source).search(text)] == []


@pytest.mark.parametrize(
    "line",
    ['if card.source == "mail":', "from renmai.sources.mail.read import read", 'latest(source="mail")'],
)
def test_a_name_that_is_an_ordinary_word_is_seen_where_it_names_the_source(line):
    assert naming("mail").search(line)
    assert not naming("mail").search('KIND_ICONS = {"mail": "mail"}')
