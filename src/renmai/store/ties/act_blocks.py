"""Blocks of acts: what engines ask of some thousands of acts at once, kept as compressed columns of numbers.

Acts are only ever added and removed. So a block holds as long as none of its acts is removed, whoever is
found to be who, and a new day reads columns instead of five million rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import count
from json import dumps, loads
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from django.db.models import Count, Max, Min, Sum
from numpy.typing import NDArray

from renmai.domain.capture.interactions import Role
from renmai.store.book.bulk import caching
from renmai.store.models import ActBlock, Interaction

ACTS_A_BLOCK = 50_000
NO_ZONE = 10_000
"""Stands for a zone that is not known; none is that far from Greenwich."""
ROLE_PLACES = " ".join(f"WHEN '{role}' THEN {place}" for place, role in enumerate(Role))
KINDS = b"kinds"
NO_ACT = 0
_ACTS = f"""
SELECT i.id, i.external_id, i.reply_to, i.at_epoch_s, i.audience, COALESCE(i.utc_offset_min, {NO_ZONE}),
       CASE i.nature WHEN 'direct' THEN i.kind ELSE i.nature END
FROM renmai_interaction i WHERE +i.owner_id = %s AND i.id BETWEEN %s AND %s ORDER BY i.id
"""
_PARTS = f"""
SELECT p.interaction_id, p.mention_id, CASE p.role {ROLE_PLACES} END
FROM renmai_interaction i CROSS JOIN renmai_participation p
WHERE +i.owner_id = %s AND i.id BETWEEN %s AND %s AND p.interaction_id = i.id ORDER BY p.interaction_id, p.id
"""
OF_ACTS = pa.schema(
    [
        ("act", pa.int64()),
        ("reply_to", pa.int64()),
        ("at", pa.int64()),
        ("audience", pa.int32()),
        ("offset_min", pa.int16()),
        ("kind", pa.int16()),
    ]
)
OF_PARTS = pa.schema([("of", pa.int32()), ("mention", pa.int32()), ("role", pa.int8())])
PACKED = pa.ipc.IpcWriteOptions(compression="zstd")
Whole = NDArray[np.int64]


class UnpackedBlock(NamedTuple):
    """Acts, and the parts in them in order of acts: `of` is an act's place, `kind` a place among `kinds`.

    A kind is the nature where that is not direct. Acts are named by a hash of their id; 0 is no act.
    """

    kinds: tuple[str, ...]
    act: Whole
    reply_to: Whole
    at: Whole
    audience: Whole
    offset_min: Whole
    kind: Whole
    of: Whole
    mention: Whole
    role: Whole


def blocks(owner_id: int) -> Iterator[UnpackedBlock]:
    """Yield all acts; what is not kept as it should be is read anew and kept."""
    held = ActBlock.objects.filter(owner_id=owner_id)
    acts = Interaction.objects.filter(owner_id=owner_id)
    ends = acts.aggregate(first=Min("pk"), last=Max("pk"), number=Count("pk"))
    if not ends["number"]:
        return
    spans = list(_spans(ends["first"], ends["last"]))
    known = dict(held.filter(last_id__lte=ends["last"]).values_list("first_id", "last_id"))
    missing = [span for span in spans if known.get(span[0]) != span[1]]
    for first, last in missing:
        _keep(owner_id, first, last)
    if held.aggregate(number=Sum("acts"))["number"] != ends["number"]:
        held.delete()
        for first, last in spans:
            _keep(owner_id, first, last)
    for first, _ in spans:
        row = held.filter(first_id=first, acts__gt=0).values_list("of_acts", "of_parts").first()
        if row is not None:
            yield _unpacked(*map(bytes, row))


def _spans(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of ids that blocks hold, the last as far as there are acts."""
    start = (first - 1) // ACTS_A_BLOCK * ACTS_A_BLOCK + 1
    for begin in range(start, last + 1, ACTS_A_BLOCK):
        yield begin, min(begin + ACTS_A_BLOCK - 1, last)


def _keep(owner_id: int, first: int, last: int) -> None:
    """Read a span of acts and keep it as a block."""
    with caching(owner_id) as cursor:
        cursor.execute(_ACTS, [owner_id, first, last])
        acts = cursor.fetchall()
        cursor.execute(_PARTS, [owner_id, first, last])
        parts = cursor.fetchall()
        ActBlock.objects.filter(owner_id=owner_id, first_id=first).delete()
        ActBlock.objects.create(
            owner_id=owner_id,
            first_id=first,
            last_id=last,
            acts=len(acts),
            of_acts=_acts_packed(acts) if acts else b"",
            of_parts=_parts_packed(acts, parts) if acts else b"",
        )


def _acts_packed(rows: Sequence[tuple[Any, ...]]) -> bytes:
    _ids, act, reply_to, at, audience, offset_min, kind = zip(*rows, strict=True)
    kinds: dict[str, int] = defaultdict(count().__next__)
    columns = (
        map(act_number, act),
        map(act_number, reply_to),
        at,
        audience,
        offset_min,
        map(kinds.__getitem__, kind),
    )
    numbers = [np.fromiter(column, np.int64, len(rows)) for column in columns]
    return _packed(OF_ACTS, numbers, {KINDS: dumps(list(kinds)).encode()})


def _parts_packed(acts: Sequence[tuple[Any, ...]], rows: Sequence[tuple[Any, ...]]) -> bytes:
    ids = np.fromiter((row[0] for row in acts), np.int64, len(acts))
    interaction, mention, role = np.array(rows, np.int64).reshape(-1, 3).T
    return _packed(OF_PARTS, [np.searchsorted(ids, interaction), mention, role], {})


def act_number(text: str) -> int:
    """Return the number by which an act's own id goes, the same in every process."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True) if text else NO_ACT


def _packed(schema: pa.Schema, columns: Sequence[Whole], about: dict[bytes, bytes]) -> bytes:
    arrays = [pa.array(column).cast(field.type) for column, field in zip(columns, schema, strict=True)]
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema.with_metadata(about), options=PACKED) as stream:
        stream.write_batch(pa.record_batch(arrays, schema.with_metadata(about)))
    return bytes(sink.getvalue().to_pybytes())


def _unpacked(of_acts: bytes, of_parts: bytes) -> UnpackedBlock:
    acts, parts = (pa.ipc.open_stream(packed).read_all() for packed in (of_acts, of_parts))
    kinds = loads((acts.schema.metadata or {})[KINDS])
    columns = [
        column.to_numpy().astype(np.int64) for table in (acts, parts) for column in table.itercolumns()
    ]
    return UnpackedBlock(tuple(kinds), *columns)
