"""What silence means by now: the chance that an answer still comes, when to try again (R6)."""

from dataclasses import replace
from datetime import date, timedelta

from renmai.domain.book.because import Because, figure
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.ties.cadence import DAY_S, HOUR_S
from renmai.domain.ties.letters import OWED_DAYS
from renmai.domain.ties.replies import MOST_SHARE, ReplyOutlook
from renmai.domain.ties.ties import Turns
from renmai.domain.today.candidates import silence_numbers
from renmai.domain.today.plan import REST_DAYS, TRIES
from renmai.queries.ties.cards import ReplyCard
from renmai.store.ties.replies import outlooks
from renmai.store.today import openings


def silence_said(numbers: dict[str, object]) -> Because:
    """Return what a silence means, from the figures of `silence_numbers` with the name."""
    code = "silence_known" if numbers["is_habit_known"] else "silence_unknown"
    return Because(code, {name: numbers[name] for name in ("name", "most_hours", "still_share")})


def next_try(viewer: Viewer, outlook: ReplyOutlook, *, sent_at: int, tries: int, today: date) -> Because:
    """Return when to try again after a letter that waits: on a day to come, now, or not for a long while."""
    if tries >= TRIES:
        until = viewer.day_of(sent_at) + timedelta(days=REST_DAYS)
        return Because("rested_tries", {"tries_times": tries, "until_on": until.isoformat()})
    if outlook.is_over(viewer.end_of(today) - sent_at):
        return Because("step_let_go")
    on = try_again_on(viewer, outlook, sent_at)
    return Because("step_wait_until", {"until_on": on.isoformat()}) if on > today else Because("step_nudge")


def try_again_on(viewer: Viewer, outlook: ReplyOutlook, sent_at: int) -> date:
    """Return the first day at whose end another attempt is worth it."""
    return viewer.day_of(sent_at + int(outlook.try_again_s))


def replies_of(viewer: Viewer, person_id: int, name: str, turns: Turns | None, *, today: date) -> ReplyCard:
    """Return how somebody answers the owner, and what their silence means where a letter waits.

    How often they answered is told by the turns of the tie, as its standing is: one page, one figure.
    """
    outlook = outlooks(viewer.owner_id, [person_id])[person_id]
    half_hours = round(outlook.within_s(0.5) / HOUR_S, 1)
    numbers = {"name": call_name(name), "half_hours": half_hours, **silence_numbers(outlook, 0)}
    asked, answered = (turns.turns_out, turns.answers_in) if turns else (0, 0)
    code = "replies_known" if outlook.is_known and asked else "replies_few"
    habit = Because(code, {**numbers, "asked": asked, "answered": answered})
    card = ReplyCard(
        asked=asked,
        answered=answered,
        chance=round(outlook.chance, 3),
        half_hours=half_hours,
        most_hours=round(outlook.within_s(MOST_SHARE) / HOUR_S, 1),
        because=(habit,),
    )
    tries, sent_at = openings.attempts(viewer.owner_id, [person_id]).get(person_id, (0, 0))
    silent_s = viewer.end_of(today) - sent_at
    if silent_s > OWED_DAYS * DAY_S:
        return card
    silence = {**numbers, **silence_numbers(outlook, silent_s)}
    ago_days = (today - viewer.day_of(sent_at)).days
    step = next_try(viewer, outlook, sent_at=sent_at, tries=tries, today=today)
    return replace(
        card,
        waiting_since_on=viewer.day_of(sent_at),
        still=figure(silence, "still_share"),
        try_again_on=try_again_on(viewer, outlook, sent_at),
        because=(
            habit,
            Because("waiting_plain", {"name": numbers["name"], "ago_days": ago_days}),
            Because("silence_chance", {"still_share": silence["still_share"]}),
            step,
        ),
    )
