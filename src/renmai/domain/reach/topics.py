"""Topics: what two people last talked about, the conversations of one subject taken together (R7)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from renmai.domain.people.names import has_han
from renmai.domain.ties.cadence import DAY_S

MOST_TOPICS = 3
"""So many are read before a meeting; more is no preparation any more."""
HALF_LIFE_DAYS = 30.0
"""After so many days a conversation counts half. From 7 to 60 days the same topics come first."""
ALIKE = 0.5
"""Two subjects that share at least this part of all their words are one topic."""
SHORTEST_WORD = 3
_TAGS = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LITTLE = frozenset(
    (
        "the", "and", "for", "with", "from", "into", "not", "when", "this", "that", "are", "was", "has",
        "have", "will", "our", "your", "you", "use", "add", "fix", "new", "all", "any", "can", "its",
        "his", "her", "their", "they", "she", "him", "them", "who", "how", "why", "what", "where",
        "which", "but", "out", "off", "one", "two", "about", "patch", "rfc",
    )
)  # fmt: skip


class PastTalk(NamedTuple):
    """A conversation as far as it went: how many acts, when the last was, and the words it ended with."""

    key: str
    subject: str
    acts: int
    last_epoch_s: int
    last_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One or several conversations about the same; `subject` and `last_words` are the newest one's."""

    subject: str
    last_words: str
    acts: int
    last_epoch_s: int
    keys: tuple[str, ...]


def words_of_subject(subject: str) -> frozenset[str]:
    """Return the words that tell what a subject is about; of Chinese, every two signs side by side."""
    plain = _TAGS.sub(" ", unicodedata.normalize("NFKC", subject)).casefold()
    found: set[str] = set()
    for word in _WORD.findall(plain):
        if has_han(word):
            signs = [sign for sign in word if has_han(sign)]
            found |= {one + other for one, other in zip(signs, signs[1:], strict=False)}
        elif len(word) >= SHORTEST_WORD and word not in _LITTLE:
            found.add(word)
    return frozenset(found)


def last_topics(
    talks: Iterable[PastTalk], *, as_of_epoch_s: int, at_most: int = MOST_TOPICS
) -> tuple[Topic, ...]:
    """Return what was talked about last and most, no topic twice, the latest first.

    A topic counts by the square root of its acts, halved every `HALF_LIFE_DAYS`. Plainly the last three
    conversations are often one: a series, a subject that was changed by a word.
    """
    topics: list[tuple[frozenset[str], Topic]] = []
    for talk in sorted(talks, key=lambda each: (-each.last_epoch_s, each.key)):
        words = words_of_subject(talk.subject)
        place = next((place for place, (seen, _) in enumerate(topics) if _is_alike(words, seen)), None)
        if place is None:
            topics.append((words, _begun(talk)))
        else:
            topics[place] = (topics[place][0], _joined(topics[place][1], talk))
    found = sorted((topic for _, topic in topics), key=lambda topic: -_weight(topic, as_of_epoch_s))
    return tuple(sorted(found[:at_most], key=lambda topic: -topic.last_epoch_s))


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) / len(one | other) >= ALIKE


def _begun(talk: PastTalk) -> Topic:
    return Topic(
        subject=talk.subject,
        last_words=talk.last_words,
        acts=talk.acts,
        last_epoch_s=talk.last_epoch_s,
        keys=(talk.key,),
    )


def _joined(topic: Topic, talk: PastTalk) -> Topic:
    return Topic(
        subject=topic.subject,
        last_words=topic.last_words,
        acts=topic.acts + talk.acts,
        last_epoch_s=topic.last_epoch_s,
        keys=(*topic.keys, talk.key),
    )


def _weight(topic: Topic, as_of_epoch_s: int) -> float:
    age_days = max(0, as_of_epoch_s - topic.last_epoch_s) / DAY_S
    return float(topic.acts**0.5 * 2.0 ** (-age_days / HALF_LIFE_DAYS))
