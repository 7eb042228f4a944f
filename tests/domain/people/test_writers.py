"""Whose an address is by the names under which it writes (C2, C4, TRUTH §3)."""

import pytest

from renmai.domain.people.handles import Handle, HandleNature, nature_in_use
from renmai.domain.people.identity import clusters
from renmai.domain.people.known import Known
from renmai.domain.people.writers import is_contested, is_human_name, names_nobody, told_apart

STUDIO = Handle("mailto", "atelier@mill.example")


@pytest.mark.parametrize(
    ("name", "is_human"),
    [
        ("Ada Lovell", True),
        ("李雷", True),
        ("欧阳修", True),
        ("Uwe Kleine-König", True),
        ("Ada", False),
        ("", False),
        ("Linux Kernel Team", False),
        ("Mill Support", False),
        ("open list:MILLS AND LOOMS", False),
        ("Conf Room Mars", False),
        ("Projector 2", False),
        ("3楼会议室301", False),
        ("市场部", False),
        ("示例科技公司", False),
    ],
)
def test_a_human_name_is_a_given_name_and_a_surname_of_no_team_firm_or_room(name, is_human):
    assert is_human_name(name) is is_human


@pytest.mark.parametrize(
    ("letters", "local", "is_several"),
    [
        ({"Ada Lovell": 3, "Bob Brook": 2}, "atelier", True),
        ({"李雷": 1, "韩梅梅": 1}, "studio", True),
        ({"Hans Meyer": 2, "Anna Meyer": 1}, "meyers", True),
        ({"Ada Lovell": 30, "Bob Brook": 1}, "ada.lovell", False),
        ({"Ada Lovell": 3, "Ada": 2, "": 1}, "ada", False),
        ({"Ada Lovell": 3, "A. Lovell": 2}, "ada", False),
        ({"Leo Li": 1, "Li Yang": 1}, "leoyang.li", False),
        ({"Greg Kroah-Hartman": 9, "Greg KH": 9}, "gregkh", False),
        ({"Heiko Stuebner": 5, "Heiko Stübner": 9}, "heiko", False),
        ({"Barry Song": 2, "Song Bao Hua": 2}, "song.bao.hua", False),
        ({"Hans Meyer": 2, "Anna Meyer": 1}, "hans.meyer", False),
        ({"李雷": 2, "Li Lei": 2}, "lilei", False),
        ({"李雷": 2, "李老师": 2}, "lilei", False),
        ({"李雷": 2, "李 雷": 2, "李雷（北京）": 1}, "lilei", False),
        ({"Mill Support": 4, "Ada Lovell": 4}, "ada", False),
    ],
)
def test_an_address_is_contested_where_surely_different_humans_write_from_it(letters, local, is_several):
    assert is_contested(letters, local) is is_several


def test_the_writers_of_one_address_are_told_apart_by_the_names_on_their_letters():
    assert told_apart(["Ada Lovell", "Lovell, Ada", "Ada", "Bob Brook", "", "Ina"]) == {
        "Ada Lovell": "Ada Lovell",
        "Lovell, Ada": "Ada Lovell",
        "Ada": "Ada Lovell",
        "Bob Brook": "Bob Brook",
    }


def test_each_writer_of_a_shared_address_is_a_person_and_what_bears_no_name_is_nobody_s():
    def trace(key: str, name: str) -> Known:
        return Known(key, name, ((STUDIO, HandleNature.SHARED),))

    found = clusters([trace("a", "Ada Lovell"), trace("b", "Bob Brook"), trace("c", "Ada"), trace("d", "")])

    assert {(each.keys, each.is_person) for each in found} == {
        (("a", "c"), True),
        (("b",), True),
        (("d",), False),
    }


@pytest.mark.parametrize(
    ("names", "local", "is_nobody"),
    [
        (["", "NXP Linux Team"], "linux-imx", True),
        (["kernel"], "kernel", True),
        (["", "Ada Lovell"], "linux", False),
        ([""], "ada.lovell", False),
        (["wim", "Wim Van Brook"], "wim", False),
        (["会议室301"], "room301", True),
    ],
)
def test_an_address_bears_no_human_s_name_where_none_stands_beside_or_before_the_at(names, local, is_nobody):
    assert names_nobody(names, local) is is_nobody


def test_a_team_is_a_role_and_what_several_write_from_is_shared():
    plain = {"is_called_list": False, "is_host_of_lists": False, "is_machine": False}

    assert nature_in_use(STUDIO, **plain) == HandleNature.PERSONAL
    assert nature_in_use(STUDIO, **plain, is_contested=True) == HandleNature.SHARED
    assert nature_in_use(STUDIO, **plain, is_team=True) == HandleNature.ROLE
