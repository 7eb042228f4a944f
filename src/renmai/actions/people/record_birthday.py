"""Record when somebody was born, by either calendar, with the year or without."""

from datetime import date, datetime

from renmai.actions.book.noting import somebody
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.occasions import is_called_lunar, read_day
from renmai.sources.address_book.days import day_of, lunar_day_of
from renmai.store.book.bulk import writing
from renmai.store.people.notes import note
from renmai.store.people.own_word import BIRTHDAY, DAY, own_birthdays


class NoBirthday(Refused):
    """What was given is no day of a year."""


def record_birthday(
    viewer: Viewer, person_id: int, typed: str, *, now: datetime, on: date, is_lunar: bool = False
) -> int | None:
    """Note somebody's birthday over what cards say; return the decision's id, None where it stands so.

    :param typed: a day as people write it; nothing says that none is known any more
    :param is_lunar: whether it is of the Chinese calendar, where the text does not say so itself
    :raises NoBirthday: if the text is no day
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id, text = viewer.owner_id, " ".join(typed.replace("\0", "").split())
    of_calendar = lunar_day_of if is_lunar or is_called_lunar(text) else day_of
    value = of_calendar(text) if text else ""
    if text and read_day(value) is None:
        raise NoBirthday("no_birthday", text=text)
    with writing(owner_id):
        somebody(owner_id, person_id)
        known = own_birthdays(owner_id, until=date.max, person_ids=[person_id])
        if known.get(person_id, "") == value and (value or person_id in known):
            return None
        payload: dict[str, object] = {DAY: value, "text": text}
        return note(owner_id, kind=BIRTHDAY, person_id=person_id, payload=payload, on=on, now=now)
