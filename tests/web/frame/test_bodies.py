"""Bodies: read whole in any pieces, and given up when the sender stalls."""

import io
from threading import Event

import pytest
from django.http import UnreadablePostError
from hypothesis import given
from hypothesis import strategies as st

from renmai.web.frame.bodies import CHUNK_BYTES, ImpatientBody, impatient


class Stalls:
    """A sender who sends a little, then nothing until the test lets it go."""

    def __init__(self) -> None:
        self.pieces = [b"half of "]
        self.may_go_on = Event()

    def read(self, size: int, /) -> bytes:
        if self.pieces:
            return self.pieces.pop()
        self.may_go_on.wait()
        return b""


class GoesAway:
    """A sender whose connection breaks."""

    def read(self, size: int, /) -> bytes:
        raise ConnectionResetError("reset by peer")


@given(st.binary(max_size=200), st.lists(st.integers(1, 50), max_size=20))
def test_a_body_is_read_as_it_was_sent_in_pieces_of_any_size(sent, sizes):
    body = ImpatientBody(io.BytesIO(sent))
    pieces = [body.read(size) for size in sizes]

    assert all(len(piece) <= size for piece, size in zip(pieces, sizes, strict=True))
    assert b"".join([*pieces, body.read()]) == sent
    assert body.read(1) == b""


def test_a_body_larger_than_what_is_read_ahead_comes_whole():
    sent = bytes(range(256)) * (8 * CHUNK_BYTES // 256)

    assert ImpatientBody(io.BytesIO(sent)).read() == sent


def test_lines_are_read_to_their_end():
    body = ImpatientBody(io.BytesIO(b"one\ntwo"))

    assert [body.readline(), body.readline(2), body.readline(), body.readline()] == [
        b"one\n",
        b"tw",
        b"o",
        b"",
    ]


def test_a_sender_who_stalls_is_given_up():
    """Eight of them held every thread of the server for as long as they liked."""
    sender = Stalls()
    body = ImpatientBody(sender, silence_s=0.01)
    try:
        assert body.read(8) == b"half of "
        with pytest.raises(UnreadablePostError, match="stalled"):
            body.read(1)
        assert body.read(1) == b""
    finally:
        sender.may_go_on.set()


def test_a_connection_that_breaks_is_an_unreadable_body():
    with pytest.raises(UnreadablePostError, match="reset by peer"):
        ImpatientBody(GoesAway()).read(1)


@pytest.mark.parametrize(("method", "is_bounded"), [("POST", True), ("GET", False)])
def test_what_may_carry_a_body_is_read_with_patience_that_ends(method, is_bounded):
    seen = []
    impatient(lambda environ, _: seen.append(environ["wsgi.input"]) or [])(
        {"REQUEST_METHOD": method, "wsgi.input": io.BytesIO()}, None
    )

    assert isinstance(seen[0], ImpatientBody) is is_bounded
