"""`renmai value`: what I can do for others and they for me, noted, matched, proposed."""

from collections.abc import Callable
from typing import Any

from renmai.cli.later import later
from renmai.cli.nouns import noun
from renmai.cli.value import answering, looking, noting
from renmai.domain.value.values import Side

app = noun(later("Show what you can do for others and they for you, or note it."), alone="list", looks="of")


def _add(name: str, command: Callable[..., None], summary: Any) -> None:
    app.command(name, help=summary)(command)


_add("list", looking.list_, later("Show what you can give and look for, what meets it, what letters say."))
_add("of", looking.of, later("Show what you and one person can do for each other, and what to ask."))
_add("need", noting.noter(Side.NEED), later("Note what somebody looks for; “me” for yourself."))
_add("offer", noting.noter(Side.OFFER), later("Note what somebody can give; “me” for yourself."))
_add("note", noting.note, later("Note a line such as “Ada is looking for a printer”."))
_add("achieve", noting.achieve, later("Note what you achieved, or are building, with its proof."))
_add("change", answering.change, later("Change a need or an offer."))
_add("end", answering.end, later("Say that a need, an offer or an achievement is over."))
_add("accept", answering.accept, later("Accept what a letter seems to say somebody needs or offers."))
_add("dismiss", answering.dismiss, later("Put a proposal or a match aside for good."))
_add("reviewed", answering.reviewed, later("Say that you have looked through what you offer."))
