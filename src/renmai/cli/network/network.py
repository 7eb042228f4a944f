"""`renmai network`: circles among the owner's people, who joins them, how varied they are."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today
from renmai.queries.network.cards import Dot, NetworkCard, Variety
from renmai.queries.network.network import network_card
from renmai.shapes.network import network_shape

MOST_PARTS = 5


@prints(network_shape)
def command(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the network and print it."""
    viewer = open_for_reader()
    card = network_card(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, network_shape, show, as_json=as_json)


def show(card: NetworkCard) -> None:
    """Print what there is to know of the network, then its tables."""
    if not card.drawn:
        printing.line(_("No tie yet: nothing has gone both ways with anybody."))
        return
    for text in printing.because_lines(card.because, indent=0):
        printing.line(text)
    for title, headings, rows, right in tables(card):
        printing.line()
        printing.line(Text(title, "bold"))
        printing.table(headings, rows, right=right)


def tables(card: NetworkCard) -> Iterator[tuple[str, list[str], list[list[str]], tuple[int, ...]]]:
    """Yield what there is to tell as tables: title, headings, rows, which columns are figures."""
    circles = [
        [circle.name, str(circle.people), str(circle.strong), _names(circle.holders)]
        for circle in card.circles
    ]
    if card.apart:
        circles.append([_("On their own"), str(card.apart), str(card.strong_apart), _("you alone")])
    yield _("Circles"), [_("Circle"), _("Ties"), _("Strong"), _("Held together by")], circles, (1, 2)
    if card.brokers:
        brokers = [
            [
                broker.person.name,
                printing.listed(card.circles[number].name for number in broker.circles),
                str(broker.opens or ""),
            ]
            for broker in card.brokers
        ]
        headings = [_("Person"), _("Joins to their own circle"), _("Opens")]
        yield _("Who joins circles"), headings, brokers, (2,)
    words = {"circles": _("circles"), "organisations": _("organisations"), "channels": _("channels")}
    varied = [
        [
            words[variety.kind],
            str(len(variety.parts)),
            f"{variety.equal:.1f}",
            printing.listed(_parts(variety)),
        ]
        for variety in card.varieties
        if variety.parts
    ]
    headings = [_("By"), _("Parts"), _("Equal parts"), _("Largest")]
    yield _("How varied"), headings, varied, (1, 2)


def _parts(variety: Variety) -> Iterator[str]:
    """Yield the largest parts with their ties; circles have their own table."""
    words = {"mail": _("mail"), "calendar": _("meetings")} if variety.kind == "channels" else {}
    for name, ties in variety.parts[:MOST_PARTS] if variety.kind != "circles" else ():
        yield f"{words.get(name, name)} {ties}"


def _names(people: tuple[Dot, ...]) -> str:
    return printing.listed(person.name for person in people)
