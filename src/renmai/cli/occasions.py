"""A day to remember as one line: what it is, its lunar name, how old they turn."""

from django.utils.translation import gettext as _

from renmai.queries.cards import OccasionCard


def words(occasion: OccasionCard) -> str:
    """Return what a day is, in the owner's language."""
    kind = _("birthday") if occasion.kind == "birthday" else _("anniversary")
    turning = _("turning {age}").format(age=occasion.turning) if occasion.turning else ""
    return _(", ").join(filter(None, (kind, occasion.lunar, turning)))
