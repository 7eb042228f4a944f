"""Uploads: files written to the book's own folder as they arrive, never held in memory."""

import re
import secrets
import shutil
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

CHUNK_BYTES = 1 << 20
LONGEST_NAME = 120


if TYPE_CHECKING:
    UploadedBytes = UploadedFile[bytes]
else:
    UploadedBytes = UploadedFile  # Django's class takes no type argument while it runs


class KeptFile(UploadedBytes):
    """A file that already lies where it will be read from."""

    def __init__(self, path: Path, size: int, content_type: str | None) -> None:
        self.path = path
        super().__init__(None, path.name, content_type, size)

    def close(self) -> None:
        """Close nothing: the file was closed when it was whole, and is read by its path."""


class IntoTheBook(FileUploadHandler):
    """Stream every file of one request into one fresh folder below `uploads`, readable by its owner only."""

    chunk_size = CHUNK_BYTES

    def __init__(self, request: HttpRequest, uploads: Path) -> None:
        super().__init__(request)
        self.folder = uploads / secrets.token_hex(8)
        self.is_kept = False
        self.arriving: list[tuple[Path, BinaryIO]] = []
        """The file that is being written; Django sends one after the other."""

    def new_file(
        self,
        field_name: str,
        file_name: str,
        content_type: str,
        content_length: int | None,
        charset: str | None = None,
        content_type_extra: dict[str, bytes] | None = None,
    ) -> None:
        """Open a file of a safe name; a name that came twice gets a number."""
        super().new_file(field_name, file_name, content_type, content_length, charset, content_type_extra)
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = free_path(self.folder, safe_name(file_name))
        path.touch(mode=0o600)
        self.arriving.append((path, path.open("wb")))

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write what came; give nothing on to another handler."""
        _path, file = self.arriving[-1]
        file.write(raw_data)

    def file_complete(self, file_size: int) -> KeptFile:
        """Close the file and hand it over."""
        path, file = self.arriving.pop()
        file.close()
        return KeptFile(path, file_size, self.content_type)

    def upload_interrupted(self) -> None:
        """Leave no half file behind when the sender goes away."""
        while self.arriving:
            path, file = self.arriving.pop()
            file.close()
            path.unlink(missing_ok=True)

    def discard_unless_kept(self) -> None:
        """Remove everything that came with a request of which no import was made."""
        if not self.is_kept:
            self.upload_interrupted()
            shutil.rmtree(self.folder, ignore_errors=True)


def kept_files(request: HttpRequest, field: str) -> list[KeptFile]:
    """Return the files of a field, each where `IntoTheBook` wrote it."""
    return [file for file in request.FILES.getlist(field) if isinstance(file, KeptFile)]


def safe_name(name: str | None) -> str:
    """Return a file name without folders, control characters or a leading dot; letters of any script stay."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name or ""))[-1]
    clean = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip(" .")
    return clean.encode()[-LONGEST_NAME:].decode(errors="ignore") or "upload"


def free_path(folder: Path, name: str) -> Path:
    """Return a path in `folder` nobody has yet."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{number} {name}"
    return path
