"""The sources this house knows: ours by name, others' by entry point."""

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from renmai.sources.base import Source

BUILT_IN = ("vcard", "ics", "mail")


class UnknownSource(LookupError):
    """No source of that name is installed."""


@cache
def load_source(name: str) -> Source:
    """Return the source called `name`.

    :raises UnknownSource: if neither this package nor a plug-in offers it.
    """
    if name in BUILT_IN:
        return import_module(f"renmai.sources.{name}").SOURCE
    for entry in entry_points(group="renmai.sources", name=name):
        return entry.load()
    raise UnknownSource(f"no source called {name!r}; there is: {', '.join(names())}")


@cache
def names() -> tuple[str, ...]:
    """Return the names of all sources, ours first; asked once, as it reads every package's metadata."""
    return BUILT_IN + tuple(sorted(entry.name for entry in entry_points(group="renmai.sources")))


def recognise(head: bytes) -> Source | None:
    """Return the first source that knows this kind of file by its first bytes, or None."""
    return next((s for s in map(load_source, names()) if s.recognises(head)), None)
