"""Whether a brief's topics are what two people talk about next: `make evaluate ONLY=evaluate_brief` (R7).

On the development list each of the most regular posters is the owner in turn. Where a letter to somebody, or
from them, comes after seven days without one, the topics of the brief as of that moment are held beside it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.dev_mail import boxes, people_of_mails, read_mails
from renmai.domain.capture.interactions import Interaction, Role
from renmai.domain.reach.topics import MOST_TOPICS, PastTalk, Topic, last_topics, words_of_subject
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.excerpts import bare_subject

OWNERS = 40
QUIET_DAYS = 7
LEAST_ACTS = 3
SHARED_WORDS = 2
BAR = 0.50
COMMON = 0.05
"""A word in at least this part of the list's conversations tells none of them apart, and takes no topic up."""


class Judged(NamedTuple):
    """How many renewals there were, and in how many the next letter took a topic up, by method."""

    renewals: int
    ours: int
    plain: int


def _pairs(mails: Sequence[Interaction]) -> Iterator[list[Interaction]]:
    """Yield the letters addressed between a regular poster and each other person, oldest first."""
    names = people_of_mails(mails)
    written: defaultdict[tuple[str, str], list[Interaction]] = defaultdict(list)
    for mail in sorted(mails, key=lambda mail: mail.at_epoch_s):
        parts = [(names.get(part.mention.handles[0]), part.role) for part in mail.participations]
        sender = next((name for name, role in parts if name and role == Role.SENDER), None)
        for name, role in parts:
            if sender and name and name != sender and role == Role.TO:
                written[sender, name].append(mail)
    posted = Counter({sender: 0 for sender, _ in written})
    for (sender, _), sent in written.items():
        posted[sender] += len(sent)
    owners = {name for name, _ in posted.most_common(OWNERS)}
    for one, other in sorted({tuple(sorted(pair)) for pair in written}):
        if one in owners or other in owners:
            both = written.get((one, other), []) + written.get((other, one), [])
            yield sorted(both, key=lambda mail: mail.at_epoch_s)


def _talks(mails: Sequence[Interaction]) -> list[PastTalk]:
    talks: dict[str, PastTalk] = {}
    for mail in mails:
        key = mail.thread or mail.external_id
        acts = talks[key].acts if key in talks else 0
        talks[key] = PastTalk(key, bare_subject(mail.subject), acts + 1, mail.at_epoch_s)
    return list(talks.values())


def _plain(talks: Sequence[PastTalk]) -> list[Topic]:
    """Return the last three conversations as they are."""
    last = sorted(talks, key=lambda talk: -talk.last_epoch_s)[:MOST_TOPICS]
    return [
        Topic(
            subject=each.subject,
            last_words="",
            acts=each.acts,
            last_epoch_s=each.last_epoch_s,
            keys=(each.key,),
        )
        for each in last
    ]


def _common(mails: Sequence[Interaction]) -> frozenset[str]:
    """Return the words that many conversations have in their subjects."""
    subjects = {mail.thread or mail.external_id: mail.subject for mail in mails}
    counted = Counter(word for subject in subjects.values() for word in words_of_subject(subject))
    return frozenset(word for word, times in counted.items() if times >= COMMON * len(subjects))


def _taken_up(topics: Sequence[Topic], key: str, subject: str, common: frozenset[str]) -> bool:
    """Tell whether a letter takes one of some topics up: the same conversation, or two telling words."""
    words = words_of_subject(subject) - common
    return any(
        key in topic.keys or len(words & words_of_subject(topic.subject)) >= SHARED_WORDS for topic in topics
    )


def judged(mails: Sequence[Interaction]) -> Judged:
    """Return how often the next letter took up one of three topics, ours beside the last three threads."""
    renewals = ours = plain = 0
    common = _common(mails)
    for letters in _pairs(mails):
        for place in range(LEAST_ACTS, len(letters)):
            mail = letters[place]
            if mail.at_epoch_s - letters[place - 1].at_epoch_s < QUIET_DAYS * DAY_S:
                continue
            renewals += 1
            talks, key = _talks(letters[:place]), mail.thread or mail.external_id
            ours += _taken_up(last_topics(talks, as_of_epoch_s=mail.at_epoch_s), key, mail.subject, common)
            plain += _taken_up(_plain(talks), key, mail.subject, common)
    return Judged(renewals, ours, plain)


def section() -> Iterator[str]:
    """Yield the section of docs/evaluation.md."""
    found = judged(read_mails(boxes()))
    ours, plain = found.ours / found.renewals, found.plain / found.renewals
    yield "## The meeting brief"
    yield ""
    yield (
        f"Of {found.renewals:,} letters between the {OWNERS} most regular posters of the development list and somebody "
        f"they had not exchanged one with for {QUIET_DAYS} days, **{ours:.3f}** take up one of the three topics that "
        f"the brief would have shown (bar {BAR:.2f}); the last three threads as they are, {plain:.3f}. A letter takes a "
        "topic up if it stands in its conversation or shares two words of its subject that fewer than one in"
        " twenty conversations have."
    )
