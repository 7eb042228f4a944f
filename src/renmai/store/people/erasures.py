"""Whom the owner erased, as keyed digests of their handles: enough to know them again, not to name them."""

import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.db import DatabaseError

from renmai.domain.people.decided import ANCHOR_OF_MENTION
from renmai.domain.people.handles import Handle
from renmai.store.book import this_book
from renmai.store.models import Erasure, Mention, MentionHandle

Known = tuple[str, str, datetime]
"""A digest with the key it was made with, and when its bearer was erased."""


def digest_of(key: str, text: str) -> str:
    """Return the keyed digest of a handle or of a mention's key."""
    return hmac.new(key.encode(), text.encode("utf-8", "surrogatepass"), sha256).hexdigest()


class ErasedDigests:
    """The digests of one owner, grouped by their keys, and whether a text is among them."""

    def __init__(self, owner_id: int) -> None:
        self.by_key: dict[str, set[str]] = {}
        for key, digest in Erasure.objects.filter(owner_id=owner_id).values_list("key", "digest"):
            self.by_key.setdefault(key, set()).add(digest)

    def __bool__(self) -> bool:
        return bool(self.by_key)

    def learn(self, texts: Iterable[str]) -> None:
        """Count these as erased, too, without writing them down."""
        key = next(iter(self.by_key), "planned")
        self.by_key.setdefault(key, set()).update(digest_of(key, text) for text in texts)

    def holds(self, text: str) -> bool:
        """Tell whether somebody of that handle or mention key was erased."""
        return any(digest_of(key, text) in digests for key, digests in self.by_key.items())


def add(owner_id: int, texts: Iterable[str], *, now: datetime) -> None:
    """Remember that whoever bears one of these was erased."""
    keys = Erasure.objects.filter(owner_id=owner_id).order_by("pk").values_list("key", flat=True)
    key = keys.first() or secrets.token_hex(32)
    digests = {digest_of(key, text) for text in texts}
    Erasure.objects.bulk_create(
        [Erasure(owner_id=owner_id, key=key, digest=digest, erased_at=now) for digest in sorted(digests)],
        ignore_conflicts=True,
    )


def still_there(owner_id: int) -> list[int]:
    """Return the people of the book that is open who bear what was erased; never the owner."""
    digests = ErasedDigests(owner_id)
    mentions = Mention.objects.filter(owner_id=owner_id, person__is_me=False)
    keys = mentions.values_list("person_id", "key")
    found = {person_id for person_id, key in keys.iterator() if digests.holds(ANCHOR_OF_MENTION + key)}
    carried = MentionHandle.objects.filter(mention__in=mentions)
    handles = carried.values_list("mention__person_id", "handle__kind", "handle__value").distinct()
    found |= {person_id for person_id, *handle in handles.iterator() if digests.holds(str(Handle(*handle)))}
    return sorted(found)


def known_here() -> list[Known]:
    """Return every erasure of the book that is open; none where there is no book, or none can be read."""
    try:
        if not this_book.is_begun() or not this_book.is_ready():
            return []
        return list(Erasure.objects.values_list("key", "digest", "erased_at"))
    except DatabaseError:
        return []


def carry_over(owner_id: int, known: Iterable[Known]) -> None:
    """Remember here what another copy of the book knows of erasures."""
    Erasure.objects.bulk_create(
        [Erasure(owner_id=owner_id, key=key, digest=digest, erased_at=at) for key, digest, at in known],
        ignore_conflicts=True,
    )
