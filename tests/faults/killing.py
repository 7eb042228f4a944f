"""A process that has others act on its book, kills some of them, and says what the book then holds.

`python -m tests.faults.killing PLAN FILE…` with RENMAI_HOME set. Of the plan (JSON) the acts of `first` run
one after the other, `killed` starts `kills` times and is killed at a random moment each, the acts of `last`
run at once. An act is import (of all files) or rebuild. Prints one JSON object.
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


def start(act: str, paths: list[str]) -> int:
    """Fork a child that does one act; return its process id."""
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        status = 0 if do(act, paths) else 2
    except BaseException as error:  # noqa: BLE001 - the parent reads it
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
    os._exit(status)


def do(act: str, paths: list[str]) -> bool:
    """Do one act on the book of this home; tell whether it says that all is done."""
    from renmai.actions.capture import adapt_inbox, import_run, rebuild_book
    from renmai.actions.capture.import_paths import import_paths
    from renmai.queries.book.viewers import viewer_of_this_book

    viewer = viewer_of_this_book()
    import_run.RECORDS_A_BATCH = adapt_inbox.RECORDS_A_BATCH = RECORDS_A_BATCH
    if act == "rebuild":
        return rebuild_book.rebuild_book(viewer, now=NOW).records > 0
    return import_paths(viewer, paths, now=NOW, me=ME).state == "done"


def finish(children: list[int]) -> list[int]:
    """Wait for children; return their exit statuses."""
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def content_of(database: Path) -> dict[str, object]:
    """Return what a book holds, without its row ids, and whether its database is whole."""
    with sqlite3.connect(database) as book:
        held: dict[str, object] = {
            name: sorted(map(repr, book.execute(query))) for name, query in CONTENT.items()
        }
        held["integrity"] = book.execute("PRAGMA integrity_check").fetchone()[0]
        held["orphans"] = book.execute("PRAGMA foreign_key_check").fetchall()
    return held


def main(plan: dict, paths: list[str]) -> None:
    """Follow the plan."""
    wake()
    from django.conf import settings

    from renmai.actions.book.open_book import open_book

    open_book(NOW, language="en")
    database, chance = Path(settings.DATABASES["default"]["NAME"]), Random(20_260_302)
    statuses = [status for act in plan.get("first", ()) for status in finish([start(act, paths)])]
    damaged, killed = [], 0
    for number in range(plan.get("kills", 0)):
        child = start(plan["killed"], paths)
        time.sleep(chance.uniform(0.0, LONGEST_LIFE_S))
        os.kill(child, signal.SIGKILL)
        killed += finish([child]) == [-signal.SIGKILL]
        held = content_of(database)
        if held["integrity"] != "ok" or held["orphans"]:
            damaged.append(number)
    statuses += finish([start(act, paths) for act in plan["last"]])
    print(json.dumps({"killed": killed, "damaged": damaged, "statuses": statuses, **content_of(database)}))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), sys.argv[2:])
