"""A chat on its way into a book: once, under the account everybody has (C1, C2)."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.store.models import Interaction, Person
from tests.sources.chatlab.chats import as_document, by_line, header, member, message
from tests.sources.samples import samples

pytestmark = pytest.mark.django_db
MEMBERS = (member("wxid_me00001", "Me"), member("wxid_bo00002", "Bo", aliases=["王波"]))
RUN = [message("wxid_bo00002", 0, "hi"), message("wxid_me00001", 30, "hello")]


def test_reading_every_sample_twice_adds_nothing(viewer, now):
    first, second = (import_paths(viewer, samples("chatlab"), now=now) for _ in range(2))

    assert first.records_new > 8
    assert (second.records_new, second.people_new, second.interactions_new) == (0, 0, 0)


def test_a_chat_by_line_and_the_same_as_a_document_are_one(viewer, tmp_path, now):
    for name, written in (("a.jsonl", by_line), ("b.json", as_document)):
        path = tmp_path / name
        path.write_bytes(written(header(ownerId="wxid_me00001"), MEMBERS, RUN))
        import_paths(viewer, [path], now=now, me=["wechat:wxid_me00001"])

    assert Interaction.objects.count() == 2
    assert {person.name for person in Person.objects.filter(is_me=False)} == {"王波"}
