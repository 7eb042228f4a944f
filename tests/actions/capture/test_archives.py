"""Archives of lists that name no receiver: whoever is answered is one, whatever came first (issue 11, 9)."""

import itertools

import pytest

from renmai.actions.capture.erase_person import erase_person
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_import import undo_import
from renmai.store.models import Handle, InboxRecord, Person, Tie
from renmai.upkeep.ties.ties import fresh_ties
from tests.archives import Post, month
from tests.books import content, events, exactly, interactions, people, person_called
from tests.mail import mail
from tests.traces import address_book, card

pytestmark = pytest.mark.django_db(transaction=True)

ME = "me@owner.example"
MINE = "me at owner.example (Me Owner)"
ADA, BOB = "ada at firm.example (Ada Lovelace)", "bob at mill.example (Bob Miller)"
JANUARY = [Post(1, "2026-01-02", ADA), Post(2, "2026-01-03", MINE, 1), Post(3, "2026-01-04", ADA, 2)]
FEBRUARY = [
    Post(4, "2026-02-02", BOB, 3),
    Post(5, "2026-02-03", MINE, 4),
    Post(6, "2026-02-04", BOB, 6),
    Post(7, "2026-02-05", BOB, 99),
]
MARCH = [Post(8, "2026-03-02", ADA, 5), Post(9, "2026-03-03", ADA, 8)]
READ = {
    ("2@lists.example", "me", "ada"),
    ("3@lists.example", "ada", "me"),
    ("5@lists.example", "me", "bob"),
    ("8@lists.example", "ada", "me"),
}


@pytest.fixture
def months(tmp_path):
    return [
        month(tmp_path / f"{n}.txt", posts, is_zipped=n == 1)
        for n, posts in enumerate((JANUARY, FEBRUARY, MARCH))
    ]


def read(viewer) -> set[tuple[str, str, str]]:
    """Return who reached whom with which post, each by what stands before their at sign."""
    return {
        (act, *(each.partition(":")[2].partition(" ")[0].partition("@")[0] for each in (sender, recipient)))
        for act, sender, recipient, *_ in events(viewer)
    }


def test_whoever_is_answered_got_the_answer_and_the_owner_is_known_by_their_disguise(viewer, months, now):
    report = import_paths(viewer, months, now=now, me=[ME])

    assert (report.records_new, report.interactions_new, report.problems_total) == (9, 9, 0)
    assert read(viewer) == READ
    assert {str(handle) for handle in Handle.objects.all()} == {
        "disguised:ada at firm.example",
        "disguised:bob at mill.example",
        "disguised:me at owner.example",
    }
    assert Person.objects.get(is_me=True).name == "Me Owner"


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_months_come_in_any_order_and_again_and_are_the_same_book(viewer, months, now, order):
    reports = [import_paths(viewer, [months[n]], now=now, me=[ME]) for n in order]
    once = content(viewer)

    assert sum(report.interactions_new for report in reports) == 9
    assert read(viewer) == READ
    again = import_paths(viewer, months, now=now)
    assert (again.records_new, again.interactions_new, again.people_new) == (0, 0, 0)
    rebuild_book(viewer, now=now)
    assert content(viewer) == once


def test_a_month_that_goes_takes_what_it_told_of_answers_with_it(viewer, months, now):
    import_paths(viewer, [months[1]], now=now, me=[ME])
    before = exactly(viewer)
    january = import_paths(viewer, [months[0]], now=now)
    assert "3@lists.example" in {act for act, *_ in read(viewer)}

    undo_import(viewer, january.import_id, now=now)
    assert exactly(viewer) == before


def test_who_is_answered_can_be_erased_and_the_answers_stay_with_who_wrote_them(viewer, months, now):
    import_paths(viewer, months, now=now, me=[ME])
    erase_person(viewer, person_called(viewer, "Ada Lovelace").pk, now=now)

    assert read(viewer) == {("5@lists.example", "me", "bob")}
    assert "2@lists.example" in interactions(viewer)
    assert not any("ada" in str(fields).lower() for fields in InboxRecord.objects.values_list("fields"))
    import_paths(viewer, months, now=now)
    plain = address_book(months[0].parent / "c.vcf", card("1", "Ada L", "EMAIL:ada@firm.example"))
    import_paths(viewer, [plain], now=now)
    assert read(viewer) == {("5@lists.example", "me", "bob")}
    assert not Person.objects.filter(name__startswith="Ada").exists()


@pytest.mark.parametrize("is_card_first", [True, False])
def test_a_disguise_is_the_address_it_shows_once_that_is_seen_elsewhere(viewer, months, now, is_card_first):
    cards = address_book(
        months[0].parent / "c.vcf",
        card("1", "Countess Lovelace", "EMAIL:ada@firm.example"),
        card("2", "Ada Lovelace", "EMAIL:ada@other.example"),
    )
    paths = [cards, months[0]] if is_card_first else [months[0], cards]
    for path in paths:
        import_paths(viewer, [path], now=now, me=[ME])

    carried = next(each for each in people(viewer) if "mailto:ada@firm.example" in each)
    assert "disguised:ada at firm.example" in carried
    assert "mailto:ada@other.example" not in carried


def test_an_address_hidden_in_part_joins_nobody_for_certain(viewer, tmp_path, now):
    posts = [
        Post(1, "2026-01-02", "ada.l...@firm.example (Ada Lovelace)"),
        Post(2, "2026-01-03", MINE, 1),
        Post(3, "2026-01-04", "ada.l...@firm.example (Ada Lovelace)", 2),
        Post(4, "2026-01-05", "ada.l...@firm.example (Adam Lowe)", 2),
    ]
    cards = address_book(tmp_path / "c.vcf", card("1", "Ada Lowell", "EMAIL:ada.lowell@firm.example"))
    import_paths(viewer, [month(tmp_path / "a", posts), cards], now=now, me=[ME])

    assert sorted(Person.objects.values_list("name", flat=True)) == [
        "Ada Lovelace", "Ada Lowell", "Adam Lowe", "Me Owner",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [
        "To: devel at weaving.example\n",
        "To: devel@weaving.example\n",
        "List-Id: <devel.weaving.example>\nTo: devel@weaving.example\n",
        "X-BeenThere: devel@weaving.example\nPrecedence: list\n",
    ],
)
def test_the_address_of_the_list_stays_a_list_and_whoever_is_answered_is_the_receiver(
    viewer, tmp_path, now, headers
):
    posts = [post._replace(headers=headers) for post in JANUARY]
    import_paths(viewer, [month(tmp_path / "a", posts)], now=now, me=[ME])

    assert {each[1:] for each in read(viewer)} == {("me", "ada"), ("ada", "me")}
    assert sorted(Person.objects.filter(is_person=True).values_list("name", flat=True)) == [
        "Ada Lovelace", "Me Owner",
    ]  # fmt: skip


def test_people_of_an_archive_have_ties_like_any_others(viewer, tmp_path, now):
    posts = []
    for n in range(8):
        posts += [
            Post(3 * n + 1, f"2026-0{n % 2 + 1}-{10 + n}", ADA),
            Post(3 * n + 2, f"2026-0{n % 2 + 1}-{11 + n}", MINE, 3 * n + 1),
            Post(3 * n + 3, f"2026-0{n % 2 + 1}-{12 + n}", ADA, 3 * n + 2),
        ]
    import_paths(viewer, [month(tmp_path / "a", posts)], now=now, me=[ME])
    fresh_ties(viewer, viewer.end_of(now.date()))
    tie = Tie.objects.get(person=person_called(viewer, "Ada Lovelace"))

    assert (tie.acts_out, tie.acts_in) == (8, 8)


@pytest.mark.parametrize(
    "mine", ["me at owner.example", "me (at) owner (dot) example", "disguised:me at owner.example"]
)
def test_the_owner_may_name_themselves_as_the_archive_does(viewer, months, now, mine):
    import_paths(viewer, months, now=now, me=[mine])

    assert read(viewer) == READ


@pytest.mark.parametrize("is_own_first", [True, False])
def test_a_copy_from_the_archive_takes_no_receiver_from_the_owner_s_own(viewer, months, now, is_own_first):
    own = months[0].parent / "own.mbox"
    own.write_bytes(
        mail(
            {
                "Message-ID": "<3@lists.example>",
                "From": "Ada Lovelace <ada@firm.example>",
                "To": f"Me Owner <{ME}>",
                "Cc": "Bob Miller <bob@mill.example>, devel@lists.example",
                "Subject": "Re: [Devel] Loops",
                "Date": "Sun, 04 Jan 2026 10:00:00 +0000",
                "In-Reply-To": "<2@lists.example>",
            },
            "Every day.",
        )
    )
    for path in [own, months[0]] if is_own_first else [months[0], own]:
        import_paths(viewer, [path], now=now, me=[ME])

    assert {role for _, role in interactions(viewer)["3@lists.example"][5]} == {"sender", "to", "cc"}
    once = content(viewer)
    rebuild_book(viewer, now=now)
    assert content(viewer) == once
