"""Bodies of requests, read with a limit on silence, so that a sender that stalls holds no thread for good."""

from collections.abc import Iterable
from queue import Empty, Full, Queue
from threading import Thread
from typing import Protocol
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.http import UnreadablePostError

SILENCE_S = 30.0
"""How long nothing may come of a body that is not whole yet."""
CHUNK_BYTES = 1 << 18
AHEAD = 4
"""So many chunks are read before anybody asks for them."""


class Readable(Protocol):
    """What a server gives to read a body from."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end; waits for them."""
        ...


class ImpatientBody:
    """A body that is read by a thread of its own, which alone waits where the sender stalls."""

    def __init__(self, body: Readable, *, silence_s: float = SILENCE_S) -> None:
        self._body = body
        self._silence_s = silence_s
        self._chunks: Queue[bytes | OSError] = Queue(AHEAD)
        self._rest = b""
        self._is_begun = self._is_over = False

    def read(self, size: int = -1) -> bytes:
        """Return so many bytes, fewer at the end of the body; all that is left with -1.

        :raises UnreadablePostError: if the sender went away, or nothing came for too long
        """
        parts, found = [self._rest], len(self._rest)
        while (size < 0 or found < size) and (chunk := self._next()):
            parts.append(chunk)
            found += len(chunk)
        whole = b"".join(parts)
        end = len(whole) if size < 0 else size
        self._rest = whole[end:]
        return whole[:end]

    def readline(self, size: int = -1) -> bytes:
        """Return up to the next line feed, or so many bytes; Django's forms never ask for it, WSGI does."""
        line = b""
        while (size < 0 or len(line) < size) and not line.endswith(b"\n") and (letter := self.read(1)):
            line += letter
        return line

    def _next(self) -> bytes:
        if self._is_over:
            return b""
        if not self._is_begun:
            self._is_begun = True
            Thread(target=self._fetch, name="renmai-body", daemon=True).start()
        try:
            chunk = self._chunks.get(timeout=self._silence_s)
        except Empty:
            self._is_over = True
            raise UnreadablePostError("the sender stalled") from None
        if isinstance(chunk, OSError):
            self._is_over = True
            raise UnreadablePostError(*chunk.args) from chunk
        self._is_over = not chunk
        return chunk

    def _fetch(self) -> None:
        """Read the body to its end, as fast as it is taken; give up once nobody takes it any more."""
        try:
            while not self._is_over:
                chunk = self._body.read(CHUNK_BYTES)
                self._chunks.put(chunk, timeout=self._silence_s)
                if not chunk:
                    return
        except OSError as wrong:
            self._chunks.put(wrong)
        except Full:
            return


def impatient(answer: WSGIApplication) -> WSGIApplication:
    """Return an application whose requests are read with a limit on silence."""

    def answered(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            environ["wsgi.input"] = ImpatientBody(environ["wsgi.input"])
        return answer(environ, start_response)

    return answered
