"""`renmai value` and `renmai value of`: the page of value, and what one person and the owner can do."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today, Who
from renmai.cli.people.who import person_id_of
from renmai.queries.pages.person import person_card
from renmai.queries.value.cards import (
    AchievementCard,
    BothWays,
    MatchCard,
    PersonValueCard,
    ProposalCard,
    ValueCard,
    ValuesCard,
)
from renmai.queries.value.page import values_card
from renmai.shapes.value import person_value_shape, values_shape
from renmai.wording import sentence


@prints(values_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at the page of value and print it."""
    viewer = open_for_reader()
    card = values_card(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, values_shape, show, as_json=as_json)


@prints(person_value_shape)
def of(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Look at what the owner and one person can do for each other, and print it."""
    viewer = open_for_reader()
    found = person_card(
        viewer, person_id_of(viewer, person, as_json=as_json), today=clock.day_of(viewer, today)
    )
    if found.value is None:
        printing.line(_("%(name)s is you, a list or a robot.") % {"name": found.name})
    else:
        printing.answer(found.value, person_value_shape, show_person, as_json=as_json)


def show(card: ValuesCard) -> None:
    """Print the page: mine, then what meets, then what letters seem to say."""
    for notice in (card.notice, card.review):
        if notice:
            printing.line(sentence(notice))
    _section(_("What I can give"), map(_mine, card.offers))
    _section(_("What I look for"), map(_mine, card.needs))
    _section(_("What I have done"), map(_achieved, card.achievements))
    _section(_("What I am building"), map(_achieved, card.growing))
    _section(_("Mine for theirs"), _matched(card.matches["give"]))
    _section(_("Theirs for mine"), _matched(card.matches["get"]))
    _section(_("One's for another's"), _matched(card.matches["join"]))
    _section(_("Letters seem to say"), _proposed(card.proposals))
    asked = (
        Text.assemble((each.name, "bold"), f"  {sentence(question)}")
        for each in card.effective
        for question in each.questions[:1]
    )
    _section(_("What to find out"), list(asked)[:8])


def show_person(card: PersonValueCard) -> None:
    """Print both columns, then what would find out more."""
    printing.line(
        Text.assemble((card.effective.name, "bold"), "  ", (sentence(card.effective.because), printing.QUIET))
    )
    _section(_("I can give → they need"), _rows(card.give) or [_("Nothing yet.")])
    _section(_("They can give → I need"), _rows(card.get) or [_("Nothing yet.")])
    _section(_("You could bring together"), _matched(card.joins))
    _section(_("Letters seem to say"), _proposed(card.proposals))
    _section(_("To find out"), [sentence(each) for each in card.effective.questions])


def _section(title: str, lines: Iterable[str | Text]) -> None:
    shown = list(lines)
    if shown:
        printing.line()
        printing.line(Text(title, "bold"))
    for line in shown:
        printing.line(Text("  ").append(line))


def _mine(card: ValueCard) -> Text:
    return Text.assemble((f"{card.key:>4}  ", printing.QUIET), card.text, (_ends(card), printing.QUIET))


def _ends(card: ValueCard) -> str:
    return f"  {sentence(card.ends)}" if card.ends else ""


def _achieved(card: AchievementCard) -> Text:
    known = "  ".join(part for part in (card.proof, card.witness) if part)
    return Text.assemble((f"{card.key:>4}  ", printing.QUIET), card.text, (f"  {known}", printing.QUIET))


def _rows(rows: Iterable[BothWays]) -> list[Text]:
    return [line for row in rows for line in _row(row)]


def _row(row: BothWays) -> list[Text]:
    """Return a row of two columns; an empty side says so."""
    has = _named(row.has) if row.has else _("nothing yet")
    needs = row.needs.text if row.needs else _("nothing yet")
    known = row.needs if row.needs and row.needs.person_id is not None else row.has
    arrow = (" → ", printing.VERMILION) if row.match else (" · ", printing.QUIET)
    number = f"{known.key:>4}  " if known else ""
    lines = [Text.assemble((number, printing.QUIET), has, arrow, (needs, "bold"))]
    if known:
        lines.append(Text(f"      {sentence(known.because)}{_ends(known)}", printing.QUIET))
    if row.match:
        lines += printing.because_lines(row.match.because[:1], indent=6)
    return lines


def _matched(cards: Iterable[MatchCard]) -> list[Text]:
    lines = []
    for card in cards:
        lines.append(
            Text.assemble(
                (f"{card.key}  ", printing.QUIET),
                _named(card.offer),
                (" → ", printing.VERMILION),
                (_named(card.need), "bold"),
            )
        )
        lines += printing.because_lines(card.because[:2], indent=6)
    return lines


def _named(card: ValueCard) -> str:
    return f"{card.name}: {card.text}" if card.name else card.text


def _proposed(cards: Iterable[ProposalCard]) -> list[Text]:
    lines = []
    for card in cards:
        is_need, whose = card.side == "need", card.name or _("You")
        if card.name:
            side = _("looks for") if is_need else _("has")
        else:
            side = _("look for") if is_need else _("have")
        lines.append(
            Text.assemble((f"{card.key}  ", printing.QUIET), (whose, "bold"), f" {side}: {card.text}")
        )
        lines.append(Text(f"      {sentence(card.because)} “{card.sentence}”", printing.QUIET))
    return lines
