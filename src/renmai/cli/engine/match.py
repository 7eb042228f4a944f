"""`renmai engine match`: the best offers for each need, from two files of texts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.cli.engine.options import file_to_write
from renmai.cli.engine.running import refusals_are_wrong_use, steps
from renmai.cli.later import later
from renmai.cli.options import AsJson


def match(
    needs: Annotated[
        Path,
        typer.Argument(
            metavar="NEEDS", help=later("A file of needs: one JSON object with id and text a line.")
        ),
    ],
    offers: Annotated[
        Path, typer.Argument(metavar="OFFERS", help=later("A file of offers, in the same form."))
    ],
    out: Annotated[Path, typer.Option("--out", metavar="MATCHES", help=later("The JSONL file to write."))],
    top: Annotated[
        int, typer.Option("--top", min=1, help=later("How many offers for each need at most."))
    ] = 5,
    synonyms: Annotated[
        Path | None,
        typer.Option(
            "--synonyms",
            metavar="TOML",
            help=later("A table of words that stand for one thing, added to the one that comes with it."),
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Rank the offers that fit each need, in Chinese, in English and across both."""
    file_to_write(out)
    with refusals_are_wrong_use(), steps("reading_texts") as on_step:
        from renmai.engine.matching.run import write_matches  # noqa: PLC0415 - the engine takes a second to load, and help needs none of it

        report = write_matches(needs, offers, out, top=top, synonyms=synonyms, on_step=on_step)
    _tell_left_out(needs, report.left_out["needs"], report.lines["needs"])
    _tell_left_out(offers, report.left_out["offers"], report.lines["offers"])
    if as_json:
        printing.write_json(asdict(report))
    else:
        said = {"matches": report.matches, "needs": report.needs, "offers": report.offers, "path": out}
        printing.line(_("%(matches)s matches of %(needs)s needs and %(offers)s offers in %(path)s.") % said)


def _tell_left_out(path: Path, left_out: Mapping[str, int], lines: Mapping[str, Sequence[int]]) -> None:
    """Say on stderr which lines of a file were left out."""
    sentences = {
        "not_json": _("%(path)s: left out, no JSON object: %(count)s (lines %(lines)s)."),
        "no_id": _("%(path)s: left out, no id: %(count)s (lines %(lines)s)."),
        "no_text": _("%(path)s: left out, no text: %(count)s (lines %(lines)s)."),
        "same_id": _("%(path)s: left out, an id that was there before: %(count)s (lines %(lines)s)."),
    }
    for fault, count in left_out.items():
        listed = ", ".join(map(str, lines[fault])) + (" …" if count > len(lines[fault]) else "")
        printing.error(sentences[fault] % {"path": path, "count": count, "lines": listed})
