"""What a row calls its person, or the firm it is of."""

from renmai.domain.people.mentions import Fact
from renmai.sources.address_book.names import first_real_name, in_order, is_han, spelt, tidy
from renmai.sources.google_csv.columns import Entry

_READINGS = (
    ("Phonetic Last Name", "Family Name Yomi"),
    ("Phonetic Middle Name", "Additional Name Yomi"),
    ("Phonetic First Name", "Given Name Yomi"),
)


def name_of(entry: Entry) -> str:
    """Return the person's name, or the nearest to one: how it is shown or filed, a nickname; or nothing."""
    given = tidy(entry.text("First Name", "Given Name"))
    additional = tidy(entry.text("Middle Name", "Additional Name"))
    family = tidy(entry.text("Last Name", "Family Name"))
    bare = in_order(spelt(family, given, additional), family, given)
    shown = [entry.text(heading) for heading in ("Name", "File As", "Nickname")]
    return first_real_name([_with_titles(entry, bare), *map(tidy, shown)])


def firm_of(entry: Entry) -> str:
    """Return the organisation that a row names first."""
    return first_real_name([tidy(entry.text("Organization Name", "Organization 1 - Name"))])


def reading_of(entry: Entry) -> tuple[Fact, ...]:
    """Return how the name is read, where the row says so."""
    reading = tidy(" ".join(entry.text(*headings) for headings in _READINGS)) or tidy(entry.text("Yomi Name"))
    return (Fact("name_reading", reading),) if reading else ()


def _with_titles(entry: Entry, name: str) -> str:
    """Return a name with what stands before and behind it (Dr., 先生), as Google itself shows it."""
    if not name:
        return ""
    before, behind = tidy(entry.text("Name Prefix")), tidy(entry.text("Name Suffix"))
    is_chinese = is_han(name)
    parts = [before, "" if is_chinese and is_han(before) else " ", name]
    parts += ["" if is_chinese and is_han(behind) else " ", behind]
    return "".join(parts).strip()
