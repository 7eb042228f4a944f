"""Floor 1: tables in, tables out; every measure of a tie as one expression, without Django.

What stands here is loaded on first use, because Ibis and DuckDB take a second to import and no look at a
name should pay for them: `from renmai import engine`, then `engine.ties(...)`. Learning from the past loads
SciPy, half a second more, which a look at a few people by a known model does without.
"""

from importlib import import_module
from typing import Any

_WHERE = {
    "ties": "renmai.engine.run",
    "ties_at": "renmai.engine.run",
    "write_ties": "renmai.engine.run",
    "reply_chances": "renmai.engine.replies.run",
    "write_replies": "renmai.engine.replies.run",
    "chosen_model": "renmai.engine.refit",
    "backtest": "renmai.engine.backtesting",
    "basis": "renmai.engine.basis_evidence",
    "PathIndex": "renmai.engine.paths.index",
    "knows": "renmai.engine.knows_run",
    "write_knows": "renmai.engine.knows_run",
    "effective_number": "renmai.engine.network",
    "network_of": "renmai.engine.network",
    "Board": "renmai.engine.matching.run",
    "match": "renmai.engine.matching.run",
    "Likeness": "renmai.engine.matching.likeness",
    "hints": "renmai.engine.matching.hints",
    "terms_with": "renmai.engine.matching.terms",
    "write_matches": "renmai.engine.matching.run",
    "resolve": "renmai.engine.identity.run",
    "write_clusters": "renmai.engine.identity.run",
}


def __getattr__(name: str) -> Any:
    """Load the module that holds `name` (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(_WHERE[name]), name)
