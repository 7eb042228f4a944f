"""How an engine's command runs: a refusal is wrong use, progress shows on a terminal, faults are told."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import typer
from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.domain.book.refusals import Refused
from renmai.wording import sentence


@contextmanager
def refusals_are_wrong_use() -> Iterator[None]:
    """Turn a refusal of the engine into wrong use: one sentence, exit status 2."""
    try:
        yield
    except Refused as refused:
        raise typer.BadParameter(sentence(refused.because)) from refused


@contextmanager
def steps(first: str = "reading") -> Iterator[Callable[[str], None]]:
    """Yield a function that is told which step runs, beginning with `first`; it shows only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    words = {
        "reading": _("Reading events"),
        "reading_edges": _("Reading edges"),
        "looking": _("Looking for paths"),
        "learning": _("Learning from the past"),
        "computing": _("Computing"),
        "pairing": _("Looking at who was seen with whom"),
        "reading_texts": _("Reading needs and offers"),
        "matching": _("Matching"),
        "blocking": _("Finding pairs worth a look"),
        "comparing": _("Comparing mentions"),
        "clustering": _("Putting together who is one person"),
    }
    with printing.console(is_error=True).status(words[first]) as status:
        yield lambda step: status.update(words[step])


def tell_left_out(left_out: Mapping[str, int], rows: Mapping[str, Sequence[int]]) -> None:
    """Say on stderr which rows broke the contract and were left out."""
    for fault, count in left_out.items():
        listed = ", ".join(str(row) for row in rows[fault])
        printing.error(_left_out(fault) % {"count": count, "rows": listed})


def _left_out(fault: str) -> str:
    return {
        "null_person": _("Left out, no sender or no recipient: %(count)s (rows %(rows)s)."),
        "self_loop": _("Left out, sender and recipient are the same: %(count)s (rows %(rows)s)."),
        "bad_audience": _("Left out, audience below 1: %(count)s (rows %(rows)s)."),
        "null_end": _("Left out, no source or no target: %(count)s (rows %(rows)s)."),
        "self_edge": _("Left out, source and target are the same: %(count)s (rows %(rows)s)."),
        "bad_probability": _(
            "Left out, probability missing, not above 0 or above 1: %(count)s (rows %(rows)s)."
        ),
        "bad_time": _("Left out, time missing or outside 1970 to 2100: %(count)s (rows %(rows)s)."),
    }[fault]


def model_word(basis: str) -> str:
    """Return what a strength model rests on, in words."""
    return {
        "shipped": _("coefficients as shipped"),
        "recalibrated": _("shipped coefficients, recalibrated on the past"),
        "refit": _("fitted to the past"),
    }[basis]
