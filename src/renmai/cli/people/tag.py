"""`renmai tag`: words of your own by which you put people together."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.text import Text

from renmai.actions.people.record_tag import record_tag, record_tag_removal, record_tag_rename
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, Who
from renmai.cli.people.who import person_id_of
from renmai.queries.people.cards import TagCard
from renmai.queries.people.tags import tag_cards
from renmai.shapes.book import noted_shape
from renmai.shapes.people import tags_shape

Tag = Annotated[str, typer.Argument(metavar="TAG", help=later("A word of your own, such as climbing."))]
NAMED = 6
"""So many people of a tag are named in the list."""

app = noun(later("Put people together under words of your own."), alone="list", looks="show")


@app.command("list", help=later("List your tags and who bears them."))
@prints(tags_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at every tag and print it."""
    viewer = open_for_reader()
    cards = tag_cards(viewer, today=clock.day_of(viewer, today))
    printing.answer(cards, tags_shape, show_all, as_json=as_json)


@app.command("show", help=later("Show the tags of somebody."))
@prints(tags_shape)
def show(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Look at the tags of one person and print them."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    cards = tag_cards(viewer, today=clock.day_of(viewer, today), person_id=person_id)
    printing.answer(cards, tags_shape, show_all, as_json=as_json)


@app.command("add", help=later("Put a tag on somebody."))
@prints(noted_shape)
def add(person: Who, tag: Tag, today: Today = None, as_json: AsJson = False) -> None:
    """Put the tag on."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    tell_noted(record_tag(viewer, person_id, tag, now=clock.moment(), on=on), as_json=as_json)


@app.command("remove", help=later("Take a tag off somebody."))
@prints(noted_shape)
def remove(person: Who, tag: Tag, today: Today = None, as_json: AsJson = False) -> None:
    """Take the tag off."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    decision_id = record_tag_removal(viewer, person_id, tag, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Taken off; renmai undo puts it back."), as_json=as_json)


@app.command("rename", help=later("Call a tag otherwise, for everybody who bears it."))
@prints(noted_shape)
def rename(
    tag: Tag,
    name: Annotated[str, typer.Argument(metavar="NAME", help=later("What it is to be called."))],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Call the tag otherwise."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_tag_rename(viewer, tag, name, now=clock.moment(), on=on)
    said = _("The tag is called %(name)s from now on; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json, name=name)


def show_all(cards: tuple[TagCard, ...]) -> None:
    """Print tags, a line for each."""
    if not cards:
        printing.line(_("There are no tags."))
    printing.table(("", "", ""), (_cells(card) for card in cards), right=(1,))


def _cells(card: TagCard) -> tuple[str | Text, ...]:
    total = len(card.people)
    people = ngettext("%(total)s person", "%(total)s people", total) % {"total": total}
    names = ", ".join(name for _pk, name in card.people[:NAMED])
    return Text(card.tag, "bold"), people, names + (" …" if total > NAMED else "")
