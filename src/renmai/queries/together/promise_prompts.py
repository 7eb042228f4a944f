"""Prompts from promises: what the owner promised is due (P1)."""

from collections.abc import Iterator
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.today.plan import PlanKind
from renmai.domain.together.promises import SOON_DAYS, urgency
from renmai.queries.book.due_days import due_words
from renmai.queries.book.prompt import Prompt
from renmai.store.people.portraits import portraits
from renmai.store.together.promises import promises


def promise_prompts(viewer: Viewer, *, today: date) -> Iterator[Prompt]:
    """Yield the promises that are due in a day or two, or late; one without a day is never urgent."""
    open_ones = [each for each in promises(viewer.owner_id, until=today) if each.is_open]
    near = [(each, each.in_days(today), each.due_on) for each in open_ones]
    due = [
        (each, left, on)
        for each, left, on in near
        if left is not None and on is not None and left <= SOON_DAYS
    ]
    people = portraits(viewer.owner_id, [each.person_id for each, _, _ in due])
    for each, left, on in due:
        if each.person_id not in people:
            continue
        name = call_name(people[each.person_id].name)
        numbers: dict[str, object] = {"name": name, "what": each.what, **due_words(on, left)}
        tail = "late" if left < 0 else "today" if left == 0 else "soon"
        yield Prompt(
            person_id=each.person_id,
            kind=PlanKind.PROMISE,
            basis=each.basis,
            share=1.0,
            urgency=urgency(left),
            because=(Because(f"promise_{tail}", numbers),),
            step=Because("step_promise_late" if left < 0 else "step_promise", numbers),
            draft=Because("draft_promise_late" if left < 0 else "draft_promise", numbers),
        )
