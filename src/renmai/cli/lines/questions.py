"""Asking on a terminal what a line leaves open: each by a number, Enter for the likeliest."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.cli.options import day
from renmai.cli.people.who import person_id_of
from renmai.domain.book.owners import Viewer
from renmai.queries.lines.cards import NEW, NOBODY, LineAnswers, LineCard, LineQuestion
from renmai.wording import sentence


def typed_line() -> str:
    """Return the next line that is typed, empty at the end of all."""
    return sys.stdin.readline()


def answered(
    viewer: Viewer, answers: LineAnswers, card: LineCard, *, today: date
) -> tuple[LineAnswers, bool]:
    """Return what was answered to each open question, and whether the line is kept to be filed later.

    :raises typer.Abort: if the owner stops
    """
    is_for_later = False
    for question in card.questions:
        printing.aside(sentence(question.because))
        if question.about == "people":
            people = {**answers.people, question.said: _who(question)}
            answers = replace(answers, people=people)
        elif question.about == "whose":
            chosen = _numbered(question.names, extra=())
            answers = replace(answers, whose={**answers.whose, question.place or 0: question.names[chosen]})
        elif question.about == "day":
            answers = replace(answers, on=_day(card.on, today))
        elif question.about == "again":
            answers = replace(answers, is_again=True)
        else:
            typed = _typed(_("A person's name or number; nothing to keep it for later."))
            if typed:
                answers = replace(answers, also=(*answers.also, person_id_of(viewer, typed)))
            is_for_later = not typed
    if _typed(_("Keep it? Enter keeps it, n does not.")).lower() in ("n", "no", "否", "不"):
        raise typer.Abort
    return answers, is_for_later


def _who(question: LineQuestion) -> str:
    told = [each.told_apart for each in question.candidates]
    chosen = _numbered(told, extra=(_("somebody new"), _("leave out")))
    answers = [*(str(each.id) for each in question.candidates), NEW, NOBODY]
    return answers[chosen]


def _numbered(choices: Sequence[str], *, extra: Sequence[str]) -> int:
    """Return which of some choices is taken; the first where nothing is typed."""
    offered = [*choices, *extra]
    for number, words in enumerate(offered, start=1):
        printing.aside(Text.assemble((f"{number:>4}  ", printing.VERMILION), words))
    while True:
        typed = _typed(_("A number from 1 to %(most)s; Enter for 1.") % {"most": len(offered)}) or "1"
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= len(offered):
            return int(typed) - 1


def _day(likely: date, today: date) -> date:
    """Return the day that is typed; the likely one where nothing is, if it is not still to come."""
    default = min(likely, today)
    while True:
        typed = _typed(_("A day like 2026-03-02; Enter for %(day)s.") % {"day": default.isoformat()})
        if not typed:
            return default
        try:
            return day(typed)
        except typer.BadParameter as wrong:
            printing.aside(str(wrong))


def _typed(words: str) -> str:
    printing.aside(words)
    line = typed_line()
    if not line:
        raise typer.Abort
    return line.strip()
