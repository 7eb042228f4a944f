"""What the command line says of wrong use, in the reader's language."""

import re
from typing import Any

from django.utils.translation import gettext as _

IN_BRACKETS = re.compile(r" \((.*)\)$")


def said_of(wrong: Any) -> str:
    """Return wrong use as one sentence; Typer words it in English only."""
    kind = type(wrong).__name__
    what = _named(wrong)
    if kind == "NoSuchOption":
        return _("There is no option %(option)s.") % {"option": wrong.option_name}
    if kind == "BadOptionUsage":
        return _("%(option)s wants a value after it.") % {"option": wrong.option_name}
    if kind == "MissingParameter":
        return _("%(what)s is missing.") % {"what": what}
    if kind == "BadParameter":
        return f"{what}: {wrong.message}" if what else str(wrong.message)
    if wrong.message.startswith("Got unexpected extra"):
        return _("These words are too many: %(words)s.") % {"words": _bracketed(wrong.message)}
    return str(wrong.format_message())


def _named(wrong: Any) -> str:
    """Return the option or argument that was used wrongly, as one writes it."""
    param = getattr(wrong, "param", None)
    if param is None:
        return ""
    named = param.opts[0] if param.param_type_name == "option" else (param.metavar or param.name).strip("[].")
    return str(named)


def _bracketed(message: str) -> str:
    found = IN_BRACKETS.search(message)
    return found[1] if found else message
