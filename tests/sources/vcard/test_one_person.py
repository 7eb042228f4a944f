"""Cards of the same people from two phones: one person each, birthdays once (C2)."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.store.models import Person
from tests.sources.vcard.cards import card

pytestmark = pytest.mark.django_db


def phone(folder, file, *named: str, day: int = 1):
    """Write cards that have number, address and birthday by their place."""
    path = folder / file
    path.write_text(
        "".join(
            card(
                f"FN:{name}",
                f"TEL:+86138001380{k:02}",
                f"EMAIL:p{k}@private.example",
                f"BDAY:1980-03-{k + 1:02}",
            )
            for k, name in enumerate(named)
        ),
        "utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("王总", "小刘", "张律师", "爸爸", "王工"), ("王伟", "刘芳", "张三丰", "王建国", "王伟平")),
        (("陳凱歌", "張瑤", "李剛", "王遜", "林鵑"), ("陈凯歌", "张瑶", "李刚", "王逊", "林鹃")),
        (("Mary Smith", "Anna-Lena Berg", "王 丽"), ("Mary Jones", "Anna-Lena Koch", "王丽娟")),
    ],
)
def test_an_old_and_a_new_phone_hold_one_person_each(viewer, tmp_path, now, old, new):
    import_paths(viewer, [phone(tmp_path, "old.vcf", *old)], now=now)
    import_paths(viewer, [phone(tmp_path, "new.vcf", *new)], now=now)

    assert set(Person.objects.values_list("name", flat=True)) == set(new)


def test_a_card_without_handles_that_was_exported_again_is_the_same_person(viewer, tmp_path, now):
    path = tmp_path / "january.vcf"
    for rev, title in (("20250101", "老师"), ("20250601", "校长")):
        grandmother = card("FN:外婆", "BDAY:1940-03-02", f"REV:{rev}T000000Z")
        path.write_text(grandmother + card("FN:舅舅", "BDAY:1960-03-03", f"TITLE:{title}"), "utf-8")
        looked = import_paths(viewer, [path], now=now, is_dry_run=True)
        assert looked.people_new == import_paths(viewer, [path], now=now).people_new

    assert sorted(Person.objects.values_list("name", flat=True)) == ["外婆", "舅舅"]
