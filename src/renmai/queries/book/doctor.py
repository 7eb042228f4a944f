"""The doctor: is this machine fit for the book, is the book whole, and what to do where it is not."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.staticfiles import finders

from renmai.domain.book.because import Because
from renmai.store.book import decisions, health, this_book

LEAST_PYTHON = (3, 11)
LEAST_FREE_MB = 500
PAGE_SCRIPTS = ("django_htmx/htmx-2.min.js", "renmai/js/page.js")  # the first comes with django-htmx


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorFinding:
    """One thing looked at: `check` names it, `is_good` says whether it is well, `because` what was found."""

    check: str
    is_good: bool
    because: Because


def doctor() -> list[DoctorFinding]:
    """Return every finding; where there is no book yet, only what can be said without one."""
    found = [*_machine()]
    if missing := health.missing_migrations():
        code = "doctor_no_book" if len(missing) == len(this_book.MIGRATIONS) else "doctor_behind"
        return [
            *found,
            DoctorFinding(check="tables", is_good=False, because=Because(code, {"missing": len(missing)})),
        ]
    return [*found, *_book()]


def _machine() -> Iterator[DoctorFinding]:
    """Yield what can be said of the machine."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield _finding("python", sys.version_info[:2] >= LEAST_PYTHON, version=version)
    home = settings.HOME
    free_mb = shutil.disk_usage(home if home.is_dir() else home.anchor).free // 1_000_000
    yield _finding("space", free_mb >= LEAST_FREE_MB, free_mb=free_mb, folder=str(home))
    yield _finding("front_end", all(finders.find(script) for script in PAGE_SCRIPTS))
    if home.is_dir():
        opened = health.open_to_others()
        yield _finding("privacy", not opened, folder=str(opened[0] if opened else home))


def _book() -> Iterator[DoctorFinding]:
    """Yield what can be said of the book."""
    faults = health.faults_of_file()
    yield _finding("database", not faults, engine=health.engine_version(), fault="; ".join(faults))
    unindexed = health.unindexed_people()
    yield _finding("search", unindexed == 0, unindexed_people=unindexed)
    viewer = this_book.viewer_of_this_book()
    mine = decisions.my_handles(viewer.owner_id) if viewer else ()
    yield _finding("me", bool(mine), handles=", ".join(handle.value for handle in mine))


def _finding(check: str, is_good: bool, **numbers: object) -> DoctorFinding:
    code = f"doctor_{check}" if is_good else f"doctor_{check}_bad"
    return DoctorFinding(check=check, is_good=is_good, because=Because(code, numbers))
