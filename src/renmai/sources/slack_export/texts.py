"""The text of a message as Slack writes it: calls, links and signs in angle brackets."""

import re
from html import unescape
from typing import NamedTuple

_PIECE = re.compile(r"<([^<>]{1,2000})>")


class SlackText(NamedTuple):
    """A text as one reads it, and whom it calls by account."""

    text: str
    calls: tuple[str, ...]


def slack_text(written: str) -> SlackText:
    """Return a text without Slack's signs: `<@U1|ann>` is @ann, `<https://x|here>` is here."""
    calls: dict[str, None] = {}

    def shown(piece: re.Match[str]) -> str:
        inside, _, label = piece[1].partition("|")
        if inside.startswith("@"):
            calls.setdefault(inside[1:])
            return f"@{label or inside[1:]}"
        if inside.startswith(("#", "!")):
            return f"{inside[0] if inside[0] == '#' else '@'}{label or inside[1:]}"
        return label or inside

    return SlackText(unescape(_PIECE.sub(shown, written)).strip(), tuple(calls))
