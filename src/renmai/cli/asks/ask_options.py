"""The options of `renmai ask`."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext_lazy as later

from renmai.cli.options import day, one_of
from renmai.domain.asks.ledger import Size

Person = Annotated[str, typer.Argument(metavar="[PERSON]", help=later("A person's number, handle or name."))]
What = Annotated[
    str, typer.Argument(metavar="[WHAT]", help=later("What you want to ask, in your own words."))
]
SizeOf = Annotated[
    str,
    typer.Option(
        "--size", parser=one_of(Size), metavar="SIZE", help=later("How much it is: small, middle or large.")
    ),
]
WhyThem = Annotated[
    str,
    typer.Option("--why-them", metavar="TEXT", help=later("What is in it for them, as you would tell them.")),
]
Proud = Annotated[
    bool | None,
    typer.Option("--proud/--not-proud", help=later("Whether they would be proud to be part of it.")),
]
Record = Annotated[bool, typer.Option("--record", help=later("You ask now: keep it, and on which verdict."))]
BecauseOf = Annotated[
    str,
    typer.Option("--because", metavar="TEXT", help=later("Why you ask though the check does not say go.")),
]
Until = Annotated[
    date | None,
    typer.Option(
        "--until",
        parser=day,
        metavar="DATE",
        help=later("Do not ask yet; Today reminds you from then on."),
    ),
]
WishId = Annotated[
    int | None,
    typer.Option("--wish", metavar="ID", help=later("With --record: the wish this fulfils.")),
]
Granted = Annotated[int | None, typer.Option("--granted", metavar="ID", help=later("This ask was granted."))]
Declined = Annotated[
    int | None, typer.Option("--declined", metavar="ID", help=later("This ask was declined."))
]
Ignored = Annotated[
    int | None, typer.Option("--ignored", metavar="ID", help=later("This ask was never answered."))
]
Drop = Annotated[int | None, typer.Option("--drop", metavar="ID", help=later("Take this ask or wish back."))]
