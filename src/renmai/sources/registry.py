"""The sources the program knows: ours by name, others' by entry point."""

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from renmai.sources.base import Source, TakesColumns
from renmai.sources.words import Text

BUILT_IN = (
    "vcard",
    "google_csv",
    "ics",
    "wechat_talk",
    "chatlab",
    "whatsapp_chat",
    "linkedin_archive",
    "telegram_chat",
    "discord_chat",
    "slack_export",
    "office_chat",
    "signal_chat",
    "sms_backup",
    "outlook_csv",
    "contact_list",
    "people_notes",
    "wechat_friends",
    "mail",
)
BY_HAND = "by_hand"
"""What the owner writes down themselves: no file is of this kind, its records are kept like all others."""


class UnknownSource(LookupError):
    """No source of that name is installed."""


@cache
def load_source(name: str) -> Source:
    """Return the source called `name`.

    :raises UnknownSource: if neither this package nor a plug-in offers it.
    """
    if name in (*BUILT_IN, BY_HAND):
        source: Source = import_module(f"renmai.sources.{name}").SOURCE
        return source
    for entry in entry_points(group="renmai.sources", name=name):
        plug_in: Source = entry.load()
        return plug_in
    raise UnknownSource(f"no source called {name!r}; there is: {', '.join(names())}")


@cache
def names() -> tuple[str, ...]:
    """Return the names of all sources, ours first; asked once, as it reads every package's metadata."""
    return BUILT_IN + tuple(sorted(entry.name for entry in entry_points(group="renmai.sources")))


@cache
def sources() -> tuple[Source, ...]:
    """Return all sources, ours first."""
    return tuple(map(load_source, names()))


def problem_text(code: str) -> Text | None:
    """Return the sentence that the source whose name `code` begins with has for it, or None."""
    speakers = (source for source in sources() if code.startswith(f"{source.name}_"))
    return next(filter(None, (source.words.problems.get(code) for source in speakers)), None)


@cache
def reader_of_tables() -> TakesColumns:
    """Return the source that reads any table once it is said what its columns hold."""
    return next(source for source in sources() if isinstance(source, TakesColumns))


def recognise(head: bytes) -> Source | None:
    """Return the first source that knows this kind of file by its first bytes, or None."""
    return next((source for source in sources() if source.recognises(head)), None)
