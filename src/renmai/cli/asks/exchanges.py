"""What the commands about favours and asks have in common: taking a note back, saying what was noted."""

from django.utils.translation import gettext as _

from renmai.actions.asks.undo_exchange import undo_exchange
from renmai.cli import clock, printing
from renmai.domain.book.owners import Viewer


def take_back(viewer: Viewer, exchange_id: int, *, as_json: bool) -> None:
    """Take a favour, an ask or a wish back, and say so."""
    undone = undo_exchange(viewer, exchange_id, now=clock.moment())
    noted(undone.id, _("Taken back, as if it had never been noted."), as_json)


def noted(decision_id: int | None, said: str, as_json: bool) -> None:
    """Say what was noted, or that it stood already."""
    if as_json:
        printing.as_json({"decision_id": decision_id})
    elif decision_id is None:
        printing.line(_("Nothing new: that stands already."))
    else:
        printing.line(said % {"id": decision_id})
