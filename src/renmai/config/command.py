"""The program's entry point: choose the book's folder, wake Django, hand over to the command line."""

import io
import os
import sys
from pathlib import Path
from typing import NoReturn

import django
from django.conf import settings
from platformdirs import user_data_path

from renmai.cli import language, printing
from renmai.config import folder
from renmai.config.environment import WrongSetting
from renmai.wording import sentence

DEMO = "demo"
INIT = "init"
"""The command by which a book may begin where other things lie already."""
PACKAGE = Path(__file__).resolve().parent.parent
WRONG_USE = 2


def main() -> None:
    """Run `renmai` with the arguments of this process.

    The invented network lives in a folder of its own unless RENMAI_HOME names one, so that it never stands
    among real people; the folder must be known before the settings are read.
    """
    if DEMO in sys.argv[1:2] and not os.environ.get("RENMAI_HOME"):
        os.environ["RENMAI_HOME"] = str(user_data_path("renmai-demo"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "renmai.config.settings"
    os.umask(0o077)
    _ready_streams()
    try:
        if INIT in sys.argv[1:2]:
            folder.begin(folder.named(os.environ))
        django.setup()
    except OSError as refused:
        _refuse(
            WrongSetting(
                "setting_no_folder",
                text=str(refused.filename or folder.named(os.environ)),
                fault=str(refused.strerror),
            )
        )
    except WrongSetting as wrong:
        _refuse(wrong)
    from renmai.cli.app import run  # noqa: PLC0415 - the command line needs the settings, which are known only now

    run()


def _refuse(wrong: WrongSetting) -> NoReturn:
    """Say what is wrong with the environment in the reader's language, and leave as after wrong use.

    The settings could not be read, so a few of their own words are enough to find the translation.
    """
    settings.configure(USE_I18N=True, LOCALE_PATHS=[PACKAGE / "locale"])
    django.setup()
    language.activate(language.of_this_machine())
    printing.error(sentence(wrong.because))
    sys.exit(WRONG_USE)


def _ready_streams() -> None:
    """Let a closed stream swallow what is written, and one that lacks a letter show its number instead."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        else:
            stream.reconfigure(errors="backslashreplace")
