"""Fresh matches: what meets what in the book, compared again only where a note has changed."""

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

from renmai.domain.because import Because
from renmai.domain.owners import Viewer
from renmai.domain.refusals import Refused
from renmai.domain.values import Value
from renmai.store import book, matches
from renmai.store.matches import Met
from renmai.store.values import values

COMPUTING = "renmai.queries.computed_matches"
"""Loaded only where something has changed: dictionaries and SciPy take a second, most looks need neither."""
SYNONYMS = "synonyms.toml"
"""The owner's own table of words that stand for one thing, in the folder of the book."""


def fresh_matches(viewer: Viewer, *, today: date) -> Because | None:
    """Bring the kept matches up to the notes of a day; without a change it costs two small looks.

    Return what is wrong with the owner's own table of words, which is left out then; None where nothing is.
    """
    owner_id = viewer.owner_id
    synonyms = own_synonyms()
    of = f"{matches.notes_until(owner_id, today)}{_edition(synonyms)}"
    kept, fault = matches.kept_of(owner_id)
    if kept == of:
        return fault
    standing = values(owner_id, until=today)
    found, fault = _computed(standing, synonyms)
    matches.keep(owner_id, found, of=of, fault=fault)
    return fault


def _computed(standing: Sequence[Value], synonyms: Path | None) -> tuple[list[Met], Because | None]:
    if not standing:
        return [], None
    compute = import_module(COMPUTING).computed_matches
    try:
        return compute(standing, synonyms=synonyms), None
    except Refused as refused:
        return compute(standing, synonyms=None), refused.because


def own_synonyms() -> Path | None:
    """Return the owner's table of words, None where there is none."""
    path = book.folder() / SYNONYMS
    return path if path.is_file() else None


def _edition(synonyms: Path | None) -> str:
    """Return what tells one edition of the table from another; nothing without one."""
    return "" if synonyms is None else "-" + blake2b(synonyms.read_bytes(), digest_size=8).hexdigest()
