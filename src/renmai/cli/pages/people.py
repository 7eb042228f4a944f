"""`renmai people`: the people of the book with class, state and strength, and those added by hand."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.text import Text

from renmai.actions.people.record_person import AddedPerson, LikelyThere, record_person
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, one_of, whole_number
from renmai.cli.ties.lines import both_sides, class_and_state, disc, strength
from renmai.domain.book.because import Because
from renmai.domain.people.handles import handle_of
from renmai.domain.ties.tiers import Tier
from renmai.queries.pages.cards import PeoplePage
from renmai.queries.pages.people import people_page
from renmai.queries.ties.cards import PersonRow
from renmai.shapes.pages import added_person_shape, people_shape
from renmai.wording import sentence

EVERYONE = 1_000_000
A_PAGE = 50


app = noun(
    later("List the people of the book with class, state and strength, or add one."),
    alone="list",
    looks="list",
)


@app.command("list", help=later("List the people of the book with class, state and strength."))
@prints(people_shape)
def list_(
    search: Annotated[
        str, typer.Argument(metavar="TEXT", help=later("Only people whom this text finds."))
    ] = "",
    tier: Annotated[
        str | None,
        typer.Option(
            parser=one_of(str(int(each)) for each in Tier),
            metavar="TIER",
            help=later("Only people of this tier: 5, 50 or 100."),
        ),
    ] = None,
    tag: Annotated[
        str, typer.Option("--tag", metavar="TAG", help=later("Only people who bear this tag."))
    ] = "",
    limit: Annotated[
        int | None,
        typer.Option(
            parser=whole_number(1, EVERYONE), metavar="NUMBER", help=later("Show at most so many people.")
        ),
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", help=later("Show everybody."))] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Look at People and print them, the strongest tie first."""
    viewer = open_for_reader()
    at_most = limit or (EVERYONE if everyone or as_json else A_PAGE)
    page = people_page(
        viewer,
        today=clock.day_of(viewer, today),
        search=search,
        tier=int(tier) if tier else None,
        tag=tag,
        per_page=at_most,
    )
    if as_json:
        printing.write_json(people_shape(page.rows))
    else:
        show(page)


@app.command("add", help=later("Add somebody by hand, with an address or without."))
@prints(added_person_shape)
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help=later("Their name."))],
    handles: Annotated[
        list[str] | None,
        typer.Option(
            "--handle",
            metavar="HANDLE",
            help=later("A mail address, number, wechat:ID or profile link of theirs; may be given again."),
        ),
    ] = None,
    is_new: Annotated[
        bool,
        typer.Option("--new", help=later("They are somebody else than those of that name in the book.")),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write somebody down; where somebody of that name is there, ask on a terminal and refuse elsewhere.

    :raises LikelyThere: if it may be somebody who is there, and nobody sits there to say
    """
    viewer = open_for_reader()
    asks = printing.is_conversation() and not as_json

    def added(*, is_new: bool) -> AddedPerson:
        return record_person(viewer, name, handles or (), now=clock.moment(), is_new=is_new)

    try:
        person = added(is_new=is_new)
    except LikelyThere as refusal:
        if not asks:
            raise LikelyThere("likely_there_or_new", **refusal.because.numbers) from refusal
        printing.aside(sentence(refusal.because))
        typer.confirm(_("Add somebody else of that name?"), abort=True, err=True)
        person = added(is_new=True)
    if as_json:
        printing.write_json(added_person_shape(person))
    else:
        said = _("Added as %(number)s: %(name)s; renmai undo takes it back.")
        printing.line(said % {"number": person.person_id, "name": person.name})


def show(page: PeoplePage) -> None:
    """Print a table of people, then how many there are."""
    if page.rows:
        show_rows(page.rows)
        printing.line()
    said = ngettext("%(found)s person found", "%(found)s people found", page.found) % {"found": page.found}
    if len(page.rows) < page.found:
        said = _("%(shown)s of %(found)s people; renmai people --all shows the rest") % {
            "shown": len(page.rows),
            "found": page.found,
        }
    printing.line(Text(said, printing.QUIET))
    if gone := page.counts.get("gone", 0):
        words = ngettext(
            "%(gone)s person is archived or has died; renmai archive lists them.",
            "%(gone)s people are archived or have died; renmai archive lists them.",
            gone,
        )
        printing.line(Text(words % {"gone": gone}, printing.QUIET))


def show_rows(rows: tuple[PersonRow, ...]) -> None:
    """Print people as a table, a line each."""
    headings = (
        "",
        _("No."),
        _("Name"),
        _("Tie"),
        _("Strength"),
        _("Tier"),
        _("Me / them"),
        _("Last contact"),
        _("Known as"),
    )
    printing.table(headings, (_cells(row) for row in rows), right=(1, 4, 5))


def _cells(row: PersonRow) -> tuple[str | Text, ...]:
    """Return the cells of one line."""
    tie = row.tie
    return (
        disc(tie),
        Text(str(row.id), printing.QUIET),
        Text.assemble((row.name, "bold"), (_word(row), printing.QUIET)),
        class_and_state(tie) if tie else "",
        strength(tie) if tie else "",
        str(row.tier or ""),
        both_sides(tie) if tie else "",
        row.last_contact_on.isoformat() if row.last_contact_on else "",
        Text(row.subtitle or _bare(row.handles), printing.QUIET),
    )


def _word(row: PersonRow) -> str:
    """Return the word for whoever is gone, with the space before it."""
    return f"  {sentence(Because(f'gone_{row.gone}'))}" if row.gone else ""


def _bare(handles: tuple[str, ...]) -> str:
    """Return the first handle as people write it, without its kind."""
    return handle_of(handles[0]).value if handles else ""
