"""Letters: which mail or message still waits for an answer, mine or theirs (P1)."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from renmai.domain.cadence import ReplyTime, reply_time
from renmai.domain.interactions import Kind, Role

DAY_S = 86_400
OWED_DAYS = 45
"""An older letter is no longer owed an answer: it would need an apology, and that is another letter."""
WORD_DAYS = 14
"""A letter without a question may go unanswered; after this long it has."""
SMALL_AUDIENCE = 6
"""With more readers than this, a letter without a question is told to a room, not said to the owner."""
WRITTEN = (Kind.MAIL, Kind.MESSAGE)
SUBMISSION = re.compile(r"\s*\[[^\]]*\b(?:patch|rfc|pull|announce)\b[^\]]*\]", re.IGNORECASE)
"""Work sent in for everybody to look at, as on a development list."""


class Letter(NamedTuple):
    """One direct act between the owner and one person.

    `role` is the reader's part: mine where they wrote, theirs where I did. `is_on_list` tells that a
    mailing list got it too. Acts that are not written (a call, a meeting) stand here because they settle
    what was open.
    """

    interaction_id: int
    act: str
    at_epoch_s: int
    person_id: int
    is_from_me: bool
    role: str
    kind: str = Kind.MAIL
    reply_to: str = ""
    thread: str = ""
    asks: bool = False
    words: int = 0
    audience: int = 1
    subject: str = ""
    is_on_list: bool = False


class Open(NamedTuple):
    """What is open with one person: what I owe, what I wait for, on how many days I tried in vain."""

    owed: Letter | None
    awaited: Letter | None
    tries: int
    my_usual: ReplyTime
    their_usual: ReplyTime


def is_a_question_to_me(letter: Letter, my_acts: Collection[str]) -> bool:
    """Tell whether what they wrote expects an answer from me in particular.

    A question addressed to me does, and so does a letter that opens a conversation with me. An answer to my
    own letter that asks nothing closes a round. On a list, or before a large audience, only a question
    counts, and only where it continues what I said or names me alone; work sent in for review is for
    whoever has time.
    """
    if letter.role != Role.TO or letter.kind not in WRITTEN:
        return False
    continues_mine = letter.reply_to != "" and letter.reply_to in my_acts
    is_crowded = letter.is_on_list or letter.audience > SMALL_AUDIENCE
    if is_crowded:
        return letter.asks and continues_mine and not SUBMISSION.match(letter.subject)
    return letter.asks or not letter.reply_to


def opens(letter: Letter) -> bool:
    """Tell whether my letter reaches out: addressed to them, it asks or it starts a conversation."""
    return letter.role == Role.TO and letter.kind in WRITTEN and (letter.asks or not letter.reply_to)


def open_letters(
    letters: Iterable[Letter],
    *,
    my_acts: Collection[str],
    my_last_in_thread: Mapping[str, int],
    as_of_epoch_s: int,
) -> Open:
    """Return what is open between the owner and the one person whose `letters` these are."""
    known = sorted(
        (letter for letter in letters if letter.at_epoch_s < as_of_epoch_s),
        key=lambda letter: (letter.at_epoch_s, letter.interaction_id),
    )
    my_last = max((each.at_epoch_s for each in known if _settles(each)), default=-1)
    owed = None
    for letter in known:
        oldest = as_of_epoch_s - (OWED_DAYS if letter.asks else WORD_DAYS) * DAY_S
        if letter.is_from_me or letter.at_epoch_s < max(oldest, my_last + 1):
            continue
        answered_at = my_last_in_thread.get(letter.thread or letter.act, -1)
        if answered_at < letter.at_epoch_s and is_a_question_to_me(letter, my_acts):
            owed = _weightier(owed, letter)
    return Open(owed, *_awaited(known), *_usual(known))


def _settles(letter: Letter) -> bool:
    """Tell whether after this act of mine nothing from before is owed: I wrote to them, or we spoke."""
    if letter.kind in WRITTEN:
        return letter.is_from_me and (letter.role == Role.TO or letter.audience <= SMALL_AUDIENCE)
    return True


def _weightier(one: Letter | None, other: Letter) -> Letter:
    """Return the letter to answer: a question before a mere word, then the latest."""
    return other if one is None or other.asks or not one.asks else one


def _awaited(known: Sequence[Letter]) -> tuple[Letter | None, int]:
    """Return my latest attempt since they last did anything, with the number of days on which I tried."""
    their_last = max((each.at_epoch_s for each in known if not each.is_from_me), default=-1)
    met_last = max((each.at_epoch_s for each in known if each.kind not in WRITTEN), default=-1)
    since = max(their_last, met_last)
    attempts = [each for each in known if each.is_from_me and each.at_epoch_s > since and opens(each)]
    return (attempts[-1] if attempts else None), len({each.at_epoch_s // DAY_S for each in attempts})


def _usual(known: Sequence[Letter]) -> tuple[ReplyTime, ReplyTime]:
    """Return how long I usually take to answer them, and they me, from acts that name what they answer."""
    sent = {each.act: each for each in known}
    gaps: dict[bool, list[float]] = {True: [], False: []}
    seen: set[tuple[str, bool]] = set()
    for each in known:
        asked = sent.get(each.reply_to)
        if asked is None or asked.is_from_me == each.is_from_me or (asked.act, each.is_from_me) in seen:
            continue
        seen.add((asked.act, each.is_from_me))
        gaps[each.is_from_me].append(float(each.at_epoch_s - asked.at_epoch_s))
    return reply_time(gaps[True]), reply_time(gaps[False])
