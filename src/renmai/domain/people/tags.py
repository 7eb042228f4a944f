"""Tags: the owner's own words by which they put people together."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

LONGEST_TAG = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TagMark:
    """That somebody bears a tag; `number` is the decision that says so."""

    number: int
    person_id: int
    tag: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRename:
    """That a tag goes by another name; what was marked with it later does not change."""

    number: int
    before: str
    after: str


def as_tag(typed: str) -> str:
    """Return a tag as it is kept: in one line, without the # that people put before it."""
    return " ".join(typed.replace("\0", "").split()).lstrip("#＃").strip()


def tag_key(tag: str) -> str:
    """Return what two ways to write one tag have in common: width and letter case do not matter."""
    return unicodedata.normalize("NFKC", as_tag(tag)).casefold()


def called_now(marks: Iterable[TagMark], renames: Iterable[TagRename]) -> tuple[TagMark, ...]:
    """Return marks with their tags as they are called after every rename, in their order."""
    in_order = sorted(renames, key=lambda rename: rename.number)
    return tuple(replace(mark, tag=_called(mark, in_order)) for mark in marks)


def _called(mark: TagMark, renames: Iterable[TagRename]) -> str:
    tag = mark.tag
    for rename in renames:
        if rename.number > mark.number and tag_key(rename.before) == tag_key(tag):
            tag = rename.after
    return tag


def tags_of_each(marks: Iterable[TagMark]) -> dict[int, tuple[str, ...]]:
    """Return who bears which tags, each once, in the order in which they were given."""
    found: dict[int, dict[str, str]] = {}
    for mark in marks:
        found.setdefault(mark.person_id, {}).setdefault(tag_key(mark.tag), mark.tag)
    return {person_id: tuple(tags.values()) for person_id, tags in found.items()}


def people_of_each(marks: Iterable[TagMark]) -> dict[str, tuple[int, ...]]:
    """Return each tag, as it was written first, with everybody who bears it; in the order of the alphabet."""
    written: dict[str, str] = {}
    bearers: dict[str, dict[int, None]] = {}
    for mark in marks:
        key = tag_key(mark.tag)
        written.setdefault(key, mark.tag)
        bearers.setdefault(key, {})[mark.person_id] = None
    return {written[key]: tuple(bearers[key]) for key in sorted(written)}
