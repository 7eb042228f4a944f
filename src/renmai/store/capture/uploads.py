"""Uploaded files: they belong to an import, or they go."""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings

from renmai.store.capture.imports import BUSY
from renmai.store.models import Import


def discard_unnamed() -> int:
    """Remove every folder of uploads that no import names; return how many there were."""
    folder = settings.HOME / "uploads"
    named = {
        part
        for upload in Import.objects.exclude(upload="").values_list("upload", flat=True)
        for part in Path(upload).parts
    }
    gone = [path for path in folder.iterdir() if path.name not in named] if folder.is_dir() else []
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
    return len(gone)


def previews_before(owner_id: int, moment: datetime) -> list[int]:
    """Return the previews that ended before a moment and were neither kept nor thrown away."""
    found = Import.objects.filter(owner_id=owner_id, is_preview=True, ended_at__lt=moment)
    return list(found.exclude(state__in=(*BUSY, "undone")).values_list("pk", flat=True))
