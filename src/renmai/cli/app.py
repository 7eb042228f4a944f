"""The root of the command line: every command by its name, loaded only when it is called."""

from collections.abc import Callable, Sequence
from contextvars import copy_context
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from django.utils.translation import gettext as _
from typer.core import TyperCommand

from renmai import __version__
from renmai.cli import language, printing
from renmai.cli.commands import COMMANDS, PANEL_OF
from renmai.cli.examples import EXAMPLES
from renmai.cli.help_pages import Speaking
from renmai.cli.nouns import Verbs
from renmai.cli.wrong_use import said_of
from renmai.domain.book.refusals import Refused
from renmai.wording import sentence

REFUSED = 1
WRONG_USE = 2
STOPPED = 130


def load(name: str) -> Any:
    """Return one command, ready to run: its module's `app` if it holds several, else its `command`."""
    module = import_module(COMMANDS[name].module)
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name, help=str(COMMANDS[name].summary))(module.command)
    command = typer.main.get_command(app)
    command.name = name
    _speak(command, name)
    return command


def _speak(command: Any, path: str) -> None:
    """Let a command's help be text of this moment's language, with its example; Typer takes no lazy text."""
    command.context_class = Speaking
    if path in EXAMPLES:
        command.epilog = _("Example: %(example)s") % {"example": EXAMPLES[path]}
    for param in command.params:
        if getattr(param, "help", None):
            param.help = str(param.help)
    for name, child in getattr(command, "commands", {}).items():
        child.help = str(child.help or "")
        _speak(child, f"{path} {name}")


class LazyCommands(Verbs):
    """A group that knows its commands by name, panel and one line, so that `--help` stays quick."""

    context_class = Speaking
    is_listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command itself; for a list of commands its name and summary are enough."""
        if cmd_name not in COMMANDS:
            return None
        if self.is_listing or ctx.resilient_parsing:
            summary, panel = COMMANDS[cmd_name].summary, PANEL_OF[cmd_name]
            return TyperCommand(cmd_name, help=str(summary), rich_help_panel=panel)
        return load(cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page from the table of commands alone."""
        self.is_listing = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self.is_listing = False

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> NoReturn:
        """Run in the machine's language; turn whatever was refused into one sentence and an exit status."""
        language.activate(language.of_this_machine())
        extra["standalone_mode"] = False
        main = super().main
        raise SystemExit(copy_context().run(_status_of, lambda: main(args=args, **extra)))


def _status_of(run: Callable[[], object]) -> int:
    """Return the exit status of `run`: 0 done, 1 refused, 2 wrong use, 130 stopped by the owner."""
    try:
        status = run()
    except typer.TyperException as wrong:
        printing.error(said_of(wrong))
        return WRONG_USE
    except Refused as refused:
        printing.error(sentence(refused.because))
        return REFUSED
    except BrokenPipeError:
        return printing.ignore_broken_pipe()
    except OSError as refused:
        where = f": {refused.filename}" if refused.filename else ""
        printing.error(f"{refused.strerror or refused}{where}")
        return REFUSED
    except typer.Abort:
        printing.error(_("Stopped."))
        return STOPPED
    except Exception as wrong:
        from renmai.queries.book.faults import book_fault  # noqa: PLC0415 - it knows the tables, and most commands need none

        because = book_fault(wrong)
        if because is None:
            raise
        printing.error(sentence(because))
        return REFUSED
    return status if isinstance(status, int) else 0


app = typer.Typer(
    cls=LazyCommands, invoke_without_command=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


def _print_version(is_wanted: bool) -> None:
    """Print the version, then leave."""
    if is_wanted:
        printing.line(f"renmai {__version__}")
        raise typer.Exit


@app.callback(help="Renmai 人脉: who you really have, and whom to reach today.")
def renmai(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Say what there is, where no command is named."""
    if ctx.invoked_subcommand is None:
        printing.line(ctx.get_help())


def run() -> None:
    """Run with the arguments of this process."""
    app(prog_name="renmai")
