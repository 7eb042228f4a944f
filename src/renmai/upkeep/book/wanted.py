"""Wanted: what pages asked for that takes longer than a page may; the server's worker makes it."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from renmai.domain.book.owners import Viewer
from renmai.store.book.kept_cards import holds_more_acts_than

SMALL_ACTS = 20_000
"""A book of so few acts is worked out within a second or two, while somebody waits."""
_WANTED: dict[tuple[int, str], Callable[[], object]] = {}
"""What is asked for, by owner and name, until it is made; whoever asks again later asks for the later one."""
_ASKING = Lock()


def may_make(viewer: Viewer) -> bool:
    """Tell whether somebody who looks may have something long worked out first."""
    return viewer.can_wait or not holds_more_acts_than(viewer.owner_id, SMALL_ACTS)


def want(viewer: Viewer, name: str, make: Callable[[Viewer], object]) -> None:
    """Ask for something that whoever can wait makes and keeps."""
    waiting = replace(viewer, can_wait=True)
    with _ASKING:
        _WANTED[viewer.owner_id, name] = lambda: make(waiting)


def is_wanted(owner_id: int) -> bool:
    """Tell whether anything is asked for that is not made yet."""
    with _ASKING:
        return any(owner == owner_id for owner, _ in _WANTED)


def make_wanted(owner_id: int) -> None:
    """Make what was asked for; a fault ends it, and what failed must be asked for again."""
    with _ASKING:
        asked = {key: make for key, make in _WANTED.items() if key[0] == owner_id}
    for key, make in asked.items():
        try:
            make()
        finally:
            with _ASKING:
                if _WANTED.get(key) is make:
                    del _WANTED[key]
