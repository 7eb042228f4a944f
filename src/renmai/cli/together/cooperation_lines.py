"""How a cooperation looks in lines of text."""

from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.domain.book.because import Because
from renmai.queries.together.cards import CooperationCard
from renmai.wording import sentence


def stage_words(stage: str) -> str:
    """Return what a stage is called."""
    return sentence(Because(f"stage_{stage}"))


def due(card: CooperationCard) -> Text:
    """Return the next step and its day, in vermilion once it is due; nothing where it is over."""
    if not card.is_open:
        return Text()
    is_due = card.due_in_days is not None and card.due_in_days <= 0
    said = "  ".join(
        part for part in (card.due_on.isoformat() if card.due_on else "", card.next_step) if part
    )
    return Text(said, printing.VERMILION if is_due else "")


def lines_of(card: CooperationCard) -> list[Text]:
    """Return one cooperation: what and with whom, its terms, what is to be thought of, the steps it took."""
    heading = Text.assemble((card.title, "bold"), f"  {card.name} · {stage_words(card.stage)}")
    margin = "" if card.margin_percent is None else f"{card.margin_percent:g}%"
    need = card.need
    if card.need_said_on:
        need = _("%(need)s (noted on %(on)s)") % {"need": need, "on": card.need_said_on.isoformat()}
    told: list[tuple[str, str | Text]] = [
        (_("You gain"), card.my_gain),
        (_("They gain"), card.their_gain),
        (_("Left to them"), margin),
        (_("Answers their need"), need),
        (_("With others"), card.others),
        (_("Next step"), due(card)),
        (_("Proposed in vain"), str(card.attempts) if card.attempts else ""),
        (_("The next one"), card.next_idea),
    ]
    lines = [heading]
    lines += [Text.assemble((f"  {label}  ", printing.QUIET), said) for label, said in told if said]
    lines += printing.because_lines(card.because)
    for each in card.milestones:
        said = _("proposed in vain") if each.is_attempt else stage_words(each.stage)
        lines.append(Text.assemble((f"  {each.on.isoformat()}  ", printing.QUIET), said))
    return lines
