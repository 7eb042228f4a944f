"""Does something in a process of its own, and kills it at a moment of its life."""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress

from django.db import connections

KILLED = -signal.SIGKILL


def start(act: Callable[[], object]) -> int:
    """Fork a child that does one act; return its process id."""
    connections.close_all()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        act()
        status = 0
    except BaseException:  # noqa: BLE001 - the parent reads what it ended in
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(status)


def wait(child: int) -> int:
    """Wait for a child; return its exit status, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def whole_life(act: Callable[[], object]) -> tuple[int, float]:
    """Do an act in a child that nobody disturbs; return its exit status and its seconds."""
    began = time.perf_counter()
    return wait(start(act)), time.perf_counter() - began


def short_life(act: Callable[[], object], seconds: float) -> int:
    """Do an act in a child that is killed after some seconds; `KILLED` where it was still at it."""
    child = start(act)
    time.sleep(seconds)
    return end(child)


def end(child: int) -> int:
    """Kill a child wherever it is; return its exit status, `KILLED` where it was still at work."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return wait(child)
