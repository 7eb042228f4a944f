"""What records mean, each by its own source, in the owner's region and zone."""

from renmai.domain.book.owners import Viewer
from renmai.domain.capture.records import RawRecord
from renmai.sources import registry
from renmai.sources.base import Adapted, Reading, TellsApart
from renmai.sources.budget import ImportBudget
from renmai.sources.limits import broken, reading_one


class Adapter:
    """Says what records mean, each by its own source, in the owner's region and zone.

    One that takes too long or breaks its source is kept, and means nothing; that is a problem at its place.
    What they mean is counted in `budget`.
    """

    def __init__(self, viewer: Viewer, budget: ImportBudget | None = None) -> None:
        self.reading = Reading(region=viewer.region, time_zone=viewer.time_zone)
        self.budget = budget or ImportBudget()

    def is_same(self, one: RawRecord, other: RawRecord) -> bool:
        """Tell whether two records of one id are versions of one thing, as their source tells them apart."""
        source = registry.load_source(one.source)
        return not isinstance(source, TellsApart) or source.is_same(one, other)

    def __call__(self, record: RawRecord) -> Adapted:
        try:
            with reading_one:
                meant = registry.load_source(record.source).adapt(record, self.reading)
            self.budget.spend_on(meant)
            return meant
        except Exception as fault:  # noqa: BLE001 - as in `one_by_one`
            return Adapted(problems=(broken(fault, source=record.source, file="", where=record.where),))
