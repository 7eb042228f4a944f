"""Mails that broke other readers are read; on a real list we agree with the standard library."""

import email
import email.policy
import json
import random
from pathlib import Path

import pytest

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Part, Reading
from renmai.sources.containers import walk
from renmai.sources.mail import SOURCE
from renmai.sources.mail.addresses import mailboxes
from renmai.sources.mail.dates import moment_of
from renmai.sources.mail.headers import headers_of, ids_of, parted
from renmai.sources.mail.split import mails_of

FIXTURES = Path(__file__).parent.parent / "fixtures" / "mail"
FILES = sorted(path for path in FIXTURES.rglob("*") if path.is_file() and path.name != "LICENSE")
SAMPLE = 2000


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_mail_that_broke_other_readers_is_read_or_refused_in_words(path):
    for part in walk(path):
        if isinstance(part, Problem):
            assert part.code == "empty"
            continue
        for item in SOURCE.read(part):
            if isinstance(item, RawRecord):
                json.dumps(item.fields).encode()
                found = SOURCE.adapt(item, Reading())
                assert len(found.interactions) + len(found.problems) >= 1


def test_nearly_every_mail_among_the_fixtures_is_known_for_one():
    mails = [path for path in FILES if path.suffix == ".eml" or path.name.startswith(("msg_", "mail_"))]
    unknown = [path.name for path in mails if not SOURCE.recognises(path.read_bytes()[:4096])]

    assert len(mails) > 140
    assert len(unknown) <= 9, unknown  # fragments that say neither who nor when


def of_standard_library(message, name: str) -> list[tuple[str, str]] | None:
    """Return the mailboxes that the standard library finds, or None where it fails on its own."""
    try:
        headers = message.get_all(name) or []
        return [
            (a.display_name, "".join(a.addr_spec.split())) for h in headers for a in h.addresses if a.domain
        ]
    except (AttributeError, IndexError, ValueError, TypeError):
        return None


@pytest.mark.devdata
def test_on_a_real_list_headers_are_what_the_standard_library_says(devdata):
    names_differ, checked = 0, 0
    for archive in sorted((devdata / "mail").glob("*.mbox.gz")):
        (part,) = [part for part in walk(archive) if isinstance(part, Part)]
        with part.open() as stream:
            cuts = list(mails_of(stream))
        for cut in random.Random(archive.name).sample(cuts, SAMPLE // 3):
            message = email.message_from_bytes(cut.mail.split(b"\n", 1)[1], policy=email.policy.default)
            own = headers_of(cut.mail, parted(cut.mail)[0]).values
            checked += 1
            for name in ("from", "to", "cc"):
                theirs, ours = (
                    of_standard_library(message, name),
                    [tuple(m) for m in mailboxes(own.get(name, ""))],
                )
                if theirs is not None and "�" not in str(theirs) and str(theirs).isprintable():
                    assert [address for _, address in ours] == [address for _, address in theirs]
                    names_differ += ours != theirs
            assert moment_of(own["date"]).at_epoch_s == int(message["date"].datetime.timestamp())
            for header, field in (("message-id", "message_id"), ("in-reply-to", "in_reply_to")):
                assert ids_of(own.get(field, "")) == ids_of(str(message.get(header, "")))
            assert own.get("subject", "") == " ".join(str(message.get("subject", "")).split())

    assert checked >= SAMPLE - 3
    assert names_differ <= checked // 100


@pytest.mark.devdata
def test_every_mail_of_a_real_list_becomes_one_act_without_a_problem(devdata):
    (part,) = walk(devdata / "mail" / "linux-i2c-2019.mbox.gz")
    items = list(SOURCE.read(part))

    assert len(items) == 3363
    assert [item for item in items if isinstance(item, Problem)] == []
    assert all(len(SOURCE.adapt(item, Reading()).interactions) == 1 for item in items)
