"""What the environment sets, checked once at start: a wrong value is refused before any page is asked for."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

from renmai.domain.book.days import day_named
from renmai.domain.book.refusals import Refused

ENGINES = {"django.db.backends.sqlite3": "sqlite", "django.db.backends.postgresql": "postgres"}


class WrongSetting(Refused):
    """A variable of the environment says something that cannot be."""


def check_day(environ: Mapping[str, str], name: str = "RENMAI_TODAY") -> None:
    """Make sure that the day which every page is to be of is one.

    :raises WrongSetting: if it is none
    """
    text = environ.get(name, "")
    try:
        if text:
            day_named(text)
    except ValueError as wrong:
        raise WrongSetting("setting_no_day", name=name, text=text) from wrong


def database(environ: Mapping[str, str], *, otherwise: Path) -> dict[str, object]:
    """Return the database that DATABASE_URL names, or the one in the book's folder.

    Its text is never repeated, since a password may stand in it.

    :param otherwise: the whole path of its file where none is set; no address is made of it, since in one
        a `#`, `?` or `%` of a folder's name would mean something else
    :raises WrongSetting: if it names none that this program can keep a book in
    """
    address = environ.get("DATABASE_URL")
    if not address:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(otherwise)}
    try:
        found = dict(dj_database_url.parse(address))
    except ValueError as wrong:
        raise WrongSetting("setting_no_database") from wrong
    engine = ENGINES.get(str(found["ENGINE"]))
    if engine is None or not found["NAME"]:
        raise WrongSetting("setting_no_database")
    if engine == "postgres" and find_spec("psycopg") is None:
        raise WrongSetting("setting_wants_postgres")
    return found


def embeddings(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the endpoint that turns texts into vectors: its address, its model, the key for it, a proxy.

    :raises WrongSetting: if an address is none, or no model is named with it
    """
    proxy = environ.get("RENMAI_EMBEDDINGS_PROXY", "")
    if proxy and not _is_http(proxy):
        raise WrongSetting("setting_no_address", name="RENMAI_EMBEDDINGS_PROXY", text=proxy)
    url = environ.get("RENMAI_EMBEDDINGS_URL", "")
    model = environ.get("RENMAI_EMBEDDINGS_MODEL", "")
    if url and not _is_http(url):
        raise WrongSetting("setting_no_address", name="RENMAI_EMBEDDINGS_URL", text=url)
    if url and not model:
        raise WrongSetting("setting_no_model", name="RENMAI_EMBEDDINGS_MODEL")
    return {"url": url, "model": model, "key": environ.get("RENMAI_EMBEDDINGS_KEY", ""), "proxy": proxy}


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
