"""Kills: whatever changes a book is killed at random moments; nothing is lost, doubled or left half done.

Every scene has a book to begin with, an act, and what must hold right after a kill. A book is killed up to
three times, then the act is done to its end: the book must be the one that nobody disturbed.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from renmai.actions.capture import adapt_inbox, import_run
from torture import killed_acts, killed_files
from torture.books import book_at, damage, difference, held
from torture.killing import KILLED, short_life, whole_life
from torture.outcome import Outcome, times

RECORDS_A_BATCH = 60  # small, so that a kill meets every moment between two batches and within one
MOST_KILLS_A_BOOK = 3
Held = dict[str, object]


class Scene(NamedTuple):
    """One act under fire: `kills` of a whole run, what it needs, what it does, what must hold between."""

    kills: int
    prepare: Callable[[Path], None]
    act: Callable[[], None]
    between: Callable[[Held, Held, Held], str]
    at_the_end: Callable[[], str]


def anything_whole(_found: Held, _before: Held, _after: Held) -> str:
    """Take any whole book: the act goes on where it was killed."""
    return ""


def precious_kept(found: Held, before: Held, _after: Held) -> str:
    """Take any book with the same records and decisions: what is computed is computed again."""
    names = ("records", "decisions")
    return difference({name: found[name] for name in names}, {name: before[name] for name in names})


def old_or_new(found: Held, before: Held, after: Held) -> str:
    """Take the book from before or the one from after, nothing between."""
    return difference(found, before) and difference(found, after)


def nothing_more() -> str:
    """Ask nothing more of the end than an equal book."""
    return ""


def notes_in_order(found: Held, _before: Held, _after: Held) -> str:
    """Take every note that was acknowledged, each once, in order."""
    return killed_acts.notes_lost()


SCENES = {
    "import": Scene(200, killed_acts.begun, killed_acts.take_in, anything_whole, nothing_more),
    "notes": Scene(150, killed_acts.filled, killed_acts.write_notes, notes_in_order, nothing_more),
    "merge": Scene(100, killed_acts.filled, killed_acts.merge, old_or_new, nothing_more),
    "undo of an import": Scene(100, killed_acts.filled, killed_acts.take_back, old_or_new, nothing_more),
    "rebuild": Scene(100, killed_acts.filled, killed_acts.rebuild, precious_kept, nothing_more),
    "upgrade": Scene(60, killed_acts.of_an_earlier_version, killed_acts.upgrade, precious_kept, nothing_more),
    "backup": Scene(100, killed_acts.filled, killed_files.back_up, old_or_new, killed_files.backups_lost),
    "export": Scene(60, killed_acts.filled, killed_files.export, old_or_new, killed_files.exports_lost),
    "restore": Scene(80, killed_files.with_a_backup, killed_files.restore, old_or_new, nothing_more),
    "erase": Scene(
        80, killed_files.with_a_canary, killed_files.erase, old_or_new, killed_files.canaries_left
    ),
    "upload": Scene(20, killed_acts.with_an_upload, killed_acts.work_off, anything_whole, nothing_more),
    "command": Scene(40, killed_acts.begun, killed_acts.run_command, anything_whole, nothing_more),
}


def attack(place: Path, chance: Random, share: float) -> Outcome:
    """Play every scene."""
    import_run.RECORDS_A_BATCH = adapt_inbox.RECORDS_A_BATCH = RECORDS_A_BATCH
    outcome = Outcome()
    hits = []
    kills_of = {name: times(scene.kills, share, chance) for name, scene in SCENES.items()}
    if not any(kills_of.values()):
        kills_of[chance.choice(sorted(SCENES))] = 1
    for name, scene in SCENES.items():
        kills = kills_of[name]
        if not kills:
            continue
        found = played(name, scene, place / name.replace(" ", "-"), chance, kills)
        hits.append(f"{name} {found.attempts}")
        outcome.add(found)
    outcome.note = ", ".join(hits)
    return outcome


def played(name: str, scene: Scene, place: Path, chance: Random, kills: int) -> Outcome:
    """Kill one act that many times; attempts are the kills that found it at work."""
    outcome = Outcome()
    base, undisturbed = place / "base", place / "undisturbed"
    with book_at(base) as database:
        scene.prepare(base)
        before = held(database)
    shutil.copytree(base, undisturbed)
    with book_at(undisturbed) as database:
        status, seconds = whole_life(scene.act)
        after = held(database)
        outcome.tried(name, f"undisturbed it ended with {status}" if status else "", times=0)
    left = kills
    while left > 0:
        turn = place / f"turn{left}"
        shutil.copytree(base, turn)
        most = min(left, chance.randint(1, MOST_KILLS_A_BOOK))
        with book_at(turn) as database:
            for _ in range(most):
                status = short_life(scene.act, chance.uniform(0.0, seconds * 1.05))
                if status not in (0, KILLED):
                    outcome.tried(name, f"begun again it ended with {status}", times=0)
                found = held(database)
                outcome.tried(
                    name, damage(found) or scene.between(found, before, after), times=status == KILLED
                )
            status, _ = whole_life(scene.act)
            found = held(database)
            wrong = f"done to its end it ended with {status}" if status else difference(found, after)
            outcome.tried(name, damage(found) or wrong or scene.at_the_end(), times=0)
        shutil.rmtree(turn)
        left -= most
    shutil.rmtree(place)
    return outcome
