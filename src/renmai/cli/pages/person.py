"""`renmai person`: everything the book knows of one person, with its sources."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.people.record_name import record_name
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, Who
from renmai.cli.pages import person_by_hand
from renmai.cli.people import occasions
from renmai.cli.people.same import question
from renmai.cli.people.who import person_id_of
from renmai.cli.reach.channel_lines import channel_words
from renmai.cli.ties import tie
from renmai.cli.together.cooperation_lines import due, stage_words
from renmai.domain.people.handles import handle_of
from renmai.domain.people.occasions import KINDS
from renmai.queries.pages.cards import NowCard, PersonCard, TimelineEntry
from renmai.queries.pages.person import person_card
from renmai.queries.together.cards import TogetherCard
from renmai.shapes.book import noted_shape
from renmai.shapes.pages import person_shape
from renmai.wording import sentence
from renmai.wording.capture.sources import source_label

NEWEST = 12


app = noun(
    later("Show everything the book knows of one person, with its sources."), alone="show", looks="show"
)


@app.command("show", help=later("Show everything the book knows of one person, with its sources."))
@prints(person_shape)
def show_one(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Look at one person and print them."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    card = person_card(viewer, person_id, today=clock.day_of(viewer, today))
    printing.answer(card, person_shape, show, as_json=as_json)


for name, verb, does in (
    ("add-handle", person_by_hand.add_handle, later("Say under what somebody is reached, too.")),
    ("remove-handle", person_by_hand.remove_handle, later("Take back what you added by hand.")),
    ("birthday", person_by_hand.birthday, later("Say when somebody was born, by either calendar.")),
    ("met", person_by_hand.met, later("Say how you met somebody, and when.")),
    ("card", person_by_hand.card, later("Write somebody's card (vCard 4), to hand it on.")),
):
    app.command(name, help=does)(verb)


@app.command("rename", help=later("Show somebody under another name from now on."))
@prints(noted_shape)
def rename(
    person: Who,
    name: Annotated[str, typer.Argument(metavar="NAME", help=later("What they are to be called."))],
    as_json: AsJson = False,
) -> None:
    """Record the name under which the owner wants to see somebody."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    said = _("Noted: they are called %(name)s from now on; renmai undo takes it back.")
    tell_noted(record_name(viewer, person_id, name, now=clock.moment()), said, as_json=as_json, name=name)


def show(card: PersonCard) -> None:
    """Print a person as a page: who, the tie, handles, facts, days, the newest acts."""
    known = [f"  {text}" for text in (card.reading, card.subtitle) if text]
    printing.line(Text.assemble((card.name, "bold"), *known))
    if card.gone:
        printing.line(" ".join(filter(None, [sentence(card.gone.because), card.gone.text])))
    if card.is_me:
        printing.line(_("This is you."))
    elif not card.is_person:
        printing.line(_("This is a list, a role or a robot, and carries no tie."))
    elif card.tie is None and card.same and card.same.is_counted_as_one:
        printing.line(_("What passed between you counts with their namesake until you say who is who."))
    elif card.tie is None:
        printing.line(_("There is no tie: nothing has passed between you."))
    else:
        tie.show(card.tie)
    if card.now:
        _section(_("Now"), _now(card.now))
    for line in question(card.same) if card.same else ():
        printing.line(line)
    if card.replies:
        _section(_("Replies"), [sentence(each) for each in card.replies.because])
    if card.together:
        for title, lines in _together(card.together, is_gone=card.gone is not None):
            _section(title, lines)
    _section(_("Reaching out"), [f"{o.number}  {o.goal}  {sentence(o.step)}" for o in card.outreaches])
    _section(_("Handles"), _handles(card))
    noted = (fact for fact in card.facts if fact.kind not in (*KINDS, "photo", "gone"))
    _section(_("Facts"), list(dict.fromkeys(f"{fact.value}  ({fact.import_name})" for fact in noted)))
    _section(_("Tags"), [", ".join(card.tags)] if card.tags else [])
    if card.met_through:
        met = card.met_through
        parts = (channel_words(met.channel), met.group_name, met.event)
        _section(_("Met through"), [" · ".join(filter(None, parts))])
    if card.how_met:
        _section(_("How you met"), [f"{card.how_met.on or ''}  {card.how_met.text}".strip()])
    _section(_("To raise next time"), [f"{each.number}  {each.text}" for each in card.agenda])
    _section(_("Notes"), [f"{each.number}  {each.on}  {each.text}" for each in card.notes])
    _section(_("Days"), [f"{printing.day(o.on)}  {occasions.words(o)}" for o in card.occasions])
    _section(_("Timeline"), [_act(entry) for entry in card.timeline[:NEWEST]])


def _now(card: NowCard) -> list[str]:
    """Return the three lines of now, or the one step where there is only an address."""
    lines = [card.first_step] if card.first_step else [*card.open, card.needs, card.touch]
    return [sentence(each) for each in lines]


def _together(card: TogetherCard, *, is_gone: bool) -> Iterator[tuple[str, list[str | Text]]]:
    """Yield what is noted of things done together, part by part; nothing is proposed to who is gone."""
    if not is_gone:
        yield _("Next rung"), [sentence(each) for each in card.ladder.because]
        yield _("Tier"), [sentence(each) for each in card.tier.because]
    yield (
        _("Cooperation"),
        [
            Text.assemble(
                (f"{each.number}  ", printing.QUIET), f"{each.title}  {stage_words(each.stage)}  ", due(each)
            )
            for each in card.cooperations
        ],
    )
    open_ones = [each for each in card.promises if each.ended_on is None]
    yield _("Promised"), [f"{each.number}  {each.due_on or ''}  {each.what}" for each in open_ones]
    met = card.met or card.met_perhaps
    if met and met.introducer:
        said = _("through %(name)s") if card.met else _("perhaps through %(name)s")
        why = [sentence(each) for each in met.because] or ([met.how] if met.how else [])
        yield _("Met"), [said % {"name": met.introducer}, *why]
    yield _("Came through them"), [each.name for each in card.brought]
    yield _("Spoke of you unasked"), [f"{each.on}  {each.what}" for each in card.commendations]


def _section(title: str, lines: Sequence[str | Text]) -> None:
    """Print a heading and its lines, or nothing where there is no line."""
    if lines:
        printing.line()
        printing.line(Text(title, "bold"))
    for line in lines:
        printing.line(Text("  ").append(line))


def _handles(card: PersonCard) -> list[str]:
    """Return each handle once, with every source and import that speaks of it."""
    origins: dict[str, dict[str, None]] = {}
    for handle in card.handles:
        bare = handle_of(handle.text).value
        origins.setdefault(bare, {}).update(
            {f"{name} ({source_label(source)})": None for source, name, _on in handle.origins}
        )
    return [f"{bare}  {', '.join(named)}" for bare, named in origins.items()]


def _act(entry: TimelineEntry) -> Text:
    """Return one act as a line, from me in vermilion, from them in ink blue."""
    arrow, colour = {True: ("→", printing.VERMILION), False: ("←", printing.INK_BLUE), None: ("·", "")}[
        entry.from_me
    ]
    return Text.assemble(
        (entry.at.date().isoformat(), printing.QUIET),
        "  ",
        (arrow, colour),
        f" {entry.subject or entry.excerpt}",
    )
