"""The table of words that stand for one thing, in both languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from renmai.domain.book.refusals import Refused
from renmai.engine.matching.words import plain_text, words

PLACES = "place"  # the field whose things are places, which are weaker evidence than trades
SHORT_CAPITALS = 3  # letters: US or IP in capitals are not us and ip


class BadTerms(Refused):
    """A table of words that cannot be used."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One line of the table: the field it belongs to, and what else meets a need of it."""

    field: str
    met_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The table: things by key, and their keys by Chinese word and by English stems.

    `capitals` are English words that count only where they stand in capitals; `longest` tells for the first
    character of a Chinese word, or the first stem of an English one, how long words that begin so may be.
    """

    things: Mapping[str, Thing]
    chinese: Mapping[str, tuple[str, ...]]
    english: Mapping[tuple[str, ...], tuple[str, ...]]
    capitals: frozenset[tuple[str, ...]]
    longest: Mapping[str, int]


@cache
def shipped_terms() -> Terms:
    """Return the table that comes with the program."""
    text = resources.files("renmai.engine.models").joinpath("match_terms.toml").read_text("utf-8")
    return _terms_of(_lines(tomllib.loads(text)))


def terms_with(path: Path | None) -> Terms:
    """Return the shipped table with what the file adds: new fields, new things, more words for old ones."""
    if path is None:
        return shipped_terms()
    try:
        added = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as missing:
        raise BadTerms("match_no_file", path=str(path)) from missing
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise BadTerms("match_bad_toml", path=str(path), fault=str(wrong)) from wrong
    text = resources.files("renmai.engine.models").joinpath("match_terms.toml").read_text("utf-8")
    lines = _lines(tomllib.loads(text))
    for key, line in _lines(added).items():
        lines[key] = _joined(lines[key], line) if key in lines else line
    return _terms_of(lines)


def _lines(plain: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the lines of a table by `field.thing`, or refuse what has another form."""
    lines: dict[str, dict[str, Any]] = {}
    for field, table in plain.items():
        if not isinstance(table, dict):
            raise BadTerms("match_bad_field", field=field)
        for name, line in table.items():
            key = f"{field}.{name}"
            texts = [line.get("zh", ""), line.get("en", "")] if isinstance(line, dict) else []
            if not texts or not all(isinstance(text, str) for text in texts) or not any(texts):
                raise BadTerms("match_bad_line", line=key)
            met_by = line.get("met_by", [])
            if not isinstance(met_by, list) or not all(isinstance(need, str) for need in met_by):
                raise BadTerms("match_bad_met_by", line=key, what=str(met_by))
            if odd := line.keys() - {"zh", "en", "met_by"}:
                raise BadTerms("match_odd_key", line=key, what=min(odd))
            lines[key] = line
    return lines


def _joined(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "zh": f"{old.get('zh', '')} {new.get('zh', '')}".strip(),
        "en": ", ".join(text for text in (old.get("en"), new.get("en")) if text),
        "met_by": [*old.get("met_by", []), *new.get("met_by", [])],
    }


def _terms_of(lines: Mapping[str, Mapping[str, Any]]) -> Terms:
    things: dict[str, Thing] = {}
    chinese: dict[str, list[str]] = {}
    english: dict[tuple[str, ...], list[str]] = {}
    capitals = set()
    for key, line in lines.items():
        things[key] = Thing(key.split(".", 1)[0], tuple(line.get("met_by", ())))
        for term in (*line.get("zh", "").split(), *line.get("en", "").split(",")):
            words_of_term = list(words(plain_text(term)))
            if words_of_term and all(word.is_chinese for word in words_of_term):
                _add(chinese, "".join(word.surface for word in words_of_term), key)
            elif form := tuple(word.form for word in words_of_term):
                _add(english, form, key)
                if term.isupper() and len(term) <= SHORT_CAPITALS and words_of_term[0].is_silent:
                    capitals.add(form)
    longest: dict[str, int] = {}
    for phrase in (*chinese, *english):
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    if unknown := [
        (key, phrase) for key, of in things.items() for phrase in of.met_by if phrase not in things
    ]:
        raise BadTerms("match_bad_met_by", line=unknown[0][0], what=unknown[0][1])
    return Terms(
        things,
        {term: tuple(keys) for term, keys in chinese.items()},
        {term: tuple(keys) for term, keys in english.items()},
        frozenset(capitals),
        longest,
    )


def _add(index: dict[Any, list[str]], term: Any, key: str) -> None:
    if key not in index.setdefault(term, []):
        index[term].append(key)
