"""Who is gone, archived or deceased, and by whose word; they are found and shown, and never proposed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.store.people.gone import GoneWord, gone_people, words_of
from renmai.store.people.people import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneCard:
    """Somebody who is gone: the state, a sentence, the words and the day where there are any."""

    person_id: int
    name: str
    state: str
    because: Because
    text: str
    on: date | None


def gone_cards(viewer: Viewer) -> tuple[GoneCard, ...]:
    """Return everybody who is gone, by name."""
    states = gone_people(viewer.owner_id)
    return tuple(_cards(viewer.owner_id, states))


def gone_card(viewer: Viewer, person_id: int, state: str) -> GoneCard | None:
    """Return by whose word somebody is gone, None where they are not."""
    return next(iter(_cards(viewer.owner_id, {person_id: state})), None) if state else None


def _cards(owner_id: int, states: Mapping[int, str]) -> list[GoneCard]:
    words, names = words_of(owner_id, states), names_of(owner_id, states)
    return [_card(pk, names[pk], state, words.get(pk)) for pk, state in states.items() if pk in names]


def _card(person_id: int, name: str, state: str, word: GoneWord | None) -> GoneCard:
    by = "mine" if word is None or word.is_mine else "card"
    return GoneCard(
        person_id=person_id,
        name=name,
        state=state,
        because=Because(f"gone_{state}_{by}", {"name": name}),
        text=word.because if word else "",
        on=word.on if word else None,
    )
