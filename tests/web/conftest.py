"""What the page's tests share: a book with people in it, and a client that has entered."""

from datetime import UTC, datetime

import pytest

from tests.built_once import built_once
from tests.web import letters

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch):
    """Let every page be of the same day."""
    monkeypatch.setenv("RENMAI_TODAY", letters.TODAY.isoformat())


@pytest.fixture(autouse=True)
def _imports_here(monkeypatch):
    """Let the worker read uploads itself: another process would look for them in another book."""
    from renmai.actions.capture.run_import import run_import
    from renmai.web import worker

    def here(viewer, import_id, *, now, program):
        return run_import(viewer, import_id, now=now)

    monkeypatch.setattr(worker, "run_import_apart", here)


@pytest.fixture
def owner(viewer):
    """A client that came in by a link."""
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from renmai.web.frame.links import make_link

    client = Client()
    client.get(f"/enter/{make_link(settings.HOME, now=timezone.now())}/")
    return client


@pytest.fixture
def stranger(viewer):
    """A client that never opened a link, beside a book that exists."""
    from django.test import Client

    return Client()


@pytest.fixture
@built_once
def read_files(viewer, tmp_path):
    """A book with two years of invented mail and two cards, at which nobody has looked yet."""
    return _with_files(viewer, tmp_path)


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """The same, looked at on its day."""
    from renmai.actions.today.plan_day import plan_day

    _with_files(viewer, tmp_path)
    plan_day(viewer, today=letters.TODAY)
    return viewer


def _with_files(viewer, folder):
    from renmai.actions.capture.import_paths import import_paths

    files = [letters.mailbox(folder / "mail.mbox"), letters.cards(folder / "cards.vcf")]
    import_paths(viewer, files, now=NOW, me=[letters.ME[1]])
    return viewer
