"""What sources call themselves and say, in the reader's language."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import get_language

from renmai.sources import registry
from renmai.sources.words import LANGUAGES, Text


class ExportWords(NamedTuple):
    """What a source reads and where such files come from; `brings` is the kind of act, or nothing."""

    title: str
    export: str
    brings: str


def in_readers_language(text: Text) -> str:
    """Return a source's text in the active language, in English where it has none."""
    language = (get_language() or "").partition("-")[0]
    return text[language if language in text else LANGUAGES[0]]


def source_label(name: str) -> str:
    """Return what one thing of a source is called; a source that is gone keeps its bare name."""
    is_known = name in (*registry.names(), registry.BY_HAND)
    return in_readers_language(registry.load_source(name).words.label) if is_known else name


def source_titles(names: Iterable[str]) -> str:
    """Return what these sources read, in one line."""
    known = (name for name in names if name in registry.names())
    titles = (in_readers_language(registry.load_source(name).words.title) for name in known)
    return ("、" if (get_language() or "").startswith("zh") else ", ").join(titles)


def titles_of_all(*, with_acts: bool = False) -> str:
    """Return what can be read, in one line; `with_acts` only what tells of acts between people."""
    return source_titles(source.name for source in registry.sources() if source.brings or not with_acts)


def exports() -> list[ExportWords]:
    """Return for every source what it reads and how people get it."""
    return [
        ExportWords(
            in_readers_language(source.words.title),
            in_readers_language(source.words.export),
            source.brings or "",
        )
        for source in registry.sources()
    ]
