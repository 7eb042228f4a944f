"""Search people by the beginning of a name, its pinyin or initials, a handle or an organisation."""

from dataclasses import dataclass

from renmai.domain.book.owners import Viewer
from renmai.domain.people.handles import handle_of
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.people.search import find

AT_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """One answer to what was typed; `handle` is the most telling one, empty where there is none."""

    id: int
    handle: str
    name: str
    subtitle: str

    @property
    def told_apart(self) -> str:
        """Number and name with what tells namesakes apart."""
        told = ", ".join(part for part in (self.subtitle, handle_of(self.handle).value) if part)
        return f"{self.id} {self.name} ({told})" if told else f"{self.id} {self.name}"


def find_people(viewer: Viewer, text: str) -> tuple[FoundPerson, ...]:
    """Return who may be meant, best first; ties are taken as they are kept, so a key stroke costs little."""
    ids = find(viewer.owner_id, text, limit=AT_MOST)
    known = portraits(viewer.owner_id, ids)
    return tuple(found_person(known[pk]) for pk in ids if pk in known)


def found_person(portrait: Portrait) -> FoundPerson:
    """Return somebody as an answer to what was typed."""
    return FoundPerson(
        id=portrait.id,
        handle=portrait.handles[0] if portrait.handles else "",
        name=portrait.name,
        subtitle=portrait.subtitle,
    )
