"""What giving first brings onto Today (V5): only what fits surely, soon things sooner, one a person."""

from datetime import date, timedelta

import pytest

from renmai.domain.value.matches import Match, MatchKind
from renmai.domain.value.values import Side, Value
from renmai.queries.value import prompts as giving

DAY = date(2026, 4, 16)


def value(person_id: int | None, side: Side, *, until: date | None = None) -> Value:
    return Value(
        key=f"{person_id}{side}", person_id=person_id, side=side, text="printing", noted_on=DAY, until=until
    )


def match(fit: float, person_id: int = 1, *, kind: str = MatchKind.GIVE, until: date | None = None) -> Match:
    """Return a match of what somebody needs with an offer of mine, or of somebody else's."""
    giver = None if kind == MatchKind.GIVE else 90 + person_id
    return Match(need=value(person_id, Side.NEED, until=until), offer=value(giver, Side.OFFER), fit=fit)


@pytest.fixture
def prompted(viewer, monkeypatch):
    """Return whom the given matches bring onto a day, with urgency."""
    monkeypatch.setattr(giving, "values", lambda *_, **__: [])
    monkeypatch.setattr(giving, "names_of", lambda *_: {})

    def prompted(*found: Match) -> dict[int, float]:
        gifts = [each for each in found if each.kind == MatchKind.GIVE]
        monkeypatch.setattr(giving, "matches_around", lambda *_, **__: gifts)
        monkeypatch.setattr(giving, "best_matches", lambda *_, **__: found)
        return {each.person_id: each.urgency for each in giving.give_prompts(viewer, today=DAY)}

    return prompted


@pytest.mark.parametrize("kind", [MatchKind.GIVE, MatchKind.JOIN])
def test_only_what_fits_surely_is_proposed(prompted, kind):
    assert list(prompted(match(0.449, kind=kind), match(0.45, 2, kind=kind))) == [2]


def test_a_need_that_ends_within_thirty_days_is_more_urgent(prompted):
    ends = {days: match(0.9, days, until=DAY + timedelta(days=days)) for days in (30, 31)}

    assert prompted(*ends.values()) == {30: 0.9, 31: 0.7}


def test_four_gifts_and_three_introductions_at_most_and_nobody_twice(prompted):
    gifts = [match(0.9, n) for n in (1, 1, 2, 3, 4, 5)]
    joins = [match(0.9, n, kind=MatchKind.JOIN) for n in (1, 6, 7, 8, 9)]

    assert list(prompted(*gifts, *joins)) == [1, 2, 3, 4, 6, 7, 8]
