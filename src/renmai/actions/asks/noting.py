"""What the actions on favours and asks share: which words, sizes and people an exchange can have."""

from renmai.actions.book.noting import somebody, worded
from renmai.domain.asks.ledger import Size
from renmai.domain.book.refusals import NotThere, Refused


class NotAnExchange(Refused):
    """What was to be noted has no words, no size, no amount that can be read, or nobody to be with."""


class NoSuchExchange(NotThere):
    """The book holds no favour, ask or wish of that id that stands."""


def words_of(text: str) -> str:
    """Return a text in one line.

    :raises NotAnExchange: if it has no words
    """
    words = worded(text)
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
    """Make sure that an exchange with somebody is possible.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NotAnExchange: if it is the owner, a list or a robot
    """
    somebody(owner_id, person_id, NotAnExchange, "no_tie_to_correct")
