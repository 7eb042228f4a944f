"""`renmai brief`: what to read before meeting somebody, and whom you meet when."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.pages.export_brief import export_brief, export_briefs
from renmai.actions.reach.record_meeting import record_meeting, record_meeting_moved, record_meeting_off
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Number, Today, Who, day
from renmai.cli.people.who import person_id_of
from renmai.domain.book.days import hour_named
from renmai.queries.pages.brief import brief_card
from renmai.queries.reach.meeting_cards import BriefCard, MeetingCard, MeetingsCard
from renmai.queries.reach.meetings import meetings_card
from renmai.shapes.book import noted_of_shape
from renmai.shapes.reach.meetings import brief_markdown, brief_shape, meeting_line, meetings_shape
from renmai.wording import sentence

app = noun(later("Read on one page what matters before you meet somebody."), alone="list", looks="show")


def hour(text: str) -> time:
    """Return the hour that a text names.

    :raises typer.BadParameter: if it is none of the day
    """
    try:
        return hour_named(text)
    except ValueError as wrong:
        raise typer.BadParameter(_("“%(text)s” is no hour; write it like 18:30.") % {"text": text}) from wrong


On = Annotated[date, typer.Option("--on", parser=day, metavar="DATE", help=later("The day you meet."))]
At = Annotated[
    time | None,
    typer.Option("--at", parser=hour, metavar="HH:MM", help=later("The hour, where it is known.")),
]


@app.command("list", help=later("List whom you meet in the next two weeks."))
@prints(meetings_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the meetings at hand and print them."""
    viewer = open_for_reader()
    card = meetings_card(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, meetings_shape, show_all, as_json=as_json)


@app.command("show", help=later("Show what matters before you meet somebody, on one page."))
@prints(brief_shape)
def show_one(
    person: Who,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help=later("Write it into this file (Markdown)."))
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Look at one brief and print it, or write it into a file."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    if to is None:
        printing.answer(brief_card(viewer, person_id, today=on), brief_shape, show, as_json=as_json)
    else:
        path = export_brief(viewer, person_id, to, today=on, composed=brief_markdown)
        printing.aside(_("Written to %(path)s.") % {"path": path})


@app.command("arrange", help=later("Note that you meet somebody, or several people at once."))
@prints(noted_of_shape)
def arrange(
    people: Annotated[
        list[str], typer.Argument(metavar="PERSON...", help=later("Each person's number, handle or name."))
    ],
    on: On,
    at: At = None,
    what: Annotated[str, typer.Option("--what", metavar="TEXT", help=later("What it is about."))] = "",
    place: Annotated[str, typer.Option("--where", metavar="TEXT", help=later("Where."))] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note a meeting to come."""
    viewer = open_for_reader()
    ids = [person_id_of(viewer, each, as_json=as_json) for each in people]
    day_now = clock.day_of(viewer, today)
    made = record_meeting(
        viewer, ids, meets_on=on, at=at, what=what, place=place, now=clock.moment(), on=day_now
    )
    said = _("Noted as %(number)s. renmai brief call-off %(number)s ends it; renmai undo takes it back.")
    tell_noted(made, said, as_json=as_json, of=made)


@app.command("move", help=later("Name another day or hour for a meeting that you noted."))
@prints(noted_of_shape)
def move(meeting: Number, on: On, at: At = None, today: Today = None, as_json: AsJson = False) -> None:
    """Note another day."""
    viewer = open_for_reader()
    day_now = clock.day_of(viewer, today)
    made = record_meeting_moved(viewer, meeting, meets_on=on, at=at, now=clock.moment(), on=day_now)
    tell_noted(made, _("Noted. renmai undo takes it back."), as_json=as_json, of=meeting)


@app.command("call-off", help=later("Say that a meeting you noted does not take place."))
@prints(noted_of_shape)
def call_off(meeting: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Note that a meeting was called off."""
    viewer = open_for_reader()
    made = record_meeting_off(viewer, meeting, now=clock.moment(), on=clock.day_of(viewer, today))
    tell_noted(made, _("Noted. renmai undo takes it back."), as_json=as_json, of=meeting)


@app.command(
    "export", help=later("Write a page for everybody you meet tomorrow, or on a day, into a folder.")
)
def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=later("Where the pages are written."))],
    on: Annotated[
        date | None, typer.Option("--on", parser=day, metavar="DATE", help=later("The day you meet."))
    ] = None,
    today: Today = None,
) -> None:
    """Write the briefs of a day."""
    viewer = open_for_reader()
    day_now = clock.day_of(viewer, today)
    written = export_briefs(
        viewer, folder, on=on or day_now + timedelta(days=1), today=day_now, composed=brief_markdown
    )
    if not written:
        printing.line(_("You meet nobody on that day."))
    for path in written:
        printing.aside(_("Written to %(path)s.") % {"path": path})


def show_all(card: MeetingsCard) -> None:
    """Print the meetings at hand, a line for each."""
    if not card.coming:
        printing.line(_("Nothing is arranged for the next two weeks."))
    printing.table(("", "", "", ""), (_cells(each) for each in card.coming), right=(0,))
    if card.unwritten:
        printing.line()
        printing.line(Text(_("What came of it? renmai log writes it down."), "bold"))
        printing.table(("", "", "", ""), (_cells(each) for each in card.unwritten), right=(0,))


def _cells(card: MeetingCard) -> Iterable[str | Text]:
    number = " ".join(map(str, card.numbers))
    names = ", ".join(name for _pk, name in card.people)
    return (
        Text(number, printing.QUIET),
        Text(f"{card.on.isoformat()} {card.hour}".strip(), printing.QUIET),
        Text(names, "bold"),
        " · ".join(filter(None, [card.what, card.place])),
    )


def show(card: BriefCard) -> None:
    """Print a brief: who, the meeting, each part."""
    printing.line(
        Text.assemble((card.name, "bold"), *(f"  {text}" for text in (card.reading, card.subtitle) if text))
    )
    if card.meeting:
        printing.line(meeting_line(card.meeting))
    for each in card.who:
        printing.line(sentence(each))
    for part in card.parts:
        printing.line()
        printing.line(Text(sentence(part.title), "bold"))
        for line in part.lines:
            printing.line(f"  {sentence(line)}")
        if part.more:
            printing.line(Text(_("  and %(total)s more") % {"total": part.more}, printing.QUIET))


def meeting_at_hand(card: MeetingCard) -> Text:
    """Return a meeting of today or tomorrow in one line, with what shows its brief."""
    day_said = _("today") if card.in_days == 0 else _("tomorrow")
    names = ", ".join(name for _pk, name in card.people)
    about = " · ".join(filter(None, [card.what, card.place]))
    shows = " · ".join(f"renmai brief {pk}" for pk, _name in card.people)
    return Text.assemble(
        f"{day_said} {card.hour}".strip(),
        "  ",
        (names, "bold"),
        f"  {about}  " if about else "  ",
        (shows, printing.QUIET),
    )
