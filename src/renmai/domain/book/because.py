"""Why the program says something: a code and its numbers, which a door turns into a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Because:
    """One reason. `numbers` are figures, names or ISO dates named as in the sentence of `code`."""

    code: str
    numbers: Mapping[str, object] = field(default_factory=dict)


def figure(numbers: Mapping[str, object], name: str, otherwise: float = 0.0) -> float:
    """Return the number that a reason's numbers hold under a name.

    :param otherwise: what is returned where they hold none of that name
    :raises TypeError: if words stand under that name
    """
    value = numbers.get(name, otherwise)
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"{name} is no number but {value!r}")


def reason_with(code: str, numbers: Mapping[str, object], *names: str) -> Because:
    """Return a reason that carries only those of the numbers that its sentence speaks of."""
    return Because(code, {name: numbers[name] for name in names if name in numbers})
