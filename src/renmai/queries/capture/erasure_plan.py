"""What would go if somebody were erased: shown before it is asked for, and carried out as it was shown."""

from dataclasses import dataclass
from pathlib import Path

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.domain.people.erasing import Blotter, blotter_of, is_telling
from renmai.domain.people.handles import HandleKind
from renmai.queries.capture.adapter import Adapter
from renmai.queries.capture.erasing import RecordEraser
from renmai.store.book import decisions, made_copies
from renmai.store.capture.erasing import ErasurePlan, Traces, decisions_on, naming, traces_of
from renmai.store.people import erasures, people


class NotToBeErased(Refused):
    """The owner cannot be erased from their own book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureCard:
    """What is known of somebody and goes: records whole, records without them, notes, files made here.

    `texts_left` are names too common to be blotted out of other people's texts.
    """

    person_id: int
    name: str
    handles: tuple[str, ...]
    records_gone: int
    records_changed: int
    decisions_gone: int
    decisions_changed: int
    exports: tuple[str, ...]
    backups: tuple[str, ...]
    names_left: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedErasure:
    """By what somebody is known, how they are found in texts, and what becomes of each row."""

    traces: Traces
    blotter: Blotter | None
    plan: ErasurePlan


def erasure_card(viewer: Viewer, person_id: int) -> ErasureCard:
    """Return what erasing somebody would take away.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NotToBeErased: if it is the owner
    """
    person = people.one(viewer.owner_id, person_id)
    if person is None:
        raise NoSuchPerson(person_id)
    if person.is_me:
        raise NotToBeErased("erase_not_me", name=person.name)
    erasing = erasing_of(viewer, person_id)
    plan = erasing.plan
    return ErasureCard(
        person_id=person_id,
        name=person.name,
        handles=tuple(each.value for each in erasing.traces.handles if each.kind != HandleKind.MENTION),
        records_gone=len(plan.gone),
        records_changed=len(plan.changed),
        decisions_gone=len(plan.decisions_gone),
        decisions_changed=len(plan.decisions_changed),
        exports=tuple(map(str, made_copies.remembered(viewer.owner_id, made_copies.EXPORT))),
        backups=tuple(map(str, _backups(viewer.owner_id))),
        names_left=tuple(name for name in erasing.traces.names if not _is_theirs(name, erasing.traces)),
    )


def erasing_of(viewer: Viewer, person_id: int) -> PlannedErasure:
    """Return what becomes of every row that names somebody."""
    owner_id = viewer.owner_id
    traces = traces_of(owner_id, person_id)
    names = [name for name in traces.names if _is_theirs(name, traces)]
    blotter = blotter_of(traces.handles, names)
    first = _plan(viewer, traces, blotter)
    if blotter is not None and (told := [text for text in first.gone_ids if blotter.loose.search(text)]):
        blotter = blotter_of(traces.handles, names, told)
        first = _plan(viewer, traces, blotter)
    return PlannedErasure(traces=traces, blotter=blotter, plan=first)


def _plan(viewer: Viewer, traces: Traces, blotter: Blotter | None) -> ErasurePlan:
    owner_id = viewer.owner_id
    digests = erasures.ErasedDigests(owner_id)
    digests.learn(traces.anchors)
    eraser = RecordEraser(digests, Adapter(viewer, is_alone=True), decisions.my_handles(owner_id), blotter)
    gone, gone_ids, changed = [], [], []
    for record_id, record in naming(owner_id, traces, blotter):
        left = eraser.without(record)
        if left is None:
            gone.append(record_id)
            gone_ids.append(record.external_id)
        elif left is not record:
            changed.append((record_id, left))
    decisions_gone, decisions_changed = decisions_on(owner_id, traces, blotter)
    return ErasurePlan(tuple(gone), tuple(gone_ids), tuple(changed), decisions_gone, decisions_changed)


def _is_theirs(name: str, traces: Traces) -> bool:
    return is_telling(name) and name not in traces.shared_names


def _backups(owner_id: int) -> list[Path]:
    return list(made_copies.backups(owner_id))
