"""Cards as text and back: frozen dataclasses and named tuples, by the types of their fields."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from json import dumps, loads
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Card = TypeVar("Card")
Reading = Callable[[Any], Any]


def as_json(card: object) -> str:
    """Return a card as text."""
    return dumps(_plain(card), ensure_ascii=False, separators=(",", ":"))


def from_json(shape: type[Card], text: str) -> Card:
    """Return the card of a class that `as_json` made a text of."""
    read: Callable[[Any], Card] = _reading(shape)  # type: ignore[arg-type]  # a class is its own key
    return read(loads(text))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value


@cache
def _reading(shape: Any) -> Reading:
    """Return what makes a value of a type out of plain JSON.

    :raises TypeError: for a type that no card has had yet
    """
    origin, inner = get_origin(shape), get_args(shape)
    if origin in (Union, UnionType):
        return _either(inner)
    if origin is tuple:
        return _tuple(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = (_reading(each) for each in inner)
        return lambda raw: {key(_number_or_text(name, inner[0])): value(each) for name, each in raw.items()}
    if isinstance(origin, type) and is_dataclass(origin):
        return _record(origin, dict(zip(getattr(origin, "__parameters__", ()), inner, strict=True)))
    if isinstance(shape, type) and (is_dataclass(shape) or issubclass(shape, tuple)):
        return _record(shape)
    if isinstance(shape, type) and issubclass(shape, Enum | date):
        return shape if issubclass(shape, Enum) else shape.fromisoformat
    if shape in (str, int, float, bool, object, NoneType, Any):
        return lambda raw: raw
    raise TypeError(f"{shape} cannot be kept in a card")


def _either(shapes: tuple[Any, ...]) -> Reading:
    """Read a value that may be missing, or is of one of several plain types."""
    somehow = [shape for shape in shapes if shape is not NoneType]
    if len(somehow) > 1 and not all(shape in (str, int, float, bool) for shape in somehow):
        raise TypeError(f"{shapes} cannot be told apart in a card")
    read = _reading(somehow[0])
    return lambda raw: None if raw is None else read(raw)


def _tuple(shapes: tuple[Any, ...]) -> Reading:
    if shapes[-1] is Ellipsis:
        read = _reading(shapes[0])
        return lambda raw: tuple(map(read, raw))
    reads = [_reading(shape) for shape in shapes]
    return lambda raw: tuple(read(each) for read, each in zip(reads, raw, strict=True))


def _record(shape: type, standing_for: Mapping[Any, Any] | None = None) -> Reading:
    """Read by name, as most cards take nothing by place; a card that holds its own kind is read in time.

    :param standing_for: of a card of many kinds (`SaidCard[str]`), what its type variables stand for
    """
    hints = get_type_hints(shape)
    if standing_for:
        hints = {name: standing_for.get(hint, hint) for name, hint in hints.items()}
    names = [field.name for field in fields(shape)] if is_dataclass(shape) else list(hints)

    def read(raw: list[Any]) -> Any:
        return shape(**{name: _reading(hints[name])(each) for name, each in zip(names, raw, strict=True)})

    return read


def _number_or_text(name: str, shape: Any) -> Any:
    """Return a key of JSON, which is always text, as the type it was."""
    return int(name) if shape is int else name
