"""Which language the command line speaks, and what the machine says of its owner's place."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import translation

CHINESE, ENGLISH = "zh-hans", "en"


def of_this_machine() -> str:
    """Return the language that LC_ALL, LC_MESSAGES or LANG ask for."""
    return CHINESE if _locale_name().lower().startswith("zh") else ENGLISH


def activate(language: str) -> None:
    """Speak `language` from here on."""
    translation.activate(language)


def region_of_this_machine() -> str:
    """Return the territory of the locale (`zh_TW.UTF-8` is TW), China where it names none."""
    territory = _locale_name().partition(".")[0].partition("_")[2].upper()
    return territory if len(territory) == 2 else "CN"


def time_zone_of_this_machine() -> str:
    """Return the zone's name from TZ or the system's files, UTC where they name none."""
    written = Path("/etc/timezone")
    names = (
        os.environ.get("TZ", "").lstrip(":"),
        os.path.realpath("/etc/localtime").partition("/zoneinfo/")[2],
        written.read_text().strip() if written.is_file() else "",
    )
    return next((name for name in names if is_zone(name)), "UTC")


def is_zone(name: str) -> bool:
    """Tell whether `name` names a time zone."""
    try:
        return bool(name) and bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _locale_name() -> str:
    names = (os.environ.get(key, "") for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name), "")
