"""What a kept turn of an account's chat means: one act, for the other, or for whom it calls or answers."""

from collections.abc import Callable
from typing import Any

from renmai.domain.capture.interactions import Interaction, Kind, Nature, Participation, Role
from renmai.domain.capture.records import RawRecord
from renmai.domain.people.mentions import ME, Fact, Mention
from renmai.sources.account_chats import GROUP
from renmai.sources.weight import weigh

CALL, NO_WORDS = "call", "no_words"
"""What a message is that is no text of somebody's own: `sort` is empty for those that are."""
THE_OWNER = Mention("", facts=(Fact(ME, ""),))


def act_of_turn(record: RawRecord, somebody: Callable[[str, str], Mention]) -> Interaction:
    """Return the act of one turn.

    :param somebody: who an account is, by its id and name, if it is not the owner's
    """
    fields = record.fields
    chat = mapping(fields.get("chat"))
    platform, owner = str(chat.get("platform", "")), str(chat.get("owner", ""))
    kept = fields.get("messages")
    messages = [mapping(message) for message in kept] if isinstance(kept, list) else []

    def mention(theirs: str, name: str) -> Mention:
        return THE_OWNER if owner and theirs == owner else somebody(theirs, name)

    is_group = chat.get("type") == GROUP
    called = mapping(fields.get("called")) if is_group else {}
    other = mapping(fields.get("other"))
    others = called if is_group else ({other["id"]: other.get("name", "")} if other else {})
    texts = [str(message["text"]) for message in messages if not message.get("sort")]
    weight = weigh("\n".join(texts).split("\n"))
    answers = str(fields.get("answers", ""))
    return Interaction(
        external_id=f"{platform}:{record.external_id}",
        kind=Kind.CALL if {message.get("sort") for message in messages} == {CALL} else Kind.MESSAGE,
        at_epoch_s=int(messages[0]["at"]),
        participations=(
            Participation(mention(str(fields["sender"]), str(fields.get("name", ""))), Role.SENDER),
            *(Participation(mention(theirs, str(name)), Role.TO) for theirs, name in sorted(others.items())),
        ),
        subject=str(chat.get("name", "")) if is_group else "",
        excerpt=weight.excerpt,
        words=weight.words,
        asks=weight.asks,
        reply_to=f"{platform}:{answers}" if answers else "",
        channel=platform,
        nature=Nature.DIRECT if others else Nature.MASS,
        duration_s=sum(int(message.get("seconds", 0)) for message in messages),
    )


def mapping(value: object) -> dict[str, Any]:
    """Return a value that is an object, else an empty one."""
    return value if isinstance(value, dict) else {}
