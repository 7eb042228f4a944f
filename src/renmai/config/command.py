"""The program's entry point: choose the book's folder, wake Django, hand over to the command line."""

import io
import os
import sys

import django
from platformdirs import user_data_path

DEMO = "demo"


def main() -> None:
    """Run `renmai` with the arguments of this process.

    The invented network lives in a folder of its own unless RENMAI_HOME names one, so that it never stands
    among real people; the folder must be known before the settings are read.
    """
    if DEMO in sys.argv[1:2] and not os.environ.get("RENMAI_HOME"):
        os.environ["RENMAI_HOME"] = str(user_data_path("renmai-demo"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "renmai.config.settings"
    _ready_streams()
    try:
        django.setup()
    except OSError as refused:
        sys.exit(f"renmai: the book's folder cannot be used: {refused.strerror}: {refused.filename}")
    except ValueError:
        if "DATABASE_URL" not in os.environ:
            raise
        sys.exit("renmai: DATABASE_URL names no database; write it like postgres://name@host/database")
    from renmai.cli.app import run  # noqa: PLC0415 - the command line needs the settings, which are known only now

    run()


def _ready_streams() -> None:
    """Let a closed stream swallow what is written, and one that lacks a letter show its number instead."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        else:
            stream.reconfigure(errors="backslashreplace")
