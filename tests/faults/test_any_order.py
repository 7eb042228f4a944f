"""Whatever is imported, imported again, undone and rebuilt in any order: the book is what stands, once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_import import undo_import
from renmai.domain.book.owners import Viewer
from renmai.store.models import Owner, Person
from tests.faults.damage import calendar, card, event, mail, mbox

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4\r\n"
FILES = {
    "mails.mbox": mbox(mail("ada"), mail("grace"), mail("mary")),
    "more mails.mbox": mbox(mail("grace"), mail("joan")),
    "cards.vcf": (
        card("Ada Lovelace").replace("EMAIL:", "UID:1\r\nEMAIL:ada@example.org\r\nEMAIL:")
    ).encode(),
    "newer cards.vcf": (
        card("Ada King").replace("EMAIL:", "UID:1\r\nEMAIL:grace@example.org\r\nEMAIL:")
    ).encode(),
    "work.ics": calendar(event("weekly", WEEKLY), event("once")),
    "newer work.ics": calendar(
        event("weekly", WEEKLY.replace("4", "6")), event("once", "STATUS:CANCELLED\r\n")
    ),
}
CONTENT = {
    "records": "SELECT source, external_id, digest, is_latest FROM renmai_inboxrecord WHERE owner_id = %s",
    "interactions": """
        SELECT external_id, kind, at_epoch_s, subject, audience FROM renmai_interaction
        WHERE owner_id = %s""",
    "participations": """
        SELECT i.external_id, p.role, m.name, q.name, q.is_me FROM renmai_participation p
        JOIN renmai_interaction i ON i.id = p.interaction_id
        JOIN renmai_mention m ON m.id = p.mention_id JOIN renmai_person q ON q.id = m.person_id
        WHERE i.owner_id = %s""",
    "people": """
        SELECT p.name, p.is_me, p.is_person, h.kind, h.value, h.nature FROM renmai_person p
        JOIN renmai_mention m ON m.person_id = p.id
        LEFT JOIN renmai_mentionhandle c ON c.mention_id = m.id
        LEFT JOIN renmai_handle h ON h.id = c.handle_id
        WHERE p.owner_id = %s""",
}
STEP = st.sampled_from([*FILES, "rebuild", "undo first", "undo last"])


def new_book() -> Viewer:
    """Return the viewer of an empty book of its own."""
    owner = Owner.objects.create(language="en", time_zone="Asia/Shanghai", region="CN", created_at=NOW)
    return Viewer(owner_id=owner.pk, language="en", time_zone=owner.time_zone, region=owner.region)


def bring(viewer: Viewer, folder: Path, name: str) -> int:
    """Import one of the files; return the import's id."""
    return import_paths(viewer, [folder / name], now=NOW, me=("me@example.org",)).import_id


def content_of(viewer: Viewer) -> dict[str, list]:
    """Return what a book holds, without its row ids."""
    held = {}
    with connection.cursor() as cursor:
        for name, query in CONTENT.items():
            cursor.execute(query, [viewer.owner_id])
            held[name] = sorted(map(repr, set(cursor.fetchall())))
    return held


def _would_go_back(name: str, standing: list[str]) -> bool:
    """Whether a file would come again after another version of it: which is newer is anybody's guess then."""
    other = name.removeprefix("newer ") if name.startswith("newer ") else f"newer {name}"
    return name in standing and other in standing


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The files, written."""
    path = tmp_path_factory.mktemp("files")
    for name, content in FILES.items():
        (path / name).write_bytes(content)
    return path


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=1, max_size=6))
def test_after_any_steps_the_book_is_that_of_the_imports_that_stand(folder, steps):
    book, standing = new_book(), {}
    for step in steps:
        if step == "rebuild":
            rebuild_book(book, now=NOW)
        elif step.startswith("undo"):
            ids = list(standing)
            if ids:
                undone = ids[0] if step == "undo first" else ids[-1]
                undo_import(book, undone, now=NOW)
                del standing[undone]
        elif not _would_go_back(step, list(standing.values())):
            standing[bring(book, folder, step)] = step
    plain = new_book()
    for name in standing.values():
        bring(plain, folder, name)

    assert content_of(book) == content_of(plain)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(list(FILES)), min_size=1, max_size=4))
def test_a_rebuild_changes_nothing_and_keeps_everybodys_id(folder, steps):
    book = new_book()
    for name in steps:
        bring(book, folder, name)
    before, ids = (
        content_of(book),
        dict(Person.objects.filter(owner_id=book.owner_id).values_list("pk", "name")),
    )
    rebuild_book(book, now=NOW)

    assert content_of(book) == before
    assert dict(Person.objects.filter(owner_id=book.owner_id).values_list("pk", "name")) == ids
