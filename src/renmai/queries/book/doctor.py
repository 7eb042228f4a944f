"""The doctor: is this machine fit for the book, is the book whole, and what to do where it is not."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.staticfiles import finders

from renmai.domain.book.because import Because
from renmai.queries.book.faults import book_fault
from renmai.store.book import decisions, health, made_copies, this_book
from renmai.store.people import search

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
    found = [finding for check in MACHINE if (finding := _checked(*check)) is not None]
    tables = _checked("tables", _tables)
    if tables is not None:
        return [*found, tables]
    return [*found, *(finding for check in BOOK if (finding := _checked(*check)) is not None)]


def _checked(name: str, check: Callable[[], DoctorFinding | None]) -> DoctorFinding | None:
    """Return what a check finds; one that a fault ends is a finding, not the end of the others."""
    try:
        return check()
    except Exception as wrong:
        if not this_book.is_fault(wrong) and not isinstance(wrong, OSError):
            raise
        because = book_fault(wrong)
        if this_book.server() and because is not None:
            return DoctorFinding(check=name, is_good=False, because=because)
        numbers = {"check": name, "fault": str(wrong).strip()}
        code = "doctor_damaged" if this_book.is_damage(wrong) else "doctor_check_failed"
        return DoctorFinding(check=name, is_good=False, because=Because(code, numbers))


def _python() -> DoctorFinding:
    version = ".".join(map(str, sys.version_info[:3]))
    return _finding("python", sys.version_info[:2] >= LEAST_PYTHON, version=version)


def _space() -> DoctorFinding:
    home = settings.HOME
    free_mb = shutil.disk_usage(home if home.is_dir() else home.anchor).free // 1_000_000
    return _finding("space", free_mb >= LEAST_FREE_MB, free_mb=free_mb, folder=str(home))


def _front_end() -> DoctorFinding:
    return _finding("front_end", all(finders.find(script) for script in PAGE_SCRIPTS))


def _privacy() -> DoctorFinding | None:
    """Say whether only the owner reads the files that are in use, wherever they lie."""
    if not settings.HOME.is_dir():
        return None
    opened = health.open_to_others()
    return _finding("privacy", not opened, folder=str(opened[0] if opened else settings.HOME))


def _tables() -> DoctorFinding | None:
    """Say what is missing of the tables, None where nothing is."""
    missing = health.missing_migrations()
    if not missing:
        return None
    code = "doctor_no_book" if len(missing) == len(this_book.MIGRATIONS) else "doctor_behind"
    return DoctorFinding(check="tables", is_good=False, because=Because(code, {"missing": len(missing)}))


def _database() -> DoctorFinding:
    faults = health.faults_of_file()
    return _finding("database", not faults, engine=health.engine_version(), fault="; ".join(faults))


def _search() -> DoctorFinding:
    """Say whether the index is whole and knows everybody."""
    if faults := search.faults():
        because = Because("doctor_search_damaged", {"fault": "; ".join(faults)})
        return DoctorFinding(check="search", is_good=False, because=because)
    unindexed = health.unindexed_people()
    return _finding("search", unindexed == 0, unindexed_people=unindexed)


def _me() -> DoctorFinding:
    viewer = this_book.viewer_of_this_book()
    mine = decisions.my_handles(viewer.owner_id) if viewer else ()
    return _finding("me", bool(mine), handles=", ".join(handle.value for handle in mine))


def _backups() -> DoctorFinding:
    """Say when the newest backup was made that lies where the book knows of it."""
    viewer = this_book.viewer_of_this_book()
    for path, backup in made_copies.backups(viewer.owner_id).items() if viewer else ():
        numbers = {"path": str(path), "on": backup.made_at.date().isoformat()}
        return DoctorFinding(check="backup", is_good=True, because=Because("doctor_backup", numbers))
    return DoctorFinding(check="backup", is_good=True, because=Because("doctor_backup_none"))


def _erasures() -> DoctorFinding | None:
    """Say in which files somebody erased may still stand, None where in none."""
    viewer = this_book.viewer_of_this_book()
    unclean = made_copies.unclean(viewer.owner_id) if viewer else []
    if not unclean:
        return None
    numbers = {"count": len(unclean), "path": str(unclean[0])}
    return DoctorFinding(check="erasures", is_good=False, because=Because("doctor_unclean", numbers))


def _finding(check: str, is_good: bool, **numbers: object) -> DoctorFinding:
    code = f"doctor_{check}" if is_good else f"doctor_{check}_bad"
    return DoctorFinding(check=check, is_good=is_good, because=Because(code, numbers))


MACHINE = (("python", _python), ("space", _space), ("front_end", _front_end), ("privacy", _privacy))
BOOK = (
    ("database", _database),
    ("search", _search),
    ("me", _me),
    ("backup", _backups),
    ("erasures", _erasures),
)
