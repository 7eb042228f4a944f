"""Candidates for Today: what makes somebody worth an act, with the figures it rests on (P1, T5)."""

from dataclasses import dataclass
from datetime import date
from math import exp, log1p, sqrt

from renmai.domain.ties.cadence import DAY_S, HOUR_S, lateness
from renmai.domain.ties.letters import OWED_DAYS
from renmai.domain.ties.replies import MOST_SHARE, ReplyOutlook
from renmai.domain.ties.tiers import RHYTHM_DAYS, Tier, overdue_days
from renmai.domain.ties.ties import Tie, TieClass, TieState
from renmai.domain.today.plan import Candidate, PlanKind, key_of

MY_USUAL_S = float(DAY_S)
"""How soon an answer is expected of somebody whose habit is not known."""
QUIET_DAYS = 14
"""Shorter silences are holidays, whatever the rhythm."""
LONG_DAYS = 120
"""From here on a silence is long, and a greeting is a revival, whatever the rhythm was."""
DEEP_DAYS, DEEPEST_DAYS = 5, 250
CHOSEN = 0.15
"""How much more it matters that somebody is quiet whom the owner chose to keep close (T8)."""
FOLLOW_UP_DAYS = 14
SETTLE_DAYS = 1
FEW_DAYS, FEW_ACTS = 2, 2
"""Whoever was in touch more often than this is no longer newly met."""
STRANGER = 0.15
"""The worth of somebody with whom there is no tie: what they wrote may still want an answer."""
STRONG_LEAST, WEAK_LEAST, OF_STRENGTH, OF_DEPTH = 0.45, 0.2, 0.3, 0.25
"""A tie's worth: what its class gives at least, what strength and depth add; a strong one reaches 1."""
DEPTH_DAYS = 20
"""After so many days of contact, two thirds of the depth that days can give is there."""
A_WORD = 0.6
"""What a letter that asks nothing is worth beside one that asks."""
FADES_DAYS, FADED = 14, 0.2
"""An answer owed fades from this day on, down to this share: by then few still wait for it."""
NUDGE = 0.8
"""A nudge is less urgent than an answer owed: the other side is not waiting for me."""
GREETING, TOLD_LOSS = 0.4, 0.05
"""The urgency of a greeting before what was lost of the tie adds to it; the loss from which it is told."""
REVIVAL, REVIVAL_OF_WEAK = 0.4, 0.15
"""Nothing is lost by reviving a tie tomorrow; a strong one still comes before a weak one."""
REVIVAL_LEAST = 0.4
"""The worth of a revival at least; depth in both directions makes up the rest."""
FOLLOW_UP, FRESH_DAYS, STALES_A_DAY = 0.9, 3, 0.05
"""A new acquaintance is fresh for three days; then each day takes a little of the urgency."""
WISH_DAYS = 2
"""So many days before, a wish can still be prepared, a card still be sent."""
ON_THE_DAY, DAYS_AHEAD, EACH_DAY_AHEAD = 1.0, 0.6, 0.1
"""A wish cannot wait on the day itself; ahead of it, the further the less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A letter that waits for an answer.

    `usual_s` is how long I usually take, where I owe it (None: not known); `outlook` what to expect of its
    reader, where they do, and `other_way` the kind of act by which they also reach me.
    """

    interaction_id: int
    act: str
    at_epoch_s: int
    asks: bool
    usual_s: float | None = None
    tries: int = 0
    outlook: ReplyOutlook | None = None
    other_way: str = ""


def worth_of(tie: Tie | None) -> float:
    """Return 0 to 1: what a tie is worth keeping, by how alive it was and how deep it went both ways.

    Depth is days of contact, of which twenty already say most, lessened where one side did all of it. The
    better of now and ninety days ago counts, because a tie that cools is not worth less for it.
    """
    if tie is None or tie.tie_class == TieClass.PSEUDO:
        return STRANGER
    alive = max(tie.strength, tie.strength_before or 0.0)
    depth = (1 - exp(-tie.days_active / DEPTH_DAYS)) * sqrt(tie.reciprocity)
    least = STRONG_LEAST if tie.tie_class == TieClass.STRONG else WEAK_LEAST
    return min(1.0, least + OF_STRENGTH * alive + OF_DEPTH * depth)


def owed(
    person_id: int,
    anchor: str,
    tie: Tie | None,
    letter: Waiting,
    *,
    as_of_epoch_s: int,
    today: date,
    sent_on: date,
) -> Candidate:
    """Return the answer I owe: a question outweighs a word; past my usual time it is urgent, then fades."""
    waited_s = float(as_of_epoch_s - letter.at_epoch_s)
    ago_days = max(0, (today - sent_on).days)
    late = lateness(waited_s, letter.usual_s or MY_USUAL_S)
    fades = max(FADED, 1 - max(0, ago_days - FADES_DAYS) / OWED_DAYS)
    numbers: dict[str, object] = {"ago_days": ago_days, "asks": letter.asks}
    if letter.usual_s is not None:
        numbers["usual_hours"] = round(letter.usual_s / HOUR_S, 1)
    return Candidate(
        key=key_of(PlanKind.REPLY, anchor, letter.act),
        person_id=person_id,
        kind=PlanKind.REPLY,
        worth=worth_of(tie) * (1.0 if letter.asks else A_WORD),
        urgency=late * fades,
        numbers=numbers,
        interaction_id=letter.interaction_id,
    )


def awaited(
    person_id: int,
    anchor: str,
    tie: Tie | None,
    letter: Waiting,
    *,
    as_of_epoch_s: int,
    today: date,
    sent_on: date,
) -> Candidate | None:
    """Return the nudge for a question of mine, None while waiting is still what one would expect (R6).

    It is worth a word when it is late for this person: most answers of theirs that come have come.
    """
    waited_s = float(as_of_epoch_s - letter.at_epoch_s)
    if tie is None or tie.tie_class == TieClass.PSEUDO or not letter.asks or letter.outlook is None:
        return None
    outlook = letter.outlook
    if waited_s < outlook.try_again_s or outlook.is_over(waited_s):
        return None
    return Candidate(
        key=key_of(PlanKind.WAITING, anchor, letter.act),
        person_id=person_id,
        kind=PlanKind.WAITING,
        worth=worth_of(tie),
        urgency=NUDGE * lateness(waited_s, outlook.within_s(MOST_SHARE)),
        numbers={
            "ago_days": (today - sent_on).days,
            "tries_times": letter.tries,
            "other_way": letter.other_way,
            **silence_numbers(outlook, waited_s),
        },
        interaction_id=letter.interaction_id,
        tries=letter.tries,
        tried_on=sent_on,
    )


def silence_numbers(outlook: ReplyOutlook, waited_s: float) -> dict[str, object]:
    """Return the figures that say what a silence means by now."""
    return {
        "is_habit_known": outlook.is_known,
        "most_hours": round(outlook.within_s(MOST_SHARE) / HOUR_S, 1),
        "still_share": round(outlook.still_comes(waited_s), 3),
    }


def cooling(
    tie: Tie,
    anchor: str,
    *,
    today: date,
    last_on: date,
    tier: int | None = None,
    done_on: date | None = None,
) -> Candidate | None:
    """Return a greeting for a tie quieter than its own rhythm, or than its tier's, None where it is neither.

    Its own rhythm says so of a tie worth keeping (T5); the tier's, of whomever the owner put there, unless a
    revival is due (T8).

    :param done_on: the day on which the owner last called something done with them; silence counts from there
    """
    quiet_since = max(last_on, done_on or last_on)
    silent_days = (today - quiet_since).days
    numbers: dict[str, object] = {"silent_days": silent_days}
    is_cooling = _is_off_rhythm(tie, silent_days) and (today - last_on).days < LONG_DAYS
    if is_cooling and tie.rhythm_days is not None:
        numbers["rhythm_days"] = round(tie.rhythm_days, 1)
    if tier is not None and overdue_days(tier, silent_days) and not _is_revival(tie, silent_days):
        numbers |= {"tier": tier, "tier_days": RHYTHM_DAYS[Tier(tier)]}
    elif not is_cooling:
        return None
    lost = max(0.0, (tie.strength_before or tie.strength) - tie.strength)
    if round(lost, 2) >= TOLD_LOSS:
        numbers["strength_before"] = round((tie.strength_before or 0.0) * 100)
        numbers["strength"] = round(tie.strength * 100)
    return Candidate(
        key=key_of(PlanKind.COOLING, anchor, quiet_since.isoformat()),
        person_id=tie.person_id,
        kind=PlanKind.COOLING,
        worth=worth_of(tie),
        urgency=min(1.0, GREETING + lost + (CHOSEN if "tier" in numbers else 0.0)),
        numbers=numbers,
        is_by_tier="tier" in numbers,
    )


def _is_off_rhythm(tie: Tie, silent_days: int) -> bool:
    """Tell whether a tie worth keeping is quieter than its own rhythm, and not yet fallen silent."""
    if tie.state == TieState.ACTIVE or tie.tie_class == TieClass.PSEUDO or tie.rhythm_days is None:
        return False
    if tie.is_one_sided:
        return False
    return max(QUIET_DAYS, 2 * tie.rhythm_days) <= silent_days < LONG_DAYS


def _is_revival(tie: Tie, silent_days: int) -> bool:
    """Tell whether a tie sleeps that once had depth."""
    if tie.state != TieState.DORMANT or tie.tie_class == TieClass.PSEUDO:
        return False
    return tie.days_active >= DEEP_DAYS and silent_days >= LONG_DAYS


def _was_one_thing(tie: Tie, spanned_days: int) -> bool:
    """Tell whether a tie that is not strong lasted no longer than a season: one thing, done and over."""
    return tie.tie_class != TieClass.STRONG and spanned_days < LONG_DAYS


def revived(
    tie: Tie, anchor: str, *, today: date, first_on: date, last_on: date, done_on: date | None = None
) -> Candidate | None:
    """Return the revival of a dormant tie that once had depth; a strong one outweighs every weak one (T5).

    What it was counts, not what is left of it: the days of contact in both directions. A weak one that lasted
    no longer than a season was about one thing, and ended with it.

    :param done_on: the day on which the owner last called something done with them; silence counts from there
    """
    quiet_since = max(last_on, done_on or last_on)
    silent_days = (today - quiet_since).days
    if not _is_revival(tie, silent_days) or _was_one_thing(tie, (last_on - first_on).days):
        return None
    numbers: dict[str, object] = {
        "silent_days": silent_days,
        "spanned_days": max(1, (last_on - first_on).days),
        "last_on": last_on.isoformat()[:7],
    }
    depth = min(1.0, log1p(tie.days_active) / log1p(DEEPEST_DAYS))
    return Candidate(
        key=key_of(PlanKind.REVIVE, anchor, quiet_since.isoformat()),
        person_id=tie.person_id,
        kind=PlanKind.REVIVE,
        worth=REVIVAL_LEAST + (1 - REVIVAL_LEAST) * depth * sqrt(tie.reciprocity),
        urgency=REVIVAL if tie.tie_class == TieClass.STRONG else REVIVAL_OF_WEAK,
        numbers=numbers,
    )


def newly_met(tie: Tie, anchor: str, *, today: date, first_on: date, last_on: date) -> Candidate | None:
    """Return the follow-up of somebody newly met: within two weeks, a day after the last word, once (R4)."""
    met_days, silent_days = (today - first_on).days, (today - last_on).days
    if tie.tie_class == TieClass.PSEUDO or met_days > FOLLOW_UP_DAYS or silent_days < SETTLE_DAYS:
        return None
    if tie.days_active > FEW_DAYS or tie.acts_out > FEW_ACTS:
        return None
    return Candidate(
        key=key_of(PlanKind.NEW, anchor, first_on.isoformat()),
        person_id=tie.person_id,
        kind=PlanKind.NEW,
        worth=worth_of(tie),
        urgency=FOLLOW_UP - STALES_A_DAY * max(0, met_days - FRESH_DAYS),
        numbers={"ago_days": silent_days, "first_ago_days": met_days},
    )


def occasion(
    person_id: int,
    anchor: str,
    tie: Tie | None,
    *,
    kind: str,
    on: date,
    today: date,
    within_days: int = WISH_DAYS,
) -> Candidate | None:
    """Return the wish for a day that comes within a few days."""
    in_days = (on - today).days
    if not 0 <= in_days <= within_days:
        return None
    return Candidate(
        key=key_of(PlanKind.OCCASION, anchor, f"{kind} {on.isoformat()}"),
        person_id=person_id,
        kind=PlanKind.OCCASION,
        worth=worth_of(tie),
        urgency=ON_THE_DAY if in_days == 0 else DAYS_AHEAD - EACH_DAY_AHEAD * in_days,
        numbers={"in_days": in_days, "on": on.isoformat()},
    )
