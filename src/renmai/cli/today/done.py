"""`renmai done`: an item of Today is done."""

from django.utils.translation import gettext as _

from renmai.cli.options import Item, Today
from renmai.cli.today.outcomes import settle
from renmai.domain.today.plan import Outcome


def command(item: Item, today: Today = None) -> None:
    """Record that an item is done."""
    settle(item, Outcome.DONE, _("Done: %(name)s."), today=today)
