"""What is due: late from the day after, due on its day."""

import pytest

from renmai.queries.together.cards import PromiseCard


def promise(due_in_days: int | None) -> PromiseCard:
    return PromiseCard(
        number=1, person_id=1, name="Ada", what="a book", made_on=None, due_on=None,
        due_in_days=due_in_days, ended_on=None, is_kept=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("due_in_days", "is_late", "is_due_today"),
    [(1, False, False), (0, False, True), (-1, True, False), (None, False, False)],
)
def test_it_is_late_once_its_day_is_over_and_never_without_one(due_in_days, is_late, is_due_today):
    card = promise(due_in_days)

    assert (card.is_late, card.is_due_today) == (is_late, is_due_today)
