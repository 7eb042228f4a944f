"""What follows from a line as the sentence of a chip."""

from renmai.domain.book.because import Because
from renmai.domain.lines.follows import Follow, FollowKind


def follow_because(follow: Follow, name: str) -> Because:
    """Return what follows, of whom, as a code with its numbers."""
    numbers: dict[str, object] = {"name": name, "what": follow.what}
    code = f"line_{follow.kind}"
    if follow.kind == FollowKind.INTRODUCTION:
        numbers = {"name": name, "other": follow.other}
    elif follow.due_on is not None:
        code, numbers = "line_promise_by", {**numbers, "due_on": follow.due_on.isoformat()}
    return Because(code, numbers)
