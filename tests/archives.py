"""Months of a list's archive as Pipermail writes them: no receiver, and every address in disguise."""

import gzip
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple


class Post(NamedTuple):
    """One post: its number, day, writer as From gives them, and the number of the post that it answers."""

    number: int
    day: str
    writer: str
    answers: int = 0
    text: str = "Has anybody tried to nest the loops?"
    headers: str = ""


def month(path: Path, posts: Sequence[Post], *, is_zipped: bool = False) -> Path:
    """Write one month of an archive."""
    raw = "\n".join(map(_written, posts)).encode()
    path.write_bytes(gzip.compress(raw) if is_zipped else raw)
    return path


def _written(post: Post) -> str:
    sent_at = datetime.fromisoformat(f"{post.day}T10:00:00").replace(tzinfo=UTC)
    address = post.writer.partition(" (")[0]
    again = "Re: " if post.answers else ""
    answered = f"In-Reply-To: <{post.answers}@lists.example>\nReferences: <{post.answers}@lists.example>\n"
    return (
        f"From {address}  {sent_at:%a %b %e %H:%M:%S %Y}\nFrom: {post.writer}\n"
        f"Date: {format_datetime(sent_at)}\nSubject: {again}[Devel] Loops\n"
        f"{answered if post.answers else ''}{post.headers}Message-ID: <{post.number}@lists.example>\n\n"
        f"{post.text}\n\n"
    )
