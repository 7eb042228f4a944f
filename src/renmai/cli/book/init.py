"""`renmai init`: make the book, or change its language, time zone, region and owner."""

from typing import Annotated

import typer
from django.conf import settings
from django.utils.translation import gettext as _

from renmai.actions.capture.record_settings import record_settings
from renmai.cli import clock, language, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later


def a_language(text: str) -> str:
    """Return the language that `text` names.

    :raises typer.BadParameter: if the book cannot speak it.
    """
    if text.lower() in ("zh", "zh-hans", "zh_cn", "zh-cn"):
        return language.CHINESE
    if text.lower() in ("en", "en-gb", "en-us"):
        return language.ENGLISH
    raise typer.BadParameter(
        _("“%(text)s” is no language of Renmai; there is: zh-hans, en.") % {"text": text}
    )


def a_time_zone(text: str) -> str:
    """Return `text` if it names a time zone.

    :raises typer.BadParameter: if it does not.
    """
    if language.is_zone(text):
        return text
    raise typer.BadParameter(_("“%(text)s” is no time zone; write it like Asia/Shanghai.") % {"text": text})


def a_region(text: str) -> str:
    """Return the two letters of a region.

    :raises typer.BadParameter: if they are not two letters.
    """
    if len(text) == 2 and text.isascii() and text.isalpha():
        return text.upper()
    raise typer.BadParameter(_("“%(text)s” is no region; write two letters like CN or GB.") % {"text": text})


def command(
    speak: Annotated[
        str | None,
        typer.Option("--language", parser=a_language, metavar="LANGUAGE", help=later("zh-hans or en.")),
    ] = None,
    time_zone: Annotated[
        str | None,
        typer.Option(parser=a_time_zone, metavar="ZONE", help=later("Your time zone, like Asia/Shanghai.")),
    ] = None,
    region: Annotated[
        str | None,
        typer.Option(
            parser=a_region, metavar="REGION", help=later("Where phone numbers without +… belong, like CN.")
        ),
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help=later("Your name."))] = None,
) -> None:
    """Open the book, record what was given, and say where it is."""
    viewer = open_for_reader()
    given = {"language": speak, "time_zone": time_zone, "region": region, "name": name}
    wanted = {key: value for key, value in given.items() if value is not None}
    if wanted:
        record_settings(viewer, now=clock.moment(), **wanted)
        language.activate(wanted.get("language", viewer.language))
    printing.line(_("The book is in %(home)s.") % {"home": settings.HOME})
