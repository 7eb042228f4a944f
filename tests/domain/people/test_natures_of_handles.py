"""Whose an address is, by its form and by its use: role, list and robot addresses are not people's ties."""

import pytest

from renmai.domain.people.handles import Handle, HandleNature, nature_in_use, nature_of

ROBOTS = """
    noreply@x.com no-reply@x.cn do-not-reply@x.com donotreply@x.com do_not_reply@x.com
    news.noreply@x.com mailer-daemon@x.com postmaster@x.org bounce+77@x.com bounces-19-a=b@x.com
    notifications@x.com newsletter@x.com prvs=1ab=me@x.com alerts@x.com someone@bounce.mail.x.com
    someone@em12.shop.example 系统通知@x.cn tongzhi@x.cn syzbot+1f@x.com autoreply@x.com
    invoice+noreply@x.com
"""
ROLES = """
    info@x.com sales@x.com sales-cn@x.com support@x.com support2@x.com hr@x.com jobs@x.com
    billing@x.com office@x.com admin@x.com customer-service@x.com kefu@x.cn 客服@x.cn 销售部@x.cn
    zhaopin@x.cn hezuo@x.cn uk.support@x.com team@x.com
"""
LISTS = """
    linux-kernel@vger.kernel.org dev@lists.apache.example a@googlegroups.com b@groups.io
    python-list-owner@x.org python-list-request@x.org owner-staff@x.org gcc-bugs@x.org
    alsa-devel@x.org
"""
PEOPLE = """
    li.lei@x.cn ada@x.org robh+dt@kernel.example abbot@x.org talbot@x.org newsome@x.org allen@x.org
    itzhak@x.org info.zhang@x.com helpmann@x.org devi@x.org ada@reply.com hans@em.com rob@x.org
    10001@qq.com salesman.joe@x.org mail@lastname.example hi@ada.example
"""


def nature(address: str) -> HandleNature:
    return nature_of(Handle("mailto", address))


@pytest.mark.parametrize(
    "address",
    ROBOTS.split(),
)
def test_a_machine_is_known_by_its_address(address):
    assert nature(address) == HandleNature.ROBOT


@pytest.mark.parametrize(
    "address",
    ROLES.split(),
)
def test_a_role_is_known_by_its_address(address):
    assert nature(address) == HandleNature.ROLE


@pytest.mark.parametrize(
    "address",
    LISTS.split(),
)
def test_a_list_is_known_by_its_address(address):
    assert nature(address) == HandleNature.LIST


@pytest.mark.parametrize(
    "address",
    PEOPLE.split(),
)
def test_a_person_is_not_taken_for_a_machine_because_of_a_part_of_their_name(address):
    assert nature(address) == HandleNature.PERSONAL


def test_other_handles_are_people_s():
    assert nature_of(Handle("tel", "+8610086")) == HandleNature.PERSONAL
    assert nature_of(Handle("wechat", "service")) == HandleNature.PERSONAL


def test_use_outweighs_form():
    def used(address, **use):
        said = {"is_called_list": False, "is_host_of_lists": False, "is_machine": False} | use
        return nature_in_use(Handle("mailto", address), **said)

    assert used("friends@x.org") == HandleNature.PERSONAL
    assert used("friends@x.org", is_called_list=True) == HandleNature.LIST
    assert used("friends@x.org", is_host_of_lists=True) == HandleNature.LIST
    assert used("friends@x.org", is_machine=True) == HandleNature.ROBOT
    assert used("info@x.org", is_host_of_lists=True) == HandleNature.ROLE
