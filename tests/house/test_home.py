"""The tests' own ground: each worker has a home and a database file of its own."""

import pytest
from django.conf import settings
from django.db import connection

from renmai.domain.capture.interactions import Role


def test_tests_never_touch_the_real_home(home):
    assert home == settings.HOME
    assert "renmai-tests-" in home.name


@pytest.mark.django_db
def test_the_database_of_the_tests_is_a_file_in_that_home(home):
    assert str(connection.settings_dict["NAME"]).startswith(str(home))


def test_a_diary_says_who_sent_and_who_received(diary):
    """
    2026-01-01 → 李雷 wechat
    2025-10-03 ← Ada  email Hello again
    """
    sent, received = diary

    assert [p.role for p in sent.participations] == [Role.SENDER, Role.TO]
    assert [p.mention.name for p in sent.participations] == ["Me", "李雷"]
    assert [p.mention.name for p in received.participations] == ["Ada", "Me"]
    assert (received.kind, received.subject) == ("mail", "Hello again")
    assert sent.at_epoch_s > received.at_epoch_s
