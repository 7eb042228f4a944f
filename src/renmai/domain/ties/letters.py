"""Letters: which mail or message still waits for an answer, mine or theirs (P1)."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from renmai.domain.capture.interactions import WRITTEN, Kind, Role
from renmai.domain.ties.cadence import DAY_S, ReplyTime, reply_time
from renmai.domain.ties.replies import RIPE_S, ReplyHabit, habit_of

OWED_DAYS = 45
"""An older letter is no longer owed an answer: it would need an apology, and that is another letter."""
WORD_DAYS = 14
"""A letter without a question may go unanswered; after this long it has."""
SMALL_AUDIENCE = 6
"""With more readers than this, a letter without a question is told to a room, not said to the owner."""
INVITED = (Role.TO, Role.CC, Role.BCC)
SUBMISSION = re.compile(r"\s*\[[^\]]*\b(?:patch|pull|announce)\b[^\]]*\]", re.IGNORECASE)
"""Work sent in for everybody to look at, as on a development list."""

_VERSION = re.compile(
    r"\bv(?:er(?:sion)?)?[. ]?(\d{1,3})\b|\brev(?:ision)?[. ]?(\d{1,3})\b|\bdraft ?(\d{1,3})\b"
    r"|第? ?(\d{1,3}) ?[版稿]|\bfinal(?: version)?\b|[终定]稿|最终版",
    re.IGNORECASE,
)
_FINAL = re.compile(r"final|[终定]稿|最终版", re.IGNORECASE)
_MARKS = re.compile(
    r"\[[^\]]{0,80}\]|(?:^|\s)(?:re|aw|sv|fwd?|回复|答复|转发)\s?[:：]|[()（）_\-–—.,，。\s]+", re.IGNORECASE
)
LAST_VERSION = 1000


class Versioned(Protocol):
    """What may be one version of a thing: what it is about, and when it came."""

    @property
    def subject(self) -> str:
        """What it is about."""

    @property
    def at_epoch_s(self) -> int:
        """When it came."""


class Letter(NamedTuple):
    """One direct act between the owner and one person.

    `role` is the reader's part: mine where they wrote, theirs where I did. `is_on_list` tells that a
    mailing list got it too, `is_to_me_alone` that no other person is addressed, only copied, `calls_me` that
    a question in it turns to me by name. Acts that are not written (a call, a meeting) stand here because
    they settle what was open.
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
    is_to_me_alone: bool = False
    calls_me: bool = False


class Open(NamedTuple):
    """What is open with one person: what I owe, what I wait for, on how many days I tried in vain.

    `other_way` is the kind of act by which they reached me oftenest, other than that of the letter awaited;
    empty where there is none. `their_habit` is how they answer what I send them.
    """

    owed: Letter | None
    awaited: Letter | None
    tries: int
    other_way: str
    my_usual: ReplyTime
    their_habit: ReplyHabit


def is_a_question_to_me(letter: Letter, my_acts: Collection[str]) -> bool:
    """Tell whether what they wrote expects an answer from me in particular.

    A question addressed to me does, and so does a letter that opens a conversation with me. An answer to my
    own letter that asks nothing closes a round. On a list, or before a large audience, only a question
    counts, and only where nobody but me is addressed or where it takes up what I said; work sent in for
    review takes up nothing, it is a new version. A question that calls me by name is mine wherever it stands,
    in a copy, too.
    """
    if letter.calls_me and letter.asks and letter.kind in WRITTEN and letter.role in INVITED:
        return True
    if letter.role != Role.TO or letter.kind not in WRITTEN:
        return False
    if not letter.is_on_list and letter.audience <= SMALL_AUDIENCE:
        return letter.asks or not letter.reply_to
    if not letter.asks:
        return False
    takes_up_mine = letter.reply_to in my_acts and not SUBMISSION.match(letter.subject)
    return letter.is_to_me_alone or takes_up_mine


def reaches_out(letter: Letter, ours: Mapping[str, Letter]) -> bool:
    """Tell whether my letter expects an answer of its reader: it asks, or starts a conversation with few.

    In a conversation it asks whom it answers, not everybody addressed; `ours` are the acts between us.
    """
    if letter.role != Role.TO or letter.kind not in WRITTEN:
        return False
    if not letter.reply_to:
        return letter.audience <= SMALL_AUDIENCE
    answered = ours.get(letter.reply_to)
    if not letter.asks or answered is None:
        return False
    return not answered.is_from_me or answered.audience <= SMALL_AUDIENCE


def open_letters(
    letters: Iterable[Letter],
    *,
    my_acts: Collection[str],
    my_last_in_thread: Mapping[str, int],
    answered_acts: Collection[str] = (),
    as_of_epoch_s: int,
) -> Open:
    """Return what is open between the owner and the one person whose `letters` these are.

    :param answered_acts: letters of mine that anybody answered, whoever it was
    """
    known = sorted(
        (letter for letter in letters if letter.at_epoch_s < as_of_epoch_s),
        key=lambda letter: (letter.at_epoch_s, letter.interaction_id),
    )
    my_last = max((each.at_epoch_s for each in known if _settles(each)), default=-1)
    taken_back = _taken_back(known)
    newest = newest_versions(known)
    owed = None
    for letter in known:
        oldest = as_of_epoch_s - (OWED_DAYS if letter.asks else WORD_DAYS) * DAY_S
        if letter.is_from_me or letter.at_epoch_s < max(oldest, my_last + 1):
            continue
        thread = letter.thread or letter.act
        is_answered = my_last_in_thread.get(thread, -1) >= letter.at_epoch_s
        is_taken_back = taken_back.get(thread, -1) > letter.at_epoch_s
        if is_answered or is_taken_back or is_replaced(letter, newest):
            continue
        if is_a_question_to_me(letter, my_acts):
            owed = _weightier(owed, letter)
    ours = {each.act: each for each in known}
    attempts = [each for each in known if each.is_from_me and reaches_out(each, ours)]
    awaited, tries = _awaited(known, [each for each in attempts if each.act not in answered_acts])
    ripe = (each for each in attempts if each.at_epoch_s <= as_of_epoch_s - RIPE_S)
    their_habit = habit_of(_waits(ripe, known))
    return Open(owed, awaited, tries, _other_way(known, awaited), _my_usual(known), their_habit)


def version_of(subject: str) -> tuple[str, int]:
    """Return what a subject is about and which version of it that is: 1 where it names none."""
    named = [match for match in _VERSION.finditer(subject) if match.group()]
    numbers = [int(figure) for match in named for figure in match.groups() if figure and figure.isdecimal()]
    is_final = any(_FINAL.search(match.group()) for match in named)
    about = _MARKS.sub(" ", _VERSION.sub(" ", subject))
    return " ".join(about.casefold().split()), LAST_VERSION if is_final else max(numbers, default=1)


def newest_versions(letters: Iterable[Versioned]) -> dict[str, tuple[int, int]]:
    """Return by what letters are about the highest version of it, with the moment it came."""
    newest: dict[str, tuple[int, int]] = {}
    for each in letters:
        about, version = version_of(each.subject)
        if about and version > 1:
            newest[about] = max(newest.get(about, (0, 0)), (version, each.at_epoch_s))
    return newest


def is_replaced(letter: Versioned, newest: Mapping[str, tuple[int, int]]) -> bool:
    """Tell whether a newer version of the same thing came after a letter, from either side."""
    if not newest:
        return False
    about, version = version_of(letter.subject)
    later, at_epoch_s = newest.get(about, (0, 0))
    return later > version and at_epoch_s > letter.at_epoch_s


def _settles(letter: Letter) -> bool:
    """Tell whether after this act of mine nothing from before is owed: I wrote to them, or we spoke.

    What I wrote before many readers answers only what stands in its own conversation, and a meeting that
    merely took place answers nothing.
    """
    if letter.kind in WRITTEN:
        return letter.is_from_me and letter.audience <= SMALL_AUDIENCE
    return _is_spoken(letter) and letter.kind != Kind.MEETING


def _taken_back(known: Iterable[Letter]) -> dict[str, int]:
    """Return by conversation when they last wrote in it and asked nothing: what they asked is closed."""
    last: dict[str, int] = {}
    for each in known:
        if not each.is_from_me and each.kind in WRITTEN and not each.asks and each.reply_to:
            last[each.thread or each.reply_to] = each.at_epoch_s
    return last


def _is_spoken(letter: Letter) -> bool:
    """Tell whether we spoke; an invitation that was not answered is only an invitation."""
    return letter.kind not in WRITTEN and not (letter.kind == Kind.MEETING and letter.role in INVITED)


def _weightier(one: Letter | None, other: Letter) -> Letter:
    """Return the letter to answer: a question before a mere word, then the latest."""
    return other if one is None or other.asks or not one.asks else one


def _awaited(known: Sequence[Letter], attempts: Sequence[Letter]) -> tuple[Letter | None, int]:
    """Return my latest attempt since they last did anything, with the number of days on which I tried."""
    theirs = (each for each in known if not each.is_from_me and (each.kind != Kind.MEETING))
    their_last = max((each.at_epoch_s for each in theirs), default=-1)
    met_last = max(
        (each.at_epoch_s for each in known if _is_spoken(each) and each.kind != Kind.MEETING), default=-1
    )
    open_ones = [each for each in attempts if each.at_epoch_s > max(their_last, met_last)]
    return (open_ones[-1] if open_ones else None), len({each.at_epoch_s // DAY_S for each in open_ones})


def _other_way(known: Sequence[Letter], awaited: Letter | None) -> str:
    """Return the kind by which they reached me oftenest, other than the awaited letter's."""
    if awaited is None:
        return ""
    ways = Counter(each.kind for each in known if not each.is_from_me or _is_spoken(each))
    del ways[awaited.kind]
    return min(ways, key=lambda kind: (-ways[kind], kind), default="")


def _waits(attempts: Iterable[Letter], known: Sequence[Letter]) -> Iterator[float | None]:
    """Yield how long each attempt waited for its answer, None where none came.

    An answer is the first act of theirs after it that stands in the same conversation, or that answers
    nothing, as a message, a call or a new letter does; an answer in another conversation is none.
    """
    theirs: dict[str, list[int]] = {}
    for each in known:
        if not each.is_from_me or _is_spoken(each):
            for name in {each.reply_to, each.thread} if each.reply_to else {""}:
                theirs.setdefault(name, []).append(each.at_epoch_s)
    for attempt in attempts:
        conversation = ("", attempt.act, attempt.thread or attempt.act)
        came = [
            times[place] - attempt.at_epoch_s
            for times in (theirs.get(name, ()) for name in conversation)
            if (place := bisect_right(times, attempt.at_epoch_s)) < len(times)
        ]
        yield float(min(came)) if came else None


def _my_usual(known: Sequence[Letter]) -> ReplyTime:
    """Return how long I usually take to answer them, from acts that name what they answer."""
    sent = {each.act: each for each in known if not each.is_from_me}
    gaps: dict[str, float] = {}
    for each in known:
        asked = sent.get(each.reply_to)
        if each.is_from_me and asked is not None:
            gaps.setdefault(asked.act, float(each.at_epoch_s - asked.at_epoch_s))
    return reply_time(gaps.values())
