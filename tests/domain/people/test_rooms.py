"""Rooms and equipment are told from people by what they are called (TRUTH 3)."""

import pytest

from renmai.domain.people.handles import Handle, HandleNature, nature_of
from renmai.domain.people.identity import clusters
from renmai.domain.people.known import known_of
from renmai.domain.people.rooms import is_a_word_with_seats, is_called_like_a_room

ROOMS = """
3楼会议室301;Conf Room Mars (12);Projector 2;会议室 A座301;Zoom Room;HQ-3-Meeting Room (8);大会议室;2F洽谈室
投影仪2号
公务车3号;Boardroom;Huddle Space 4;MR Room 5;會議室A;多功能厅;报告厅(200人);Mars (8 seats)
A座1203;B2-301室;Meeting Pod
iPad 3;Company Car 2;Conference Phone;The Big Room;教室201;视频会议终端;Car;Rm 12;Training Rm 3;电话亭
"""
HUMANS = """
Li Lei;王芳;Annie Hall;Mark Van Dyke;Real Rita;Carla Car;Van Morrison;Desktop Dave;张伟（华为）;Tom Roomer
李室友;王楼;陈一座;Bill Board;Tess Room-Smith;Anna (2) Berg
"""


@pytest.mark.parametrize("name", ROOMS.strip().replace("\n", ";").split(";"))
def test_a_room_or_a_thing_is_told_by_its_name(name):
    assert is_called_like_a_room(name)


@pytest.mark.parametrize("name", HUMANS.strip().replace("\n", ";").split(";"))
def test_a_human_name_is_no_room_s(name):
    assert not is_called_like_a_room(name)
    assert not is_a_word_with_seats(name)


@pytest.mark.parametrize(
    "address",
    [
        "room301@a.example",
        "confroom302@a.example",
        "room-a301@a.example",
        "projector2@a.example",
        "zoomroom1@a.example",
    ]
    + [
        "room5@a.example",
        "hys301@a.example",
        "huiyishi3@a.example",
        "hq-3-room@a.example",
        "x@rooms.a.example",
    ],
)
def test_an_address_of_a_room_is_nobody_s_own(address):
    assert nature_of(Handle("mailto", address)) == HandleNature.ROLE


@pytest.mark.parametrize(
    "local",
    ["li.lei", "roomer", "mushroom", "bedroom.band", "van", "richard.rm", "groom", "confucius", "boardman"],
)
def test_an_address_that_only_sounds_like_one_is_a_person_s(local):
    assert nature_of(Handle("mailto", f"{local}@a.example")) == HandleNature.PERSONAL


def test_a_room_named_in_a_mail_is_no_person_but_a_card_may_be_called_anything():
    handle = (Handle("mailto", "a301@corp.example"), "personal")
    trace, card = (known_of("k", "会议室 A座301", [handle], [], is_card=is_card) for is_card in (False, True))

    assert [cluster.is_person for cluster in clusters([trace])] == [False]
    assert [cluster.is_person for cluster in clusters([card])] == [True]
