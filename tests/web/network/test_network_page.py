"""The network's page: the map for the eye, the same in tables, and both for whoever has nobody yet."""

import pytest

from renmai.actions.today.plan_day import plan_day
from renmai.wording.capture.sources import titles_of_all
from tests.built_once import built_once
from tests.queries.books import ME, Mailbox
from tests.web import letters
from tests.web.pages.test_pages import visible

MILL = [f"{name} <{name.lower()}@mill.example>" for name in ("Ann", "Bob", "李雷", "Dan")]
SHARP = '"><script>window.ran</script> <sharp@mill.example>'


@pytest.fixture
@built_once
def mill(viewer, tmp_path):
    """A book in which four people write to each other and to me, one of them with a name that bites."""
    box = Mailbox()
    people = [person.replace("李雷@", "lilei@") for person in MILL[:3]] + [SHARP]
    for place, sender in enumerate(people * 3):
        others = [each for each in people if each != sender]
        first = box.add(sender, ME, 95 - 5 * place, subject="Plan", cc=others)
        box.add(ME, sender, 94 - 5 * place, subject="Plan", cc=others, answers=first)
        box.add(others[0], sender, 93 - 5 * place, subject="Plan", cc=[ME, *others[1:]], answers=first)
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=letters.TODAY)
    return viewer


def test_a_circle_is_drawn_and_told_in_a_table(owner, mill, monkeypatch):
    monkeypatch.setenv("RENMAI_TODAY", "2026-04-16")
    answer = owner.get("/network/")
    page, texts = answer.content.decode(), visible(answer)

    assert answer.status_code == 200
    assert "4 ties" in " ".join(texts) and "mill.example" in texts
    assert page.count('class="node c1"') == 4
    assert 'class="knows"' in page
    assert 'href="/network/" aria-current="page"' in page
    assert "<script>window.ran" not in page


def test_every_named_person_is_a_link_with_a_name(owner, mill, monkeypatch):
    monkeypatch.setenv("RENMAI_TODAY", "2026-04-16")
    card = owner.get("/network/").context["card"]
    page = owner.get("/network/").content.decode()

    for dot in card.drawn:
        assert f'href="/people/{dot.id}/"' in page
    assert 'aria-label="李雷"' in page


def test_an_empty_book_says_what_will_stand_here(owner):
    said = " ".join(visible(owner.get("/network/")))

    assert "No tie yet." in said and titles_of_all(with_acts=True) in said


def test_the_palette_finds_the_page(owner):
    assert "/network/" in owner.get("/find/?q=netw").content.decode()


def test_a_part_of_the_page_can_be_asked_for_alone(owner, book):
    answer = owner.get("/network/", headers={"HX-Request": "true"})

    assert answer.status_code == 200 and "<html" not in answer.content.decode()
