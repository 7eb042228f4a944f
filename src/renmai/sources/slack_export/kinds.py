"""What a file of Slack's export holds, by its first bytes."""

import re
from enum import StrEnum

_LIST = re.compile(rb"\s*\[\s*\{")
_STAMP = re.compile(rb'"ts"\s*:\s*"\d{10}\.\d{6}"')
_MESSAGE = re.compile(rb'"type"\s*:\s*"message"')
_MEMBER = re.compile(rb'\s*\[\s*\{\s*"id"\s*:\s*"[UW][A-Z0-9]{6,}"')
_TEAM = re.compile(rb'"team_id"\s*:\s*"T[A-Z0-9]{6,}"')
_CHANNEL = re.compile(rb'\s*\[\s*\{\s*"id"\s*:\s*"[CDG][A-Z0-9]{6,}"')
_MEMBERS = re.compile(rb'"members"\s*:\s*\[')
_OF_TWO = re.compile(r"D[A-Z0-9]{8,}")


class SlackFile(StrEnum):
    """What a file of the export holds."""

    MESSAGES = "messages"
    MEMBERS = "members"
    OTHER = "other"


def file_of(head: bytes) -> SlackFile | None:
    """Return what a file holds, None where it is none of Slack's."""
    if not _LIST.match(head):
        return None
    if _STAMP.search(head) and _MESSAGE.search(head):
        return SlackFile.MESSAGES
    if _MEMBER.match(head) and _TEAM.search(head):
        return SlackFile.MEMBERS
    is_list_of_channels = _CHANNEL.match(head) is not None and _MEMBERS.search(head) is not None
    return SlackFile.OTHER if is_list_of_channels else None


def are_two(within: tuple[str, ...]) -> bool:
    """Tell direct messages, which lie in a folder of their conversation's id: no message says so itself."""
    return any(_OF_TWO.fullmatch(folder) for folder in within[:-1])
