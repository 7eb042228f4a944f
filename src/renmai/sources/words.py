"""What a source says of itself and of what it could not read, in every language the program speaks."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "zh")

Text = Mapping[str, str]
"""One text in each language of `LANGUAGES`."""


class NotWorded(ValueError):
    """The words of a source are not whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`label` is what one thing of the source is, said within a sentence (contact card); `title` names all of
    them with the endings of their files (contact cards (vcf)); `export` says where people get such a file.

    `problems` holds a sentence for each code the source utters; `%(lines)s` is where the number `lines` of
    the problem stands.
    """

    label: Text
    title: Text
    export: Text
    problems: Mapping[str, Text]


def words_beside(module_file: str) -> Words:
    """Return the words in `words.toml` beside a module.

    :raises NotWorded: if a text is missing there, or lacks a language
    """
    path = Path(module_file).with_name("words.toml")
    tables: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    label, title, export = (tables.get(key, {}) for key in ("label", "title", "export"))
    problems: dict[str, Text] = tables.get("problems", {})
    for key, text in {"label": label, "title": title, "export": export, **problems}.items():
        missing = [language for language in LANGUAGES if not text.get(language)]
        if missing:
            raise NotWorded(f"{path.parent.name}/{path.name}: [{key}] has no {' nor '.join(missing)}")
    return Words(label=label, title=title, export=export, problems=problems)
