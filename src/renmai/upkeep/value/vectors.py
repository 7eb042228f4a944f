"""Meanings: the vectors of needs and offers, asked of the endpoint the owner named, and of none without."""

from collections.abc import Mapping, Sequence

from renmai.domain.value.values import Value
from renmai.sources.embeddings import Endpoint, fetch
from renmai.store.value import embeddings


def meanings(owner_id: int, notes: Sequence[Value]) -> Mapping[str, Sequence[float]]:
    """Return the vector of each note by its key, none where no endpoint is named.

    :raises EmbeddingsFailed: if the endpoint does not answer as it should
    """
    named = embeddings.named_endpoint()
    if not named:
        return {}
    place = Endpoint(**named)
    digests = {each.key: embeddings.digest_of(place.url, place.model, each.text) for each in notes}
    known: dict[str, Sequence[float]] = {**embeddings.kept(owner_id, digests.values())}
    texts = {digests[each.key]: each.text for each in notes if digests[each.key] not in known}
    if texts:
        new = dict(zip(texts, fetch(place, list(texts.values())), strict=True))
        embeddings.keep(owner_id, new)
        known |= new
    return {key: known[digest] for key, digest in digests.items()}


def named_endpoint() -> str:
    """Return which endpoint is named, by address and model; empty without one."""
    named = embeddings.named_endpoint()
    return embeddings.digest_of(named["url"], named["model"], "") if named else ""
