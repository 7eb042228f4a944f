"""A noun of the command line with its verbs; to look at it needs no verb."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

import typer
from django.utils.translation import gettext as _
from typer.core import TyperGroup

OPTIONS_BEFORE_A_VERB = {"--json": 1, "--today": 2}
"""Options that may stand before the verb as well, with how many words each takes."""


class Verbs(TyperGroup):
    """A group that lists each of its commands with the whole of its line."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write every command with what it does under its panel; a long line is wrapped, never cut."""
        panels: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None:
                panel = getattr(command, "rich_help_panel", None) or "Commands"
                panels.setdefault(panel, []).append((name, command.help or ""))
        for panel, rows in panels.items():
            with formatter.section(panel):
                formatter.write_dl(rows)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first word names.

        :raises typer.BadParameter: if there is none; a near name is proposed.
        """
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            raise typer.BadParameter(no_command(args[0], names))
        return super().resolve_command(ctx, args)


def no_command(word: str, names: Iterable[str]) -> str:
    """Return that a word names no command, with those that may be meant."""
    names = list(names)
    near = ", ".join(get_close_matches(word, names) or names)
    return _("There is no command “%(word)s”; there is: %(near)s.") % {"word": word, "near": near}


class Noun(Verbs):
    """Hands words without a verb to the one that `looks`, and no words at all to the one for `alone`."""

    looks = ""
    alone = ""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the verb first, also where it was left out or stands behind `--json` or `--today DATE`."""
        before, words = _split(args)
        if not words:
            words = [self.alone]
        elif words[0] not in {*self.commands, "--help"} and self.looks:
            words = [self.looks, *words]
        return super().parse_args(ctx, [words[0], *before, *words[1:]])

    def without_a_verb(self) -> str:
        """Return what is meant where no verb is named, as a sentence."""
        if self.looks in ("", self.alone):
            return _("Without a command, “%(alone)s” is meant.") % {"alone": self.alone}
        numbers = {"alone": self.alone, "looks": self.looks}
        return _("Without a command, “%(looks)s” is meant; without any word, “%(alone)s”.") % numbers

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write that sentence under the list of verbs, then the example."""
        with formatter.indentation():
            formatter.write_paragraph()
            formatter.write_text(self.without_a_verb())
        super().format_epilog(ctx, formatter)


def noun(summary: str, *, alone: str, looks: str = "") -> typer.Typer:
    """Return a noun whose verbs are to be added.

    :param alone: the verb that is meant where nothing is said
    :param looks: the verb that is meant where words follow, and none of them is a verb
    """
    kind = type("Noun", (Noun,), {"alone": alone, "looks": looks})
    return typer.Typer(cls=kind, help=summary, add_completion=False, rich_markup_mode=None)


def prints(*shapes: Callable[..., Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Mark which JSON a command may print; docs/cli.md shows the docstrings of these shapes."""

    def mark(command: Callable[..., None]) -> Callable[..., None]:
        command.prints = shapes  # type: ignore[attr-defined]  # a function bears what it prints
        return command

    return mark


def _split(args: list[str]) -> tuple[list[str], list[str]]:
    """Return the options at the front that any verb may take, and what follows them."""
    at = 0
    while at < len(args):
        name, is_whole, _value = args[at].partition("=")
        if name not in OPTIONS_BEFORE_A_VERB:
            break
        at += 1 if is_whole else OPTIONS_BEFORE_A_VERB[name]
    return args[:at], args[at:]
