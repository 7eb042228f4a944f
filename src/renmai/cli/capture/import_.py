"""`renmai import`: read exported files into the book."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.book.reports import ImportReport
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.people.record_me import record_me
from renmai.actions.people.record_not_mine import record_not_mine
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, existing_path
from renmai.cli.progress import progress
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.capture.records import Problem
from renmai.domain.people.owner_candidates import OwnerCandidate
from renmai.shapes.capture import import_shape
from renmai.wording import location_words, sentence

PROBLEMS_SHOWN = 10


@prints(import_shape)
def command(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", parser=existing_path, help=later("Files, archives or folders.")),
    ],
    me: Annotated[
        list[str] | None,
        typer.Option("--me", metavar="HANDLE", help=later("An address or number of yours; may be repeated.")),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--columns",
            metavar="HEADING=WHAT",
            help=later("What the columns of a table hold, as Kunde=name,Ort=place; kept for tables like it."),
        ),
    ] = None,
    is_dry_run: Annotated[
        bool, typer.Option("--dry-run", help=later("Say what would come in, and keep nothing."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Import and print what came in."""
    viewer = open_for_reader()
    with progress(_("Reading")) as on_progress:
        report = import_paths(
            viewer,
            paths,
            now=clock.moment(),
            me=tuple(me or ()),
            columns=columns_typed(columns or ()),
            is_dry_run=is_dry_run,
            on_progress=on_progress,
        )
    if as_json:
        printing.write_json(import_shape(report))
    else:
        show(report, is_dry_run=is_dry_run)
        if report.owner_candidates and not is_dry_run and printing.is_conversation():
            ask_who_i_am(viewer, report.owner_candidates)
        elif report.likely_mine and printing.is_conversation():
            ask_which_are_mine(viewer, report.likely_mine)


def columns_typed(typed: Sequence[str]) -> dict[str, str]:
    """Return what was said of columns: HEADING=WHAT, several apart by commas."""
    pairs = [
        pair for text in typed for pair in re.split(r"[,，;；](?=[^,，;；=]{1,200}=)", text) if pair.strip()
    ]
    found = {}
    for pair in pairs:
        heading, sign, meaning = pair.rpartition("=")
        if not (sign and heading.strip() and meaning.strip()):
            said = _("“%(text)s” does not say what a column holds; write HEADING=WHAT, as Kunde=name")
            raise typer.BadParameter(said % {"text": pair.strip()}, param_hint="--columns")
        found[heading.strip()] = meaning.strip()
    return found


def ask_who_i_am(viewer: Viewer, candidates: Sequence[OwnerCandidate]) -> None:
    """Ask once which of the handles are the owner's, and keep the answer; nothing is computed before that."""
    printing.aside(_("Which of these are you?"))
    for number, entry in enumerate(candidates, start=1):
        said = _(
            "%(number)s  %(handle)s %(name)s: in %(acts)s of what came in, %(sent)s of it written from here"
        )
        name = entry.name if entry.name != entry.shown else ""
        numbers = {"number": number, "handle": entry.shown, "name": name}
        printing.aside("  " + said % {**numbers, "acts": entry.acts, "sent": entry.sent})
    likely = ",".join(str(number) for number, entry in enumerate(candidates, start=1) if entry.is_likely)
    asked = _("Their numbers, apart by commas, or 0 for none")
    chosen = typer.prompt(asked, default=likely or "0", value_proc=_numbers_up_to(len(candidates)), err=True)
    if chosen:
        record_me(viewer, [candidates[number - 1].typed for number in chosen], now=clock.moment())
        printing.aside(_("Noted."))


def _numbers_up_to(most: int) -> Callable[[str], list[int]]:
    """Return what reads numbers from one to `most`, or nothing for 0, and asks again for anything else."""

    def read(typed: str) -> list[int]:
        words = re.split(r"[\s,，、]+", typed.strip())
        if not all(re.fullmatch(r"\d{1,3}", word, re.ASCII) and int(word) <= most for word in words):
            raise typer.BadParameter(_("Type numbers from 1 to %(most)s, or 0.") % {"most": most})
        return sorted({int(word) for word in words} - {0})

    return read


def ask_which_are_mine(viewer: Viewer, handles: Sequence[str]) -> None:
    """Ask once whether addresses under the owner's name are theirs, and keep the answer."""
    asked = _("Take %(handles)s for yours?") % {"handles": ", ".join(handles)}
    record = record_me if typer.confirm(asked, default=True, err=True) else record_not_mine
    record(viewer, handles, now=clock.moment())


def show(report: ImportReport, *, is_dry_run: bool) -> None:
    """Print what came in or would come in, what to do next, then what could not be read."""
    numbers = {
        "read": report.records_read,
        "new": report.records_new,
        "acts": report.interactions_new,
        "people": report.people_new,
    }
    said = _("Records read: %(read)s, new: %(new)s; new interactions: %(acts)s, new people: %(people)s.")
    if is_dry_run:
        said = _("Records read: %(read)s; would be new: %(new)s, interactions: %(acts)s, people: %(people)s.")
    printing.line(said % numbers)
    if is_dry_run and report.people_names:
        printing.line(Text("  " + ", ".join(report.people_names), printing.QUIET))
    for reason in report.left_out:
        printing.line(Text(f"  {sentence(reason)}", printing.QUIET))
    for text in printing.because_lines((*report.because, *report.likely_same[:PROBLEMS_SHOWN])):
        printing.line(text)
    for problem in report.problems[:PROBLEMS_SHOWN]:
        printing.line(
            Text.assemble("  ", ("! ", printing.VERMILION), f"{_place(problem)}: {_sentence_of(problem)}")
        )
    unsaid = report.problems_total - len(report.problems[:PROBLEMS_SHOWN])
    if unsaid > 0:
        more = _("… and %(count)s more could not be read; --json lists them.") % {"count": unsaid}
        printing.line(Text(f"  {more}", printing.QUIET))


def _place(problem: Problem) -> str:
    """Return the file and the place in it."""
    return ", ".join(part for part in (problem.file, location_words(problem.where)) if part)


def _sentence_of(problem: Problem) -> str:
    """Return a problem as a sentence."""
    return sentence(Because(problem.code, problem.numbers))
