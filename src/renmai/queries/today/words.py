"""A planned item as the page shows it: its reasons, its step and a draft, from what was really written."""

from collections.abc import Iterator, Mapping
from datetime import date
from math import inf

from renmai.domain.book.because import Because, figure, reason_with
from renmai.domain.book.owners import Viewer
from renmai.domain.capture.interactions import WRITTEN, Kind
from renmai.domain.people.greetings import call_name
from renmai.domain.people.handles import HandleKind, handle_of
from renmai.domain.people.names import has_han
from renmai.domain.ties.excerpts import bare_subject, last_question
from renmai.domain.ties.ties import Tie
from renmai.domain.today.plan import OWED, Candidate, PlanKind
from renmai.queries.book.prompt import Prompt
from renmai.queries.ties.as_cards import tie_card, year_of_months
from renmai.queries.ties.reasons import DAILY_DAYS
from renmai.queries.ties.silences import silence_said
from renmai.queries.today.cards import TodayItem
from renmai.store.people.portraits import Portrait
from renmai.store.ties.rows import KeptTie
from renmai.store.ties.timeline import Act

Words = tuple[tuple[Because, ...], Because, Because | None]


def today_item(
    viewer: Viewer,
    candidate: Candidate,
    portrait: Portrait,
    kept: KeptTie | None,
    *,
    letter: Act | None,
    latest: list[Act],
    today: date,
    words: Prompt | None = None,
) -> TodayItem:
    """Return one suggestion in words; `letter` is the act that waits, `latest` the newest with them.

    What the owner's notes prompted brings its `words` along.

    What was told to a room, a list say, or copied, is nothing to come back to, nor anybody's turn; but one
    may have met there.
    """
    numbers = {**candidate.numbers, "name": call_name(portrait.name)}
    if words is not None:
        because, step, draft = words.because, words.step, words.draft
    elif letter is not None:
        numbers |= {"subject": bare_subject(letter.subject), "question": last_question(letter.excerpt)}
        because, step, draft = _OF_LETTER[PlanKind(candidate.kind)](numbers)
    else:
        near = _addressed(latest, kept.tie if kept else None)
        spoken_of = near or latest if candidate.kind == PlanKind.NEW else near
        because, step, draft = _OF_TIE[PlanKind(candidate.kind)](numbers, spoken_of)
    mails = [handle for handle in map(handle_of, portrait.handles) if handle.kind == HandleKind.MAIL]
    return TodayItem(
        key=candidate.key,
        person_id=portrait.id,
        name=portrait.name,
        subtitle=portrait.subtitle,
        kind=candidate.kind,
        is_urgent=candidate.kind in OWED,
        because=because,
        step=step,
        draft=_in_their_language(draft, portrait.name, [letter] if letter else latest),
        reply_to_subject=str(numbers.get("subject", "")) if letter is not None else "",
        mail_to=mails[0].value if mails else "",
        tie=tie_card(kept, viewer, name=portrait.name, today=today) if kept else None,
        strip=year_of_months(today, kept.months) if kept else None,
    )


def _in_their_language(draft: Because | None, name: str, written: list[Act]) -> Because | None:
    """Return the draft in the language these two write in; where they never wrote, in that of the name."""
    if draft is None:
        return None
    texts = [f"{act.subject} {act.excerpt}" for act in written[:3] if act.kind in WRITTEN] or [name]
    language = "zh-hans" if any(has_han(text) for text in texts) else "en"
    return Because(draft.code, {**draft.numbers, "language": language})


def _addressed(latest: list[Act], tie: Tie | None) -> list[Act]:
    """Return the acts that are contact, the newest first; none where the last of it is not among them.

    The last of either side is known by the tie, however it was addressed.
    """
    if tie is None:
        return [act for act in latest if act.is_addressed]
    last_ones = {tie.last_out_epoch_s, tie.last_in_epoch_s}
    found = [act for act in latest if act.at_epoch_s in last_ones or act.is_addressed]
    return found if found and found[0].at_epoch_s == tie.last_at_epoch_s else []


def _reason(code: str, numbers: Mapping[str, object], *names: str) -> Because:
    """Return a reason that carries the name and only the numbers its sentence speaks of."""
    return reason_with(code, numbers, "name", *names)


def _reply(numbers: dict[str, object]) -> Words:
    """Word an answer I owe; my usual time is named only once it has passed."""
    is_late = 24 * figure(numbers, "ago_days") > figure(numbers, "usual_hours", inf)
    tail, names = ("_usual", ("ago_days", "usual_hours")) if is_late else ("", ("ago_days",))
    draft = _reason("draft_reply", numbers, "subject") if numbers["subject"] else None
    step = _reason("step_reply", numbers)
    if numbers["question"]:
        because = _reason(f"reply_question{tail}", numbers, "question", *names)
        return (
            (because,),
            Because("step_answer_question"),
            _reason("draft_answer_question", numbers, "question"),
        )
    if not numbers["subject"]:
        return (_reason("reply_plain", numbers, "ago_days"),), step, None
    kind = "asked" if numbers.get("asks") else "wrote"
    return (_reason(f"reply_{kind}{tail}", numbers, "subject", *names),), step, draft


def _waiting(numbers: dict[str, object]) -> Words:
    """Word an answer I wait for."""
    if not numbers["subject"]:
        main = _reason("waiting_plain", numbers, "ago_days")
        return (main, silence_said(numbers)), Because("step_nudge"), None
    because = [_reason("waiting_asked", numbers, "subject", "ago_days"), silence_said(numbers)]
    draft = _reason("draft_nudge", numbers, "subject")
    if figure(numbers, "tries_times") <= 1:
        return tuple(because), Because("step_nudge"), draft
    because.append(Because("waiting_tried", {"name": numbers["name"], "out_times": numbers["tries_times"]}))
    way = _OTHER_WAYS.get(str(numbers.get("other_way", "")), "step_nudge_other_way")
    return tuple(because), _reason(way, numbers), draft


def _cooling(numbers: dict[str, object], latest: list[Act]) -> Words:
    """Word a tie gone quiet: by how much, and whose turn it would be."""
    if numbers.get("is_unheard"):
        because = [_reason("cooling_unheard", numbers, "tier", "tier_days", "silent_days")]
        return tuple(because), Because("step_greet_call"), _reason("draft_cooling_plain", numbers)
    because = list(_quiet(numbers))
    turns = _turns(latest)
    if abs(turns) >= 2:
        side, name = ("my", "out_times") if turns > 0 else ("their", "in_times")
        because.append(Because(f"cooling_{side}_turns", {"name": numbers["name"], name: abs(turns)}))
    elif "strength" in numbers:
        because.append(_reason("cooling_strength", numbers, "strength_before", "strength"))
    meetings = [act for act in latest[:3] if act.kind not in WRITTEN]
    if meetings:
        return tuple(because), Because("step_greet_meet"), _reason("draft_cooling_meet", numbers)
    subject = _last_subject(latest)
    if not subject:
        return tuple(because), Because("step_greet"), _reason("draft_cooling_plain", numbers)
    return (
        tuple(because),
        Because("step_greet"),
        _reason("draft_cooling", {**numbers, "subject": subject}, "subject"),
    )


def _quiet(numbers: dict[str, object]) -> Iterator[Because]:
    """Yield by what rhythm it is quiet: the pair's own, that of the tier the owner chose (T5, T8)."""
    if "rhythm_days" in numbers:
        is_daily = figure(numbers, "rhythm_days") < DAILY_DAYS
        code = "cooling_daily" if is_daily else "cooling_rhythm"
        yield _reason(code, numbers, "rhythm_days", "silent_days")
        if "tier" in numbers:
            yield _reason("tier_too", numbers, "tier", "tier_days")
    else:
        yield _reason("tier_overdue", numbers, "tier", "tier_days", "silent_days")


def _turns(latest: list[Act]) -> int:
    """Return how many of the newest acts came from one side in a row: above 0 from me, below from them."""
    first = latest[0].is_from_me if latest else None
    if first is None:
        return 0
    count = 0
    for act in latest:
        if act.is_from_me is not first:
            break
        count += 1
    return count if first else -count


def _last_subject(latest: list[Act]) -> str:
    return next((bare_subject(act.subject) for act in latest if act.subject.strip()), "")


def _revive(numbers: dict[str, object], latest: list[Act]) -> Words:
    """Word a tie that sleeps: how long it lasted, how long it has been silent, what the last of it was."""
    because = [_reason("revive_span", numbers, "spanned_days", "silent_days")]
    subject = _last_subject(latest)
    if not subject:
        return tuple(because), Because("step_revive"), _reason("draft_revive_plain", numbers)
    known = {**numbers, "subject": subject}
    if latest[0].kind not in WRITTEN:
        because.append(_reason("revive_meeting", known, "subject", "last_on"))
    elif latest[0].is_from_me is False:
        because.append(_reason("revive_their_word", known, "subject"))
    return tuple(because), Because("step_revive"), _reason("draft_revive", known, "subject", "last_on")


def _new(numbers: dict[str, object], latest: list[Act]) -> Words:
    """Word a follow-up: after a meeting, after their first answer, after my only one."""
    subject = _last_subject(latest)
    known = {**numbers, "subject": subject}
    draft = _reason("draft_new", known, "subject") if subject else None
    newest = latest[0] if latest else None
    if newest is None or newest.kind not in WRITTEN:
        code = "new_met" if subject else "new_met_plain"
        met = _reason("draft_new_met", known, "subject") if subject else None
        return (_reason(code, known, "subject", "ago_days"),), Because("step_follow_up"), met
    if newest.is_from_me:
        return (_reason("new_wrote", known, "first_ago_days"),), Because("step_second"), draft
    return (_reason("new_answered", known, "ago_days"),), Because("step_second"), draft


def _occasion(numbers: dict[str, object], latest: list[Act]) -> Words:
    """Word a day: which, by which calendar, which age."""
    is_today = numbers["in_days"] == 0
    code = "anniversary" if numbers["kind"] == "anniversary" else "birthday"
    if code == "birthday" and numbers["is_lunar"]:
        code = "birthday_lunar"
    elif code == "birthday" and "turning" in numbers:
        code = "birthday_turning"
    draft = "draft_anniversary" if numbers["kind"] == "anniversary" else "draft_birthday"
    because = _reason(f"{code}_today" if is_today else code, numbers, "in_days", "on", "turning")
    return (because,), Because("step_wish_today" if is_today else "step_wish"), _reason(draft, numbers)


_OTHER_WAYS = {
    Kind.MAIL: "step_nudge_mail",
    Kind.MESSAGE: "step_nudge_message",
    Kind.CALL: "step_nudge_call",
    Kind.MEETING: "step_nudge_meeting",
    Kind.MEAL: "step_nudge_meeting",
    "phone": "step_nudge_phone",
}
_OF_LETTER = {PlanKind.REPLY: _reply, PlanKind.WAITING: _waiting}
_OF_TIE = {
    PlanKind.COOLING: _cooling,
    PlanKind.REVIVE: _revive,
    PlanKind.NEW: _new,
    PlanKind.OCCASION: _occasion,
}
