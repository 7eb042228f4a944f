"""Take the README's pictures from the running demo: Today in English and in Chinese."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "img"
RENMAI = Path(sys.executable).with_name("renmai")
PORT = 8797
DAY = "2026-03-02"
LANGUAGES = {"en": "en_GB.UTF-8", "zh": "zh_CN.UTF-8"}


@contextmanager
def demo(locale: str) -> Iterator[str]:
    """Serve the demo in a book of its own; yield the address that lets in once."""
    with tempfile.TemporaryDirectory(prefix="renmai-picture-") as home:
        environment = {
            **os.environ,
            "RENMAI_HOME": home,
            "LC_ALL": locale,
            "TZ": "Asia/Shanghai",
            "PYTHONUNBUFFERED": "1",
        }
        command = [RENMAI, "demo", "--port", str(PORT), "--today", DAY]
        running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            yield next(
                found[0] for line in running.stdout if (found := re.search(r"http://\S+/enter/\S+", line))
            )
        finally:
            running.terminate()
            running.wait()


def wait_for_the_server(seconds: float = 20.0) -> None:
    """Return when something listens at the port."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", PORT)) == 0:
                return
        time.sleep(0.1)
    sys.exit("the demo's server did not answer")


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for language, locale in LANGUAGES.items():
            with demo(locale) as address:
                page = browser.new_page(viewport={"width": 1180, "height": 860}, device_scale_factor=1.5)
                wait_for_the_server()
                page.goto(address)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=PICTURES / f"today-{language}.png")
        browser.close()


if __name__ == "__main__":
    main()
