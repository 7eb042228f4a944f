"""Refusals: a request that was refused, as a code with numbers that a door turns into a sentence."""

from renmai.domain.book.because import Because


class Refused(Exception):
    """A request that was refused, with nothing changed; subclasses stand beside what raises them."""

    def __init__(self, code: str, **numbers: object) -> None:
        """Keep why: `code` is worded in `wording`, in the wing that refuses."""
        super().__init__(code, numbers)
        self.because = Because(code, numbers)


class NotThere(Refused):
    """What is named by a number or a key is not in the book; a page of it is not there either."""


class NoSuchPerson(NotThere):
    """The book holds nobody of that id."""

    def __init__(self, person_id: int) -> None:
        super().__init__("no_such_person", person=str(person_id))


class IsOneself(NotThere):
    """The owner is nobody to ask, to owe or be owed."""


class NoSuchImport(NotThere):
    """The book holds no import of that id."""

    def __init__(self, import_id: int) -> None:
        super().__init__("no_such_import", import_id=import_id)
