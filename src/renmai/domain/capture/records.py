"""What a source hands in and what it could not read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from json import dumps

from renmai.domain.book.because import Because
from renmai.domain.capture.locations import WHOLE_FILE, Location


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRecord:
    """One thing exactly as the source gave it; never edited, never merged.

    `external_id` names the thing in its source (a message id, a card's UID); `digest` tells two versions of
    it apart; `fields` holds JSON values only; `where` says where in the file it stood; `at_byte` is how far
    the file had been read after it, for progress.
    """

    source: str
    external_id: str
    digest: str
    fields: Mapping[str, object]
    where: Location = WHOLE_FILE
    at_byte: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that could not be read: in which file, where, and what (a code with its numbers).

    `is_on_purpose` says that it could be read but does not count as anybody's act (a draft, spam, an away
    notice): such are counted by their code, not listed.
    """

    source: str
    file: str
    code: str
    where: Location = WHOLE_FILE
    numbers: Mapping[str, object] = field(default_factory=dict)
    at_byte: int = 0
    is_on_purpose: bool = False


def reasons_left_out(counts: Mapping[str, int]) -> tuple[Because, ...]:
    """Return why things were left out on purpose, each reason with how many, the commonest first."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Because(code, {"count": count}) for code, count in ordered)


def digest_of(fields: Mapping[str, object]) -> str:
    """Return 32 hex digits that change whenever a field changes and do not depend on the fields' order."""
    text = dumps(dict(fields), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
