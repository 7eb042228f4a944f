"""A talk on its way into a book: once, between the owner and the other, undone without a trace (C1)."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.people.record_me import NotAHandle, record_me
from renmai.store.models import Interaction, Person
from tests.sources.samples import samples
from tests.sources.wechat_talk.talks import DAY, TWO, said, talk

pytestmark = pytest.mark.django_db


@pytest.fixture
def exported(tmp_path):
    path = tmp_path / "talk.txt"
    path.write_bytes(talk(TWO, DAY, said("李雷", "09:00", "你去吗？"), said("张三", "09:30", "去")))
    return path


def test_reading_every_sample_twice_adds_nothing(viewer, now):
    first, second = (import_paths(viewer, samples("wechat_talk"), now=now) for _ in range(2))

    assert first.records_new > 8
    assert (second.records_new, second.people_new, second.interactions_new) == (0, 0, 0)


def test_the_owner_says_which_of_the_two_they_are(viewer, exported, now):
    import_paths(viewer, [exported], now=now, me=["im:wechat:张三"])

    assert {person.name: person.is_me for person in Person.objects.all()} == {"张三": True, "李雷": False}


def test_until_the_owner_is_known_they_are_asked_with_both_names(viewer, exported, now):
    report = import_paths(viewer, [exported], now=now)

    assert [because.code for because in report.because] == ["who_are_you"]
    record_me(viewer, ["im:wechat:张三"], now=now)
    assert Person.objects.get(is_me=True).name == "张三"


def test_a_chat_without_a_name_is_no_handle(viewer, now):
    with pytest.raises(NotAHandle):
        record_me(viewer, ["im:wechat:"], now=now)


def test_a_longer_export_adds_what_is_new_only(viewer, exported, now):
    import_paths(viewer, [exported], now=now)
    exported.write_bytes(exported.read_bytes() + talk("", said("李雷", "12:00", "我也去")))
    report = import_paths(viewer, [exported], now=now)

    assert (report.records_new, report.interactions_new) == (1, 1)
    assert Interaction.objects.count() == 3
