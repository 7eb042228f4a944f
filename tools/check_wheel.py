"""Proves that the wheel alone is the whole program: built, installed apart, run with nothing else in reach.

What runs after the installation finds no Node, make, git or checkout: its PATH is the new environment's own.
"""

import re
import socket
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 60
NAMED = re.compile(r'(?:src|href)="(/static/[^"]+)"')
MUST_HOLD = (
    "web/templates/renmai/frame/base.html",
    "web/static/renmai/js/page.js",
    "locale/zh_Hans/LC_MESSAGES/django.mo",
    "cli/locale/zh_Hans/LC_MESSAGES/django.mo",
)


def main() -> None:
    """Build, install, run; stop at the first thing that is missing."""
    with tempfile.TemporaryDirectory(prefix="renmai-wheel-") as folder:
        place = Path(folder)
        wheel = built(ROOT, place)
        lacking = [name for name in MUST_HOLD if f"renmai/{name}" not in listed(wheel)]
        if lacking:
            sys.exit(f"the wheel lacks {', '.join(lacking)}")
        environment = installed(wheel, ROOT / "requirements.lock", place / "venv")
        run(environment, place, "demo", "--no-serve")
        print(run(environment, place, "today"))
        with served(environment, place) as link:
            names = fetched(link)
        print(
            f"the wheel is whole: {wheel.stat().st_size // 1000} kB; a page and its {len(names)} files came"
        )


def built(checkout: Path, into: Path) -> Path:
    """Build a wheel of a checkout with the tools of this environment."""
    pip(
        Path(sys.executable),
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(into),
        str(checkout),
    )
    (wheel,) = into.glob("renmai-*.whl")
    return wheel


def listed(wheel: Path) -> str:
    """Return the names of a wheel's files."""
    words = [sys.executable, "-m", "zipfile", "--list", str(wheel)]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def installed(wheel: Path, lock: Path, into: Path) -> Path:
    """Make an environment that holds what the lock pins and the wheel; return its folder of programs."""
    venv.create(into, with_pip=True)
    python = into / "bin" / "python"
    pip(python, "install", "--require-hashes", "-r", str(lock))
    pip(python, "install", "--no-deps", str(wheel))
    return into / "bin"


def pip(python: Path, *words: str) -> None:
    """Run an environment's pip quietly."""
    subprocess.run([python, "-m", "pip", "--quiet", "--disable-pip-version-check", *words], check=True)


def alone(programs: Path, place: Path) -> dict[str, str]:
    """Return an environment of variables in which only the new environment's programs can be found."""
    return {"PATH": str(programs), "HOME": str(place), "RENMAI_HOME": str(place / "book"), "LANG": "C.UTF-8"}


def run(programs: Path, place: Path, *words: str) -> str:
    """Run `renmai` to its end and return what it printed."""
    command = [programs / "renmai", *words]
    done = subprocess.run(command, cwd=place, env=alone(programs, place), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"renmai {' '.join(words)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


@contextmanager
def served(programs: Path, place: Path) -> Iterator[str]:
    """Serve the book; yield the address that lets its owner in."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [programs / "renmai", "serve", "--host", "127.0.0.1", "--port", str(port)]
    variables = alone(programs, place) | {"PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, cwd=place, env=variables, stdout=subprocess.PIPE, text=True)
    try:
        printed = ""
        while not (link := re.search(r"http://127\.0\.0\.1:\d+/enter/[\w-]+/", printed)):
            line = server.stdout.readline()
            if not line:
                sys.exit(f"renmai serve printed no address:\n{printed}")
            printed += line.strip()
        yield link.group()
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def fetched(link: str) -> list[str]:
    """Enter by the link, then fetch the page and every static file that it names."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    page = answered(browser, link).decode()
    names = NAMED.findall(page)
    empty = [name for name in names if not answered(browser, link.split("/enter/")[0] + name)]
    if empty or not any("htmx" in name for name in names):
        sys.exit(f"the page lacks files: {empty or 'htmx'}")
    return names


def answered(browser: OpenerDirector, address: str) -> bytes:
    """Fetch an address of this machine, waiting for its server where that is still starting."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            return browser.open(address, timeout=PATIENCE_S).read()
        except URLError as refused:
            if isinstance(refused, HTTPError) or time.monotonic() > deadline:
                sys.exit(f"{address} was not served: {refused}")
            time.sleep(0.1)


if __name__ == "__main__":
    main()
