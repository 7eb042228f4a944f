"""What every room's tests share: a home of their own, a viewer, diaries, and the development data."""

import gc
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import django
import pytest
from hypothesis import HealthCheck, settings

HOME = Path(tempfile.mkdtemp(prefix="renmai-tests-"))
ROOT = Path(__file__).resolve().parent.parent
OWNER = 1_000
LONG = {"test_browser.py", "test_killed_acts.py", "test_postgres.py", "test_two_engines.py"}
DEVDATA = Path(os.environ.get("RENMAI_DEVDATA") or ROOT.parent / "shared" / "data")

# A busy machine, or the first run in a fresh clone, is slow; that says nothing of the rule under test.
# The suite draws few examples; `make test ARGS="--hypothesis-profile deep"` draws many.
FEW, MANY = 25, 1_000
for name, examples in (("house", FEW), ("deep", MANY)):
    settings.register_profile(
        name,
        settings.get_profile("ci" if os.environ.get("CI") and examples == FEW else "default"),
        deadline=None,
        max_examples=examples,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("house")


@pytest.hookimpl(tryfirst=True)
def pytest_configure():
    """Set Django up on a home of this process's own.

    The settings' name leaves the environment again: a worker of xdist that inherited it would load the
    settings of its parent's home before this file is read.
    """
    os.environ["RENMAI_HOME"] = str(HOME)
    # the workers share the cores: threads that wait for one another took a fifth of every small look
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ["DJANGO_SETTINGS_MODULE"] = "renmai.config.settings"
    django.setup()
    del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_unconfigure():
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Let what stays for the whole run be looked through for waste never: a third of its time went there."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Say why a part cannot run here, before it starts; let what takes a minute begin first."""
    reasons = {
        "devdata": None if DEVDATA.is_dir() else f"there is no development data in {DEVDATA}",
        "browser": None if chromium() else "there is no Chromium here",
        "postgres": None if postgres_programs() else "PostgreSQL's own programs are not here",
    }
    for item in items:
        for mark, reason in reasons.items():
            if reason and item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=reason))
    long = sorted({item.path for item in items if item.path.name in LONG})
    short = [item for item in items if item.path not in long]
    one, other = ([item for item in items if item.path in long[start::2]] for start in (0, 1))
    half = len(short) // 2
    # two workers begin with half of the tests each and take over from each other at the end
    items[:] = [*one, *short[:half], *other, *short[half:]]


def pytest_terminal_summary(terminalreporter, config):
    """Name every part that was left out, with its reason."""
    left_out = {
        (report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr))
        for report in terminalreporter.stats.get("skipped", [])
    }
    if left_out:
        terminalreporter.section("left out here")
        for reason in sorted(left_out):
            terminalreporter.line(reason.removeprefix("Skipped: "))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Under CI nothing may be left out, except what needs the development data where they are absent."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") != "true" or reporter is None or hasattr(session.config, "workerinput"):
        return
    forgiven = set() if DEVDATA.is_dir() else {"devdata"}
    missed = [r for r in reporter.stats.get("skipped", []) if not forgiven & set(r.keywords)]
    if missed and session.exitstatus == pytest.ExitCode.OK:
        reporter.line(f"under CI nothing may be left out, but {len(missed)} tests were")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def chromium() -> str | None:
    """Return the path of Chromium: the system's, else Playwright's own where it was installed."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    return next((str(path) for path in sorted(cache.glob("chromium-*/*/chrome"))), None)


def postgres_programs() -> Path | None:
    """Return the folder of PostgreSQL's `initdb`, wherever Debian or the search path has it."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    return next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """Keep the tests' database in a file, so that other processes can open it; make its tables at once.

    The migrations that follow find nothing to do. tests/house/test_migrations.py holds that what they would
    have made is the same.
    """
    from django.conf import settings
    from django.db.backends.signals import connection_created

    database = settings.DATABASES["default"]
    database.setdefault("TEST", {})["NAME"] = str(HOME / "tests.sqlite3")
    if database["ENGINE"].endswith("sqlite3"):
        connection_created.connect(_make_tables)


def _make_tables(connection, **_signal):
    """Make the tables of a new book where the tests' database, still empty, is opened for the first time."""
    from django.db.backends.signals import connection_created

    from renmai.store.book import new_tables

    if Path(connection.settings_dict["NAME"]).name.startswith("tests"):
        connection_created.disconnect(_make_tables)
        new_tables.make_in_empty_file()


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Chromium's path, for tests marked `browser`."""
    return chromium()


@pytest.fixture(scope="session")
def devdata() -> Path:
    """The folder of development data, for tests marked `devdata`."""
    return DEVDATA


@pytest.fixture
def home() -> Path:
    """This worker's RENMAI_HOME."""
    return HOME


@pytest.fixture
def now() -> datetime:
    """A moment that never moves."""
    return datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def emptied_index(request, django_db_blocker):
    """After a test of real transactions empty the search index, which is no table that Django empties."""
    yield
    mark = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (mark and mark.kwargs.get("transaction")):
        from django.db import connection

        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM renmai_search")


@pytest.fixture(scope="session")
def engine_asked_once():
    """Work out what a small book's ties are once in this worker; see tests/asked_once.py."""
    from importlib import import_module

    from renmai.engine.backend import connected
    from renmai.upkeep.ties.computed import ENGINE_MEMORY
    from tests.asked_once import ASKING, asked_once

    with connected(memory_limit=ENGINE_MEMORY), pytest.MonkeyPatch.context() as patched:
        for module, names in ASKING.items():
            asking = import_module(module)
            for name in names:
                patched.setattr(asking, name, asked_once(getattr(asking, name)))
        yield


@pytest.fixture
def viewer(db, engine_asked_once):
    """The owner of an empty book, who reads English in Shanghai."""
    from renmai.domain.book.owners import Viewer
    from renmai.store.models import Owner

    owner = Owner.objects.create(
        pk=OWNER,  # the same in every test, so that a book that was built once is everybody's
        language="en",
        time_zone="Asia/Shanghai",
        region="CN",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    return Viewer(owner_id=owner.pk, language="en", time_zone=owner.time_zone, region=owner.region)


@pytest.fixture
def diary(request):
    """The interactions written in the test's own docstring; see tests/diary.py."""
    from tests.diary import interactions

    return interactions(request.function.__doc__ or "")
