"""What becomes of a record when somebody is erased: it goes, it stays without them, or as it was."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from json import dumps
from typing import NamedTuple

from renmai.domain.book.owners import Viewer
from renmai.domain.capture.interactions import Role
from renmai.domain.capture.records import RawRecord
from renmai.domain.people.decided import ANCHOR_OF_MENTION
from renmai.domain.people.erasing import BLANK, Blotter, blotter_of
from renmai.domain.people.handles import Handle, HandleKind, spelt_otherwise
from renmai.domain.people.mentions import ME, Mention
from renmai.queries.capture.adapter import Adapter
from renmai.sources import registry
from renmai.sources.base import Adapted, DropsLines
from renmai.store.book import decisions
from renmai.store.people.erasures import ErasedDigests
from renmai.store.people.mentions import key_of_card, key_of_trace

ADDRESS = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{1,63}")


class NamedMention(NamedTuple):
    """Somebody a record names, under the key that the mention has in the book, and whether they wrote it."""

    mention: Mention
    key: str
    is_described: bool
    is_sender: bool


class RecordEraser:
    """Takes erased people out of records, by the digests of their handles and by their texts, where known."""

    def __init__(
        self,
        digests: ErasedDigests,
        adapt: Callable[[RawRecord], Adapted],
        mine: Iterable[Handle],
        blotter: Blotter | None = None,
    ) -> None:
        self.digests = digests
        self.adapt = adapt
        self.mine = frozenset(mine)
        self.blotter = blotter

    def without(self, record: RawRecord) -> RawRecord | None:
        """Return the record as it may be kept, None where it must go whole.

        What somebody who was erased wrote, what describes them, and what names nobody else but the owner
        goes; of anything else they are left out.
        """
        named = list(self._named(record))
        erased = [each for each in named if self._is_erased(each)]
        told = [handle for handle in _addresses_in(record) if self.digests.holds(str(handle))]
        if not erased:
            return self._blotted(self._blotted(record, blotter_of(told, ())), self.blotter)
        if any(each.is_described or each.is_sender for each in erased):
            return None
        if not any(each not in erased and not self._is_mine(each.mention) for each in named):
            return None
        handles = [*told, *(handle for each in erased for handle in each.mention.handles)]
        names = [each.mention.name for each in erased if each.mention.name]
        left = self._blotted(self._blotted(record, blotter_of(handles, names)), self.blotter)
        source = registry.load_source(record.source)
        if isinstance(source, DropsLines):
            left = source.without_lines(left, BLANK)
        return None if any(map(self._is_erased, self._named(left))) else left

    def _named(self, record: RawRecord) -> Iterator[NamedMention]:
        meant = self.adapt(record)
        for place, mention in enumerate(meant.mentions):
            yield NamedMention(mention, key_of_card(record.source, record.external_id, place), True, False)
        seen = set()
        for act in meant.interactions:
            for part in act.participations:
                if (part.mention, part.role) not in seen:
                    seen.add((part.mention, part.role))
                    key = key_of_trace(part.mention, record.source, record.external_id)
                    yield NamedMention(part.mention, key, False, part.role == Role.SENDER)

    def _is_erased(self, named: NamedMention) -> bool:
        handles = named.mention.handles
        texts = [*map(str, handles), *spelt_otherwise(handles), ANCHOR_OF_MENTION + named.key]
        return not self._is_mine(named.mention) and any(map(self.digests.holds, texts))

    def _is_mine(self, mention: Mention) -> bool:
        return bool(self.mine.intersection(mention.handles)) or any(fact.kind == ME for fact in mention.facts)

    def _blotted(self, record: RawRecord, blotter: Blotter | None) -> RawRecord:
        if blotter is None:
            return record
        fields = {str(blotter.blot(name)): blotter.blot(value) for name, value in record.fields.items()}
        external_id = str(blotter.blot(record.external_id))
        if fields == record.fields and external_id == record.external_id:
            return record
        return replace(record, fields=fields, external_id=external_id)


def _addresses_in(record: RawRecord) -> set[Handle]:
    """Return the mail addresses that stand anywhere in a record, in headers and texts."""
    text = dumps(dict(record.fields), ensure_ascii=False)
    return {Handle(HandleKind.MAIL, address.lower()) for address in ADDRESS.findall(text)}


def eraser_of(viewer: Viewer) -> RecordEraser | None:
    """Return what keeps erased people from coming back, None where nobody was erased."""
    digests = ErasedDigests(viewer.owner_id)
    if not digests:
        return None
    return RecordEraser(digests, Adapter(viewer, is_alone=True), decisions.my_handles(viewer.owner_id))
