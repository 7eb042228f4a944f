"""`renmai channels`: by which ways you meet people, who is not worked yet, what each way yields."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.reach.record_met_through import accept_met, record_met_through
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, one_of
from renmai.cli.people.who import person_id_of
from renmai.cli.reach.channel_lines import channel_words, show_channel, yield_rows
from renmai.cli.reach.which import group_number
from renmai.domain.reach.channels import Channel
from renmai.queries.reach.channel_cards import ChannelsCard, MetProposalCard
from renmai.queries.reach.channels_page import channels_card
from renmai.shapes.book import noted_shape
from renmai.shapes.reach.channels import channel_shape, channels_shape, proposed_shape, yields_shape
from renmai.wording import sentence

NONE = "none"
"""What is said in place of a channel where none is to stand any more."""
ChannelWord = Annotated[
    str,
    typer.Argument(
        parser=one_of(Channel),
        metavar="CHANNEL",
        help=later("schoolmates, work, social, introductions, public or online."),
    ),
]
People = Annotated[
    list[str], typer.Argument(metavar="PERSON…", help=later("People by number, handle or name."))
]

app = noun(
    later("Show by which ways you meet people, who is not worked yet, and what each way yields."),
    alone="list",
    looks="show",
)


@app.command("list", help=later("Show the six channels, each with its next small step."))
@prints(channels_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the channels and print them."""
    viewer = open_for_reader()
    card = channels_card(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, channels_shape, show_all, as_json=as_json)


@app.command("show", help=later("Show one channel with whom to meet by it and what to say there."))
@prints(channel_shape)
def show(channel: ChannelWord, today: Today = None, as_json: AsJson = False) -> None:
    """Look at one channel and print it."""
    viewer = open_for_reader()
    card = channels_card(viewer, today=clock.day_of(viewer, today))
    if as_json:
        printing.write_json(channel_shape(card, channel))
        return
    for each in card.channels:
        if each.channel == channel:
            show_channel(each, is_whole=True)


@app.command("yield", help=later("Show what each channel and group yields, with how sure that is."))
@prints(yields_shape)
def yield_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the yields and print them."""
    viewer = open_for_reader()
    card = channels_card(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, yields_shape, show_yields, as_json=as_json)


@app.command("proposed", help=later("List how you seem to have met people; nothing is noted of it yet."))
@prints(proposed_shape)
def proposed(today: Today = None, as_json: AsJson = False) -> None:
    """Look at what first acts make likely and print it."""
    viewer = open_for_reader()
    card = channels_card(viewer, today=clock.day_of(viewer, today))
    printing.answer(card.proposed, proposed_shape, show_proposed, as_json=as_json)


@app.command("accept", help=later("Say that it was so: of some people, or of all that are proposed."))
@prints(noted_shape)
def accept(
    people: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PERSON…]", help=later("People by number, handle or name; all without.")),
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note what is proposed of how people were met."""
    viewer = open_for_reader()
    ids = [person_id_of(viewer, each, as_json=as_json) for each in people or ()]
    on = clock.day_of(viewer, today)
    tell_noted(accept_met(viewer, ids or None, now=clock.moment(), on=on), as_json=as_json)


@app.command("set", help=later("Say by which channel you met people, of many at once."))
@prints(noted_shape)
def set_(
    channel: Annotated[
        str,
        typer.Argument(
            parser=one_of((*Channel, NONE)),
            metavar="CHANNEL",
            help=later("schoolmates, work, social, introductions, public, online, or none."),
        ),
    ],
    people: People,
    group: Annotated[
        str, typer.Option("--group", metavar="GROUP", help=later("In which group of yours."))
    ] = "",
    event: Annotated[str, typer.Option("--event", metavar="TEXT", help=later("At which event."))] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note by which channel people were met."""
    viewer = open_for_reader()
    decision_id = record_met_through(
        viewer,
        [person_id_of(viewer, each, as_json=as_json) for each in people],
        "" if channel == NONE else channel,
        group=group_number(viewer, group) if group else None,
        event=event,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    tell_noted(decision_id, as_json=as_json)


def show_all(card: ChannelsCard) -> None:
    """Print the six channels, then what is to be accepted."""
    numbers = {"known": card.known_total, "ties": card.ties_total}
    printing.line(_("Of your %(ties)s ties it is noted of %(known)s how you met.") % numbers)
    for each in card.channels:
        printing.line()
        show_channel(each, is_whole=False)
    if card.proposed_total:
        printing.line()
        said = _("Of %(total)s people it seems clear how you met; renmai channels proposed lists them.")
        printing.line(Text(said % {"total": card.proposed_total}, printing.QUIET))


def show_yields(card: ChannelsCard) -> None:
    """Print the funnel as tables, then what is to be said of it."""
    yield_rows((channel_words(each.channel), each.yields) for each in card.channels)
    if card.groups:
        printing.line()
        yield_rows((each.name, each.yields) for each in card.groups)
    printing.line()
    for channel in card.channels:
        if channel.neglected:
            printing.line(f"{channel_words(channel.channel)}: {sentence(channel.neglected)}")
    for group in card.groups:
        printing.line(f"{group.name}: {sentence(group.advice)}")
    note = _("Hours are estimated at six minutes for each act of yours, with what you noted of groups.")
    printing.line(Text(note, printing.QUIET))


def show_proposed(found: tuple[MetProposalCard, ...]) -> None:
    """Print what first acts make likely, a line for each and why."""
    if not found:
        printing.line(_("Nothing is proposed: it is noted how you met, or first acts do not tell."))
    for each in found:
        through = [channel_words(each.channel), each.event, each.introducer]
        said = " · ".join(filter(None, through))
        printing.line(Text.assemble(f"{each.person_id} ", (each.name, "bold"), f"  {said}"))
        for line in printing.because_lines([each.because], indent=4):
            printing.line(line)
