"""Locations: where in a file a record stands, or what could not be read."""

import re
from dataclasses import dataclass

_STEP = re.compile(r"(?<![a-z_])([a-z_]+) ([0-9]+)")


@dataclass(frozen=True, slots=True)
class Location:
    """Where in a file something stands, from the outside in: mail 3, byte 5210; no `steps` mean all of it."""

    steps: tuple[tuple[str, int], ...] = ()

    @property
    def kind(self) -> str:
        """What it is told by: `line`, `card_line`; empty for the whole file."""
        return "_".join(name for name, _number in self.steps)

    @property
    def numbers(self) -> dict[str, int]:
        """Its numbers by what they count."""
        return dict(self.steps)

    def __str__(self) -> str:
        """Return the plain key that is kept and handed to programs: `card 2, line 14`."""
        return ", ".join(f"{name} {number}" for name, number in self.steps)

    def __bool__(self) -> bool:
        return bool(self.steps)


WHOLE_FILE = Location()


def at(**numbers: int) -> Location:
    """Return the location told by these numbers, from the outside in: `at(card=2, line=14)`."""
    return Location(tuple(numbers.items()))


def location_of(key: str) -> Location:
    """Return the location of a plain key."""
    return Location(tuple((name, int(number)) for name, number in _STEP.findall(key)))
