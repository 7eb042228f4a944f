"""The queue of imports: rows are the queue, a killed worker's import is completed, one can be stopped."""

import pytest

from renmai.actions.capture import import_run
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.queue_import import queue_import
from renmai.actions.capture.run_queued_imports import run_queued_imports
from renmai.actions.capture.stop_import import stop_import
from renmai.domain.book.refusals import NoSuchImport
from renmai.store.models import Import, InboxRecord, Person
from tests.books import content
from tests.traces import mailbox

ME = "me@example.org"


@pytest.fixture
def upload(tmp_path):
    lines = [f"{n} 2026-01-05 Person {n} <p{n}@example.org> > {ME}" for n in range(10)]
    return mailbox(tmp_path / "upload.mbox", "\n".join(lines))


def test_what_is_queued_is_run_and_says_how_it_went(viewer, upload, now):
    import_id = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now)
    assert Import.objects.get(pk=import_id).state == "queued"

    [report] = run_queued_imports(viewer, now=now)
    row = Import.objects.get(pk=import_id)

    assert (row.state, row.source, row.records_new, row.people_new) == ("done", "mail", 10, 11)
    assert report.import_id == import_id
    assert row.ended_at >= now
    assert run_queued_imports(viewer, now=now) == []


def test_a_preview_keeps_nothing_and_may_become_the_import(viewer, upload, now):
    import_id = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now, is_preview=True)
    run_queued_imports(viewer, now=now)
    preview = Import.objects.get(pk=import_id)

    assert (preview.state, preview.records_new, preview.people_new) == ("done", 10, 11)
    assert len(preview.people_names) == 11
    assert not InboxRecord.objects.exists()

    assert queue_import(viewer, of_preview=import_id, now=now) == import_id
    run_queued_imports(viewer, now=now)
    assert Import.objects.get(pk=import_id).records_new == InboxRecord.objects.count() == 10
    with pytest.raises(NoSuchImport):
        queue_import(viewer, of_preview=import_id, now=now)


class Killed(BaseException):
    """Stands for the end of the process."""


def test_an_import_whose_worker_was_killed_is_completed_with_true_counts(viewer, upload, now, monkeypatch):
    monkeypatch.setattr(import_run, "RECORDS_A_BATCH", 3)
    import_id = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now)
    keep, batches = import_run.Inbox.keep, []

    def killed_at_the_third(self, *batch):
        batches.append(batch)
        if len(batches) == 3:
            raise Killed
        return keep(self, *batch)

    monkeypatch.setattr(import_run.Inbox, "keep", killed_at_the_third)
    with pytest.raises(Killed):
        run_queued_imports(viewer, now=now)
    assert InboxRecord.objects.count() == 6
    broken = Import.objects.get(pk=import_id)
    assert (broken.state, broken.problem_code) == ("failed", "import_failed")
    monkeypatch.setattr(import_run.Inbox, "keep", keep)
    Import.objects.filter(pk=import_id).update(state="running")

    run_queued_imports(viewer, now=now)
    row = Import.objects.get(pk=import_id)
    assert (row.state, row.records_read, row.records_new, row.interactions_new) == ("done", 10, 10, 10)
    assert Person.objects.filter(is_person=True).count() == 11


def test_what_is_stopped_before_its_turn_is_not_run(viewer, upload, now):
    import_id = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now)
    stop_import(viewer, import_id, now=now)

    assert run_queued_imports(viewer, now=now) == []
    assert Import.objects.get(pk=import_id).state == "stopped"


def test_what_was_to_stop_when_its_worker_was_killed_has_stopped(viewer, upload, now):
    import_id = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now)
    Import.objects.filter(pk=import_id).update(state="stopping")

    assert run_queued_imports(viewer, now=now) == []
    assert Import.objects.get(pk=import_id).state == "stopped"


def test_a_running_import_stops_before_its_next_batch_and_what_is_in_is_whole(
    viewer, upload, now, monkeypatch
):
    monkeypatch.setattr(import_run, "RECORDS_A_BATCH", 3)
    monkeypatch.setattr(import_run, "SECONDS_BETWEEN_REPORTS", 0.0)
    import_id = queue_import(viewer, name="upload.mbox", upload=str(upload), now=now)
    keep = import_run.Inbox.keep

    def stopped_meanwhile(self, *batch):
        stop_import(viewer, import_id, now=now)
        return keep(self, *batch)

    monkeypatch.setattr(import_run.Inbox, "keep", stopped_meanwhile)
    [report] = run_queued_imports(viewer, now=now)

    assert report.state == Import.objects.get(pk=import_id).state == "stopped"
    assert report.records_new == InboxRecord.objects.count() == 3
    assert Person.objects.filter(is_person=True).count() == 4


def test_a_file_that_went_away_is_said(viewer, tmp_path, now):
    import_id = queue_import(viewer, name="gone", upload=str(tmp_path / "gone"), now=now)
    run_queued_imports(viewer, now=now)

    assert [p.code for p in Import.objects.get(pk=import_id).problems.all()] == ["no_such_file"]


def test_progress_is_told_while_it_runs(viewer, upload, now, monkeypatch):
    monkeypatch.setattr(import_run, "RECORDS_A_BATCH", 3)
    monkeypatch.setattr(import_run, "SECONDS_BETWEEN_REPORTS", 0.0)
    told = []
    import_paths(viewer, [upload], now=now, me=[ME], on_progress=told.append)

    assert [progress.records_read for progress in told] == [3, 6, 9]
    assert 0 < told[0].share_done < told[1].share_done <= told[2].share_done <= 1


def test_a_command_that_was_killed_is_no_longer_called_running(viewer, upload, now):
    Import.objects.create(owner_id=viewer.owner_id, name="killed", state="running", created_at=now)
    import_paths(viewer, [upload], now=now, me=[ME])

    assert set(Import.objects.values_list("state", flat=True)) == {"stopped", "done"}
    assert content(viewer)["interactions"]
