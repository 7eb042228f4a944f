"""The server: two processes that answer requests, of which one has imports and new days worked out."""

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from renmai.actions.capture.discard_uploads import discard_unnamed_uploads
from renmai.domain.book.refusals import Refused
from renmai.web import worker
from renmai.web.frame import clock
from renmai.web.frame.bodies import impatient
from renmai.web.frame.links import make_link
from renmai.web.frame.sessions import sign_out_everywhere

HOST = "127.0.0.1"
BESIDE = "::1"
"""A browser may ask the other loopback address first: it is held, so that nobody else answers there."""
PROCESSES = 2
"""Two answer twice as many pages as one; one more than two cores can feed helps nobody."""
THREADS = 6
"""Of each process."""


class PortTaken(Refused):
    """Something else listens at that port already."""


def serve(port: int, *, today: date | None = None, host: str | None = None) -> None:
    """Serve the book on this machine only, until interrupted.

    Sessions of earlier starts end here: each start prints a link of its own.

    :param today: fixes the day for everything shown
    :param host: another name of this machine to be asked by than the book's own
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "renmai.config.settings")
    if today is not None:
        os.environ["RENMAI_TODAY"] = today.isoformat()
    if host is not None:
        os.environ["RENMAI_HOST"] = host  # for processes that read the settings anew
        settings.ALLOWED_HOSTS = [host]  # for those that are copies of this one
    with held(port):
        sign_out_everywhere()
        discard_unnamed_uploads()
        Granian(
            "renmai.web.server:application",
            address=HOST,
            port=port,
            interface=Interfaces.WSGI,
            workers=min(PROCESSES, os.cpu_count() or 1),
            blocking_threads=THREADS,
            factory=True,
            log_level=LogLevels.error,
        ).serve()


def application() -> WSGIApplication:
    """Build the WSGI application in a serving process, with a worker beside it."""
    answer = get_wsgi_application()
    worker.start()
    return impatient(answer)


def sign_in_address(port: int, *, host: str | None = None) -> str:
    """Return a fresh one-time address that lets the owner in.

    :param host: another name of this machine than the book's own
    """
    token = make_link(settings.HOME, now=clock.now())
    return f"http://{host or settings.OWN_HOST}:{port}/enter/{token}/"


@contextmanager
def held(port: int) -> Iterator[None]:
    """Hold `port` of the loopback address that is not served, so that no other account can answer there.

    :raises PortTaken: if somebody holds it at either address
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        _bind(probe, HOST, port)
    with socket.socket(socket.AF_INET6) if socket.has_ipv6 else nullcontext() as beside:
        if beside is not None:
            _bind(beside, BESIDE, port)
        yield


def is_free(port: int) -> bool:
    """Tell whether nobody holds `port` of this machine at either loopback address."""
    try:
        with held(port):
            return True
    except PortTaken:
        return False


def _bind(found: socket.socket, address: str, port: int) -> None:
    """Hold a port without listening; a machine without that address has nothing to hold.

    :raises PortTaken: if somebody else holds it
    """
    try:
        found.bind((address, port))
    except OSError as wrong:
        if wrong.errno == errno.EADDRINUSE:
            raise PortTaken("port_taken", port=port) from wrong
        if wrong.errno != errno.EADDRNOTAVAIL:
            raise
