"""One suite on both databases: the store's and the actions' tests once more, on a private PostgreSQL."""

import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, postgres_programs

UNPRIVILEGED = ("postgres", "nobody")


def _as_somebody() -> dict[str, int]:
    """Return who may run PostgreSQL, which refuses root."""
    if os.getuid() != 0:
        return {}
    for name in UNPRIVILEGED:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid}
    pytest.skip("there is no unprivileged user to run PostgreSQL")
    raise AssertionError


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    """Start a cluster that is reached by a socket in a folder of its own; give its address."""
    programs, somebody = postgres_programs(), _as_somebody()
    folder = Path("/tmp") / f"renmai-pg-{os.getpid()}"  # a socket's path must be short
    folder.mkdir(mode=0o700)
    if somebody:
        os.chown(folder, somebody["user"], somebody["group"])
    data = folder / "data"
    run = {"cwd": folder, "check": True, "capture_output": True, "timeout": 60, **somebody}
    subprocess.run(
        [programs / "initdb", "-D", data, "-A", "trust", "-U", "renmai", "-E", "UTF8", "--no-sync"], **run
    )
    options = (
        f"-k {folder} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    )
    control = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    subprocess.run([*control, "-o", options, "start"], **run)
    try:
        yield f"postgres://renmai@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **run)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.postgres
def test_store_and_actions_keep_the_same_rules_on_postgresql(postgres):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "--maxfail=20",
            "-p",
            "no:cacheprovider",
            "-m",
            "not postgres and not devdata",
        ]
        + ["tests/store", "tests/actions"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": postgres, "CI": ""},
        capture_output=True,
        text=True,
        timeout=1800,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
