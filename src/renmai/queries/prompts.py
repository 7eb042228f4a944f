"""Prompts: reasons to turn to somebody that the owner's own notes give, already in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from renmai.domain.owners import Viewer
from renmai.queries import (
    cooperation_prompts,
    exchange_prompts,
    give_prompts,
    leaving_prompts,
    promise_prompts,
)
from renmai.queries.prompt import Prompt

Source = Callable[..., Iterable[Prompt]]
SOURCES: Sequence[Source] = (
    promise_prompts.prompts,
    cooperation_prompts.prompts,
    give_prompts.prompts,
    exchange_prompts.prompts,
    leaving_prompts.prompts,
)
"""Who gives prompts; each is called with the viewer and `today`."""


def prompts(viewer: Viewer, *, today: date) -> Iterator[Prompt]:
    """Yield every prompt of a day."""
    for source in SOURCES:
        yield from source(viewer, today=today)
