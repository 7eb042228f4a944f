"""Turns a kept row into a mention of the person, or the firm, it is of."""

from renmai.domain.capture.records import Problem, RawRecord
from renmai.domain.people.handles import HandleKind, HandleNature, nature_of
from renmai.domain.people.mentions import ORGANISATION, SORT, Fact, Mention
from renmai.sources.address_book import reach
from renmai.sources.address_book.facts import gone_said
from renmai.sources.base import Adapted, Reading
from renmai.sources.google_csv.columns import Entry
from renmai.sources.google_csv.facts import facts_of
from renmai.sources.google_csv.names import firm_of, name_of, reading_of
from renmai.sources.google_csv.ways import ways_of

_NO_REGION = "ZZ"
_SHOWN = 80


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return one mention, none for a row that names and reaches nobody; and the values that make no sense."""
    entry = Entry(record.fields)
    ways = ways_of(entry, reading.region)
    handles, shared = reach.settled(ways.found)
    facts, unclear_days = facts_of(entry)
    problems = tuple(
        _problem(record, code, value)
        for code, values in (
            ("google_csv_day_unclear", unclear_days),
            ("google_csv_number_rounded", ways.rounded),
            ("google_csv_value_unreadable", ways.unreadable),
        )
        for value in values
    )
    name, firm = name_of(entry), firm_of(entry)
    has_own_mail = any(h.kind == HandleKind.MAIL and nature_of(h) == HandleNature.PERSONAL for h in handles)
    is_firm = bool(firm) and not has_own_mail and name.casefold() in ("", firm.casefold())
    if not (name or handles or is_firm):
        return Adapted(problems=problems)
    sort = (Fact(SORT, ORGANISATION),) if is_firm else ()
    gone = () if is_firm else gone_said(name, facts)
    mention = Mention(firm if is_firm else name, handles, (*facts, *gone, *reading_of(entry), *shared, *sort))
    return Adapted(mentions=(mention,), problems=problems)


def names_nobody(entry: Entry) -> bool:
    """Tell whether a row holds neither a name nor a way to reach somebody."""
    return not (name_of(entry) or firm_of(entry) or ways_of(entry, _NO_REGION).found)


def _problem(record: RawRecord, code: str, text: str) -> Problem:
    numbers = {"row": record.where.numbers["row"], "text": text[:_SHOWN]}
    return Problem(source=record.source, file="", where=record.where, code=code, numbers=numbers)
