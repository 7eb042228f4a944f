"""Reading Slack's export: days of channels, members, direct messages by their folder (C1, C4)."""

import json
import zipfile

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.capture.interactions import Nature
from renmai.sources.slack_export import SOURCE
from renmai.sources.slack_export.texts import slack_text
from renmai.store.models import Person
from tests.sources.reading import Room, told
from tests.sources.samples import samples

ROOM = Room(SOURCE)
T0 = 1_767_344_400


def message(account: str, at_min: int, text: str = "x", **more: object) -> dict[str, object]:
    about = {"type": "message", "user": account, "ts": f"{T0 + 60 * at_min}.000100", "text": text}
    return about | {"user_profile": {"real_name": f"N{account}"}} | more


def day(*messages: object) -> bytes:
    return json.dumps(list(messages)).encode()


def test_days_members_and_lists_of_channels_are_known_and_other_json_is_not():
    for sample in samples("slack_export"):
        assert SOURCE.recognises(sample.read_bytes()[:4096])
    for other in (b"[]", b'[{"type": "message"}]', b'[{"id": "U1"}]', b'{"ts": "1767344400.000100"}'):
        assert not SOURCE.recognises(other)


def test_a_turn_is_for_whom_it_calls_or_whose_thread_it_answers():
    plain, called, answer = ROOM.acts(
        day(message("U1", 0), message("U2", 1, "<@U1> yes"), message("U3", 2, parent_user_id="U2"))
    )

    assert plain.nature == Nature.MASS and told(plain)[1] == []
    assert told(called)[1] == ["NU1"] and told(answer)[1] == ["NU2"]


def test_one_sides_run_is_one_act_and_joining_is_none():
    joined = message("U1", 5, "joined", subtype="channel_join")

    assert [told(act)[2] for act in ROOM.acts(day(message("U1", 0, "a"), joined, message("U1", 9, "b")))] == [
        "a b"
    ]


def test_what_bots_write_is_counted_and_what_names_nobody_is_named():
    nobody = message("U1", 1)
    del nobody["user"]

    assert ROOM.codes(day(message("U1", 0, bot_id="B1"), nobody)) == ["bot", "unclear"]


def test_a_cut_day_gives_what_stands_before():
    content = day(message("U1", 0), message("U2", 1), message("U1", 2))

    assert len(ROOM.records(content[:-20])) == 2 and ROOM.codes(content[:-20]) == ["broken"]


@pytest.mark.parametrize(
    ("written", "shown", "calls"),
    [
        ("<@U1|ann> hi", "@ann hi", ("U1",)),
        ("see <https://x.example|here> &amp; <https://y.example>", "see here & https://y.example", ()),
        ("<!here> in <#C1|general>", "@here in #general", ()),
        ("1 &lt; 2", "1 < 2", ()),
    ],
)
def test_slacks_signs_are_read_as_one_sees_them(written, shown, calls):
    assert slack_text(written) == (shown, calls)


@pytest.mark.django_db
def test_the_whole_zip_comes_in_once_and_a_member_is_one_person_with_their_messages(viewer, tmp_path, now):
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for sample in samples("slack_export"):
            folder = "general/" if sample.name[0].isdigit() else ""
            archive.write(sample, f"{folder}{sample.name}")
        direct = day(message("U0AAAAAA1", 600, "hi"), message("U0AAAAAA9", 605, "ho"))
        archive.writestr("D0AAAAAAA1/2026-01-02.json", direct)
    first, second = (import_paths(viewer, [tmp_path / "export.zip"], now=now) for _ in range(2))

    assert first.records_new == 6
    assert (second.records_new, second.people_new, second.interactions_new) == (0, 0, 0)
    assert Person.objects.filter(name="Anna Weber").count() == 1
