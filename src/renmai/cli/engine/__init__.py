"""`renmai engine`: the measures on tables of one's own, without a book; a module for each command."""

import typer

from renmai.cli.engine.backtest import backtest
from renmai.cli.engine.knows import knows
from renmai.cli.engine.match import match
from renmai.cli.engine.paths import paths
from renmai.cli.engine.replies import replies
from renmai.cli.engine.resolve import resolve
from renmai.cli.engine.ties import ties
from renmai.cli.later import later
from renmai.cli.nouns import Verbs

app = typer.Typer(
    cls=Verbs,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=later("Compute ties from tables of events, without a book."),
)
app.command("ties", help=later("Compute every tie as of a moment."))(ties)
app.command("replies", help=later("Compute the chance of an answer to every act."))(replies)
app.command("knows", help=later("Judge which of somebody's people know each other."))(knows)
app.command("backtest", help=later("Ask as of a past moment, and see what came of it."))(backtest)
app.command("paths", help=later("Find the most probable paths from one person to another."))(paths)
app.command("match", help=later("Rank the offers that fit each need."))(match)
app.command("resolve", help=later("Tell which mentions are one person."))(resolve)
