"""What the tests of the command line share: a way to run it, here or as a process, and a small mailbox."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import translation
from typer.testing import CliRunner

from renmai.cli.app import app
from tests.built_once import built_once
from tests.cli.letters import ENGLISH, LAST_DAY, ME, letter


@dataclass(frozen=True)
class Said:
    """What a run of the command line left behind."""

    status: int
    out: str
    err: str


def said_to(*words: object, language: dict[str, str] = ENGLISH) -> Said:
    """Run the command line in this process."""
    result = CliRunner(env={**language, "TZ": "Asia/Shanghai"}).invoke(app, [str(word) for word in words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def speak():
    """Run the command line in this process, without a book: whoever touches the database fails."""
    yield said_to
    translation.deactivate()


@pytest.fixture
def run(speak, transactional_db, engine_asked_once):
    """Run the command line in this process, on this test's database, in English unless told."""
    return speak


def said_by_process(home: Path, *words: object, language: dict[str, str] = ENGLISH) -> Said:
    """Run the installed program as a process of its own."""
    program = Path(sys.executable).with_name("renmai")
    environment = {**os.environ, **language, "RENMAI_HOME": str(home), "TZ": "Asia/Shanghai"}
    done = subprocess.run([program, *map(str, words)], env=environment, capture_output=True, timeout=600)
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def process(tmp_path):
    """Run the installed program as a process of its own, on a book of its own."""

    def process(*words: object, home: Path = tmp_path / "home", language: dict[str, str] = ENGLISH) -> Said:
        return said_by_process(home, *words, language=language)

    return process


@pytest.fixture(scope="session")
def empty_book(django_db_setup, django_db_blocker, tmp_path_factory) -> Path:
    """A database file with every table and nothing in it: a process would need two seconds to make one."""
    path = tmp_path_factory.mktemp("empty") / "renmai.sqlite3"
    with django_db_blocker.unblock(), closing(sqlite3.connect(path)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    return path


@pytest.fixture
def new_home(empty_book, tmp_path) -> Path:
    """A folder of a book, whose tables are there."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    shutil.copy(empty_book, home)
    return home


@pytest.fixture(scope="session")
def mailbox(tmp_path_factory) -> Path:
    """A year of letters: weekly with 李雷, a question of Ada's left open, a newsletter nobody answered."""
    me, li, ada = f"Me <{ME}>", "李雷 <lilei@example.cn>", "Ada Brook <ada@example.com>"
    end = datetime(2026, 3, 1, 9, tzinfo=UTC)
    letters = []
    for week in range(52, 0, -1):
        at = end - timedelta(weeks=week)
        letters.append(letter(li, me, at, f"周报 {week}", "这周一切顺利，你那边呢？"))
        letters.append(letter(me, li, at + timedelta(hours=5), f"Re: 周报 {week}", "都好，下周见。"))
        letters.append(letter("News <news@shop.example>", me, at, f"Offers {week}", "Buy now."))
    letters.append(letter(me, ada, end - timedelta(days=40), "Bridge plans", "Here are the plans."))
    letters.append(letter(ada, me, end - timedelta(days=38), "Re: Bridge plans", "Thank you, they are good."))
    letters.append(letter(ada, me, end - timedelta(days=3), "A date", "Could you come on Friday at ten?"))
    path = tmp_path_factory.mktemp("mails") / "letters.mbox"
    path.write_bytes(b"".join(letters))
    return path


@pytest.fixture
@built_once
def read_mailbox(transactional_db, engine_asked_once, mailbox) -> None:
    """Let the test's book be one that has read the mailbox and was looked at on its last day."""
    said = said_to("import", mailbox, "--me", ME)
    assert said.status == 0, said.err
    assert said_to("people", "--today", LAST_DAY).status == 0


@pytest.fixture
def book(run, read_mailbox):
    """The command line, on a book that has read the mailbox."""
    return run
