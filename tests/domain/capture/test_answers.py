"""An answer that names no receiver but lists was written to whom it answers (issue 11, item 9)."""

import pytest

from renmai.domain.capture.answers import addressed_to, names_no_receiver, writer_of
from renmai.domain.capture.interactions import Interaction, Kind, Nature, Participation, Role
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import LIST, Fact, Mention


def somebody(name: str, handle: str, *facts: Fact) -> Mention:
    return Mention(name, (Handle(*handle.split(":")),), facts)


ADA = somebody("Ada", "disguised:ada at firm.example")
ADA_SHOWN = somebody("Ada L", "mailto:ada@firm.example")
BOB = somebody("Bob", "disguised:bob at mill.example")
DEVEL = somebody("Devel", "mailto:devel@mill.example", Fact(LIST, "list-id"))
BY_FORM = somebody("", "disguised:devel at lists.mill.example")


def answer(*receivers: Mention, role: str = Role.TO, **others: object) -> Interaction:
    parts = (Participation(BOB, Role.SENDER), *(Participation(each, role) for each in receivers))
    values = {"reply_to": "1@x", "nature": Nature.MASS, **others}
    return Interaction("2@x", Kind.MAIL, 0, parts)._replace(**values)


@pytest.mark.parametrize("receivers", [(), (DEVEL,), (BY_FORM,), (DEVEL, BY_FORM)])
def test_whoever_is_answered_by_what_reached_lists_alone_is_its_receiver(receivers):
    act = answer(*receivers)
    heard = addressed_to(act, ADA)

    assert names_no_receiver(act)
    assert writer_of(act) == BOB
    assert heard.participations == (*act.participations, Participation(ADA, Role.TO))
    assert heard.nature == Nature.DIRECT
    assert not names_no_receiver(heard)


@pytest.mark.parametrize(
    "act",
    [
        answer(ADA),
        answer(ADA, role=Role.CC),
        answer(DEVEL, ADA),
        answer(reply_to=""),
        answer(nature=Nature.AUTOMATIC),
        answer(kind=Kind.MEETING),
    ],
)
def test_what_names_somebody_answers_nothing_or_is_no_letter_of_a_human_stays_as_it_is(act):
    assert not names_no_receiver(act)


@pytest.mark.parametrize("own", [BOB, somebody("B.", "mailto:bob@mill.example")])
def test_who_answers_themselves_reaches_nobody(own):
    assert addressed_to(answer(), own) == answer()


def test_an_answer_to_a_plain_address_reaches_it():
    assert addressed_to(answer(), ADA_SHOWN).participations[-1].mention == ADA_SHOWN
