"""What the tests of the command line share: a way to run it, here or as a process, and a small mailbox."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import translation
from typer.testing import CliRunner

from renmai.cli.app import app
from tests.cli.letters import ENGLISH, ME, letter


@dataclass(frozen=True)
class Said:
    """What a run of the command line left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def speak():
    """Run the command line in this process, without a book: whoever touches the database fails."""

    def speak(*words: object, language: dict[str, str] = ENGLISH) -> Said:
        result = CliRunner(env={**language, "TZ": "Asia/Shanghai"}).invoke(app, [str(word) for word in words])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    yield speak
    translation.deactivate()


@pytest.fixture
def run(speak, transactional_db):
    """Run the command line in this process, on this test's database, in English unless told."""
    return speak


@pytest.fixture
def process(tmp_path):
    """Run the installed program as a process of its own, on a book of its own."""

    def process(*words: object, home: Path = tmp_path / "home", language: dict[str, str] = ENGLISH) -> Said:
        program = Path(sys.executable).with_name("renmai")
        environment = {**os.environ, **language, "RENMAI_HOME": str(home), "TZ": "Asia/Shanghai"}
        done = subprocess.run([program, *map(str, words)], env=environment, capture_output=True, timeout=600)
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return process


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
def book(run, mailbox):
    """A book that has read the mailbox."""
    said = run("import", mailbox, "--me", ME)
    assert said.status == 0, said.err
    return run
