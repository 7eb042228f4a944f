"""Where somebody works, by a book of letters: employers, aliases, own domains, footers of law (TRUTH 4)."""

import pytest

from renmai.queries.pages.person import person_card
from renmai.queries.positions.page import positions_card
from renmai.store.models import Tie
from renmai.upkeep.ties.ties import fresh_ties
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db

OLD, NEW = range(700, 400, -25), range(330, 10, -25)
COLLEAGUES = ("Bea Hall", "Cy Ames", "Dov Katz")
FOOTER = "\n\n-- \nMill Corporation (UK) Limited\nRegistered No. 113494 (England)\n"


def proposed(viewer, name: str) -> list[tuple[str, bool]]:
    """Return the organisations proposed for somebody, with whether each is over."""
    card = positions_card(viewer, person_called(viewer, name).pk, today=TODAY.date())
    return [(each.organisation, each.until is not None) for each in card.proposals]


def changes(viewer, name: str) -> int:
    """Return how many employers of theirs the tie with somebody outlived."""
    fresh_ties(viewer, viewer.end_of(TODAY.date()))
    return Tie.objects.get(person=person_called(viewer, name)).basis[6]


def at(host: str, *names: str) -> list[str]:
    return [f"{name} <{name.partition(' ')[0].lower()}@{host}>" for name in names]


def staff(box: Mailbox, host: str, days: range) -> None:
    for who in at(host, *COLLEAGUES):
        for day in days[:3]:
            box.add(who, ME, day, subject=host)


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


def test_a_domain_of_several_families_is_where_somebody_works(box, viewer, tmp_path):
    staff(box, "mill.example", OLD)
    box.rounds("Ada Byron <ada@mill.example>", OLD)
    box.imported(viewer, tmp_path)

    assert proposed(viewer, "Ada Byron") == [("mill.example", False)]


def test_a_domain_from_which_nobody_else_writes_and_an_alias_of_a_project_propose_nothing(
    box, viewer, tmp_path
):
    box.rounds("Ada Byron <ada@byron.example>", OLD)
    box.rounds("Eve Stone <eve@quill.example>", OLD)
    box.rounds("Fay Moss <fay@freeloom.example>", OLD)
    for who in (*at("freeloom.example", *COLLEAGUES), *at("elsewhere.example", *COLLEAGUES)):
        box.add(who, ME, 50)
    box.imported(viewer, tmp_path)

    assert [proposed(viewer, name) for name in ("Ada Byron", "Eve Stone", "Fay Moss")] == [[], [], []]


@pytest.mark.parametrize(
    ("header", "organisation"),
    [
        ("Mill Finland Oy - BIC 0357606-4 - Rantakatu 7, 02160 Espoo", [("Mill Finland Oy", False)]),
        ("Private", []),
        ("Speaking only for myself", []),
    ],
)
def test_a_header_names_where_somebody_works_without_what_the_law_wants(
    box, viewer, tmp_path, header, organisation
):
    box.add(ME, "Ada Byron <ada@post.example>", 40)
    box.add("Ada Byron <ada@post.example>", ME, 30, Organization=header)
    box.imported(viewer, tmp_path)

    assert proposed(viewer, "Ada Byron") == organisation
    assert (
        "0357606"
        not in person_card(viewer, person_called(viewer, "Ada Byron").pk, today=TODAY.date()).subtitle
    )


def test_a_footer_of_law_is_not_where_somebody_works(box, viewer, tmp_path):
    for day in OLD:
        box.add("Ada Byron <ada@post.example>", ME, day, f"Hello again.{FOOTER}")
    box.imported(viewer, tmp_path)

    assert proposed(viewer, "Ada Byron") == []


def test_a_change_of_employer_is_told_by_all_that_somebody_wrote(box, viewer, tmp_path):
    staff(box, "mill.example", OLD)
    staff(box, "loom.example", NEW)
    box.rounds("Ada Byron <ada@mill.example>", OLD)
    box.rounds("Ada Byron <ada@loom.example>", NEW)
    box.add("Ada Byron <ada@loom.example>", ME, 5, "Hello.\n\nAda Byron\nada@mill.example")
    box.imported(viewer, tmp_path)

    assert proposed(viewer, "Ada Byron") == [("loom.example", False), ("mill.example", True)]
    assert changes(viewer, "Ada Byron") == 1


def test_what_falls_silent_between_the_two_of_us_alone_is_no_change(box, viewer, tmp_path):
    staff(box, "mill.example", OLD)
    staff(box, "loom.example", NEW)
    box.rounds("Ada Byron <ada@mill.example>", OLD)
    box.rounds("Ada Byron <ada@loom.example>", NEW)
    for day in NEW:
        box.add("Ada Byron <ada@mill.example>", "Bea Hall <bea@mill.example>", day)
    box.add("Ada Byron <ada@loom.example>", ME, 5, "Hello.\n\nAda Byron\nada@mill.example")
    box.imported(viewer, tmp_path)

    assert {each for each, is_over in proposed(viewer, "Ada Byron") if is_over} == set()
    assert changes(viewer, "Ada Byron") == 0
