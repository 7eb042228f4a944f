"""What the actions on favours and asks share: which words, sizes and people an exchange can have."""

from renmai.domain.exchanges import Size
from renmai.domain.refusals import NoSuchPerson, Refused
from renmai.store import people

LONGEST_TEXT = 500


class NotAnExchange(Refused):
    """What was to be noted has no words, no size, no amount that can be read, or nobody to be with."""


class NoSuchExchange(Refused):
    """The book holds no favour, ask or wish of that id that stands."""


def words_of(text: str) -> str:
    """Return a text in one line.

    :raises NotAnExchange: if it has no words
    """
    words = " ".join(text.split())[:LONGEST_TEXT]
    if not words:
        raise NotAnExchange("no_words")
    return words


def size_of(size: str) -> str:
    """Return the size as it is kept.

    :raises NotAnExchange: if it is none
    """
    if size not in set(Size):
        raise NotAnExchange("no_such_word", word=size, words=", ".join(Size))
    return str(Size(size))


def check_person(owner_id: int, person_id: int) -> None:
    """Make sure that an exchange with somebody can be.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NotAnExchange: if it is the owner, a list or a robot
    """
    person = people.one(owner_id, person_id)
    if person is None:
        raise NoSuchPerson(person_id)
    if person.is_me or not person.is_person:
        raise NotAnExchange("no_tie_to_correct", name=person.name)
