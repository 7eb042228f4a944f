"""Prompts from cooperations: the next step of one is due, and it is mine (P1, V8)."""

from collections.abc import Iterator
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.today.plan import PlanKind
from renmai.domain.together.cooperation import Cooperation
from renmai.domain.together.promises import SOON_DAYS, urgency
from renmai.queries.book.due_days import due_words
from renmai.queries.book.prompt import Prompt
from renmai.store.people.portraits import portraits
from renmai.store.together.cooperations import cooperations


def cooperation_prompts(viewer: Viewer, *, today: date) -> Iterator[Prompt]:
    """Yield the open cooperations whose next step is due in a day or two, or late."""
    due = [
        (each, each.person_id, each.due_on)
        for each in cooperations(viewer.owner_id, until=today)
        if each.is_open and each.person_id is not None and each.due_on is not None
    ]
    near = [(each, who, due_on) for each, who, due_on in due if (due_on - today).days <= SOON_DAYS]
    people = portraits(viewer.owner_id, [who for _, who, _ in near])
    for each, who, due_on in near:
        if who in people:
            yield _prompt(each, people[who].name, due_on, (due_on - today).days)


def _prompt(cooperation: Cooperation, name: str, due_on: date, in_days: int) -> Prompt:
    numbers: dict[str, object] = {
        "name": call_name(name),
        "title": cooperation.title,
        "step": cooperation.next_step,
        **due_words(due_on, in_days),
    }
    code = "coop_step" if cooperation.next_step else "coop_due"
    tail = "late" if in_days < 0 else "today" if in_days == 0 else "soon"
    because = [Because(f"{code}_{tail}", numbers)]
    if cooperation.their_gain:
        because.append(Because("coop_for_them", {"name": numbers["name"], "gain": cooperation.their_gain}))
    return Prompt(
        person_id=cooperation.person_id or 0,
        kind=PlanKind.PROMISE,
        basis=cooperation.step_basis,
        share=1.0,
        urgency=urgency(in_days),
        because=tuple(because),
        step=Because("step_coop" if cooperation.next_step else "step_coop_plain", numbers),
        draft=Because("draft_coop", numbers),
    )
