"""A code nobody worded: from a newer version, or of a source that is no longer installed."""

import logging
from functools import cache

logger = logging.getLogger(__name__)


@cache
def unworded(code: str) -> str:
    """Return a code as itself, and log it once, so that whoever runs the program can tell what is missing."""
    logger.warning("no sentence says the code %r", code)
    return code
