"""`renmai undo`: take back the last decision or import, or any decision by its number."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from renmai.actions.book.reports import UndoReport
from renmai.actions.book.undo_decision import undo_by_number
from renmai.actions.capture.undo_last import undo_last
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.options import number
from renmai.wording.book.unworded import unworded

UNDONE = {
    "import": gettext_noop("Undone: the import of %(name)s."),
    "me": gettext_noop("Undone: %(name)s is no longer yours."),
    "merge": gettext_noop("Undone: the merge of %(name)s."),
    "split": gettext_noop("Undone: the split of %(name)s."),
    "not_mine": gettext_noop("Undone: %(name)s may be yours."),
    "apart": gettext_noop("Undone: %(name)s may be one with somebody again."),
    "unsure": gettext_noop("Undone: you are asked about %(name)s again."),
    "line": gettext_noop("Undone: what was written down of %(name)s."),
    "person": gettext_noop("Undone: %(name)s is no longer in the book by hand."),
    "name": gettext_noop("Undone: the name %(name)s."),
    "tie": gettext_noop("Undone: your word on the tie to %(name)s."),
    "value": gettext_noop("Undone: a need or an offer of %(name)s."),
    "value_changed": gettext_noop("Undone: the change of a need or an offer of %(name)s."),
    "value_ended": gettext_noop("Undone: the end of a need or an offer of %(name)s."),
    "achievement": gettext_noop("Undone: an achievement."),
    "achievement_ended": gettext_noop("Undone: the end of an achievement."),
    "values_reviewed": gettext_noop("Undone: the review of what you offer."),
    "proposal_dismissed": gettext_noop("Undone: a proposal for %(name)s waits for your answer again."),
    "match_dismissed": gettext_noop("Undone: a match for %(name)s is shown again."),
    "position": gettext_noop("Undone: a position of %(name)s."),
    "position_ended": gettext_noop("Undone: the end of a position of %(name)s."),
    "position_dismissed": gettext_noop("Undone: a position of %(name)s is proposed again."),
    "favour": gettext_noop("Undone: the favour with %(name)s."),
    "thanked": gettext_noop("Undone: the thanks to %(name)s."),
    "ask": gettext_noop("Undone: the ask of %(name)s."),
    "ask_ended": gettext_noop("Undone: how the ask of %(name)s ended."),
    "ask_wish": gettext_noop("Undone: the wish to ask %(name)s."),
    "done": gettext_noop("Undone: “done” for %(name)s."),
    "later": gettext_noop("Undone: “later” for %(name)s."),
    "drop": gettext_noop("Undone: “drop” for %(name)s."),
    "cooperation": gettext_noop("Undone: the cooperation with %(name)s."),
    "cooperation_moved": gettext_noop("Undone: the last step of the cooperation with %(name)s."),
    "tier": gettext_noop("Undone: the tier of %(name)s."),
    "promise": gettext_noop("Undone: the promise to %(name)s."),
    "promise_moved": gettext_noop("Undone: the promise to %(name)s is due when it was."),
    "promise_ended": gettext_noop("Undone: the promise to %(name)s is open again."),
    "outreach": gettext_noop("Undone: the wish to reach %(name)s."),
    "outreach_attempt": gettext_noop("Undone: an attempt to reach %(name)s."),
    "outreach_sign": gettext_noop("Undone: what %(name)s let be heard."),
    "outreach_rested": gettext_noop("Undone: the rest from trying to reach %(name)s."),
    "outreach_changed": gettext_noop("Undone: the outreach to %(name)s is as it was before."),
    "outreach_ended": gettext_noop("Undone: the outreach to %(name)s goes on."),
    "met": gettext_noop("Undone: through whom you met %(name)s."),
    "commended": gettext_noop("Undone: what %(name)s said of you."),
    "archived": gettext_noop("Undone: whether %(name)s is archived."),
    "note": gettext_noop("Undone: the note of %(name)s."),
    "note_changed": gettext_noop("Undone: the note of %(name)s says what it said before."),
    "note_removed": gettext_noop("Undone: the note of %(name)s is there again."),
    "columns": gettext_noop("Undone: what the columns of %(name)s hold."),
    "unfiled": gettext_noop("Undone: a line kept for later."),
    "unfiled_thrown_away": gettext_noop("Undone: the line waits to be filed again."),
    "birthday": gettext_noop("Undone: the birthday of %(name)s."),
    "how_met": gettext_noop("Undone: how you met %(name)s."),
    "group": gettext_noop("Undone: a group of yours."),
    "group_changed": gettext_noop("Undone: the group is as it was before."),
    "group_left": gettext_noop("Undone: you are in the group again."),
    "group_names": gettext_noop("Undone: names in a group."),
    "group_entry": gettext_noop("Undone: what a group took or brought."),
    "group_entry_removed": gettext_noop("Undone: what a group took or brought is there again."),
    "group_member": gettext_noop("Undone: %(name)s in a group."),
    "group_member_removed": gettext_noop("Undone: %(name)s is in the group again."),
    "handle": gettext_noop("Undone: a way to reach %(name)s."),
    "meeting": gettext_noop("Undone: a date with %(name)s."),
    "meeting_moved": gettext_noop("Undone: the date with %(name)s is as it was."),
    "meeting_off": gettext_noop("Undone: the date with %(name)s stands."),
    "agenda": gettext_noop("Undone: what to raise with %(name)s."),
    "agenda_raised": gettext_noop("Undone: it is still to be raised with %(name)s."),
    "tag": gettext_noop("Undone: a tag of %(name)s."),
    "tag_removed": gettext_noop("Undone: %(name)s bears the tag again."),
    "tag_renamed": gettext_noop("Undone: the tag is called as before."),
    "taken_back": gettext_noop("What was taken back of %(name)s stands again."),
}


def command(
    decision: Annotated[
        int | None,
        typer.Argument(
            parser=number,
            metavar="NUMBER",
            help=later("A decision's number, as renmai history shows it; the last one if not given."),
        ),
    ] = None,
) -> None:
    """Undo, and say what was undone."""
    viewer = open_for_reader()
    if decision is None:
        printing.line(said_of(undo_last(viewer, now=clock.moment())))
        return
    undone = undo_by_number(viewer, decision, now=clock.moment())
    printing.line(said_of(undone))
    printing.aside(_("renmai redo %(number)s brings it back.") % {"number": undone.id})


def said_of(undone: UndoReport) -> str:
    """Return what was undone as a sentence, with the owner's own words where there were some."""
    said = UNDONE.get(undone.kind)
    sentence = _(said) % {"name": undone.name or _("yourself")} if said else unworded(undone.kind)
    return " ".join(filter(None, [sentence, undone.text and _("“%(text)s”") % {"text": undone.text}]))
