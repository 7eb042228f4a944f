"""`renmai backtest`: what was predicted of the owner's own ties one horizon ago, beside what was observed."""

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.engine import judgements
from renmai.cli.engine.options import HorizonDays
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today
from renmai.queries.ties.backtest import HORIZON_DAYS, BacktestCard, backtest_card
from renmai.shapes.ties import backtest_shape


@prints(backtest_shape)
def command(today: Today = None, horizon_days: HorizonDays = HORIZON_DAYS, as_json: AsJson = False) -> None:
    """Look at how right the program was and print it."""
    viewer = open_for_reader()
    card = backtest_card(viewer, today=clock.day_of(viewer, today), horizon_days=horizon_days)
    printing.answer(card, backtest_shape, show, as_json=as_json)


def show(card: BacktestCard) -> None:
    """Print the account in words, predicted beside observed, then how many a few held."""
    span = {"cutoff": card.cutoff_on.isoformat(), "until": card.until_on.isoformat()}
    printing.line(Text(_("How right it was: asked on %(cutoff)s, judged on %(until)s") % span, "bold"))
    for line in printing.because_lines(card.because):
        printing.line(line)
    printing.line()
    printing.line(Text(_("Expected, beside what happened (95% interval)"), printing.QUIET))
    judgements.show_bands(card.found["bands"])
    printing.line()
    printing.line(Text(_("Of those in touch, how many the likeliest hold"), printing.QUIET))
    judgements.show_lift(card.found["lift"])
    printing.line()
    judgements.show_rivals(card.found)
