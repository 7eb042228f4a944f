"""Forms of Settings: how the owner reads, how this browser shows it."""

from collections.abc import Iterable, Iterator
from functools import cache
from zoneinfo import available_timezones

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from renmai.web.forms.book.boxes import LanguageBox
from renmai.web.forms.book.fields import ChoiceField, LineField, TickField
from renmai.web.forms.book.noun_form import NounForm
from renmai.web.frame.regions import REGIONS

LONGEST_NAME = 200


def _languages() -> Iterable[tuple[str, str]]:
    return settings.LANGUAGES


@cache
def _zones() -> tuple[tuple[str, str], ...]:
    """Return the zones of this machine, which are looked up on its disk."""
    return tuple((zone, zone) for zone in sorted(available_timezones()) if "/" in zone or zone == "UTC")


def _regions() -> Iterable[tuple[str, str]]:
    return REGIONS


def _themes() -> Iterator[tuple[str, str]]:
    yield "system", _("as the system")
    yield "light", _("light")
    yield "dark", _("dark")


class LanguageField(ChoiceField):
    """A language, each called in its own words."""

    widget = LanguageBox


class ReadingForm(NounForm):
    """The owner's name, language, time zone and phone region."""

    called, main = "reading", "name"
    wrong_at = {"no_such_region": "region"}

    name = LineField(later("My name"), id="name", most=LONGEST_NAME, autocomplete="name")
    language = LanguageField(_languages, later("Language"), id="language")
    time_zone = ChoiceField(_zones, later("Time zone"), id="time_zone")
    region = ChoiceField(
        _regions,
        later("Phone region"),
        id="region",
        help=later("Where numbers without a country code belong."),
    )


class AgreedForm(NounForm):
    """The language and the time zone of a new book, as its owner's browser has them."""

    called, main = "agreed", "language"

    language = LanguageField(_languages, later("Language"), id="agreed-language")
    time_zone = ChoiceField(_zones, later("Time zone"), id="agreed-zone", data_zone="")


class BrowserForm(NounForm):
    """The theme, and whether single keys act."""

    called = "browser"

    theme = ChoiceField(_themes, later("Theme"))
    keys = TickField(later("Single keys act (J, K, E, Z and others)"))
