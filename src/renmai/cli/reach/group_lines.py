"""How groups look in lines of text."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.cli.reach.channel_lines import brought, channel_words
from renmai.cli.ties.lines import DISCS
from renmai.domain.book.because import Because
from renmai.queries.reach.channel_cards import GroupCard, GroupEntryCard, GroupRow
from renmai.wording import sentence

NAMED = 40
"""So many members without a place in the book are named."""


def period_words(period: str) -> str:
    """Return for how long a fee pays."""
    return sentence(Because(f"period_{period}"))


def show_groups(rows: tuple[GroupRow, ...]) -> None:
    """Print groups, a line for each."""
    if not rows:
        printing.line(_("No group is noted yet. renmai group new notes one."))
        return
    headings = ("", "", _("Fee"), _("Renews"), _("In the book"), _("Only names"))
    printing.table(headings, map(_cells, rows), right=(0, 4, 5))


def _cells(row: GroupRow) -> tuple[str | Text, ...]:
    fee = f"{row.fee} {period_words(row.period)}" if row.fee else ""
    renews = _("left") if row.is_left else printing.day(row.renews_on) if row.renews_on else ""
    return str(row.number), Text(row.name, "bold"), fee, renews, str(row.members), str(row.names_only or "")


def show_group(card: GroupCard) -> None:
    """Print one group: what it costs and yields, whether to renew, members, what went in and came out."""
    row = card.row
    printing.line(Text.assemble((row.name, "bold"), f"  {channel_words(row.channel)}"))
    if card.about:
        printing.line(f"  {card.about}")
    fee = f"{row.fee} {period_words(row.period)}" if row.fee else _("no fee")
    if row.renews_on:
        fee = _("%(fee)s, renews on %(day)s") % {"fee": fee, "day": printing.day(row.renews_on)}
    printing.line(f"  {fee}")
    printing.line(f"  {brought(card.yields)}")
    printing.line(Text.assemble("  ", ("∵ ", printing.VERMILION), sentence(card.advice)))
    if card.contacts:
        numbers = {"contacts": card.contacts, "money": card.money_a_contact or "–"}
        printing.line(_("  Value goes both ways with %(contacts)s of them; each cost %(money)s.") % numbers)
    _show_help(card)
    _section(
        _("In your book"),
        (f"{DISCS.get(each.mark, ' ')} {each.person_id} {each.name}" for each in card.members),
    )
    if card.names:
        named = printing.listed(card.names[:NAMED]) + (" …" if len(card.names) > NAMED else "")
        _section(_("Only by name"), [named])
    _section(_("Given"), map(_entry, card.gave))
    _section(_("Brought"), map(_entry, card.brought))


def _show_help(card: GroupCard) -> None:
    """Print whom of its members the owner can help with what."""
    lines = (
        _("%(name)s looks for %(need)s; you have %(offer)s")
        % {"name": each.need.name, "need": each.need.text, "offer": each.offer.text}
        for each in card.help
    )
    _section(_("What they need that you can give"), lines)


def _section(title: str, lines: Iterable[str]) -> None:
    kept = list(lines)
    if kept:
        printing.line(Text(f"  {title}", printing.QUIET))
    for each in kept:
        printing.line(f"    {each}")


def _entry(card: GroupEntryCard) -> str:
    hours = _("%(hours)s h") % {"hours": f"{card.hours:g}"} if card.hours else ""
    return "  ".join(filter(None, (f"{card.number} {card.on.isoformat()}", card.what, hours, card.amount)))


def show_chats(found: tuple[tuple[str, int], ...]) -> None:
    """Print chats of several with how many messages each has."""
    if not found:
        printing.line(_("The book holds no chat of several."))
    printing.table(("", _("Messages")), ((name, str(count)) for name, count in found), right=(1,))
