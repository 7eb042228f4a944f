"""A copy under a passphrase: two age files in an ordinary zip, which any age program opens.

`key.age` holds a key made for this one copy, closed by the passphrase; `book.age` holds the book, closed by
that key. So the book streams through, however large it is, while only the key is stretched.
"""

import zipfile
from pathlib import Path

import pyrage

KEY, BOOK = "key.age", "book.age"


class WrongPassphrase(Exception):
    """The passphrase does not open this file, or the file was changed."""


def encrypt(plain: Path, target: Path, passphrase: str) -> None:
    """Write a file into another one under a passphrase."""
    key = pyrage.x25519.Identity.generate()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(KEY, pyrage.passphrase.encrypt(str(key).encode(), passphrase))
        with plain.open("rb") as source, archive.open(BOOK, "w", force_zip64=True) as file:
            pyrage.encrypt_io(source, file, [key.to_public()])


def decrypt(path: Path, target: Path, passphrase: str) -> None:
    """Write what a file holds under a passphrase into another one.

    :raises WrongPassphrase: if the passphrase does not open it
    """
    with zipfile.ZipFile(path) as archive:
        try:
            opened = pyrage.passphrase.decrypt(archive.read(KEY), passphrase)
            key = pyrage.x25519.Identity.from_str(opened.decode())
            with archive.open(BOOK) as source, target.open("wb") as file:
                pyrage.decrypt_io(source, file, [key])
        except (pyrage.DecryptError, pyrage.IdentityError, zipfile.BadZipFile, OSError) as wrong:
            raise WrongPassphrase(str(wrong)) from wrong


def is_encrypted(path: Path) -> bool:
    """Tell whether a file holds a book under a passphrase."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist()) == {KEY, BOOK}
