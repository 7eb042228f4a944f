"""R1: how somebody seems to have been met, by their first act; else nothing is proposed."""

import pytest

from renmai.domain.capture.interactions import Kind
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.first_acts import FirstAct, is_school, met_by

ADA, BOB, EVE = 1, 2, 3


def proposed(**said):
    return met_by(FirstAct(**{"person_id": ADA, "kind": Kind.MAIL, "present": 2, **said}))


@pytest.mark.parametrize(
    ("said", "channel", "code"),
    [
        ({"firm": "mill.example"}, Channel.WORK, "met_by_firm"),
        ({"firm": "ox.ac.uk"}, Channel.SCHOOLMATES, "met_by_school"),
        ({"kind": Kind.MEETING, "present": 6, "subject": "Fair"}, Channel.SOCIAL, "met_by_event"),
        ({"kind": Kind.MEETING, "present": 9}, Channel.SOCIAL, "met_by_many"),
        ({"kind": Kind.MESSAGE, "present": 3}, Channel.ONLINE, "met_by_room"),
        ({"sender_id": BOB, "known": (BOB,)}, Channel.INTRODUCTIONS, "met_by_their_letter"),
        ({"sender_id": ADA, "known": (BOB, EVE)}, Channel.INTRODUCTIONS, "met_by_copies"),
    ],
)
def test_a_first_act_tells_by_which_channel(said, channel, code):
    found = proposed(**said)

    assert (found.channel, found.because.code) == (channel, code)


@pytest.mark.parametrize(
    "said",
    [
        {"kind": Kind.MEETING, "present": 5},
        {"kind": Kind.MESSAGE, "present": 2},
        {"sender_id": ADA, "known": (BOB,)},
        {"sender_id": BOB, "known": ()},
        {"sender_id": None, "known": (BOB, EVE)},
    ],
)
def test_what_does_not_tell_is_never_guessed(said):
    assert proposed(**said) is None


def test_an_event_is_named_and_an_introducer_is_who_wrote_or_was_known_longest():
    assert proposed(kind=Kind.EVENT, present=20, subject="Spring fair").event == "Spring fair"
    assert proposed(sender_id=BOB, known=(EVE, BOB)).introducer_id == BOB
    assert proposed(sender_id=ADA, known=(EVE, BOB)).introducer_id == EVE


def test_schools_are_told_by_their_domains():
    assert [
        host for host in ("pku.edu.cn", "mit.edu", "ox.ac.uk", "edu.example", "mill.ac") if is_school(host)
    ] == [
        "pku.edu.cn",
        "mit.edu",
        "ox.ac.uk",
        "edu.example",
        "mill.ac",
    ]
    assert not is_school("mill.example") and not is_school("educate.com")
