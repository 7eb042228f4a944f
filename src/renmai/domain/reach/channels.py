"""Channels (R1): the six ways by which people come to know each other, and how long a step in each takes."""

from enum import StrEnum


class Channel(StrEnum):
    """By which of six ways somebody was met."""

    SCHOOLMATES = "schoolmates"
    WORK = "work"
    SOCIAL = "social"
    INTRODUCTIONS = "introductions"
    PUBLIC = "public"
    ONLINE = "online"


STEP_MINUTES: dict[Channel, int] = {
    Channel.SCHOOLMATES: 40,
    Channel.WORK: 30,
    Channel.SOCIAL: 60,
    Channel.INTRODUCTIONS: 20,
    Channel.PUBLIC: 60,
    Channel.ONLINE: 20,
}
"""What one small step there takes as a rule, from writing a line to a talk; assumed, not measured."""
