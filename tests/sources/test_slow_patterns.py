"""No text makes a regular expression slow: time grows with the length of what is read, never faster."""

import time

import pytest

import renmai.domain
import renmai.sources
from renmai.domain.lines.names import LONGEST_LINE
from tests.sources.patterns import Used, cruel_texts, patterns_of

SMALL, TIMES = 1_000, 4
FLOOR_S = 0.012
BOUNDED_FLOOR_S = 0.04
# How long a text the code lets such a pattern see at most; there it must be quick, whatever the text.
BOUNDS = {
    "renmai.sources.ics.birthdays": 240,
    "renmai.sources.mail.addresses._VIA": 400,
    "renmai.sources.handles._EXTENSION": 300,
    "renmai.domain.lines": LONGEST_LINE,
    "renmai.domain.people.names._BESIDE": 500,
    "renmai.domain.people.gone._BESIDE": 500,
    "renmai.domain.people.gone._WHOLE": 120,
    "renmai.domain.positions.signatures": 80,
    "renmai.domain.ties.excerpts._ANSWER_MARK": 1_000,
    "renmai.domain.value.in_letters": 400,
    "renmai.domain.value.one_line": 1_000,
}
# Who asks these has made every run of blanks a single one.
OF_SINGLE_BLANKS = (
    "renmai.domain.people.gone._WHOLE",
    "renmai.sources.ics.birthdays",
    "renmai.domain.ties.excerpts",
    "renmai.domain.value.one_line",
)
PATTERNS = [used for package in (renmai.sources, renmai.domain) for used in patterns_of(package)]


def seconds(used: Used, method: str, text: str | bytes) -> float:
    """Return how much of the processor one question takes at best."""
    best = 9.9
    for _ in range(3):
        began = time.process_time()
        if method in ("match", "fullmatch"):
            getattr(used.pattern, method)(text)
        else:
            sum(1 for _ in used.pattern.finditer(text))
        best = min(best, time.process_time() - began)
        if best < FLOOR_S:
            break
    return best


def bound_of(used: Used) -> int | None:
    return next((bound for name, bound in BOUNDS.items() if used.name.startswith(name)), None)


@pytest.mark.parametrize("used", PATTERNS, ids=[used.name for used in PATTERNS])
def test_no_text_makes_a_pattern_slower_than_it_is_long(used):
    bound = bound_of(used)
    large = cruel_texts(used.pattern, bound or SMALL * TIMES)
    if used.name.startswith(OF_SINGLE_BLANKS):
        large = [" ".join(text.split()) for text in large if isinstance(text, str)]
    small = cruel_texts(used.pattern, SMALL)
    floor = BOUNDED_FLOOR_S if bound else FLOOR_S
    slow = []
    for method in used.methods:
        for place, text in enumerate(large):
            took = seconds(used, method, text)
            if took > floor and (bound or took > 2 * TIMES * seconds(used, method, small[place])):
                slow.append((method, text[:40], took))
                break

    assert not slow


def test_the_patterns_of_sources_and_domain_are_all_found():
    names = {used.name for used in PATTERNS}

    assert len(PATTERNS) > 150
    assert {"renmai.sources.weight._LINK", "renmai.domain.value.one_line._EN"} <= names
