"""Once: while one page is read, the database is asked once for what several nouns need of the same people."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")
_READ: ContextVar[dict[tuple[str, int], dict[Any, Any]] | None] = ContextVar("read_once", default=None)
"""What was read while a page is made: by question and owner, what was found of each one asked for."""


@contextmanager
def reading_once() -> Iterator[None]:
    """Keep until the end what is read of each person; nothing of it may change within."""
    if _READ.get() is not None:
        yield
        return
    token = _READ.set({})
    try:
        yield
    finally:
        _READ.reset(token)


def of_each_once(
    ask: Callable[[int, Sequence[Key]], Mapping[Key, Found]],
) -> Callable[[int, Iterable[Key]], dict[Key, Found]]:
    """Have a question about some people asked only for those it was not asked for before; of nobody never."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def asked(owner_id: int, ids: Iterable[Key]) -> dict[Key, Found]:
        wanted = list(dict.fromkeys(ids))
        opened = _READ.get()
        known: dict[Key, Found | None] = {} if opened is None else opened.setdefault((name, owner_id), {})
        unknown = [each for each in wanted if each not in known]
        if unknown:
            known |= dict.fromkeys(unknown)
            known.update(ask(owner_id, unknown))
        return {each: found for each in wanted if (found := known[each]) is not None}

    return asked


def read_before(
    ask: Callable[[int, Iterable[Key]], dict[Key, Found]], owner_id: int
) -> Mapping[Key, Found | None]:
    """Return what such a question was answered so far for this page; None where nothing was found."""
    return (_READ.get() or {}).get((f"{ask.__module__}.{ask.__qualname__}", owner_id), {})
