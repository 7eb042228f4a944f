"""Whom a word on the command line means: asked back on a terminal where several people may be meant."""

import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.handles import handle_of
from renmai.domain.value.one_line import is_me
from renmai.queries.pages.person import person_card
from renmai.queries.people.search import FoundPerson
from renmai.queries.people.whom import Whom, whom


class NotTheirs(Refused):
    """The person does not carry that handle."""


def person_id_of(viewer: Viewer, typed: str, *, as_json: bool = False) -> int:
    """Return the id of the one person meant by `typed`; say who it is where it is not just their name.

    :raises NotOnePerson: if nobody answers to it, or several people do and nobody sits there to choose.
    """
    return person_of(viewer, typed, as_json=as_json).id


def person_of(viewer: Viewer, typed: str, *, as_json: bool = False) -> FoundPerson:
    """Return the one person meant by `typed`; say who it is where it is not just their name.

    :raises NotOnePerson: if nobody answers to it, or several people do and nobody sits there to choose.
    """
    meant = whom(viewer, typed)
    if len(meant.people) > 1 and not as_json and printing.is_conversation():
        return _chosen(meant)
    taken = meant.one
    if not meant.is_literal:
        printing.aside(
            _("“%(typed)s” is taken for %(person)s.") % {"typed": typed, "person": taken.told_apart}
        )
    return taken


def whose_id(viewer: Viewer, typed: str, *, as_json: bool = False) -> int | None:
    """Return the id of the one person meant by `typed`, None for the owner themselves.

    :raises NotOnePerson: if nobody answers to it, or several people do and nobody sits there to choose.
    """
    return None if is_me(typed) else person_id_of(viewer, typed, as_json=as_json)


def _chosen(meant: Whom) -> FoundPerson:
    """Return who is chosen from a numbered list.

    :raises typer.Abort: if the answer is empty.
    """
    most = len(meant.people)
    printing.aside(_("Several people may be meant by “%(typed)s”:") % {"typed": meant.typed})
    for number, each in enumerate(meant.people, start=1):
        printing.aside(Text.assemble((f"{number:>4}  ", printing.VERMILION), each.told_apart))
    while True:
        printing.aside(_("Which one? A number from 1 to %(most)s, or nothing to stop.") % {"most": most})
        answer = sys.stdin.readline().strip()
        if not answer:
            raise typer.Abort
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= most:
            return meant.people[int(answer) - 1]


def mention_ids_of(viewer: Viewer, person_id: int, handles: Iterable[str], *, today: date) -> list[int]:
    """Return the mentions of a person that carry these handles, written with their kind or without.

    A card goes with them, unless it also carries what stays, or nobody would be left.

    :raises NotTheirs: if the person does not carry one of them.
    """
    card = person_card(viewer, person_id, today=today)
    carried: dict[int, set[str]] = defaultdict(set)
    named: set[str] = set()
    for each in card.handles:
        carried[each.mention_id].add(each.text)
    for text in handles:
        theirs = {h.text for h in card.handles if text.casefold() in (h.text, handle_of(h.text).value)}
        if not theirs:
            known = ", ".join(dict.fromkeys(handle_of(h.text).value for h in card.handles))
            raise NotTheirs("not_their_handle", handle=text, name=card.name, known=known)
        named |= theirs
    carriers = [mention_id for mention_id, texts in carried.items() if texts & named]
    staying = set().union(*(texts for mention_id, texts in carried.items() if mention_id not in carriers))
    alone = [mention_id for mention_id in carriers if not carried[mention_id] & staying]
    bare = [mention_id for mention_id in carriers if carried[mention_id] <= named]
    is_anybody_left = len(alone) < len(carried)
    return sorted((alone if is_anybody_left else bare) or carriers)
