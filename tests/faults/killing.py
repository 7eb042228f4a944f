"""A process that has others import into its book, kills some, and says what the book then holds.

`python -m tests.faults.killing KILLS AT_ONCE FILE…` with RENMAI_HOME set: first so many imports are killed at
random moments, then so many run to their end at once. Prints one JSON object.
"""

import json
import os
import signal
import sqlite3
import sys
import time
from pathlib import Path
from random import Random

from tests.faults.importing import ME, NOW, wake

LONGEST_LIFE_S = 0.5
RECORDS_A_BATCH = 60  # small, so that a kill meets every moment between two batches and within one
CONTENT = {
    "records": "SELECT source, external_id, digest, is_latest FROM renmai_inboxrecord",
    "interactions": "SELECT external_id, kind, nature, at_epoch_s, subject FROM renmai_interaction",
    "participations": """
        SELECT i.external_id, p.role, m.name, (
            SELECT group_concat(h.kind || ':' || h.value) FROM renmai_mentionhandle c
            JOIN renmai_handle h ON h.id = c.handle_id WHERE c.mention_id = m.id)
        FROM renmai_participation p JOIN renmai_interaction i ON i.id = p.interaction_id
        JOIN renmai_mention m ON m.id = p.mention_id""",
    "people": """
        SELECT p.name, p.is_me, p.is_person, (
            SELECT group_concat(value) FROM (
                SELECT DISTINCT h.value FROM renmai_mention m
                JOIN renmai_mentionhandle c ON c.mention_id = m.id JOIN renmai_handle h ON h.id = c.handle_id
                WHERE m.person_id = p.id ORDER BY h.value))
        FROM renmai_person p WHERE p.id IN (SELECT person_id FROM renmai_mention)""",
    "handles": "SELECT kind, value, nature FROM renmai_handle",
    "homeless": "SELECT id FROM renmai_mention WHERE person_id IS NULL",
}


def start_import(paths: list[str]) -> int:
    """Fork a child that imports everything; return its process id."""
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        from renmai.actions import import_run
        from renmai.actions.import_paths import import_paths
        from renmai.queries.viewers import viewer_of_this_book

        import_run.RECORDS_A_BATCH = RECORDS_A_BATCH
        report = import_paths(viewer_of_this_book(), paths, now=NOW, me=ME)
        status = 0 if report.state == "done" else 2
    except BaseException as error:  # noqa: BLE001 - the parent reads it
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
    os._exit(status)


def content_of(database: Path) -> dict[str, object]:
    """Return what a book holds, without its row ids, and whether its database is whole."""
    with sqlite3.connect(database) as book:
        held: dict[str, object] = {
            name: sorted(map(repr, book.execute(query))) for name, query in CONTENT.items()
        }
        held["integrity"] = book.execute("PRAGMA integrity_check").fetchone()[0]
        held["orphans"] = book.execute("PRAGMA foreign_key_check").fetchall()
    return held


def main(kills: int, at_once: int, paths: list[str]) -> None:
    wake()
    from django.conf import settings

    from renmai.actions.open_book import open_book

    open_book(NOW, language="en")
    database, chance = Path(settings.DATABASES["default"]["NAME"]), Random(20_260_302)
    damaged, killed = [], 0
    for number in range(kills):
        child = start_import(paths)
        time.sleep(chance.uniform(0.0, LONGEST_LIFE_S))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        held = content_of(database)
        if held["integrity"] != "ok" or held["orphans"]:
            damaged.append(number)
    children = [start_import(paths) for _ in range(at_once)]
    statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    print(json.dumps({"killed": killed, "damaged": damaged, "statuses": statuses, **content_of(database)}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
