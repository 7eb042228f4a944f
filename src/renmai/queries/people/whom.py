"""Whom typed words mean: a number, a handle or a name becomes one person, or the few who may be meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.handles import HandleKind, handle_of
from renmai.queries.people.search import FoundPerson, found_person
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.people.search import find, named

MOST_MEANT = 20
MOST_NAMED = 8
LONGEST_NUMBER = 18
"""Longer numbers no database holds."""
FEWEST_DIGITS = 7
"""So many digits make a phone number without its country's and area's code."""


class NotOnePerson(Refused):
    """Nobody goes by these words, or several people do; then the refusal lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Who may be meant by what was typed, the best first; `is_literal` where it is just how one is called."""

    typed: str
    people: tuple[FoundPerson, ...] = ()
    is_literal: bool = False

    @property
    def one(self) -> FoundPerson:
        """The one who is meant.

        :raises NotOnePerson: if nobody or more than one person is
        """
        if len(self.people) == 1:
            return self.people[0]
        if not self.people:
            raise NotOnePerson("no_such_person", person=self.typed)
        candidates = [each.told_apart for each in self.people[:MOST_NAMED]]
        numbers = {"person": self.typed, "found": len(self.people), "candidates": candidates}
        raise NotOnePerson("several_people", **numbers)


def whom(viewer: Viewer, typed: str, *, is_person_only: bool = False) -> Whom:
    """Return whom words mean: who bears just this number, handle or name, else whose name begins so.

    An organisation or a title is never taken for a name, though the search finds people by them; beside a
    name it tells which of several namesakes is meant (王伟 华为).

    :param is_person_only: leave out the owner, lists, roles and robots
    """
    text = typed.strip()
    for look in (meant_exactly, meant_nearly, _named_and_told):
        found = look(viewer.owner_id, text)
        if is_person_only:
            found = [each for each in found if each.is_person and not each.is_me]
        if found:
            is_literal = text.casefold() in _literal(found[0])
            return Whom(typed=text, people=tuple(map(found_person, found)), is_literal=is_literal)
    return Whom(typed=text)


def meant_exactly(owner_id: int, text: str) -> list[Portrait]:
    """Return who has this number, else this whole name (as written or read), else this handle."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    if is_number and (numbered := _portraits(owner_id, [int(text)])):
        return numbered
    if called := named(owner_id, text, is_whole=True, limit=MOST_MEANT):
        return _portraits(owner_id, called)
    return [each for each in _by_words_of_handles(owner_id, text) if _carries(each, text)]


def meant_nearly(owner_id: int, text: str) -> list[Portrait]:
    """Return whose name holds words that begin so, as written, as read or as initials, else whose handle."""
    if called := named(owner_id, text, is_whole=False, limit=MOST_MEANT):
        return _portraits(owner_id, called)
    begun = text.casefold()
    return [
        each
        for each in (_by_words_of_handles(owner_id, text) if begun else [])
        if any(handle_of(handle).value.startswith(begun) for handle in each.handles)
    ]


def _named_and_told(owner_id: int, text: str) -> list[Portrait]:
    """Return whom one of several words names and the others tell: by firm, title, place or number."""
    words = text.split()
    if len(words) < 2:
        return []
    names = {pk for word in words for pk in named(owner_id, word, is_whole=False, limit=MOST_MEANT)}
    return _portraits(owner_id, (pk for pk in find(owner_id, text, limit=MOST_MEANT) if pk in names))


def _by_words_of_handles(owner_id: int, text: str) -> list[Portrait]:
    """Return whom the search finds: those who carry a handle of such words, and others to be left out."""
    kind, _, value = text.partition(":")
    return _portraits(owner_id, find(owner_id, value if kind in set(HandleKind) else text, limit=MOST_MEANT))


def _carries(portrait: Portrait, text: str) -> bool:
    """Tell whether somebody carries this handle, written with its kind or without, a phone also in short."""
    wanted, digits = text.casefold(), "".join(c for c in text if c.isdecimal())
    for handle in map(handle_of, portrait.handles):
        if wanted in (str(handle), handle.value):
            return True
        if handle.kind == HandleKind.PHONE and len(digits) >= FEWEST_DIGITS and not _has_letters(text):
            dialled = "".join(c for c in handle.value.partition(";")[0] if c.isdecimal())
            if dialled.endswith(digits.removeprefix("0")):
                return True
    return False


def _has_letters(text: str) -> bool:
    return any(c.isalpha() for c in text.removeprefix(f"{HandleKind.PHONE}:"))


def _portraits(owner_id: int, person_ids: Iterable[int]) -> list[Portrait]:
    """Return portraits in the order of the ids."""
    ids = list(person_ids)
    known = portraits(owner_id, ids)
    return [known[pk] for pk in ids if pk in known]


def _literal(portrait: Portrait) -> set[str]:
    """Return every text that is just this person's, in one letter case."""
    bare = (handle_of(handle).value for handle in portrait.handles)
    texts = (str(portrait.id), portrait.name, *portrait.handles, *bare)
    return {text.casefold() for text in texts}
