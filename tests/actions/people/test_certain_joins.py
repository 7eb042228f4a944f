"""Certain joins: who names a second address under their own name, and the owner's own +tag (C2, TRUTH §3)."""

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.people.record_me import record_me
from renmai.actions.people.record_not_mine import record_not_mine
from renmai.queries.people.who_are_you import likely_mine
from renmai.store.models import Person
from tests.mail import mail

ME = "Wang Min <me@home.example>"


def letter(number: int, sender: str, text: str, to: str = ME) -> bytes:
    headers = {
        "From": sender,
        "To": to,
        "Date": f"{number:02d} Jan 2026 10:00:00 +0000",
        "Message-ID": f"<{number}@x>",
    }
    return mail(headers, text)


def people(viewer) -> list[str]:
    return sorted(Person.objects.filter(is_me=False, is_person=True).values_list("name", flat=True))


def test_who_signs_with_a_second_address_under_their_own_name_is_one_person(viewer, tmp_path, now):
    box = tmp_path / "box.mbox"
    box.write_bytes(
        letter(1, "Ada Lovell <ada@home.example>", "Fine.\n\nSigned-off-by: Ada Lovell <ada@mill.example>")
        + letter(2, "Ada Lovell <ada@mill.example>", "Good.")
        + letter(3, "Bob Brook <bob@mill.example>", "> Signed-off-by: Bob Brook <bob@other.example>\n\nYes.")
        + letter(4, "Bob Brook <bob@other.example>", "No.")
    )
    import_paths(viewer, [box], now=now, me=["me@home.example"])

    assert people(viewer) == ["Ada Lovell", "Bob Brook", "Bob Brook"]


def test_the_owner_s_address_with_a_tag_is_the_owner_s(viewer, tmp_path, now):
    box = tmp_path / "box.mbox"
    tagged = "Wang Min <me+work@home.example>"
    box.write_bytes(
        letter(1, "Ada Lovell <ada@home.example>", "Hello?", to=tagged) + letter(2, tagged, "Yes.")
    )
    import_paths(viewer, [box], now=now, me=["me@home.example"])

    assert people(viewer) == ["Ada Lovell"]


def test_the_writers_of_one_relay_are_told_apart_and_a_team_is_no_person(viewer, tmp_path, now):
    box = tmp_path / "box.mbox"
    box.write_bytes(
        letter(1, "Ada Lovell <relay@net.example>", "One.")
        + letter(2, "Bob Brook <relay@net.example>", "Two.")
        + b"".join(
            letter(
                n,
                f"Writer {name} <{name.lower()}@mill.example>",
                "All.",
                to=f"{ME}, Mill Team <looms@mill.example>",
            )
            for n, name in enumerate(("Ash", "Birch", "Cedar", "Durst", "Elm"), start=3)
        )
    )
    import_paths(viewer, [box], now=now, me=["me@home.example"])

    assert people(viewer) == [
        "Ada Lovell", "Bob Brook", "Writer Ash", "Writer Birch", "Writer Cedar", "Writer Durst", "Writer Elm",
    ]  # fmt: skip


def test_who_writes_under_the_owner_s_own_name_is_asked_about_once(viewer, tmp_path, now):
    """TRUTH §3: proposed, never taken unasked; a no is remembered."""
    box = tmp_path / "box.mbox"
    other = "Wang Min <min77@post.example>"
    box.write_bytes(
        letter(1, ME, "Hello.", to="Ada Lovell <ada@home.example>") + letter(2, other, "From here.", to=ME)
    )
    report = import_paths(viewer, [box], now=now, me=["me@home.example"])

    assert report.likely_mine == ("min77@post.example",)
    assert [each.code for each in report.because] == ["likely_mine"]
    assert likely_mine(viewer.owner_id) == report.likely_mine
    [decision] = record_not_mine(viewer, report.likely_mine, now=now)
    assert likely_mine(viewer.owner_id) == ()
    assert record_not_mine(viewer, report.likely_mine, now=now) == []
    undo_decision(viewer, decision, now=now)
    record_me(viewer, report.likely_mine, now=now)
    assert people(viewer) == ["Ada Lovell"] and likely_mine(viewer.owner_id) == ()


def test_a_preview_says_who_would_come_in_and_is_likely_somebody_else_too(viewer, tmp_path, now):
    box = tmp_path / "box.mbox"
    box.write_bytes(
        letter(1, "Ada Lovell <ada@home.example>", "Hello.")
        + letter(2, "Ada Lovell <quill7@mill.example>", "Hello.")
    )
    report = import_paths(viewer, [box], now=now, me=["me@home.example"], is_dry_run=True)

    [said] = report.likely_same
    assert {said.numbers["one"], said.numbers["other"]} == {
        "Ada Lovell <ada@home.example>",
        "Ada Lovell <quill7@mill.example>",
    }
    assert not Person.objects.exists()
