"""Mail from real life comes in as what it is: who wrote, once each, nobody's where nobody's (C2, C4)."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.store.models import Interaction
from tests.books import people
from tests.mail_cases import CASES
from tests.traces import mailbox

ME, HOME = "me@example.org", "me@home.example"


RELAYED = {"Hana Lee", "Ivan Po", "Jo Kim", "Kay Wu", "Lena Ott", "Moe Day", "Ned Fox", "Olga Yin"}
RELAYED |= {"刘洋", "陈静", "黄磊"}


def humans(viewer) -> set[str]:
    return {name for name, is_me, is_person in people(viewer).values() if is_person and not is_me}


@pytest.mark.parametrize(
    ("case", "found"),
    [
        ("forwardemail", {"Li Lei"}),
        ("ietf-munged", {"Li Lei"}),
        ("own-plus-mixed", {"Li Lei"}),
        ("relay-form", {"Li Lei", "Han Meimei", "王芳"}),
        ("relay-linkedin", {"Li Lei", "Han Meimei", "王芳"}),
        ("same-message-id", {"Li Lei", "Han Meimei", "Wang Fang"}),
        ("sms-backup", {"李雷"}),
        ("mbox-no-blank", {"Li Lei", "Han Meimei", "Wang Fang"}),
        ("gmail-drafts-spam", {"Li Lei"}),
    ],
)
def test_these_people_are_in_the_book(viewer, now, case, found):
    import_paths(viewer, sorted((CASES / case).iterdir()), now=now, me=[ME])

    assert humans(viewer) == found


@pytest.mark.parametrize(
    ("case", "found"),
    [
        ("contact-form-reply-to", {f"Customer {number}" for number in range(6)}),
        ("one-relay-many-people", RELAYED),
    ],
)
def test_an_address_of_a_service_is_nobodys_and_its_visitors_are_themselves(viewer, now, case, found):
    import_paths(viewer, [CASES / case / "mail.mbox"], now=now, me=[HOME])

    assert humans(viewer) == found


def test_a_second_import_of_one_id_for_several_mails_adds_nothing(viewer, now):
    box = CASES / "same-message-id"
    import_paths(viewer, [box], now=now, me=[ME])
    report = import_paths(viewer, [box], now=now, me=[ME])

    assert (report.records_new, report.interactions_new) == (0, 0)
    assert Interaction.objects.count() == 3


def test_a_copy_that_a_list_changed_is_a_version_of_its_mail(viewer, tmp_path, now):
    line = "1 2026-01-05 Ada Lovelace <ada@example.org> > {} | Subject: {}"
    import_paths(viewer, [mailbox(tmp_path / "a", line.format(ME, "Hi"))], now=now, me=[ME])
    import_paths(viewer, [mailbox(tmp_path / "b", line.format(f"x@y.example, {ME}", "[Devel] Hi"))], now=now)

    assert Interaction.objects.count() == 1


def test_a_tag_of_mine_is_mine_whenever_it_comes(viewer, tmp_path, now):
    tagged = mailbox(tmp_path / "a", "1 2026-01-05 Ada Lovelace <ada@example.org> > Me <me+shop@example.org>")
    import_paths(viewer, [tagged], now=now)
    later = mailbox(tmp_path / "b", f"2 2026-01-06 Ada Lovelace <ada@example.org> > {ME}")
    import_paths(viewer, [later], now=now, me=[ME])

    assert humans(viewer) == {"Ada Lovelace"}
