"""`renmai doctor`: check the book and this machine, and say what to do."""

import typer
from rich.text import Text

from renmai.cli import printing
from renmai.cli.book.reader import speak_as_the_owner
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson
from renmai.queries.book.doctor import DoctorFinding, doctor
from renmai.shapes.book import findings_shape
from renmai.wording import sentence

UNWELL = 1


@prints(findings_shape)
def command(as_json: AsJson = False) -> None:
    """Look at everything and print it; the exit status is 1 where something is not well."""
    speak_as_the_owner()
    findings = doctor()
    printing.answer(findings, findings_shape, show, as_json=as_json)
    if not all(finding.is_good for finding in findings):
        raise typer.Exit(UNWELL)


def show(findings: list[DoctorFinding]) -> None:
    """Print a line a finding."""
    for finding in findings:
        mark = ("✓ ", printing.INK_BLUE) if finding.is_good else ("! ", printing.VERMILION)
        printing.line(Text.assemble(mark, sentence(finding.because)))
