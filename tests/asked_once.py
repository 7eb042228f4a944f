"""The engine asked once: for a worker, the same question about the same acts is worked out a single time.

A look at ties takes the engine half a second, however small the book, and many tests look at the same one
on the same day. What the engine answers depends on what it is given alone, which its own tests hold; those
ask it themselves.
"""

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from hashlib import sha256
from typing import Any

import pyarrow as pa

ASKING = {
    "renmai.upkeep.ties.computed": ("ties_at", "basis", "acts_in_touch"),
    "renmai.upkeep.ties.computed_acquaintances": ("knows",),
    "renmai.upkeep.ties.computed_backtest": ("backtest",),
    "renmai.upkeep.positions.computed_leaving": ("ties_at",),
}
"""The modules outside the engine that hand it acts, and what they call."""


def asked_once(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Let a function of the engine answer each question once; every caller gets an answer of its own."""
    answers: dict[object, Any] = {}

    @wraps(ask)
    def once(events: pa.Table, **question: Any) -> Any:
        key = (_digest(events), repr(sorted(question.items())))
        if key not in answers:
            answers[key] = ask(events, **question)
        return deepcopy(answers[key]) if isinstance(answers[key], dict) else answers[key]

    return once


def _digest(events: pa.Table) -> bytes:
    """Return what tells tables apart, the order of their rows included."""
    whole = pa.BufferOutputStream()
    with pa.ipc.new_stream(whole, events.schema) as stream:
        stream.write_table(events.combine_chunks())
    return sha256(whole.getvalue()).digest()
