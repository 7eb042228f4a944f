"""The worker: a background thread of the server that has queued imports run and keeps the ties fresh.

Each import runs in a process of its own: what it reads cannot hold the lock that all pages need.
"""

import logging
import threading
from functools import partial

from django.conf import settings

from renmai.actions.book.ask_to_lead import ask_to_lead
from renmai.actions.book.make_wanted_cards import make_wanted_cards
from renmai.actions.capture.discard_uploads import discard_old_previews
from renmai.actions.capture.erase_from_files import finish_erasures
from renmai.actions.capture.run_import_apart import run_import_apart
from renmai.actions.capture.run_queued_imports import run_queued_imports
from renmai.actions.today.plan_day import plan_day
from renmai.queries.book.viewers import viewer_of_this_book
from renmai.web.frame import clock

LOOKS_EVERY_S = 1.0
LONGEST_PAUSE_S = 60.0
MOST_DOUBLINGS = 6
"""By then the longest pause is reached; without a most the power would grow for ever."""
log = logging.getLogger(__name__)
_wake = threading.Event()
_threads: list[threading.Thread] = []


def wake() -> None:
    """Tell the worker that something was queued, so that it does not wait for its next look."""
    _wake.set()


def start() -> threading.Thread:
    """Start the worker; it ends with the process, and an import it leaves is taken up at the next start."""
    thread = threading.Thread(target=_work, name="renmai-worker", daemon=True)
    thread.start()
    _threads.append(thread)
    return thread


def is_running() -> bool:
    """Tell whether this process has a worker, so that no page need work out a new day."""
    return any(thread.is_alive() for thread in _threads)


def _work() -> None:
    leads, faults = False, 0
    while True:
        _wake.clear()
        begins = not leads and ask_to_lead()
        leads = leads or begins
        faults = 0 if run_once(leads=leads, begins=begins) else faults + 1
        _wake.wait(pause_s(faults))


def pause_s(faults: int) -> float:
    """Return how long to wait before the next look, twice as long after each that ended in a fault."""
    return min(LOOKS_EVERY_S * 2.0 ** min(faults, MOST_DOUBLINGS), LONGEST_PAUSE_S)


def run_once(*, leads: bool = True, begins: bool = False) -> bool:
    """Make what pages of this process asked for; who leads does the rest for all processes, too.

    That is: finish at the beginning an erasure that a kill broke off, run what is queued, then bring the ties
    up to today, so that no look need wait for them.

    Where nothing changed that costs a few small looks; a new day, or an import by the command line, is met
    here before anybody asks. A fault is logged and ends that look, never the thread; return whether none did.
    """
    try:
        viewer = viewer_of_this_book()
        if viewer is not None and not leads:
            make_wanted_cards(viewer)
        elif viewer is not None:
            if begins:
                finish_erasures(viewer, now=clock.now())
            run = partial(run_import_apart, program=settings.IMPORTER)
            run_queued_imports(viewer, now=clock.now(), run=run)
            plan_day(viewer, today=clock.today(viewer))
            discard_old_previews(viewer, now=clock.now())
    except Exception:
        log.exception("the worker's work ended in a fault")
        return False
    return True
