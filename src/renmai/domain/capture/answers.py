"""Letters that name no receiver: whoever is answered by one is its receiver."""

from renmai.domain.capture.interactions import WRITTEN, Interaction, Nature, Participation, Role
from renmai.domain.people.handles import HandleNature, nature_of, undisguised
from renmai.domain.people.mentions import LIST, Mention


def names_no_receiver(act: Interaction) -> bool:
    """Tell whether an answer that a human wrote reached, as far as it says, nobody but lists."""
    return (
        bool(act.reply_to)
        and act.kind in WRITTEN
        and act.nature != Nature.AUTOMATIC
        and all(part.role == Role.SENDER or _is_list(part.mention) for part in act.participations)
    )


def _is_list(mention: Mention) -> bool:
    """Tell a list by what the letter says of it, or by the form of its address."""
    if any(fact.kind == LIST for fact in mention.facts):
        return True
    return any(nature_of(handle) == HandleNature.LIST for handle in mention.handles)


def writer_of(act: Interaction) -> Mention | None:
    """Return who wrote an act."""
    return next((part.mention for part in act.participations if part.role == Role.SENDER), None)


def addressed_to(act: Interaction, answered: Mention) -> Interaction:
    """Return an answer with the writer of what it answers as its receiver; one to oneself reaches nobody."""
    own = {undisguised(handle) for part in act.participations for handle in part.mention.handles}
    if own & set(map(undisguised, answered.handles)):
        return act
    return act._replace(
        participations=(*act.participations, Participation(answered, Role.TO)), nature=Nature.DIRECT
    )
