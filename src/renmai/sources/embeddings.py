"""Embeddings of short texts, from an endpoint that speaks as OpenAI's does and that the owner named."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from renmai.domain.book.refusals import Refused

AT_ONCE, PATIENCE_S = 64, 20
MOST_BYTES = 50_000_000
"""Of one answer; 64 vectors of 8,000 numbers are some ten."""


class EmbeddingsFailed(Refused):
    """The endpoint cannot be reached, or answers otherwise than it should."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where texts are turned into vectors: an address that ends in `/embeddings`, a model, a key or none.

    `proxy` is the one between, where the owner named one for this; the one of other programs is never asked.
    """

    url: str
    model: str
    key: str = ""
    proxy: str = ""


class _NoRedirect(HTTPRedirectHandler):
    """Refuses to follow to another address, which the owner did not name."""

    def redirect_request(self, *_args: Any) -> None:
        """Return nothing, so that the answer itself is the fault."""


def fetch(endpoint: Endpoint, texts: Sequence[str]) -> Iterator[tuple[float, ...]]:
    """Yield the vector of each text, in their order.

    :raises EmbeddingsFailed: if the endpoint cannot be reached or does not give one vector a text
    """
    for start in range(0, len(texts), AT_ONCE):
        yield from _batch(endpoint, texts[start : start + AT_ONCE])


def _batch(endpoint: Endpoint, texts: Sequence[str]) -> list[tuple[float, ...]]:
    if not endpoint.url.startswith(("http://", "https://")):
        raise EmbeddingsFailed("embeddings_failed", url=endpoint.url, fault="no http address")
    headers = {"Content-Type": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    asked = json.dumps({"model": endpoint.model, "input": list(texts)}).encode()
    request = Request(endpoint.url, data=asked, headers=headers, method="POST")
    try:
        between = ProxyHandler(dict.fromkeys(("http", "https"), endpoint.proxy) if endpoint.proxy else {})
        with build_opener(between, _NoRedirect).open(request, timeout=PATIENCE_S) as answer:
            reply = json.loads(answer.read(MOST_BYTES))
        rows = sorted(reply["data"], key=lambda row: row["index"])
        vectors = [tuple(float(number) for number in row["embedding"]) for row in rows]
    except (URLError, OSError, ValueError, KeyError, TypeError) as wrong:
        raise EmbeddingsFailed("embeddings_failed", url=endpoint.url, fault=str(wrong)) from wrong
    if len(vectors) != len(texts) or len({len(vector) for vector in vectors}) != 1 or not vectors[0]:
        raise EmbeddingsFailed("embeddings_failed", url=endpoint.url, fault="not one vector a text")
    return vectors
