"""Openings (R1): people seen in the owner's circle with whom nothing has gone both ways yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from renmai.domain.reach.channels import STEP_MINUTES, Channel
from renmai.domain.reach.first_acts import is_school


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How often somebody was seen lately in meetings, chats and letters among several.

    `firm` is the employer's domain that the owner writes from as well; `bridge_id` the one of the owner's own
    ties who was there most often, `group_channel` the channel of a group that both are in.
    """

    person_id: int
    meetings: int = 0
    messages: int = 0
    letters: int = 0
    last_at_epoch_s: int = 0
    firm: str = ""
    bridge_id: int | None = None
    group_channel: Channel | None = None

    @property
    def times(self) -> int:
        """How often in all."""
        return self.meetings + self.messages + self.letters


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """Somebody to be met by a channel, and how many weak ties an hour spent on it may bring."""

    seen: Seen
    channel: Channel
    ties_an_hour: float


def channel_of(seen: Seen) -> Channel:
    """Return by which way somebody who was only seen is most naturally met.

    Whoever works or studied where the owner does is a colleague or a schoolmate, whatever else both share.
    """
    if seen.firm:
        return Channel.SCHOOLMATES if is_school(seen.firm) else Channel.WORK
    if seen.group_channel is not None:
        return seen.group_channel
    if seen.bridge_id is not None and seen.letters >= max(seen.meetings, seen.messages):
        return Channel.INTRODUCTIONS
    if seen.meetings:
        return Channel.SOCIAL
    return Channel.ONLINE if seen.messages >= seen.letters else Channel.WORK


def ties_an_hour(chance: float, times: int, channel: Channel) -> float:
    """Return the weak ties to be expected of one hour of small steps like this one.

    :param chance: how likely somebody who is met by this channel becomes a weak tie
    :param times: how often they were seen: once is half of what often is
    """
    return chance * times / (times + 1) * 60 / STEP_MINUTES[channel]


def openings(
    everybody_seen: Iterable[Seen], chances: Mapping[Channel, float]
) -> dict[Channel, tuple[WayIn, ...]]:
    """Return the openings of each channel, what promises most per hour first, then who was seen last.

    :param chances: how likely somebody becomes a weak tie, by the channel they are met by
    """
    found: dict[Channel, list[WayIn]] = {channel: [] for channel in Channel}
    for seen in everybody_seen:
        channel = channel_of(seen)
        worth = ties_an_hour(chances[channel], max(1, seen.times), channel)
        found[channel].append(WayIn(seen=seen, channel=channel, ties_an_hour=worth))
    return {channel: tuple(sorted(rows, key=_best_first)) for channel, rows in found.items()}


def _best_first(opening: WayIn) -> tuple[float, int, int]:
    return -opening.ties_an_hour, -opening.seen.last_at_epoch_s, opening.seen.person_id
