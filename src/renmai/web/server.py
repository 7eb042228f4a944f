"""The server: granian with one process, which answers requests and runs imports beside them."""

import os
import socket
from datetime import date

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from renmai.domain.book.refusals import Refused
from renmai.web import worker
from renmai.web.frame import clock
from renmai.web.frame.links import make_link

HOST = "127.0.0.1"
THREADS = 8


class PortTaken(Refused):
    """Something else listens at that port already."""


def serve(port: int, *, today: date | None = None) -> None:
    """Serve the book on this machine only, until interrupted; `today` fixes the day for everything shown."""
    if not is_free(port):
        raise PortTaken("port_taken", port=port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "renmai.config.settings")
    if today is not None:
        os.environ["RENMAI_TODAY"] = today.isoformat()
    Granian(
        "renmai.web.server:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        factory=True,
        log_level=LogLevels.error,
    ).serve()


def application() -> WSGIHandler:
    """Build the WSGI application in the serving process, with the worker beside it."""
    answer = get_wsgi_application()
    worker.start()
    return answer


def sign_in_address(port: int) -> str:
    """Return a fresh one-time address that lets the owner in."""
    return f"http://localhost:{port}/enter/{make_link(settings.HOME, now=clock.now())}/"


def is_free(port: int) -> bool:
    """Tell whether nothing listens at `port` of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) != 0
