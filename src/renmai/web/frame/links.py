"""One-time sign-in links: kept only as digests beside the book, valid once and for a short time."""

import os
import re
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

GOOD_FOR = timedelta(minutes=15)
LINK = re.compile(r"[0-9a-f]{64}(\.used)?")


def make_link(home: Path, *, now: datetime) -> str:
    """Return a fresh token for `/enter/<token>/`; only its digest and its end are written down."""
    token = secrets.token_urlsafe(24)
    folder = _folder(home)
    _sweep(folder, now)
    handle = os.open(folder / _digest(token), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(str(int((now + GOOD_FOR).timestamp())))
    return token


def redeem(home: Path, token: str, *, now: datetime) -> bool:
    """Tell whether `token` opens the door, and use it up; of two who try at once, one gets in."""
    path = _folder(home) / _digest(token)
    used = path.with_suffix(".used")
    try:
        path.rename(used)
    except FileNotFoundError:
        return False
    ends_at_epoch_s = int(used.read_text())
    used.unlink()
    return now.timestamp() < ends_at_epoch_s


def _folder(home: Path) -> Path:
    folder = home / "links"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _sweep(folder: Path, now: datetime) -> None:
    """Throw away links nobody used in time, and nothing else: the folder may be the owner's own."""
    if folder.is_symlink():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if LINK.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                path = Path(entry.path)
                if path.stat().st_mtime + GOOD_FOR.total_seconds() < now.timestamp():
                    path.unlink(missing_ok=True)
