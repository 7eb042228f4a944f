"""The JSON of a line: what it says, what is still to be asked, and what was kept of it."""

from typing import Any

from renmai.actions.lines.log_line import LoggedLine
from renmai.domain.value.values import Origin
from renmai.queries.lines.cards import LineCard, LineFollow, LinePerson, LineQuestion
from renmai.queries.people.search import FoundPerson
from renmai.shapes.book import iso, reason
from renmai.wording import sentence
from renmai.wording.lines.chips import follow_because


def line_shape(card: LineCard, logged: LoggedLine | None = None) -> dict[str, Any]:
    """`{decision_id, text, on, kind, begun_by, where, topics, people: [{said, id, name, is_new, is_left_out,
    candidates: [{id, name, told}]}], follows: [{place, kind, said, what, due_on, other, origin, is_gift,
    is_left_out, sentence}], questions: [{about, said, place, because: {code, numbers, sentence}, candidates,
    names}], is_kept_for_later}`

    `decision_id` is null while nothing is kept; it undoes everything the line brought. `kind` is meal,
    meeting, call, message, mail, gift, help, event or note (nothing passed between anybody); `begun_by` me,
    them or empty. `id` is null for whoever is not in the book or not chosen yet. `about` is people, whose,
    day, again or nobody. The kind of what follows is need, offer, promise, favour_given, favour_got, ask,
    cooperation, introduction, information or question; `origin` said only where the line says they said so,
    else guess. `is_kept_for_later` tells of a line kept without anybody, to be filed.
    """
    return {
        "decision_id": logged.decision_id if logged else None,
        "text": card.text,
        "on": iso(card.on),
        "kind": card.kind,
        "begun_by": card.begun_by,
        "where": card.where,
        "topics": list(card.topics),
        "people": [_person(each, logged) for each in card.people],
        "follows": [_follow(each) for each in card.follows],
        "questions": [_question(each) for each in card.questions],
        "is_kept_for_later": bool(logged and logged.is_kept_for_later),
    }


def _person(each: LinePerson, logged: LoggedLine | None) -> dict[str, Any]:
    made = logged.person_ids.get(each.said) if logged else None
    return {
        "said": each.said,
        "id": each.person.id if each.person else made,
        "name": each.name,
        "is_new": each.is_new,
        "is_left_out": each.is_left_out,
        "candidates": _candidates(each.candidates),
    }


def _candidates(found: tuple[FoundPerson, ...]) -> list[dict[str, Any]]:
    return [{"id": each.id, "name": each.name, "told": each.told_apart} for each in found]


def _follow(each: LineFollow) -> dict[str, Any]:
    follow = each.follow
    return {
        "place": each.place,
        "kind": str(follow.kind),
        "said": each.said,
        "what": follow.what,
        "due_on": iso(follow.due_on),
        "other": follow.other,
        "origin": str(Origin.SAID if follow.is_said else Origin.GUESS),
        "is_gift": follow.is_gift,
        "is_left_out": each.is_left_out,
        "sentence": sentence(follow_because(follow, each.said)),
    }


def _question(each: LineQuestion) -> dict[str, Any]:
    return {
        "about": each.about,
        "said": each.said,
        "place": each.place,
        "because": reason(each.because),
        "candidates": _candidates(each.candidates),
        "names": list(each.names),
    }
