"""Whom a word on the command line means: a number, a handle or a name becomes one person."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from renmai.cli import printing
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.handles import handle_of
from renmai.queries.pages.person import person
from renmai.queries.people.search import find_people

AT_MOST_NAMED = 8


class NotOnePerson(Refused):
    """The word means nobody, or several people."""


class NotTheirs(Refused):
    """The person does not carry that handle."""


def person_id_of(viewer: Viewer, text: str) -> int:
    """Return the id of the one person meant by `text`.

    :raises NotOnePerson: if nobody or more than one person answers to it; the refusal lists who does.
    """
    if text.isdecimal() and len(text) < 10:
        return int(text)
    found = find_people(viewer, text)
    exact = [row for row in found if text.casefold() in _names_of(row)]
    meant = {row.id: row for row in exact or found}
    if len(meant) == 1:
        return next(iter(meant))
    if not meant:
        raise NotOnePerson("no_such_person", person=text)
    named = list(meant.values())[:AT_MOST_NAMED]
    listed = printing.listed(f"{row.id} {row.name}{_bare(row.handle)}" for row in named)
    raise NotOnePerson("several_people", person=text, found=len(meant), candidates=listed)


def _bare(handle: str) -> str:
    """Return a handle as people write it, in brackets; nothing of none."""
    return f" <{handle_of(handle).value}>" if handle else ""


def mention_ids_of(viewer: Viewer, person_id: int, handles: Iterable[str], *, today: date) -> list[int]:
    """Return the mentions of a person that carry these handles, written with their kind or without.

    Where some carry nothing else, only those: a card that also carries what stays, stays.

    :raises NotTheirs: if the person does not carry one of them.
    """
    card = person(viewer, person_id, today=today)
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
    alone = [mention_id for mention_id in carriers if carried[mention_id] <= named]
    return sorted(alone or carriers)


def _names_of(row) -> set[str]:
    """Return every text that means exactly this person, in one letter case."""
    bare = handle_of(row.handle).value
    return {text.casefold() for text in (row.name, row.handle, bare) if text}
