"""One tie under the job-change test, as a card: its chance, why, what hangs on it, what would save it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from renmai.domain.book.because import Because, figure
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.people.handles import HandleKind, handle_of
from renmai.domain.people.mail_hosts import is_private
from renmai.domain.people.names import has_han
from renmai.domain.positions.leaving import Fate, Reach, Route, Staying, loss, part_at, staying, steps
from renmai.domain.positions.positions import Position
from renmai.domain.ties.ties import Tie
from renmai.queries.positions.cards import TieAtRisk
from renmai.queries.positions.stakes import NotedStakes
from renmai.queries.ties.cards import mark_of
from renmai.store.people.portraits import Portrait

WAYS = {HandleKind.WECHAT: "wechat", HandleKind.PHONE: "phone", HandleKind.MESSENGER: "messenger"}
PRIVATE_MAIL = "mail"
DRAFTS = {
    "keep_exchange": "draft_keep_exchange",
    "keep_use_wechat": "draft_keep_private",
    "keep_use_phone": "draft_keep_private",
    "keep_use_messenger": "draft_keep_private",
    "keep_use_mail": "draft_keep_private",
    "keep_help": "draft_keep_help",
    "keep_meal": "draft_keep_meal",
    "keep_context": "draft_keep_context",
    "keep_cooperate": "draft_keep_cooperate",
    "keep_word": "draft_keep_meal",
}


def tie_at_risk(
    viewer: Viewer,
    tie: Tie,
    portrait: Portrait,
    position: Position,
    routes: Sequence[Route],
    noted: NotedStakes,
    *,
    is_mine: bool,
    opens: int = 0,
) -> TieAtRisk:
    """Return what a tie would be without a position of the owner's (`is_mine`), or of theirs.

    :param opens: how many people only they can introduce
    """
    since = None if position.since is None else viewer.end_of(position.since)
    outside = sum(not _is_of_role(began_on, position) for began_on in noted.done_began_on)
    stays = staying(tie, part_at(routes, position, is_mine=is_mine, since_epoch_s=since), outside=outside)
    stakes = replace(noted.stakes, opens=opens)
    is_at_risk = stays.fate in (Fate.OPEN, Fate.LOST)
    name = call_name(portrait.name)
    found = steps(tie, _reach(tie, portrait), stakes, need=noted.need, outside=outside) if is_at_risk else ()
    return TieAtRisk(
        person_id=portrait.id,
        name=portrait.name,
        subtitle=portrait.subtitle,
        mark=mark_of(tie.tie_class, tie.state),
        state=tie.state,
        strength=tie.strength,
        chance=stays.chance,
        part=stays.part,
        fate=stays.fate,
        because=tuple(_because(stays.because, name, stays.part, position)),
        against=tuple(_against(stays, name, position)),
        stakes=stakes,
        loss=loss(tie, stakes, stays),
        steps=tuple(_named(each, name) for each in found),
        draft=_draft(found[0], name) if found else None,
    )


def _is_of_role(began_on: date, position: Position) -> bool:
    """Tell whether a cooperation falls into the time of a position, and so may be the position's."""
    after = position.since is None or began_on >= position.since
    return after and (position.until is None or began_on <= position.until)


def _reach(tie: Tie, portrait: Portrait) -> Reach:
    """Return the private ways known, those first that people prefer."""
    handles = [handle_of(text) for text in portrait.handles]
    known = {WAYS[HandleKind(each.kind)] for each in handles if each.kind in set(WAYS)}
    if any(each.kind == HandleKind.MAIL and is_private(each.host) for each in handles):
        known.add(PRIVATE_MAIL)
    ordered = tuple(way for way in (*WAYS.values(), PRIVATE_MAIL) if way in known)
    return Reach(ways=ordered, is_used=bool(tie.basis and tie.basis.private_acts))


def _because(reasons: Sequence[Because], name: str, part: float, position: Position) -> list[Because]:
    numbers = {"organisation": position.organisation, "through_percent": round(100 * part)}
    through = Because("leaving_part" if part else "leaving_no_part", numbers)
    return [through, *(_named(each, name) for each in reasons)]


def _against(stays: Staying, name: str, position: Position) -> list[Because]:
    chance = {"stay_share": stays.chance, "organisation": position.organisation}
    found = [each for each in stays.because if figure(each.numbers, "move") < 0]
    return [Because("leaving_chance", chance), *(_named(each, name) for each in found)]


def _named(because: Because, name: str) -> Because:
    return Because(because.code, {"name": name, **because.numbers})


def _draft(step: Because, name: str) -> Because:
    language = "zh-hans" if has_han(name) else "en"
    return Because(DRAFTS[step.code], {"name": name, "language": language, **step.numbers})
