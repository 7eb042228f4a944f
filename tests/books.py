"""What a book holds, as plain values: by content, whatever the row ids, and exactly, ids and all."""

import os

import pytest
from django.db import connection

from renmai.store.models import Decision, Handle, Import, InboxRecord, Interaction, Mention, Person
from renmai.store.ties.act_blocks import act_number
from renmai.store.ties.events import events_of

FOREVER = 2**40
of_a_file = pytest.mark.skipif(
    os.environ.get("DATABASE_URL", "").startswith("postgres"),
    reason="a server's own backups are its own, as the command says there",
)


def people(viewer) -> dict[frozenset[str], tuple[str, bool, bool]]:
    """Return people by their handles and mention names: (name, is me, is a person)."""
    found = {}
    for person in Person.objects.filter(owner_id=viewer.owner_id):
        carried = frozenset(
            str(handle) for handle in Handle.objects.filter(carriers__mention__person=person)
        ) | frozenset(f"called {name}" for name in person.mentions.values_list("name", flat=True))
        found[carried] = (person.name, person.is_me, person.is_person)
    return found


def handles(viewer) -> dict[str, str]:
    """Return every handle's nature."""
    return {str(handle): handle.nature for handle in Handle.objects.filter(owner_id=viewer.owner_id)}


def interactions(viewer) -> dict[str, tuple]:
    """Return every interaction with who took part, by mention key and role."""
    return {
        act.external_id: (
            act.kind,
            act.nature,
            act.at_epoch_s,
            act.audience,
            act.subject,
            frozenset(act.participations.values_list("mention__key", "role")),
        )
        for act in Interaction.objects.filter(owner_id=viewer.owner_id)
    }


def events(viewer) -> list[tuple]:
    """Return the engine's events, people named by their first handle."""
    named = {
        person.pk: str(
            Handle.objects.filter(carriers__mention__person=person).order_by("kind", "value").first()
        )
        for person in Person.objects.filter(owner_id=viewer.owner_id)
    }
    ids = Interaction.objects.filter(owner_id=viewer.owner_id).values_list("external_id", flat=True)
    acts = {act_number(external_id): external_id for external_id in ids}
    return sorted(
        (acts[e["act"]], named[e["sender"]], named[e["recipient"]], e["kind"], e["audience"], e["role"])
        for e in events_of(viewer.owner_id, FOREVER).to_pylist()
    )


def content(viewer) -> dict[str, object]:
    """Return everything that must not depend on the order or the pieces in which it came in."""
    return {
        "people": people(viewer),
        "handles": handles(viewer),
        "interactions": interactions(viewer),
        "events": events(viewer),
    }


def exactly(viewer) -> dict[str, list]:
    """Return everything that an undo must restore, ids and search index and all."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid, * FROM renmai_search ORDER BY 1")
        words = cursor.fetchall()
    mine = {"owner_id": viewer.owner_id}
    return {
        "people": list(
            Person.objects.filter(**mine)
            .order_by("pk")
            .values_list("pk", "name", "sort_key", "is_me", "is_person")
        ),
        "mentions": list(
            Mention.objects.filter(**mine)
            .order_by("pk")
            .values_list("pk", "key", "name", "person_id", "record_id")
        ),
        "handles": list(
            Handle.objects.filter(**mine).order_by("kind", "value").values_list("kind", "value", "nature")
        ),
        "interactions": list(
            Interaction.objects.filter(**mine).order_by("external_id").values_list("external_id")
        ),
        "inbox": list(
            InboxRecord.objects.filter(**mine).order_by("pk").values_list("pk", "of_import_id", "is_latest")
        ),
        "events": sorted(map(str, events_of(viewer.owner_id, FOREVER).to_pylist())),
        "words": words,
    }


def person_called(viewer, name: str) -> Person:
    """Return the one person of that name."""
    return Person.objects.get(owner_id=viewer.owner_id, name=name)


def counts() -> dict[str, int]:
    """Return how many rows the tables hold that an import fills."""
    models = (InboxRecord, Interaction, Mention, Handle, Person, Decision, Import)
    return {model.__name__: model.objects.count() for model in models}
