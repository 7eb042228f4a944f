"""The program as a process: quick to start, plain on a pipe, with a demo and a page of its own."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Said, said_by_process
from tests.cli.letters import ENGLISH, LAST_DAY, ME

HEAVY = {"ibis", "duckdb", "pyarrow", "phonenumbers", "sklearn", "scipy", "numpy", "pypinyin", "granian"}
LOADED = """
import atexit, json, sys
packages = lambda: sorted({name.partition(".")[0] for name in sys.modules})
atexit.register(lambda: print(json.dumps(packages()), file=sys.stderr))
sys.argv = ["renmai", *sys.argv[1:]]
from renmai.config.command import main
main()
"""


def loaded_by(home: Path, *words: str) -> set[str]:
    """Return the packages that a run of the program has loaded."""
    environment = {**os.environ, **ENGLISH, "RENMAI_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words], env=environment, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


class Imported(NamedTuple):
    """A book that has read the mailbox and was looked at, and what the import said."""

    home: Path
    said: Said


@pytest.fixture(scope="module")
def imported(empty_book, mailbox, tmp_path_factory) -> Imported:
    home = tmp_path_factory.mktemp("imported")
    shutil.copy(empty_book, home)
    said = said_by_process(home, "import", mailbox, "--me", ME)
    assert said_by_process(home, "people", "--today", LAST_DAY).status == 0
    return Imported(home, said)


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["people", "--help"], ["serve", "--help"]])
def test_to_say_what_it_is_the_program_loads_nothing_heavy(tmp_path, words):
    assert loaded_by(tmp_path, *words) & HEAVY == set()


@pytest.mark.parametrize("command", ["people", "today"])
def test_an_empty_book_is_shown_without_the_engine(tmp_path, command):
    assert loaded_by(tmp_path, command) & {"ibis", "duckdb", "sklearn", "scipy", "pypinyin"} == set()


def test_people_whose_ties_are_fresh_are_shown_without_the_engine(imported):
    assert loaded_by(imported.home, "people", "--today", LAST_DAY) & HEAVY == set()


def test_a_pipe_gets_no_colour_and_no_progress(imported):
    said = imported.said

    assert said.status == 0
    assert "\x1b[" not in said.out + said.err
    assert said.err == ""


def test_a_reader_that_goes_away_is_no_error(imported):
    program = Path(sys.executable).with_name("renmai")
    environment = {**os.environ, **ENGLISH, "RENMAI_HOME": str(imported.home)}
    words = [program, "people", "--json", "--today", LAST_DAY]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        err = running.stderr.read().decode()

    assert "Traceback" not in err and "BrokenPipe" not in err


def test_a_folder_that_cannot_be_used_is_one_sentence(process, tmp_path):
    (tmp_path / "taken").write_text("a file, no folder")
    said = process("today", home=tmp_path / "taken")

    assert said.status == 2
    assert said.err.startswith("renmai: ") and said.err.count("\n") == 1


def test_the_demo_has_a_folder_of_its_own_prints_today_for_invented_people_and_can_be_removed(tmp_path):
    environment = {**ENGLISH, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    program = Path(sys.executable).with_name("renmai")
    without_home = {name: value for name, value in os.environ.items() if name != "RENMAI_HOME"}
    done = subprocess.run(
        [program, "demo", "--no-serve"], env=without_home | environment, capture_output=True, check=True
    )
    said = done.stdout.decode()
    [home] = (tmp_path / "data").iterdir()

    assert home.name == "renmai-demo"
    assert "∵" in said and "invented" in said
    assert said_by_process(home, "demo", "--no-serve").status == 0
    assert json.loads(said_by_process(home, "people", "--json").out)
    assert said_by_process(home, "demo", "remove").status == 0
    assert json.loads(said_by_process(home, "people", "--json").out) == []


def test_the_page_is_served_to_this_machine_by_a_link_that_opens_once(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, **ENGLISH, "RENMAI_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    program = Path(sys.executable).with_name("renmai")
    words = [program, "serve", "--port", str(port)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as running:
        try:
            printed = re.search(r"http://(\w+\.localhost:\d+)(/\S+)", running.stdout.readline())
            host, path = printed.groups()
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            with eventually(lambda: browser.open(asked(host, path))) as page:
                assert page.status == 200 and "Renmai" in page.read().decode()
            with browser.open(asked(host, "/")) as page:
                assert page.status == 200
            for where in (asked(host, path), asked(f"127.0.0.1:{port}", "/")):
                with pytest.raises(urllib.error.HTTPError) as refused:
                    urllib.request.build_opener().open(where)
                refused.value.close()
        finally:
            running.send_signal(signal.SIGINT)


def asked(host: str, path: str) -> urllib.request.Request:
    """Return a look at this machine under a name that only browsers know."""
    port = host.rpartition(":")[2]
    return urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host})


def eventually(attempt, seconds: float = 600.0):
    """Return what `attempt` gives as soon as the server answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            return attempt()
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
