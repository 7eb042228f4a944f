"""Uploads are read by a process of their own: what ends it is counted, and costs the server nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from renmai.actions.capture import run_import_apart
from renmai.actions.capture.queue_import import queue_import
from renmai.actions.capture.queue_import_again import queue_import_again
from renmai.actions.capture.run_queued_imports import run_queued_imports
from renmai.actions.capture.stop_import import stop_import
from renmai.domain.book.refusals import NoSuchImport
from renmai.store.capture import imports
from renmai.store.models import Import
from tests.traces import mailbox

ROOT = Path(__file__).parent.parent.parent
SERVER = """
import json, sys
from functools import partial
from tests.faults.importing import NOW, wake
wake()
from django.conf import settings
from renmai.actions.book.open_book import open_book
from renmai.actions.capture.queue_import import queue_import
from renmai.actions.capture.run_import_apart import run_import_apart
from renmai.actions.capture.run_queued_imports import run_queued_imports
from renmai.store.models import Import
viewer = open_book(NOW, language="en")
program = json.loads(sys.argv[2]) or settings.IMPORTER
number = queue_import(viewer, name="pill.mbox", upload=sys.argv[1], now=NOW)
for _ in range(3):
    run_queued_imports(viewer, now=NOW, run=partial(run_import_apart, program=program))
row = Import.objects.get(pk=number)
print(json.dumps([row.state, row.starts, row.records_new, row.problem_code, row.problems_total]))
"""
DYING = """
import os, signal, sys
from tests.faults.importing import wake
wake()
from renmai.store.capture import imports
imports.start(int(sys.argv[1]), bytes_total=1)
os.kill(os.getpid(), signal.SIGKILL)
"""


def outcome_of(home: Path, upload: Path, *program: str) -> list:
    """Return what a server made of an upload: state, starts, records, why it failed, problems."""
    command = [sys.executable, "-c", SERVER, str(upload), json.dumps(program)]
    environment = {**os.environ, "RENMAI_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=1_800)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_a_mail_made_to_hang_its_reader_comes_in_with_its_header_cut(tmp_path):
    pill = tmp_path / "pill.mbox"
    pill.write_text(
        "From a@b.example Mon Mar  2 10:00:00 2026\nFrom: Ann <a@b.example>\nTo: me@owner.example\n"
        "Subject: s\n"
        "Date: Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <m1@x>\nList-Post: " + "a" * 1_000_000 + "\n\nhi\n"
    )

    assert outcome_of(tmp_path / "home", pill) == ["done", 1, 1, "", 1]


def test_an_import_that_ends_its_process_twice_is_given_up_with_the_reason(tmp_path):
    upload = tmp_path / "any.mbox"
    upload.write_text("From a@b.example Mon Mar  2 10:00:00 2026\nFrom: a@b.example\n\nhi\n")

    assert outcome_of(tmp_path / "home", upload, sys.executable, "-c", DYING) == [
        "failed",
        2,
        0,
        "import_given_up",
        0,
    ]


@pytest.fixture
def upload(tmp_path):
    return mailbox(tmp_path / "upload.mbox", "1 2026-01-05 Ada <ada@example.org> > me@example.org")


def begins(_viewer, import_id, *, now):
    """Stand for a process that begins and is killed."""
    imports.start(import_id, bytes_total=1)


def test_what_was_given_up_begins_again_only_when_it_is_asked_to(viewer, upload, now):
    number = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now)
    for _ in range(4):
        run_queued_imports(viewer, now=now, run=begins)
    assert Import.objects.get(pk=number).state == "failed"

    queue_import_again(viewer, number, now=now)
    run_queued_imports(viewer, now=now)

    assert (Import.objects.get(pk=number).state, Import.objects.get(pk=number).records_new) == ("done", 1)
    with pytest.raises(NoSuchImport):
        queue_import_again(viewer, number, now=now)


def test_an_import_that_keeps_dying_can_be_stopped(viewer, upload, now):
    number = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now)
    run_queued_imports(viewer, now=now, run=begins)
    stop_import(viewer, number, now=now)
    run_queued_imports(viewer, now=now)

    assert Import.objects.get(pk=number).state == "stopped"


def test_an_import_ends_with_its_server_and_that_is_not_counted(viewer, upload, now, monkeypatch):
    ended = []
    monkeypatch.setattr(os, "_exit", ended.append)
    number = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now)
    imports.start(number, bytes_total=1)
    ours, theirs = os.pipe()
    os.close(theirs)

    run_import_apart.end_with_parent(number, ours)

    row = Import.objects.get(pk=number)
    assert (ended, row.state, row.starts) == ([0], "queued", 0)
    os.close(ours)
