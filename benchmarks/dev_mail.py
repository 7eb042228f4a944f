"""The development mailboxes as one table of events, read by the program's own mail source.

`python -m benchmarks.dev_mail OUT.parquet` writes it. One row per mail and reader, with `act`, `reply_to`,
`role` and `audience`; people are one by the certain rules of identity, lists and robots are no people. A mail
that stands in two boxes counts once.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.devsets import ROOT
from renmai.domain.capture.interactions import Interaction, Nature, Role
from renmai.domain.capture.records import RawRecord
from renmai.domain.people.handles import Handle, nature_of
from renmai.domain.people.handles import HandleNature as HandleNature
from renmai.domain.people.identity import clusters
from renmai.domain.people.known import Known
from renmai.domain.people.mentions import LIST, Mention
from renmai.sources.base import Part, Reading
from renmai.sources.containers import walk
from renmai.sources.mail.adapt import adapt
from renmai.sources.mail.read import read

SCHEMA = pa.schema(
    [
        ("at_epoch_s", pa.int64()),
        ("sender", pa.string()),
        ("recipient", pa.string()),
        ("kind", pa.string()),
        ("audience", pa.int32()),
        ("role", pa.string()),
        ("act", pa.string()),
        ("reply_to", pa.string()),
        ("channel", pa.string()),
    ]
)


def boxes() -> list[Path]:
    """Return the mailboxes of the development data."""
    folder = Path(os.environ.get("RENMAI_DEVDATA") or ROOT.parent / "shared" / "data") / "mail"
    boxes_there = sorted(folder.glob("*.mbox.gz"))
    if not boxes_there:
        raise SystemExit(f"there are no mailboxes in {folder}; set RENMAI_DEVDATA")
    return boxes_there


def mail_events(paths: list[Path] | None = None) -> pa.Table:
    """Return the mails of some boxes, oldest first."""
    mails = read_mails(paths or boxes())
    names = people_of_mails(mails)
    rows = [row for mail in mails for row in _rows(mail, names)]
    return pa.Table.from_pylist(rows, schema=SCHEMA).sort_by(
        [("at_epoch_s", "ascending"), ("act", "ascending")]
    )


def read_mails(paths: list[Path]) -> list[Interaction]:
    """Return every mail of some boxes once."""
    return list({mail.external_id: mail for mail in _mails(paths)}.values())


def _mails(paths: list[Path]) -> Iterator[Interaction]:
    for path in paths:
        for part in walk(path):
            if isinstance(part, Part):
                for record in read(part):
                    if isinstance(record, RawRecord):
                        yield from adapt(record, Reading()).interactions


def _is_list(mention: Mention) -> bool:
    return any(fact.kind == LIST for fact in mention.facts)


def people_of_mails(mails: Iterable[Interaction]) -> dict[Handle, str]:
    """Return by handle who it is, for the handles of people."""
    mails = list(mails)
    mentions = {part.mention.handles: part.mention for mail in mails for part in mail.participations}
    lists = {
        handle
        for mail in mails
        for part in mail.participations
        if _is_list(part.mention)
        for handle in part.mention.handles
    }
    mentions_known = [
        Known(str(number), mention.name, tuple((handle, nature_of(handle)) for handle in handles))
        for number, (handles, mention) in enumerate(mentions.items())
    ]
    by_key = {part.key: part for part in mentions_known}
    name_of: dict[Handle, str] = {}
    for cluster in clusters(mentions_known):
        handles = [handle for key in cluster.keys for handle, _ in by_key[key].handles]
        if cluster.is_person and not lists & set(handles):
            name_of |= dict.fromkeys(handles, min(map(str, handles)))
    return {
        handle: name
        for handle, name in name_of.items()
        if nature_of(handle) not in (HandleNature.LIST, HandleNature.ROBOT)
    }


def _rows(mail: Interaction, names: dict[Handle, str]) -> Iterator[dict[str, object]]:
    parts = [(names.get(part.mention.handles[0]), part.role) for part in mail.participations]
    sender = next((name for name, role in parts if role == Role.SENDER), None)
    readers = {
        name: role for name, role in reversed(parts) if name and role != Role.SENDER and name != sender
    }
    if sender is None:
        return
    for name, role in readers.items():
        yield {
            "at_epoch_s": mail.at_epoch_s,
            "sender": sender,
            "recipient": name,
            "kind": mail.kind if mail.nature == Nature.DIRECT else str(mail.nature),
            "audience": len(readers),
            "role": str(role),
            "act": mail.external_id,
            "reply_to": mail.reply_to or None,
            "channel": mail.channel,
        }


def main() -> None:
    """Write the table."""
    table = mail_events()
    pq.write_table(table, sys.argv[1])
    print(f"{table.num_rows:,} events in {sys.argv[1]}")


if __name__ == "__main__":
    main()
