"""Run one import in a process of its own, so that whatever it reads cannot hold or end the server."""

import logging
import os
import subprocess
from collections.abc import Sequence
from datetime import datetime

from renmai.actions.capture.run_import import run_import
from renmai.domain.book.owners import Viewer
from renmai.store.capture import imports

SECONDS_TO_DEATH = 30
logger = logging.getLogger(__name__)


def run_import_apart(viewer: Viewer, import_id: int, *, now: datetime, program: Sequence[str]) -> None:
    """Start `program` with the import's id and the moment, and wait for its end.

    It reads its own input until that is closed, which the system does when this process ends.
    """
    command = [*program, str(import_id), now.isoformat()]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as child:
        status = child.wait()
    if status:
        logger.warning("the process of import %s ended with status %s", import_id, status)


def run_as_child(viewer: Viewer, import_id: int, *, now: datetime) -> None:
    """Run one import in this process, which is there for nothing else."""
    run_import(viewer, import_id, now=now, dies_after=SECONDS_TO_DEATH)


def end_with_parent(import_id: int, parents_pipe: int) -> None:
    """Wait for the end of the process that started this one; then put the import back and end, too."""
    while os.read(parents_pipe, 1):
        pass
    imports.put_back(import_id)
    os._exit(0)
