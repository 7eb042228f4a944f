"""`renmai drop`: an item of Today is dropped."""

from django.utils.translation import gettext as _

from renmai.cli.options import Item, Today
from renmai.cli.today.outcomes import settle
from renmai.domain.today.plan import Outcome


def command(item: Item, today: Today = None) -> None:
    """Record that an item is dropped."""
    settle(item, Outcome.DROP, _("Dropped: %(name)s."), today=today)
