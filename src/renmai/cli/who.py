"""Whom a word on the command line means: a number, a handle or a name becomes one person."""

from collections.abc import Iterable
from datetime import date

from renmai.domain.owners import Viewer
from renmai.domain.refusals import Refused
from renmai.queries.find_people import find_people
from renmai.queries.person import person

AT_MOST_NAMED = 8


class NotOnePerson(Refused):
    """The word means nobody, or several people."""


class NotTheirs(Refused):
    """The person does not carry that handle."""


def person_id_of(viewer: Viewer, text: str, *, today: date) -> int:
    """Return the id of the one person meant by `text`.

    :raises NotOnePerson: if nobody or more than one person answers to it; the refusal lists who does.
    """
    if text.isdecimal() and len(text) < 10:
        return int(text)
    found = find_people(viewer, text, today=today)
    exact = [row for row in found if text.casefold() in _names_of(row)]
    meant = {row.id: row for row in exact or found}
    if len(meant) == 1:
        return next(iter(meant))
    if not meant:
        raise NotOnePerson("no_such_person", person=text)
    listed = ", ".join(f"{row.id} {row.name} <{row.handle}>" for row in list(meant.values())[:AT_MOST_NAMED])
    raise NotOnePerson("several_people", person=text, found=len(meant), candidates=listed)


def mention_ids_of(viewer: Viewer, person_id: int, handles: Iterable[str], *, today: date) -> list[int]:
    """Return the mentions of a person that carry these handles, written with their kind or without.

    :raises NotTheirs: if the person does not carry one of them.
    """
    card = person(viewer, person_id, today=today)
    found: set[int] = set()
    for text in handles:
        theirs = {h.mention_id for h in card.handles if text.casefold() in (h.text, h.text.partition(":")[2])}
        if not theirs:
            known = ", ".join(h.text.partition(":")[2] for h in card.handles)
            raise NotTheirs("not_their_handle", handle=text, name=card.name, known=known)
        found |= theirs
    return sorted(found)


def _names_of(row) -> set[str]:
    """Return every text that means exactly this person, in one letter case."""
    bare = row.handle.partition(":")[2]
    return {text.casefold() for text in (row.name, row.handle, bare) if text}
