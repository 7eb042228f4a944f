"""Events for the engine: the owner's acts with people, and nothing else."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.ties.contact import MOST_READERS
from renmai.store.models import Interaction, Person
from renmai.store.ties.events import SCHEMA, events_of
from tests.books import FOREVER, events, person_called
from tests.traces import mailbox

ME = "me@example.org"
ADA, BEN = "mailto:ada@example.org", "mailto:ben@example.org"
MINE = f"mailto:{ME}"


@pytest.fixture
def read(viewer, tmp_path, now):
    def read(text: str):
        import_paths(viewer, [mailbox(tmp_path / "l.mbox", text)], now=now, me=[ME, "me@work.example"])
        return viewer

    return read


def test_a_letter_to_two_is_two_events_of_audience_two(read):
    viewer = read(f"1 2026-01-05 {ME} > ada@example.org, ben@example.org")

    assert events(viewer) == [
        ("1@example.org", MINE, ADA, "mail", 2, "to"),
        ("1@example.org", MINE, BEN, "mail", 2, "to"),
    ]


def test_a_letter_to_me_and_others_is_one_event(read):
    viewer = read(f"1 2026-01-05 ada@example.org > {ME}, ben@example.org, me@work.example")

    assert {event[1:3] for event in events(viewer)} == {(ADA, MINE)}


def test_what_passed_between_others_is_no_event(read):
    assert events(read("1 2026-01-05 ada@example.org > ben@example.org")) == []


def test_lists_roles_and_robots_are_no_ends_of_an_event_but_count_as_audience(read):
    viewer = read(f"1 2026-01-05 {ME} > ada@example.org, info@acme.example, dev@lists.acme.example")

    assert events(viewer) == [("1@example.org", MINE, ADA, "mail", 3, "to")]


def test_a_letter_to_myself_is_no_event(read):
    assert events(read(f"1 2026-01-05 {ME} > me@work.example")) == []


def test_mass_and_automatic_mail_say_so(read):
    viewer = read(
        f"1 2026-01-05 ada@example.org > {ME} | Auto-Submitted: auto-replied\n"
        f"2 2026-01-05 ben@example.org > {ME} | List-Unsubscribe: <https://x.example> | Precedence: bulk\n"
        f"3 2026-01-05 {ME} > ada@example.org"
    )

    assert {event[0]: event[3] for event in events(viewer)} == {
        "1@example.org": "automatic",
        "2@example.org": "mass",
        "3@example.org": "mail",
    }


def test_only_what_lies_before_the_moment_and_only_with_the_people_asked_for(read):
    viewer = read(f"1 2026-01-05 {ME} > ada@example.org\n2 2026-01-06 {ME} > ben@example.org")
    second = Interaction.objects.get(external_id="2@example.org").at_epoch_s
    ben = person_called(viewer, "ben@example.org").pk

    assert events_of(viewer.owner_id, second).num_rows == 1
    assert events_of(viewer.owner_id, second + 1).num_rows == 2
    assert events_of(viewer.owner_id, second + 1, [ben])["recipient"].to_pylist() == [ben]
    assert events_of(viewer.owner_id, second + 1, []).num_rows == 0
    assert events_of(viewer.owner_id, second).schema == SCHEMA


def test_whoever_is_touched_by_new_traces_needs_a_new_look(read, viewer):
    read(f"1 2026-01-05 {ME} > ada@example.org\n2 2026-01-06 {ME} > ben@example.org")
    Person.objects.update(is_tie_stale=False)
    read(f"3 2026-01-07 ben@example.org > {ME}")

    assert set(Person.objects.filter(is_tie_stale=True, is_me=False).values_list("name", flat=True)) == {
        "ben@example.org"
    }


def test_an_act_says_by_which_of_their_addresses_it_went_and_in_whose_zone(read):
    """T6"""
    viewer = read(
        f"1 2026-01-05 {ME} > ada@gmail.com\n2 2026-01-06 ben@mail.acme.example > {ME}\n"
        f"3 2026-01-07 me@work.example > ben@acme.example"
    )
    told = {
        at: (row["channel"], row["sender_employer"], row["recipient_employer"])
        for at, row in enumerate(
            events_of(viewer.owner_id, FOREVER).sort_by("at_epoch_s").to_pylist(), start=1
        )
    }
    home, work, acme = told[1][1], told[3][1], told[2][1]

    assert [channel for channel, _, _ in told.values()] == ["personal mail", "work mail", "work mail"]
    assert told[1] == ("personal mail", home, None)
    assert told[2] == ("work mail", acme, home)
    assert told[3] == ("work mail", work, acme)
    assert len({home, work, acme}) == 3


LIST = "dev@lists.acme.example"


@pytest.mark.parametrize("order", [[1, 2], [2, 1]])
@pytest.mark.parametrize("others", ["ben@example.org", ", ".join(f"r{n}@example.org" for n in range(9))])
@pytest.mark.parametrize("is_copied", [False, True])
def test_an_answer_by_a_mailing_list_is_addressed_to_whom_it_answers(read, viewer, order, others, is_copied):
    """TRUTH §1: what it answers was sent to the list alone, and it to others, with a copy or without."""
    copy = f" | Cc: {ME}" if is_copied else ""
    told = {
        1: f"1 2026-01-05 {ME} > {LIST}",
        2: f"2 2026-01-06 ada@example.org > {LIST}, {others}{copy} | In-Reply-To: <1@example.org>",
    }
    for number in order:
        Person.objects.update(is_tie_stale=False)
        read(told[number])
    stale = Person.objects.filter(is_tie_stale=True, is_me=False, is_person=True)
    ada = person_called(viewer, "ada@example.org").pk

    answers = [event for event in events(viewer) if event[1:3] == (ADA, MINE)]
    assert {event[5] for event in answers} == ({"to", "cc"} if is_copied else {"to"})
    assert all(event[4] <= MOST_READERS for event in answers if event[5] == "to")
    assert events_of(viewer.owner_id, FOREVER, [ada]).num_rows == len(answers)
    assert "ada@example.org" in set(stale.values_list("name", flat=True))


def test_an_answer_of_mine_by_a_mailing_list_is_one_event_however_it_is_addressed(read):
    viewer = read(
        f"1 2026-01-05 ada@example.org > {LIST}\n"
        f"2 2026-01-06 {ME} > {LIST} | In-Reply-To: <1@example.org>\n"
        f"3 2026-01-07 {ME} > {LIST}, ada@example.org | In-Reply-To: <1@example.org>\n"
        f"4 2026-01-08 {ME} > {LIST}, ben@example.org | In-Reply-To: <1@example.org>\n"
        f"5 2026-01-08 ben@example.org > {LIST}, cleo@example.org | In-Reply-To: <1@example.org>"
    )

    assert sorted((event[0], event[2]) for event in events(viewer)) == [
        ("2@example.org", ADA),
        ("3@example.org", ADA),
        ("4@example.org", ADA),
        ("4@example.org", BEN),
    ]
