"""Mail from real life that was once read wrongly: own writing with invented people, in `tests/cases`."""

from pathlib import Path

from renmai.domain.capture.interactions import Interaction
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Reading
from renmai.sources.containers import walk
from renmai.sources.mail import SOURCE

CASES = Path(__file__).parent / "cases"
IN_SHANGHAI = Reading(region="CN", time_zone="Asia/Shanghai")


def items_of(case: str) -> list[RawRecord | Problem]:
    """Return everything the mails of a case are read as."""
    return [
        item
        for path in sorted((CASES / case).iterdir())
        for part in walk(path)
        if not isinstance(part, Problem) and SOURCE.recognises(part.head)
        for item in SOURCE.read(part)
    ]


def acts_of(case: str) -> list[Interaction]:
    """Return what the mails of a case mean, in Shanghai."""
    records = (item for item in items_of(case) if isinstance(item, RawRecord))
    return [act for record in records for act in SOURCE.adapt(record, IN_SHANGHAI).interactions]
