"""Whose value a word on the command line means: the owner's own, or one person's."""

from renmai.cli.people.who import person_id_of
from renmai.domain.book.owners import Viewer
from renmai.domain.value.one_line import is_me


def whose_id(viewer: Viewer, text: str) -> int | None:
    """Return the id of the one person meant, None for the owner themselves.

    :raises NotOnePerson: if nobody or more than one person answers to it.
    """
    return None if is_me(text) else person_id_of(viewer, text)
