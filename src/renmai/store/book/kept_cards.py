"""Kept cards: what a page was made of, as text, each with what it rests on."""

from collections.abc import Callable
from typing import NamedTuple

from django.db import OperationalError, connection, transaction
from django.db.models import Exists, OuterRef

from renmai.store.book.bulk import caching, is_sqlite
from renmai.store.models import Interaction, KeptCard, Owner, Person


class KeptText(NamedTuple):
    """A card as text, with what it was made of."""

    rests_on: str
    card: str


def card(owner_id: int, name: str) -> KeptText | None:
    """Return a card as it is kept, whatever it rests on."""
    kept = KeptCard.objects.filter(owner_id=owner_id, name=name)
    return next((KeptText(*row) for row in kept.values_list("rests_on", "card")), None)


def card_at(owner_id: int, name: str) -> tuple[int, KeptText | None]:
    """Return how often the book has changed, and a card as it is kept, by one look."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.revision, k.rests_on, k.card FROM renmai_owner o "
            "LEFT JOIN renmai_keptcard k ON k.owner_id = o.id AND k.name = %s WHERE o.id = %s",
            [name, owner_id],
        )
        changes, rests_on, text = cursor.fetchone()
    return changes, None if text is None else KeptText(rests_on, text)


def keep_always(owner_id: int, name: str, rests_on: str, text: str) -> None:
    """Keep a card in place of the one before, waiting for whoever writes."""
    with caching(owner_id):
        _replace(owner_id, name, rests_on, text)


def changes(owner_id: int) -> int:
    """Return how often looks at ties have found that somebody's traces had changed."""
    return Owner.objects.values_list("changes", flat=True).get(pk=owner_id)


def traces(owner_id: int) -> str:
    """Return what is another text once anybody's traces have changed, be it that no look has found it yet."""
    stale = Exists(Person.objects.filter(owner_id=OuterRef("pk"), is_tie_stale=True))
    found, revision, is_stale = Owner.objects.values_list("changes", "revision", stale).get(pk=owner_id)
    return f"{found} {revision}" if is_stale else str(found)


def holds_more_acts_than(owner_id: int, number: int) -> bool:
    """Tell whether a book holds more acts than some; it never counts on."""
    acts = Interaction.objects.filter(owner_id=owner_id).order_by("at_epoch_s")
    return acts[number : number + 1].exists()


def revision(owner_id: int) -> int:
    """Return how often the book has changed."""
    return Owner.objects.values_list("revision", flat=True).get(pk=owner_id)


def keep(owner_id: int, name: str, rests_on: str, text: str, *, revision: int) -> None:
    """Keep a card that was made when the book had changed so often.

    It is not kept where the book has changed since, nor where somebody writes just now: a query never waits
    for an import.
    """

    def replace() -> None:
        if _locked_revision(owner_id) == revision:
            _replace(owner_id, name, rests_on, text)

    _unless_somebody_writes(owner_id, replace)


def _replace(owner_id: int, name: str, rests_on: str, text: str) -> None:
    KeptCard.objects.filter(owner_id=owner_id, name=name).delete()
    KeptCard.objects.create(owner_id=owner_id, name=name, rests_on=rests_on, card=text)


def _locked_revision(owner_id: int) -> int:
    """Return the count of changes, and let nobody change it until the transaction ends."""
    return Owner.objects.select_for_update().values_list("revision", flat=True).get(pk=owner_id)


def _unless_somebody_writes(owner_id: int, write: Callable[[], None]) -> None:
    """Write in a transaction, or do without where another one is writing."""
    if not is_sqlite():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [owner_id])
            if cursor.fetchone()[0]:
                write()
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        patience_ms = cursor.fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            with transaction.atomic():
                write()
        except OperationalError as refused:
            if "locked" not in str(refused):
                raise
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience_ms}")
