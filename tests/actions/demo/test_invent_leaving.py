"""The demo's story of leaving (T6): positions and a known change, noted once."""

from datetime import date

import pytest

from renmai.actions.demo.invent_demo import invent_demo
from renmai.actions.demo.invent_leaving import invent_leaving
from renmai.domain.today.plan import PlanKind
from renmai.queries.positions.past_leaving import past_leaving_card
from renmai.queries.positions.prompts import leaving_prompts
from renmai.upkeep.ties.ties import fresh_ties
from tests.books import person_called

pytestmark = pytest.mark.django_db


def test_the_invented_owner_has_positions_and_one_tie_to_keep_in_time(viewer, now):
    day = date(2026, 3, 2)
    invent_demo(viewer, now=now, today=day)

    assert invent_leaving(viewer, now=now, today=day) == [], "nothing is noted twice"
    fresh_ties(viewer, viewer.end_of(day))
    (prompt,) = leaving_prompts(viewer, today=day)
    assert (prompt.kind, prompt.person_id) == (PlanKind.KEEP, person_called(viewer, "何晓岚").pk)
    assert [change.judged.organisation for change in past_leaving_card(viewer, today=day).changes] == [
        "澜合设计"
    ]
