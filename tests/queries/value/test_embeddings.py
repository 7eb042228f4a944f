"""An endpoint for embeddings: asked only where the owner named one, each text once, beside the words (V4)."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from random import Random

import pytest

from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.value.record_value import record_value
from renmai.engine.matching.likeness import MOST, Likeness
from renmai.queries.value.page import values_card
from renmai.sources.embeddings import EmbeddingsFailed, Endpoint, fetch
from tests.books import person_called
from tests.queries.books import TODAY, Mailbox

DAY = TODAY.date()
MEANINGS = (("roof", "slates"), ("bees", "honey"))


class Place:
    """A small endpoint: texts that say one of a pair of words get the same vector."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.headers: list[dict] = []
        self.answer: bytes | None = None
        place = self

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                place.asked += body["input"]
                place.headers.append(dict(self.headers))
                rows = [{"index": at, "embedding": vector(text)} for at, text in enumerate(body["input"])]
                said = place.answer or json.dumps({"data": rows[::-1]}).encode()
                self.send_response(200 if place.answer is None else 500)
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_args) -> None:
                """Keep quiet."""

        self.server = HTTPServer(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1/embeddings"


def vector(text: str) -> list[float]:
    chance = Random(text)
    found = [chance.gauss(0, 1) for _ in range(60)]
    for at, words in enumerate(MEANINGS):
        found[at] += 25.0 * any(word in text for word in words)
    return found


@pytest.fixture
def place():
    place = Place()
    thread = threading.Thread(target=place.server.serve_forever, daemon=True)
    thread.start()
    yield place
    place.server.shutdown()
    place.server.server_close()


@pytest.fixture
def book(viewer):
    """A need and an offer of the owner whose words share nothing."""
    for side, text in (("need", "somebody for the roof"), ("offer", "slates from the quarry")):
        record_value(viewer, None, side, text, now=TODAY, on=DAY)
    return viewer


def test_without_an_address_nobody_is_asked(book, place, settings):
    assert settings.EMBEDDINGS["url"] == ""
    values_card(book, today=DAY)
    assert place.asked == []


def test_each_text_is_asked_for_once_with_the_key_and_again_after_a_rebuild(book, place, settings):
    settings.EMBEDDINGS = {"url": place.url, "model": "small", "key": "secret"}
    values_card(book, today=DAY)
    assert sorted(place.asked) == ["slates from the quarry", "somebody for the roof"]
    assert place.headers[0]["Authorization"] == "Bearer secret"
    values_card(book, today=DAY)
    record_value(book, None, "offer", "honey", now=TODAY, on=DAY)
    values_card(book, today=DAY)
    assert place.asked[2:] == ["honey"]
    rebuild_book(book, now=TODAY)
    values_card(book, today=DAY)
    assert len(place.asked) == 6


def test_likeness_finds_what_no_word_does_and_only_raises_a_fit(place):
    """The blend: pairs that words found are never worth less, others at most what likeness may give."""
    needs = ["roof", "bees", *(f"x{'y' * n}" for n in range(8))]
    offers = ["slates", "honey", *(f"z{'w' * n}" for n in range(8))]
    like = Likeness([vector(each) for each in needs], [vector(each) for each in offers])
    found = set(like.best(range(len(needs)), range(len(offers)), 1))
    assert found == {(0, 0), (1, 1)}
    worth = dict(zip(sorted(found), like.of(*zip(*sorted(found), strict=True)), strict=True))
    assert all(0 < value <= MOST for value in worth.values())


def test_a_match_by_likeness_says_so(book, place, settings, tmp_path):
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", [3])
    box.imported(book, tmp_path)
    ada = person_called(book, "Ada Byron").pk
    record_value(book, ada, "offer", "slates, old ones", now=TODAY, on=DAY)
    settings.EMBEDDINGS = {"url": place.url, "model": "small", "key": ""}
    for number in range(6):
        record_value(book, ada, "need", f"q{number}", now=TODAY, on=DAY)
        record_value(book, ada, "offer", f"v{number}", now=TODAY, on=DAY)
    [match] = values_card(book, today=DAY).matches["get"]
    assert [each.code for each in match.because] == ["match_alike"]
    settings.EMBEDDINGS = {"url": "", "model": "", "key": ""}
    assert values_card(book, today=DAY).matches["get"] == ()


def test_where_it_fails_words_alone_go_on_and_the_page_says_so(book, place, settings):
    settings.EMBEDDINGS = {"url": place.url, "model": "small", "key": ""}
    place.answer = b"sorry"
    card = values_card(book, today=DAY)
    assert card.notice.code == "embeddings_failed"
    asked = len(place.asked)
    assert values_card(book, today=DAY).notice == card.notice and len(place.asked) == asked


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x.example/", "http://127.0.0.1:9/x"])
def test_what_is_no_endpoint_is_refused(url):
    with pytest.raises(EmbeddingsFailed):
        list(fetch(Endpoint(url, "m"), ["x"]))


def test_the_proxy_of_other_programs_is_never_asked(place, monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)

    assert len(list(fetch(Endpoint(place.url, "m", "secret"), ["roof"]))) == 1
    assert place.headers[-1]["Authorization"] == "Bearer secret"


def test_a_proxy_named_for_this_is_asked(place):
    with pytest.raises(EmbeddingsFailed):
        list(fetch(Endpoint(place.url, "m", proxy="http://127.0.0.1:9"), ["roof"]))
