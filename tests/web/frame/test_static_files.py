"""Static files: what a page's frame names is served by this machine, htmx from inside django-htmx too."""

import re

import pytest

NAMED = re.compile(r'(?:src|href)="(/static/[^"]+)"')


@pytest.fixture
def names(owner):
    """The static files that the frame of a page names."""
    return NAMED.findall(owner.get("/settings/").content.decode())


def test_every_file_that_the_frame_names_is_served_and_may_be_kept_a_while(owner, names):
    answers = {name: owner.get(name) for name in names}
    for answer in answers.values():
        answer.close()

    assert names
    assert {name: answer.status_code for name, answer in answers.items() if answer.status_code != 200} == {}
    assert {answer.headers["Cache-Control"] for answer in answers.values()} == {"max-age=60, public"}


def test_the_frame_loads_htmx_2_and_nothing_else_of_django_htmx(owner, names):
    (htmx,) = [name for name in names if "htmx" in name]
    answer = owner.get(htmx)

    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert b'version:"2.' in answer.getvalue()
    answer.close()
