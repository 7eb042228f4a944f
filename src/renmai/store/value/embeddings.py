"""Embeddings as a cache, by model and text; the endpoint is asked once for each."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from django.conf import settings

from renmai.store.models import Embedding


def named_endpoint() -> Mapping[str, str]:
    """Return the endpoint the owner named: its `url`, `model` and `key`; nothing where there is none."""
    return settings.EMBEDDINGS if settings.EMBEDDINGS["url"] else {}


def digest_of(url: str, model: str, text: str) -> str:
    """Return what names the vector of a text by a model."""
    return blake2b(f"{url}\n{model}\n{text}".encode(), digest_size=16).hexdigest()


def kept(owner_id: int, digests: Iterable[str]) -> dict[str, "array[float]"]:
    """Return those of some vectors that are kept."""
    wanted = set(digests)
    rows = Embedding.objects.filter(owner_id=owner_id).values_list("digest", "vector")
    return {digest: array("f", bytes(vector)) for digest, vector in rows.iterator() if digest in wanted}


def keep(owner_id: int, vectors: Mapping[str, Sequence[float]]) -> None:
    """Keep vectors; those of texts nobody says any more go with the next rebuild."""
    rows = [
        Embedding(owner_id=owner_id, digest=digest, vector=array("f", vector).tobytes())
        for digest, vector in vectors.items()
    ]
    Embedding.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
