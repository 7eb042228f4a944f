"""Turns a kept card into a mention of the person it is of."""

from renmai.domain.capture.records import RawRecord
from renmai.domain.people.mentions import ORGANISATION, SORT, Fact, Mention
from renmai.sources.address_book.facts import gone_said
from renmai.sources.base import Adapted, Reading
from renmai.sources.vcard.codec import card_of
from renmai.sources.vcard.facts import facts_of
from renmai.sources.vcard.names import is_firm_s, name_of, reading_of
from renmai.sources.vcard.properties import Card, CardProperty
from renmai.sources.vcard.reach import handles_of, labels_of
from renmai.sources.vcard.values import text_of

_NO_PERSON = frozenset({"group", "location", "application", "device"})
_ORGANISATIONS = frozenset({"org", "company"})
_NO_REGION = "ZZ"


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return one mention; none for a group, a place, a thing, or a card that names and reaches nobody."""
    card = card_of(record.fields)
    kind = _kind_of(card)
    name = name_of(card)
    labels = labels_of(card)
    handles, shared = handles_of(card, labels, reading.region)
    if kind in _NO_PERSON or not (name or handles):
        return Adapted()
    is_firm = kind in _ORGANISATIONS or (not _kinds_of(card) and is_firm_s(card))
    sort = (Fact(SORT, ORGANISATION),) if is_firm else ()
    told = facts_of(card, labels)
    facts = (*told, *gone_said(name, told), *reading_of(card, name), *shared, *sort)
    return Adapted(mentions=(Mention(name, handles, facts),))


def names_nobody(card: Card) -> bool:
    """Tell whether a card holds neither a name nor a way to reach somebody."""
    return not name_of(card) and not handles_of(card, {}, _NO_REGION)[0]


def _kind_of(card: Card) -> str:
    """Return what a card is of, in lower case: individual unless it says otherwise."""
    kinds = _kinds_of(card)
    return text_of(kinds[0]).lower() if kinds else "individual"


def _kinds_of(card: Card) -> list[CardProperty]:
    return card.all("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS")
