"""A known mention: what identity sees of somebody named in a trace or on a card."""

from collections.abc import Iterable
from typing import NamedTuple

from renmai.domain.people.handles import Handle, HandleNature
from renmai.domain.people.mentions import BIRTHDAY, ME, ORGANISATION, SHARED, SORT
from renmai.domain.people.rooms import is_called_like_a_room


class Known(NamedTuple):
    """A mention as identity sees it: `key` names it permanently, `is_card` means it describes one human.

    `is_me` is what the trace itself says (the owner's own calendar); `is_place` that it names no human but,
    say, a firm. `birthday` is the day as a fact says it, nothing where two facts differ.
    """

    key: str
    name: str
    handles: tuple[tuple[Handle, str], ...]
    is_card: bool = False
    is_me: bool = False
    is_place: bool = False
    birthday: str = ""


def known_of(
    key: str,
    name: str,
    handles: Iterable[tuple[Handle, str]],
    facts: Iterable[tuple[str, str]],
    *,
    is_card: bool,
) -> Known:
    """Return a mention as identity sees it, by the handles it carries and by what it says of itself.

    :param facts: kind and value of each; those about the person may be left out
    """
    said = set(facts)
    is_me = any(kind == ME for kind, _ in said)
    birthdays = {value for kind, value in said if kind == BIRTHDAY}
    return Known(
        key=key,
        name=name,
        handles=tuple(
            (handle, HandleNature.ROLE if (SHARED, str(handle)) in said else nature)
            for handle, nature in handles
        ),
        is_card=is_card and not is_me,
        is_me=is_me,
        is_place=(SORT, ORGANISATION) in said or (not is_card and is_called_like_a_room(name)),
        birthday=birthdays.pop() if len(birthdays) == 1 else "",
    )
