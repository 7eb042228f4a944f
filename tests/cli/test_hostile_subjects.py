"""A last letter of any subject takes nothing away, is quoted as it was written, and moves no terminal."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.letters import CHINESE, ENGLISH, LAST_DAY, ME, letter

SUBJECTS = (
    ("2026-45", "2026-13", "2024-09-31", "2026-07"),
    ("2026-07-31", "0000-00-00", "%(people)s {0} %s", "[red]not red[/red]"),
)
COMMANDS = ("today", "people", "network")
TALK = "Hello, all is well here, thank you."


def talks(*subjects: str) -> bytes:
    """Return a mailbox of correspondences, each of which ends in a letter with one of the subjects."""
    me, end = f"Me <{ME}>", datetime(2026, 3, 1, 9, tzinfo=UTC)
    letters = []
    for number, subject in enumerate(subjects):
        peer = f"Peer{'abcd'[number]} Brook <peer{number}@place{number}.example>"
        for week in range(7, 0, -1):
            at = end - timedelta(weeks=week, minutes=number)
            letters.append(letter(peer, me, at, "hello", TALK))
            letters.append(letter(me, peer, at + timedelta(hours=5), "Re: hello", "Good to hear that."))
        letters.append(letter(peer, me, end - timedelta(days=2, minutes=number), subject, TALK))
    return b"".join(letters)


@pytest.mark.parametrize("subjects", SUBJECTS)
def test_a_subject_is_quoted_as_it_was_written_and_takes_no_command_away(run, tmp_path, subjects):
    path = tmp_path / "letters.mbox"
    path.write_bytes(talks(*subjects))
    assert run("import", path, "--me", ME).status == 0

    for language in (ENGLISH, CHINESE):
        said = {name: run(name, "--today", LAST_DAY, language=language) for name in COMMANDS}
        assert {name: one.err for name, one in said.items() if one.status} == {}
        assert [each for each in subjects if each not in said["today"].out] == []


def test_a_subject_made_to_move_a_terminal_moves_none_whatever_is_looked_at(run, tmp_path):
    path = tmp_path / "letters.mbox"
    path.write_bytes(talks("=?utf-8?Q?Invoice_=1B[2J_=1B]0;PWNED=07_=C2=9B2J_=E2=80=AEevil?="))
    assert run("import", path, "--me", ME).status == 0

    for words in (*((name,) for name in COMMANDS), ("person", "Peera Brook"), ("today", "--json")):
        said = run(*words, "--today", LAST_DAY)
        assert said.status == 0, said.err
        moving = [each for each in said.out if unicodedata.category(each) == "Cc" and each != "\n"]
        assert moving == [] and "\u202e" not in said.out
