"""Fresh matches: what meets what in the book, compared again only where a note has changed."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.value.values import Value
from renmai.sources.embeddings import EmbeddingsFailed
from renmai.store.book import this_book
from renmai.store.value import matches
from renmai.store.value.matches import KeptMatch, KeptMatches, Notes
from renmai.store.value.values import values
from renmai.upkeep.book.wanted import want
from renmai.upkeep.value.vectors import meanings, named_endpoint

SMALL = 2000
"""A book of so few notes is compared as a whole within a second or two, and then exactly."""
AT_ONCE = 300
"""So many notes are compared while a page is made: a tenth of a second."""
FEW, GROWN = 60, 1.1
"""So many notes are compared by themselves; once the book has grown by a tenth, all of it is."""
KEPT = re.compile(r"(?P<count>\d+)-(?P<last>\d+)-(?P<sum>\d+)/(?P<edition>.*)")
SYNONYMS = "synonyms.toml"
"""The owner's own table of words that stand for one thing, in the folder of the book."""


def fresh_matches(viewer: Viewer, *, today: date) -> Because | None:
    """Bring the kept matches up to the notes of a day; without a change it costs one small query.

    A large book is compared as a whole only where more than a few notes changed. Who cannot wait gets what
    is kept and asks the worker for the rest; no page waits for an endpoint. Return what is wrong with the
    owner's own table of words, or with the endpoint they named, which is left out then; else None.
    """
    owner_id = viewer.owner_id
    synonyms = own_synonyms()
    edition = _edition(synonyms) + named_endpoint()
    moment, kept = matches.kept_of(owner_id, today)
    if (kept.moment, kept.of.partition("/")[2]) == (moment, edition):
        return kept.fault
    state = matches.notes_until(owner_id, today)
    of = f"{state.total}-{state.last}-{state.sum}/{edition}"
    if kept.of == of:
        matches.still(owner_id, kept, moment)
        return kept.fault
    if not viewer.can_wait and (state.total > AT_ONCE or named_endpoint()):
        want(viewer, "matches", lambda waiting: fresh_matches(waiting, today=today))
        return kept.fault
    few = _few(owner_id, kept.of, edition, state, today)
    standing = [] if few == set() else values(owner_id, until=today)
    found, fault = _computed(owner_id, standing, synonyms, few)
    fault = kept.fault if few == set() else fault
    matches.keep(owner_id, found, KeptMatches(of, moment, fault), around=few)
    return fault


def _few(owner_id: int, kept: str, edition: str, state: Notes, today: date) -> set[str] | None:
    """Return the few notes of a large book that are to be compared again; None for all of them."""
    told = KEPT.fullmatch(kept)
    if told is None or told["edition"] != edition or state.total <= SMALL:
        return None
    before = Notes(int(told["count"]), int(told["last"]), int(told["sum"]))
    if state.total > GROWN * before.total:
        return None
    few = matches.touched(owner_id, before, state, today)
    return few if few is not None and len(few) <= FEW else None


def _computed(
    owner_id: int, standing: Sequence[Value], synonyms: Path | None, few: Collection[str] | None
) -> tuple[list[KeptMatch], Because | None]:
    if not standing:
        return [], None
    from renmai.upkeep.value.computed import computed_matches  # noqa: PLC0415 - dictionaries and SciPy take a second, and most looks need neither

    vectors: Mapping[str, Sequence[float]] = {}
    fault: Because | None = None
    try:
        vectors = meanings(owner_id, standing)
    except EmbeddingsFailed as failed:
        fault = failed.because
    try:
        return computed_matches(standing, synonyms=synonyms, only=few, vectors=vectors), fault
    except Refused as refused:
        return computed_matches(standing, synonyms=None, only=few, vectors=vectors), refused.because


def own_synonyms() -> Path | None:
    """Return the owner's table of words, None where there is none."""
    path = this_book.folder() / SYNONYMS
    return path if path.is_file() else None


def _edition(synonyms: Path | None) -> str:
    """Return what tells one edition of the table from another; nothing without one."""
    return "" if synonyms is None else blake2b(synonyms.read_bytes(), digest_size=8).hexdigest()
