"""What records mean, each by its own source, in the owner's region and zone."""

from collections.abc import Sequence
from functools import cache

from renmai.domain.book.owners import Viewer
from renmai.domain.capture.answers import addressed_to, names_no_receiver, writer_of
from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import RawRecord
from renmai.sources import registry
from renmai.sources.base import Adapted, ComparesRecords, HasParts, Reading, TellsApart
from renmai.sources.budget import ImportBudget
from renmai.sources.limits import broken, reading_one
from renmai.store.capture import kept_records


class Adapter:
    """Says what records mean, each by its own source, in the owner's region and zone.

    One that takes too long or breaks its source is kept, and means nothing; that is a problem at its place.
    What they mean is counted in `budget`. An answer that names no receiver was written to whom it answers,
    unless `is_alone` asks for what each record means without any other.
    """

    def __init__(self, viewer: Viewer, budget: ImportBudget | None = None, *, is_alone: bool = False) -> None:
        self.owner_id = viewer.owner_id
        self.reading = Reading(region=viewer.region, time_zone=viewer.time_zone)
        self.budget = budget or ImportBudget()
        self.is_alone = is_alone

    def is_same(self, one: RawRecord, other: RawRecord) -> bool:
        """Tell whether two records of one id are versions of one thing, as their source tells them apart."""
        source = registry.load_source(one.source)
        return not isinstance(source, TellsApart) or source.is_same(one, other)

    def holds_less(self, record: RawRecord, other: RawRecord) -> bool:
        """Tell whether a version names fewer of those concerned than another, as their source knows."""
        source = registry.load_source(record.source)
        return isinstance(source, ComparesRecords) and source.holds_less(record, other)

    def __call__(self, record: RawRecord) -> Adapted:
        try:
            with reading_one:
                meant = self._adapted(record)
            self.budget.spend_on(meant)
            return meant
        except Exception as fault:  # noqa: BLE001 - as in `one_by_one`
            return Adapted(problems=(broken(fault, source=record.source, file="", where=record.where),))

    def wholes(self, records: Sequence[RawRecord]) -> set[tuple[str, str]]:
        """Return source and id of the records that mean something else now that these parts are there."""
        found = set()
        for record in records:
            source = _with_parts(record.source)
            whole = source.whole_of(record) if source else ""
            if whole and whole != record.external_id:
                found.add((record.source, whole))
        mails = [record.external_id for record in records if _brings_mail(record.source)]
        found.update(kept_records.answers_without_receiver(self.owner_id, mails) if mails else ())
        return found

    def _adapted(self, record: RawRecord) -> Adapted:
        source = _with_parts(record.source)
        is_whole = source is not None and source.whole_of(record) == record.external_id
        parts = kept_records.parts_of(self.owner_id, record.source, record.external_id) if is_whole else []
        if source is None or not parts:
            return self._answering(record, registry.load_source(record.source).adapt(record, self.reading))
        whole = source.together(record, parts)
        return registry.load_source(record.source).adapt(whole, self.reading)._replace(rests_on_others=True)

    def _answering(self, record: RawRecord, meant: Adapted) -> Adapted:
        """Return what a record means with whom it answers as its receiver, where it names none."""
        if self.is_alone or len(meant.interactions) != 1 or not names_no_receiver(meant.interactions[0]):
            return meant
        (act,) = meant.interactions
        if act.kind != Kind.MAIL or act.reply_to == record.external_id:
            return meant
        answered = kept_records.latest_called(self.owner_id, record.source, [act.reply_to])
        if not answered:
            return meant._replace(rests_on_others=True)
        other = registry.load_source(record.source).adapt(answered[0][1], self.reading)
        writer = next(filter(None, map(writer_of, other.interactions)), None)
        heard = act if writer is None else addressed_to(act, writer)
        return meant._replace(interactions=(heard,), rests_on_others=True)


def _brings_mail(name: str) -> bool:
    return registry.load_source(name).brings == Kind.MAIL


@cache
def _with_parts(name: str) -> HasParts | None:
    """Return a source of which one thing may lie in several records, or None."""
    source = registry.load_source(name)
    return source if isinstance(source, HasParts) else None
