"""Prompts: reasons to turn to somebody that the owner's own notes give, already in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.asks.prompts import exchange_prompts
from renmai.queries.book.prompt import Prompt
from renmai.queries.positions.prompts import leaving_prompts
from renmai.queries.reach.outreach_prompts import outreach_prompts
from renmai.queries.together.promise_prompts import promise_prompts
from renmai.queries.together.prompts import cooperation_prompts
from renmai.queries.value.prompts import give_prompts

Source = Callable[..., Iterable[Prompt]]
SOURCES: Sequence[Source] = (
    promise_prompts,
    cooperation_prompts,
    give_prompts,
    exchange_prompts,
    leaving_prompts,
    outreach_prompts,
)
"""Who gives prompts; each is called with the viewer and `today`."""


def prompts(viewer: Viewer, *, today: date) -> Iterator[Prompt]:
    """Yield every prompt of a day."""
    for source in SOURCES:
        yield from source(viewer, today=today)
