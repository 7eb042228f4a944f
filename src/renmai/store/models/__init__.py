"""Every stored model, one noun per module."""

from renmai.store.models.acquaintances import Acquaintance
from renmai.store.models.copies import Erasure, MadeCopy
from renmai.store.models.decisions import Decision
from renmai.store.models.imports import Import, ImportProblem, InboxRecord, Sighting
from renmai.store.models.interactions import Interaction, Participation
from renmai.store.models.kept import KeptCard
from renmai.store.models.letters import OpenLetter, ReplyHabit
from renmai.store.models.matches import Embedding, Match
from renmai.store.models.owners import Owner
from renmai.store.models.people import Fact, Handle, LikelyPair, Mention, MentionHandle, Person
from renmai.store.models.ties import ActBlock, Tie, Trail

__all__ = [
    "ActBlock",
    "Acquaintance",
    "Trail",
    "Decision",
    "Embedding",
    "Erasure",
    "Fact",
    "Handle",
    "Import",
    "ImportProblem",
    "InboxRecord",
    "Interaction",
    "KeptCard",
    "LikelyPair",
    "MadeCopy",
    "Match",
    "Mention",
    "MentionHandle",
    "OpenLetter",
    "ReplyHabit",
    "Owner",
    "Participation",
    "Person",
    "Sighting",
    "Tie",
]
