"""A day to remember as one line: what it is, its lunar name, how old they turn."""

from functools import reduce

from django.utils.translation import gettext as _

from renmai.queries.people.cards import OccasionCard
from renmai.wording.people.chinese_calendar import lunar_day_words


def words(occasion: OccasionCard) -> str:
    """Return what a day is, in the owner's language."""
    kind = _("birthday") if occasion.kind == "birthday" else _("anniversary")
    turning = _("turning {age}").format(age=occasion.turning) if occasion.turning else ""
    lunar = lunar_day_words(occasion.lunar) if occasion.lunar else ""
    parts = [part for part in (kind, lunar, turning) if part]
    return reduce(lambda said, part: _("{said}, {part}").format(said=said, part=part), parts)
