"""People, one person, their tie, imports and settings, as cards."""

from datetime import timedelta

import pytest

from renmai.actions.today.plan_day import plan_day
from renmai.domain.book.refusals import NoSuchImport, NoSuchPerson
from renmai.queries.capture.imports import import_card, import_cards, import_problems
from renmai.queries.pages.people import people_page
from renmai.queries.pages.person import person_card
from renmai.queries.pages.settings import settings_card
from renmai.queries.people.search import find_people
from renmai.queries.ties.one import tie_row
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Ada weekly both ways, Bob once, Li Lei never answered; a list and the owner are nobody's tie."""
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", range(1, 420, 7))
    box.rounds("Bob Marsh <bob@mill.example>", [30])
    box.add(ME, "李雷 <lilei@example.cn>", 50, "在吗？")
    box.add("Carl Roe <carl@news.example>", "talk@lists.example", 9, "All", List_Id="<talk.lists.example>")
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


def named(page):
    return [row.name for row in page.rows]


def test_people_come_strongest_tie_first_and_views_count_what_they_hold(book):
    page = people_page(book, today=DAY)

    assert named(page)[:2] == ["Ada Byron", "Bob Marsh"]
    assert page.counts["strong"] == len(people_page(book, today=DAY, view="strong").rows) == 1
    assert page.counts["weak"] == len(people_page(book, today=DAY, view="weak").rows) == 1
    for view, count in page.counts.items():
        assert (
            people_page(book, today=DAY, view=view).found
            == count
            == len(people_page(book, today=DAY, view=view).rows)
        )
    assert page.total == page.counts["all"] == page.found


def test_pages_hold_everybody_once(book):
    whole = named(people_page(book, today=DAY))
    pages = [people_page(book, today=DAY, page=number, per_page=2) for number in (1, 2, 3)]

    assert [name for page in pages for name in named(page)] == whole[:6]
    assert pages[0].pages == -(-len(whole) // 2)


def test_nobody_is_listed_whom_only_later_acts_name(book):
    before = TODAY.date() - timedelta(days=40)
    page = people_page(book, today=before)

    assert sorted(named(page)) == ["Ada Byron", "李雷"]
    assert page.total == page.found == page.counts["all"] == 2
    assert named(people_page(book, today=before, search="carl")) == []
    assert named(people_page(book, today=before, view="pseudo")) == ["李雷"]


def test_a_search_finds_by_pinyin_initials_address_and_single_characters(book):
    for typed in ("li lei", "lilei", "ll", "雷", "example.cn", "李雷"):
        assert named(people_page(book, today=DAY, search=typed)) == ["李雷"], typed
        assert [found.name for found in find_people(book, typed)] == ["李雷"], typed
    (found,) = find_people(book, "李")
    assert found.handle == "mailto:lilei@example.cn"


def test_a_row_shows_a_year_of_contact_in_both_directions(book):
    (row,) = people_page(book, today=DAY, search="Ada").rows

    assert len(row.strip.from_me) == len(row.strip.from_them) == 12
    assert sum(row.strip.from_me) >= 50
    assert row.last_contact_on == DAY, "in Shanghai it was past midnight"


def test_a_person_shows_contact_timeline_and_where_each_handle_came_from(book):
    (row,) = people_page(book, today=DAY, search="Ada").rows
    card = person_card(book, row.id, today=DAY)

    assert (card.name, card.is_person, card.is_me, card.silent_days) == ("Ada Byron", True, False, 0)
    assert len(card.strip.from_me) == 104
    assert sum(card.strip.from_me) == sum(mine for _, mine, _ in card.quarters)
    assert card.timeline_total == 120
    assert [entry.from_me for entry in card.timeline[:2]] == [False, True]
    assert person_card(book, row.id, today=DAY, timeline_page=2).timeline[0].at < card.timeline[-1].at
    (handle,) = card.handles
    assert handle.text == "mailto:ada@work.example"
    assert handle.origins[0][0] == "mail"
    assert card.tie.because, "a strength without its evidence is not shown"


def test_a_person_is_looked_at_as_of_a_day(book):
    (row,) = people_page(book, today=DAY, search="Ada").rows
    before = person_card(book, row.id, today=DAY - timedelta(days=200))

    assert before.timeline_total < 120
    assert before.timeline[0].at.date() <= DAY - timedelta(days=200)


def test_who_is_not_in_the_book_is_refused_by_name(book):
    for refused in (lambda: person_card(book, 9_999, today=DAY), lambda: tie_row(book, 9_999, today=DAY)):
        with pytest.raises(NoSuchPerson):
            refused()
    with pytest.raises(NoSuchImport):
        import_card(book, 9_999)


def test_imports_say_what_came_in_and_what_could_not_be_read(book):
    (card,) = import_cards(book)

    assert (card.state, card.share_done, card.is_preview) == ("done", 1.0, False)
    assert card.records_new == card.records_read > 100
    assert card.first_on < card.last_on
    assert import_problems(book, card.id) == ()
    assert [decision.text for decision in settings_card(book, today=DAY).mine] == [f"mailto:{ME}"]
