"""What a line was understood to say, as the terminal shows it."""

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.domain.book.because import Because
from renmai.queries.lines.cards import LineCard, LinePerson
from renmai.wording import sentence
from renmai.wording.lines.chips import follow_because


def show_chips(card: LineCard) -> None:
    """Print who, when, what kind, where, about what, what follows, and what is open."""
    rows = [
        (_("Who"), printing.listed(_who(each) for each in card.people) or "–"),
        (_("When"), printing.day(card.on)),
        (_("Kind"), sentence(Because(f"line_kind_{card.kind}"))),
        (_("Where"), card.where),
        (_("About"), printing.listed(card.topics)),
    ]
    for label, words in rows:
        if words:
            printing.line(Text.assemble((f"{label}  ", printing.QUIET), words))
    for each in card.follows:
        if not each.is_left_out:
            origin = sentence(Because("line_they_said" if each.follow.is_said else "line_as_understood"))
            name = each.said or " / ".join(each.follow.who)
            words = sentence(follow_because(each.follow, name))
            printing.line(Text.assemble(("→ ", printing.VERMILION), words, (f"  {origin}", printing.QUIET)))
    for question in card.questions:
        printing.line(Text.assemble(("? ", printing.VERMILION), sentence(question.because)))
        for person in question.candidates:
            printing.line(Text(f"    {person.told_apart}", printing.QUIET))


def _who(each: LinePerson) -> str:
    if each.person is not None:
        return each.person.name
    return _("%(name)s (new)") % {"name": each.said} if each.is_new else f"{each.said}?"
