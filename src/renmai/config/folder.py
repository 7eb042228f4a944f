"""The book's folder: made for its owner alone, closed where it stood open, never another's taken unsaid."""

import secrets
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

from renmai.config.environment import WrongSetting
from renmai.store.book.alone import LOCK, alone
from renmai.store.book.private_files import close_to_others, is_open_to_others, put_whole

KEY = "secret_key"
DATABASE = "renmai.sqlite3"
OWN_FILES = (KEY, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "uploads", "links", "backups")
"""What the program itself puts there; whatever else lies beside them is the owner's own affair."""

BEGINNINGS = frozenset((*OWN_FILES, LOCK, f"{KEY}.new", "lost+found"))
"""What may lie in a folder whose book is only just being made, by another process at the same time."""


def named(environ: Mapping[str, str]) -> Path:
    """Return the whole path of the folder that the environment names, the system's for a user's data else."""
    return Path(environ.get("RENMAI_HOME") or user_data_path("renmai")).expanduser().absolute()


def enter(home: Path) -> str:
    """Return the book's own key; make its folder and key on first use, and close both to everybody else.

    Other things may lie there where nobody else may reach them anyway; closing a folder that others use would
    take it from them.

    :raises WrongSetting: if others may read it and only they can close it, or if it holds other things
    """
    if home.is_dir() and not is_a_books(home) and is_open_to_others(home):
        raise WrongSetting("setting_no_book_there", folder=str(home))
    return begin(home)


def begin(home: Path) -> str:
    """Do the same also where other things lie there already, as the owner asked for it."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in (home, *(home / name for name in OWN_FILES)):
        _close(path)
    return _key(home)


def is_a_books(home: Path) -> bool:
    """Tell whether a folder is a book's, or so empty that it may become one."""
    names = {path.name for path in home.iterdir()}
    others = {name for name in names if name[0] != "." and name not in BEGINNINGS}
    return bool(names & {KEY, DATABASE}) or not others


def _close(path: Path) -> None:
    try:
        if path.exists() and is_open_to_others(path):
            close_to_others(path)
    except PermissionError as refused:
        raise WrongSetting("setting_open_to_others", folder=str(path)) from refused


def _key(home: Path) -> str:
    """Return the secret that signs sessions; an empty one, as a full disk once left it, is none."""
    path = home / KEY
    if not (key := _read(path)):
        with alone(home):
            key = _read(path)
            if not key:
                key = secrets.token_urlsafe(48)
                put_whole(path, key.encode())
    return key


def _read(path: Path) -> str:
    return path.read_text().strip() if path.exists() else ""
