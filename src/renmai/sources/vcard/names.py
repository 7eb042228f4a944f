"""What a card calls the person it is of."""

from itertools import chain

from renmai.domain.people.mentions import Fact
from renmai.sources.address_book.names import first_real_name, in_order, is_handle, spelt, tidy
from renmai.sources.vcard.properties import Card, CardProperty
from renmai.sources.vcard.values import parts_of, text_of

_HUMAN = ("TITLE", "ROLE", "BDAY", "NICKNAME", "GENDER", "ANNIVERSARY", "RELATED", "SPOUSE")
_READINGS = (
    ("X-PHONETIC-LAST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-FIRST-NAME"),
    ("X-ANDROID-PHONETIC-LAST-NAME", "X-ANDROID-PHONETIC-MIDDLE-NAME", "X-ANDROID-PHONETIC-FIRST-NAME"),
)


def name_of(card: Card) -> str:
    """Return the person's name, or the nearest to one: nickname, organisation; nothing if there is none."""
    family, given, additional = _parts(card)
    formatted = first_real_name(tidy(text_of(prop)) for prop in card.all("FN"))
    if formatted:
        return in_order(formatted, family, given)
    others = [*card.all("NICKNAME"), *card.all("ORG")]
    named = (tidy(" ".join(filter(None, parts_of(prop)[:1]))) for prop in others)
    return first_real_name([spelt(family, given, additional), *named])


def is_firm_s(card: Card) -> bool:
    """Tell whether a card is a firm's: it has no name but the firm's, and nothing that only humans have."""
    firm = next((tidy(_first_part(prop)) for prop in card.all("ORG")), "")
    parts = [part for part in _parts(card) if part]
    named = {tidy(text_of(prop)) for prop in card.all("FN")} | ({spelt(*_parts(card))} if parts else set())
    is_called_so = {name.casefold() for name in named if name and not is_handle(name)} <= {firm.casefold()}
    return bool(firm) and is_called_so and len(parts) < 2 and not card.all(*_HUMAN)


def _first_part(prop: CardProperty) -> str:
    return next(iter(parts_of(prop)), "")


def reading_of(card: Card, name: str) -> tuple[Fact, ...]:
    """Return how `name` is read or sorted, where the card says so."""
    written = (" ".join(text_of(prop) for part in names for prop in card.all(part)) for names in _READINGS)
    sort_as = (
        " ".join(values).replace(",", " ")
        for prop in card.all("N", "FN")
        for key, values in prop.params
        if key == "SORT-AS"
    )
    sort_string = (text_of(prop) for prop in card.all("SORT-STRING"))
    sort_keys = () if name.isascii() else chain(sort_as, sort_string)  # else they repeat the name
    reading = next(filter(None, map(tidy, chain(written, sort_keys))), "")
    return (Fact("name_reading", reading),) if reading else ()


def _parts(card: Card) -> tuple[str, str, str]:
    prop: CardProperty | None = next(iter(card.all("N")), None)
    parts = [tidy(part) for part in parts_of(prop)[:3]] if prop is not None else []
    family, given, additional = (*parts, "", "", "")[:3]
    return family, given, additional
