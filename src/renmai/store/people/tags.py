"""Tags as they are kept: each mark is a note of its person, a rename one of the owner's."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.people.tags import TagMark, TagRename, called_now
from renmai.store.people.notes import notes

TAG, TAG_REMOVED, TAG_RENAMED = "tag", "tag_removed", "tag_renamed"
BEFORE, AFTER = "before", "text"
ALONG = "along"
"""Where the removal of a tag names further marks of the same tag, which two people had who are one now."""


def tag_marks(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> list[TagMark]:
    """Return who bears which tag on a day, as it is called then, in the order in which they were given."""
    asked = None if person_ids is None else [*person_ids, None]
    found = notes(owner_id, [TAG, TAG_RENAMED], [TAG_REMOVED], until=until, person_ids=asked)
    gone = {each.id for each in found if each.changes}
    gone.update(pk for each in found for _, payload, _ in each.changes for pk in payload.get(ALONG, ()))
    marks = [
        TagMark(number=each.id, person_id=each.person_id, tag=each.payload["text"], on=each.on)
        for each in found
        if each.kind == TAG and each.person_id is not None and each.id not in gone
    ]
    renames = [
        TagRename(number=each.id, before=each.payload[BEFORE], after=each.payload[AFTER])
        for each in found
        if each.kind == TAG_RENAMED
    ]
    return list(called_now(marks, renames))
