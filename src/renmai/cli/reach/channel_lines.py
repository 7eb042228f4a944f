"""How channels and their yields look in lines of text."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.domain.book.because import Because
from renmai.queries.reach.channel_cards import ChanceCard, ChannelCard, WayInCard, YieldCard
from renmai.wording import sentence


def channel_words(channel: str) -> str:
    """Return what a channel is called."""
    return sentence(Because(f"channel_{channel}"))


def brought(card: YieldCard) -> str:
    """Return in one line what came of those who were met."""
    numbers = {"met": card.met, "weak": card.weak, "strong": card.strong, "partners": card.partners}
    return (
        _("%(met)s met → %(weak)s became a tie, %(strong)s a strong one; %(partners)s worked with") % numbers
    )


def band(chance: ChanceCard) -> str:
    """Return a chance with its band, in percent."""
    return f"{chance.mean:.0%} ({chance.low:.0%}–{chance.high:.0%})"


def show_channel(card: ChannelCard, *, is_whole: bool) -> None:
    """Print one channel: what it brought, who is not worked yet, the next step; whole, its playbook, too."""
    title = Text(channel_words(card.channel), "bold")
    printing.line(Text.assemble(title, (f"  {brought(card.yields)}", printing.QUIET)))
    if card.neglected:
        printing.line(Text(f"  ∵ {sentence(card.neglected)}", printing.VERMILION))
    for each in card.ways_in if is_whole else card.ways_in[:1]:
        _show_way_in(each)
    if card.ways_in_total > 1 and not is_whole:
        more = _("  %(total)s people not worked yet; renmai channels show %(channel)s")
        printing.line(Text(more % {"total": card.ways_in_total, "channel": card.channel}, printing.QUIET))
    if not card.ways_in:
        printing.line(f"  → {sentence(card.step)}")
    if is_whole:
        _show_lines(_("To say"), card.say)
        _show_lines(_("To avoid"), card.avoid)


def _show_way_in(card: WayInCard) -> None:
    printing.line(Text.assemble(f"  {card.person_id} ", (card.name, "bold"), f"  {card.subtitle}".rstrip()))
    printing.line(Text.assemble("    ", ("∵ ", printing.VERMILION), sentence(card.because)))
    printing.line(f"    → {sentence(card.step)}")


def _show_lines(title: str, lines: Iterable[Because]) -> None:
    printing.line(Text(f"  {title}", printing.QUIET))
    for each in lines:
        printing.line(f"    · {sentence(each)}")


def yield_rows(rows: Iterable[tuple[str, YieldCard]]) -> None:
    """Print yields as a table: what came of whom, each chance with its band, hours and money."""
    headings = (
        "",
        _("People met"),
        _("Ties"),
        _("Strong"),
        _("Worked with"),
        _("Chance of a tie (80 % band)"),
        _("Hours for one"),
        _("Money for one"),
    )
    cells = (
        (
            Text(name, "bold"),
            str(card.met),
            str(card.weak),
            str(card.strong),
            str(card.partners),
            band(card.to_weak) if card.met else "",
            f"{card.hours_each:g}" if card.hours_each is not None else "",
            card.money_each,
        )
        for name, card in rows
    )
    printing.table(headings, cells, right=(1, 2, 3, 4, 6, 7))
