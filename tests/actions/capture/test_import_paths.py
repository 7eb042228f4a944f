"""Importing: everything once, nothing lost, nothing doubled, and what could not be read is said (C1, C2)."""

import gzip
from itertools import permutations

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.people.record_me import NotAHandle, record_me
from renmai.domain.capture.records import Problem
from renmai.store.models import Handle, Owner, Person
from tests.books import content, counts, events, handles, people, person_called
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
LETTERS = f"""
    1 2026-01-05 Me <{ME}> > 张伟 <wei@example.cn>
    2 2026-01-06 张伟 <wei@example.cn> > Me <{ME}> | In-Reply-To: <1@example.org>
    3 2026-01-07 Ada Lovelace <ada@example.org> > {ME}, Zhang Wei <wei@example.cn>, info@acme.example
    4 2026-01-08 Acme <no-reply@acme.example> > {ME}
"""


@pytest.fixture
def letters(tmp_path):
    return mailbox(tmp_path / "letters.mbox", LETTERS)


@pytest.fixture
def cards(tmp_path):
    return address_book(
        tmp_path / "cards.vcf",
        card("1", "張偉", "EMAIL:wei@example.cn", "TEL;TYPE=CELL:138 0013 8000", "ORG:晨星科技"),
        card("2", "Ada Lovelace", "EMAIL:ada@work.example"),
    )


def test_an_import_brings_records_interactions_and_people(viewer, letters, now):
    report = import_paths(viewer, [letters], now=now, me=[ME])

    assert (report.records_read, report.records_new, report.interactions_new) == (4, 4, 4)
    assert report.people_new == 2
    assert set(report.people_names) == {"张伟", "Ada Lovelace"}
    assert report.problems == ()
    assert report.state == "done"


def test_importing_again_adds_nothing(viewer, letters, cards, now):
    import_paths(viewer, [letters, cards], now=now, me=[ME])
    before = counts() | {"Import": 0}
    report = import_paths(viewer, [letters, cards], now=now, me=[ME])

    assert (report.records_new, report.interactions_new, report.people_new) == (0, 0, 0)
    assert counts() | {"Import": 0} == before


def test_the_order_and_the_pieces_of_an_import_do_not_matter(viewer, letters, cards, tmp_path, now):
    packed = tmp_path / "letters.mbox.gz"
    packed.write_bytes(gzip.compress(letters.read_bytes()))
    first = mailbox(tmp_path / "first.mbox", "\n".join(LETTERS.strip().splitlines()[:2]))
    found = []
    for paths in permutations([first, packed, cards]):
        for path in paths:
            import_paths(viewer, [path], now=now, me=[ME])
        found.append(content(viewer))
        wipe(viewer)

    assert all(book == found[0] for book in found)


def test_a_card_and_mails_with_the_same_address_are_one_person_called_as_on_the_card(
    viewer, letters, cards, now
):
    import_paths(viewer, [letters, cards], now=now, me=[ME])
    wei = person_called(viewer, "張偉")

    assert {str(h) for h in Handle.objects.filter(carriers__mention__person=wei)} == {
        "mailto:wei@example.cn",
        "tel:+8613800138000",
    }
    assert wei.reading == "zhang wei"


def test_the_same_name_under_two_addresses_is_not_joined(viewer, letters, cards, now):
    import_paths(viewer, [letters, cards], now=now, me=[ME])

    assert Person.objects.filter(owner_id=viewer.owner_id, name="Ada Lovelace").count() == 2


def test_roles_and_robots_are_no_people(viewer, letters, now):
    import_paths(viewer, [letters], now=now, me=[ME])

    assert handles(viewer)["mailto:info@acme.example"] == "role"
    assert handles(viewer)["mailto:no-reply@acme.example"] == "robot"
    assert not any(is_person for name, _, is_person in people(viewer).values() if "acme" in name.lower())


def test_the_owner_is_one_person_under_all_their_handles(viewer, tmp_path, now):
    letters = mailbox(
        tmp_path / "l.mbox",
        "1 2026-01-05 Me <me@home.example> > ada@example.org\n"
        "2 2026-01-06 Me <me@work.example> > ada@example.org",
    )
    import_paths(viewer, [letters], now=now, me=["me@home.example", "ME@Work.example"])

    assert [is_me for _, is_me, _ in people(viewer).values()].count(True) == 1
    assert len(events(viewer)) == 2


def test_handles_named_later_are_the_owner_s_all_the_same(viewer, letters, now):
    report = import_paths(viewer, [letters], now=now)
    assert [because.code for because in report.because] == ["who_are_you"]
    assert report.because[0].numbers["handles"].split(", ")[0] == ME
    assert events(viewer) == []

    record_me(viewer, [ME], now=now)

    assert len(events(viewer)) == 3


def test_handles_that_nothing_is_from_or_to_are_asked_about(viewer, letters, now):
    report = import_paths(viewer, [letters], now=now, me=["wrong@example.org"])

    assert [because.code for because in report.because] == ["you_are_not_met"]
    assert report.because[0].numbers["handles"].split(", ")[0] == ME
    assert import_paths(viewer, [letters], now=now, me=[ME]).because == ()


def test_what_is_no_handle_is_refused_before_anything_is_read(viewer, letters, now):
    with pytest.raises(NotAHandle):
        import_paths(viewer, [letters], now=now, me=["nobody"])

    assert counts()["InboxRecord"] == 0


def test_a_dry_run_says_what_would_come_in_and_keeps_nothing(viewer, letters, cards, now):
    before = counts()
    would = import_paths(viewer, [letters, cards], now=now, me=[ME], is_dry_run=True)
    assert counts() == before
    did = import_paths(viewer, [letters, cards], now=now, me=[ME])

    for name in ("records_read", "records_new", "interactions_new", "people_new", "first_at_epoch_s"):
        assert getattr(would, name) == getattr(did, name), name
    assert set(would.people_names) == set(did.people_names)
    again = import_paths(viewer, [letters, cards], now=now, is_dry_run=True)
    assert (again.records_new, again.interactions_new, again.people_new) == (0, 0, 0)


def test_a_dry_run_joins_nobody_by_a_landline_just_as_the_import_does(viewer, tmp_path, now):
    shared = "TEL;TYPE=HOME:+86 10 6553 2288"
    cards = address_book(tmp_path / "family.vcf", card("1", "Ann Lee", shared), card("2", "Ann", shared))
    would = import_paths(viewer, [cards], now=now, is_dry_run=True)
    did = import_paths(viewer, [cards], now=now)

    assert would.people_new == did.people_new == 2


def test_what_cannot_be_read_is_said_and_costs_the_rest_nothing(viewer, letters, tmp_path, now):
    junk = tmp_path / "junk.bin"
    junk.write_bytes(b"\x00\x01\x02 nothing known")
    report = import_paths(viewer, [tmp_path / "absent.mbox", junk, letters], now=now, me=[ME])

    assert [(p.code, p.file.rpartition("/")[2]) for p in report.problems] == [
        ("no_such_file", "absent.mbox"),
        ("unrecognised", "junk.bin"),
    ]
    assert report.problems_total == 2
    assert report.records_new == 4
    assert all(isinstance(problem, Problem) for problem in report.problems)


def test_a_newer_version_of_a_card_takes_the_place_of_the_older(viewer, tmp_path, now):
    old = address_book(tmp_path / "old.vcf", card("1", "Ada Byron", "EMAIL:ada@example.org", "TITLE:Poet"))
    new = address_book(
        tmp_path / "new.vcf", card("1", "Ada Lovelace", "EMAIL:ada@example.org", "TITLE:Analyst")
    )
    import_paths(viewer, [old], now=now)
    before = person_called(viewer, "Ada Byron")
    report = import_paths(viewer, [new], now=now)
    ada = person_called(viewer, "Ada Lovelace")

    assert (report.records_new, report.people_new) == (1, 0)
    assert ada.pk == before.pk
    assert [fact.value for mention in ada.mentions.all() for fact in mention.facts.filter(kind="title")] == [
        "Analyst"
    ]


def test_a_list_and_its_neighbours_on_the_same_host_are_no_people_until_one_writes(viewer, tmp_path, now):
    post = "| List-Id: <chess.clubs.example> | List-Post: <mailto:chess@clubs.example>"
    first = mailbox(
        tmp_path / "1.mbox",
        f"1 2026-01-05 Ada <ada@example.org> > chess@clubs.example, go@clubs.example {post}",
    )
    import_paths(viewer, [first], now=now)
    assert handles(viewer)["mailto:chess@clubs.example"] == "list"
    assert handles(viewer)["mailto:go@clubs.example"] == "list"

    second = mailbox(tmp_path / "2.mbox", f"2 2026-01-06 Go <go@clubs.example> > {ME}")
    import_paths(viewer, [second], now=now, me=[ME])
    assert handles(viewer)["mailto:chess@clubs.example"] == "list"
    assert handles(viewer)["mailto:go@clubs.example"] == "personal"


def test_an_automatic_answer_to_a_letter_leaves_its_sender_a_person(viewer, tmp_path, now):
    auto = "| Auto-Submitted: auto-replied"
    letters = mailbox(
        tmp_path / "l.mbox",
        f"1 2026-01-05 {ME} > Ada <ada@example.org>\n"
        f"2 2026-01-05 Ada <ada@example.org> > {ME} {auto}\n"
        f"3 2026-01-05 Pump <pump@plant.example> > {ME} {auto}",
    )
    import_paths(viewer, [letters], now=now, me=[ME])

    assert handles(viewer)["mailto:ada@example.org"] == "personal"
    assert handles(viewer)["mailto:pump@plant.example"] == "robot"


def wipe(viewer) -> None:
    """Empty the book, so that it can be filled in another order."""
    owner = Owner.objects.get(pk=viewer.owner_id)
    owner_id = owner.pk
    owner.delete()
    owner.pk = owner_id
    owner.save(force_insert=True)
