"""Help pages in the reader's language, down to the words that Typer itself says in English only."""

import re
from collections.abc import Sequence
from typing import Any

import typer
from django.utils.translation import gettext as _

from renmai.cli.later import later

KNOWN_AHEAD = (
    later("Renmai 人脉: who you really have, and whom to reach today."),
    later("Print the version."),
    later("Arguments"),
    later("Options"),
    later("Commands"),
    later("Begin"),
    later("Every day"),
    later("People and ties"),
    later("Give and ask"),
    later("Network and positions"),
    later("The book"),
    later("Show this message and exit."),
    later("Install completion for the current shell."),
    later("Show completion for the current shell, to copy it or customize the installation."),
)
"""What is said before the language is known, panels too, and what Typer says itself: to be translated."""
NOTE = re.compile(r"  \[(required|default: )([^\]]*)\]$")


class Page(typer.Context.formatter_class):  # type: ignore[valid-type,misc]  # Typer names its own formatter here only
    """Writes a help page, saying every word of Typer's own in the active language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, args, prefix or _("Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{'':>{self.current_indent}}{_(heading)}{_(':')}\n")

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(said(text))

    def write_dl(self, rows: Sequence[tuple[str, str]], *args: Any, **extra: Any) -> None:
        """Write what there is, each with what it means."""
        super().write_dl([(name, said(meaning)) for name, meaning in rows], *args, **extra)


def said(text: str) -> str:
    """Return a text of a help page in the active language, with the note Typer puts behind it."""
    note = NOTE.search(text)
    bare = text[: note.start()] if note else text
    words = _(bare) if bare else bare
    if not note:
        return words
    return f"{words}  [{_('required') if note[1] == 'required' else _('default: ') + note[2]}]"


class Speaking(typer.Context):
    """The context of a command whose help speaks the active language."""

    formatter_class = Page
