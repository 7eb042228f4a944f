"""The headings of Google's CSV: which file has them, and what the columns of a row hold together."""

import re
from collections.abc import Collection, Iterator, Mapping

_SEPARATOR = ":::"
_NUMBERED = re.compile(r"(.+) (\d{1,3}) - (.+)")
_OF_GOOGLE = re.compile(
    r"(?:E-mail|Phone|IM|Address|Organization|Relation|Website|Event|Custom Field) 1 - "
    r"(?:Label|Type|Value|Name)"
)
_NAMES = frozenset({"First Name", "Last Name", "Given Name", "Family Name", "Name"})
_TOGETHER = (frozenset({"File As", "Phonetic First Name"}), frozenset({"Given Name", "Yomi Name"}))


def are_googles(headings: Collection[str]) -> bool:
    """Tell Google's headings, of today (First Name, File As, E-mail 1 - Label) or before (Given Name, Yomi
    Name, E-mail 1 - Type), from those of other services. Columns may be missing or in another order."""
    distinct = frozenset(headings)
    is_numbered = any(_OF_GOOGLE.fullmatch(heading) for heading in distinct)
    return not distinct.isdisjoint(_NAMES) and (is_numbered or any(both <= distinct for both in _TOGETHER))


def several(text: str) -> list[str]:
    """Return the values that share one cell (`+4131928… ::: +4179264…`)."""
    return [value for part in text.split(_SEPARATOR) if (value := part.strip())]


class Entry:
    """One row by its headings; those before 2024 say Type for Label."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._texts = {heading: str(value) for heading, value in fields.items()}
        numbered: dict[tuple[str, int], dict[str, str]] = {}
        for heading, text in self._texts.items():
            match = _NUMBERED.fullmatch(heading)
            if match is not None:
                part = "Label" if match[3] == "Type" else match[3]
                numbered.setdefault((match[1], int(match[2])), {})[part] = text
        self._groups = dict(sorted(numbered.items()))

    def text(self, *headings: str) -> str:
        """Return the first of these columns that holds anything, or nothing."""
        return next(filter(None, (self._texts.get(heading, "").strip() for heading in headings)), "")

    def groups(self, name: str) -> list[dict[str, str]]:
        """Return the columns `name 1 - …`, `name 2 - …`, each group by what it calls its parts."""
        return [parts for (of, _), parts in self._groups.items() if of == name]

    def values(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield each value of the groups `name` with its label; of a messenger, that is its service."""
        for parts in self.groups(name):
            label = (parts.get("Service") or parts.get("Label", "")).strip()
            for value in several(parts.get("Value", "")):
                yield label, value
