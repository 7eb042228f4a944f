"""By hand: the people and the acts that the owner writes down themselves."""

from renmai.sources.by_hand.source import SOURCE

__all__ = ["SOURCE"]
