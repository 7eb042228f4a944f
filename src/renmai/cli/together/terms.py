"""The terms of a cooperation as options: said once, for every command that takes them."""

import inspect
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

from renmai.cli.later import later
from renmai.cli.options import day


def _terms(
    my_gain: Annotated[
        str | None, typer.Option("--mine", metavar="TEXT", help=later("What you gain by it."))
    ] = None,
    their_gain: Annotated[
        str | None, typer.Option("--theirs", metavar="TEXT", help=later("What they gain by it."))
    ] = None,
    margin_percent: Annotated[
        float | None,
        typer.Option(
            "--margin", metavar="PERCENT", help=later("What is left to the other side, in percent.")
        ),
    ] = None,
    need: Annotated[
        str | None, typer.Option("--need", metavar="TEXT", help=later("The need of theirs that it answers."))
    ] = None,
    others: Annotated[
        str | None, typer.Option("--with", metavar="TEXT", help=later("Who else takes part, in words."))
    ] = None,
    is_exclusive: Annotated[
        bool | None,
        typer.Option("--exclusive/--open", help=later("Whether it keeps them from working with others.")),
    ] = None,
    next_idea: Annotated[
        str | None, typer.Option("--next", metavar="TEXT", help=later("What the next one could be."))
    ] = None,
    next_step: Annotated[
        str | None, typer.Option("--step", metavar="TEXT", help=later("Your next step."))
    ] = None,
    due_on: Annotated[
        date | None, typer.Option("--due", parser=day, metavar="DATE", help=later("When that step is due."))
    ] = None,
) -> None:
    """Carry the options of the terms, named as in `renmai.actions.together.terms.CooperationTerms`."""


TERMS = inspect.signature(_terms).parameters


def takes_terms(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of the terms in place of its own `terms`: those that are said."""

    @wraps(command)
    def with_terms(**given: Any) -> None:
        terms = {name: given.pop(name) for name in TERMS}
        command(**given, terms={name: said for name, said in terms.items() if said is not None})

    own = [each for each in inspect.signature(command).parameters.values() if each.name != "terms"]
    hints = {**get_type_hints(command, include_extras=True), **get_type_hints(_terms, include_extras=True)}
    hints.pop("terms")
    with_terms.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # what Typer reads
        [each.replace(kind=each.KEYWORD_ONLY) for each in (*own, *TERMS.values())]
    )
    with_terms.__annotations__ = hints
    return with_terms
