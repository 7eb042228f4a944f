"""Wanted: what pages asked for that takes longer than a page may; the server's worker makes it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from renmai.domain.book.owners import Viewer
from renmai.store.book.kept_cards import holds_more_acts_than

SMALL_ACTS = 20_000
"""A book of so few acts is worked out within a second or two, while somebody waits."""
_WANTED: dict[tuple[int, str], Callable[[], object]] = {}
"""What is asked for, by owner and name, until it is made; whoever asks again later asks for the later one."""
_FAILED: dict[tuple[int, str], tuple[int, int]] = {}
"""What failed and is still asked for: how often in a row, and how many more askings are passed over."""
MOST_PASSED_OVER = 256
_ASKINGS: Counter[str] = Counter()
"""How often anything was asked for in this process, by name."""
_ASKING = Lock()


def may_make(viewer: Viewer) -> bool:
    """Tell whether somebody who looks may have something long worked out first."""
    return viewer.can_wait or not holds_more_acts_than(viewer.owner_id, SMALL_ACTS)


def want(viewer: Viewer, name: str, make: Callable[[Viewer], object]) -> None:
    """Ask for something that whoever can wait makes and keeps.

    What failed is not tried again at once: so many askings are passed over, four times as many each time.
    """
    waiting, key = replace(viewer, can_wait=True), (viewer.owner_id, name)
    with _ASKING:
        _ASKINGS[name] += 1
        failures, passed_over = _FAILED.get(key, (0, 0))
        if passed_over:
            _FAILED[key] = failures, passed_over - 1
        else:
            _WANTED[key] = lambda: make(waiting)


def askings() -> int:
    """Return how often anything was asked for: who sees it unchanged asked for nothing meanwhile."""
    with _ASKING:
        return _ASKINGS.total()


def is_wanted(owner_id: int) -> bool:
    """Tell whether anything is asked for that is not made yet."""
    with _ASKING:
        return any(owner == owner_id for owner, _ in _WANTED)


def make_wanted(owner_id: int) -> None:
    """Make what was asked for; a fault ends it, and what failed must be asked for again."""
    with _ASKING:
        asked = {key: make for key, make in _WANTED.items() if key[0] == owner_id}
    for key, make in asked.items():
        has_failed = True
        try:
            make()
            has_failed = False
        finally:
            with _ASKING:
                if _WANTED.get(key) is make:
                    del _WANTED[key]
                failures = _FAILED.pop(key, (0, 0))[0] + 1
                if has_failed:
                    _FAILED[key] = failures, min(4**failures, MOST_PASSED_OVER)
