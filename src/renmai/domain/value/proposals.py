"""Proposals: a need or an offer that somebody's words seem to say, waiting for the owner's yes or no (V2)."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from renmai.domain.value.matches import same_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What was found in a text: who wrote it (None the owner), in which act, on which day, the sentence."""

    person_id: int | None
    side: str
    text: str
    sentence: str
    act: str
    on: date

    @property
    def key(self) -> str:
        """The text under which it is named, the same after every rebuild."""
        told = "\n".join((self.act, self.side, same_words(self.text)))
        return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
