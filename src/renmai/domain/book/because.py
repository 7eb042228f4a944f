"""Why the program says something: a code and its numbers, which a door turns into a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Because:
    """One reason. `numbers` are figures, names or ISO dates named as in the sentence of `code`."""

    code: str
    numbers: Mapping[str, object] = field(default_factory=dict)
