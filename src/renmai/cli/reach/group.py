"""`renmai group`: communities you belong to, what they cost, when they renew, what comes of them."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from renmai.actions.reach.record_group import record_group, record_group_change, record_group_left
from renmai.actions.reach.record_group_entry import record_group_entry, record_group_entry_removal
from renmai.actions.reach.record_group_members import (
    MembersReport,
    record_member_removal,
    record_members,
    record_members_of_chat,
)
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import (
    NO_DAY,
    AsJson,
    Number,
    Today,
    Who,
    day_or_open,
    existing_path,
    one_of,
)
from renmai.cli.people.who import person_id_of
from renmai.cli.reach.group_lines import show_chats, show_group, show_groups
from renmai.cli.reach.which import GroupWord, group_number
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.groups import EntryWay, Period
from renmai.queries.reach.groups import chats, group_card, group_rows
from renmai.shapes.book import noted_of_shape, noted_shape
from renmai.shapes.reach.channels import chats_shape, group_shape, groups_shape, members_shape

What = Annotated[str, typer.Argument(metavar="WHAT", help=later("What it was, in your words."))]
Hours = Annotated[float, typer.Option("--hours", metavar="HOURS", help=later("How many hours it took."))]
Worth = Annotated[
    str, typer.Option("--worth", metavar="AMOUNT", help=later("What it was worth, such as 200 CNY."))
]
ChannelOption = Annotated[
    str | None,
    typer.Option(
        "--channel",
        parser=one_of(Channel),
        metavar="CHANNEL",
        help=later("By which of the six channels people are met there."),
    ),
]
Fee = Annotated[
    str | None, typer.Option("--fee", metavar="AMOUNT", help=later("What it costs, such as 1200 CNY."))
]
Every = Annotated[
    str | None,
    typer.Option(
        "--every",
        parser=one_of(Period),
        metavar="PERIOD",
        help=later("For how long that pays: year, quarter, month or once."),
    ),
]
Renews = Annotated[
    date | None,
    typer.Option(
        "--renews", parser=day_or_open, metavar="DATE", help=later("When it is due next, or “open”.")
    ),
]
About = Annotated[str | None, typer.Option("--about", metavar="TEXT", help=later("What it is about."))]

app = noun(
    later("Keep the groups you belong to: what they cost, who is in them, what comes of them."),
    alone="list",
    looks="show",
)


@app.command("list", help=later("List your groups, what renews soonest first."))
@prints(groups_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the groups and print them."""
    viewer = open_for_reader()
    rows = group_rows(viewer, today=clock.day_of(viewer, today))
    printing.answer(rows, groups_shape, show_groups, as_json=as_json)


@app.command("show", help=later("Show one group whole."))
@prints(group_shape)
def show(group: GroupWord, today: Today = None, as_json: AsJson = False) -> None:
    """Look at one group and print it."""
    viewer = open_for_reader()
    card = group_card(viewer, group_number(viewer, group), today=clock.day_of(viewer, today))
    printing.answer(card, group_shape, show_group, as_json=as_json)


@app.command("new", help=later("Note a group you belong to."))
@prints(noted_shape)
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help=later("What it is called."))],
    channel: ChannelOption = None,
    fee: Fee = None,
    every: Every = None,
    renews: Renews = None,
    about: About = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note a group."""
    viewer = open_for_reader()
    terms = _terms(channel=channel, fee=fee, period=every, renews_on=renews, about=about)
    number = record_group(viewer, name, terms, now=clock.moment(), on=clock.day_of(viewer, today))
    said = _("Noted as %(number)s. renmai group members %(number)s adds who is in it.")
    tell_noted(number, said, as_json=as_json)


@app.command("change", help=later("Say what is otherwise about a group."))
@prints(noted_of_shape)
def change(
    group: GroupWord,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help=later("What it is called."))
    ] = None,
    channel: ChannelOption = None,
    fee: Fee = None,
    every: Every = None,
    renews: Renews = None,
    about: About = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note what is said; what is not said stays."""
    viewer = open_for_reader()
    number, on = group_number(viewer, group), clock.day_of(viewer, today)
    terms = _terms(text=name, channel=channel, fee=fee, period=every, renews_on=renews, about=about)
    decision_id = record_group_change(viewer, number, terms, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Noted. renmai undo takes it back."), as_json=as_json, of=number)


@app.command("leave", help=later("Say that you left a group."))
@prints(noted_of_shape)
def leave(group: GroupWord, today: Today = None, as_json: AsJson = False) -> None:
    """Note that the owner left."""
    viewer = open_for_reader()
    number, on = group_number(viewer, group), clock.day_of(viewer, today)
    decision_id = record_group_left(viewer, number, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Noted. renmai undo takes it back."), as_json=as_json, of=number)


@app.command("members", help=later("Add who is in a group: a list, a file, or who wrote in a chat."))
@prints(members_shape)
def members(
    group: GroupWord,
    names: Annotated[
        str, typer.Argument(metavar="[NAMES]", help=later("Names, one a line or with commas."))
    ] = "",
    file: Annotated[
        Path | None,
        typer.Option(
            "--from",
            parser=existing_path,
            metavar="FILE",
            help=later("A file with one member a line, or CSV."),
        ),
    ] = None,
    chat: Annotated[
        str, typer.Option("--chat", metavar="NAME", help=later("Who wrote in the chat of that name."))
    ] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note members."""
    if sum((bool(names), file is not None, bool(chat))) != 1:
        raise typer.BadParameter(_("Say who: names, --from a file, or --chat a name."))
    viewer = open_for_reader()
    number, on = group_number(viewer, group), clock.day_of(viewer, today)
    if chat:
        report = record_members_of_chat(viewer, number, chat, now=clock.moment(), on=on)
    else:
        listed = names if file is None else file.read_text(encoding="utf-8-sig", errors="replace")
        report = record_members(viewer, number, listed, now=clock.moment(), on=on)
    printing.answer(report, members_shape, show_report, as_json=as_json)


@app.command("remove", help=later("Say that somebody is not in a group, or no longer."))
@prints(noted_of_shape)
def remove(group: GroupWord, person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Note that somebody is not in it."""
    viewer = open_for_reader()
    number, on = group_number(viewer, group), clock.day_of(viewer, today)
    person_id = person_id_of(viewer, person, as_json=as_json)
    decision_id = record_member_removal(viewer, number, person_id, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Taken out; renmai undo puts them back."), as_json=as_json, of=number)


@app.command("gave", help=later("Note what you gave to a group: time, help, a talk."))
@prints(noted_of_shape)
def gave(
    group: GroupWord,
    what: What,
    hours: Hours = 0.0,
    worth: Worth = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note something given."""
    _entry(group, EntryWay.GAVE, what, hours, worth, today, as_json=as_json)


@app.command("brought", help=later("Note what a group brought you."))
@prints(noted_of_shape)
def brought(
    group: GroupWord, what: What, worth: Worth = "", today: Today = None, as_json: AsJson = False
) -> None:
    """Note something brought."""
    _entry(group, EntryWay.BROUGHT, what, 0.0, worth, today, as_json=as_json)


@app.command("drop", help=later("Take down what was noted as given or brought."))
@prints(noted_shape)
def drop(entry: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Take one entry down."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_group_entry_removal(viewer, entry, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Taken down; renmai undo puts it back."), as_json=as_json)


@app.command("chats", help=later("List the chats of several that the book holds."))
@prints(chats_shape)
def chats_(as_json: AsJson = False) -> None:
    """Look at the chats and print them."""
    printing.answer(chats(open_for_reader()), chats_shape, show_chats, as_json=as_json)


def _entry(
    group: str, way: EntryWay, what: str, hours: float, worth: str, today: date | None, *, as_json: bool
) -> None:
    viewer = open_for_reader()
    number, on = group_number(viewer, group), clock.day_of(viewer, today)
    decision_id = record_group_entry(
        viewer, number, way, what, hours=hours, amount=worth, now=clock.moment(), on=on
    )
    tell_noted(decision_id, _("Noted. renmai undo takes it back."), as_json=as_json, of=number)


def _terms(**said: Any) -> dict[str, Any]:
    """Return what was said of a group; a day left open is none."""
    terms = {name: value for name, value in said.items() if value is not None}
    if terms.get("renews_on") == NO_DAY:
        terms["renews_on"] = None
    return terms


def show_report(report: MembersReport) -> None:
    """Say what a list of members came to."""
    if report.decision_id is None:
        printing.line(_("Nothing new: that stands already."))
        return
    numbers = {"added": report.added, "names": report.names}
    printing.line(_("%(added)s people of your book, %(names)s names it does not know.") % numbers)
    if report.unsure:
        unsure = {"names": printing.listed(report.unsure)}
        printing.line(_("Several people may be meant: %(names)s. Add them by number.") % unsure)
