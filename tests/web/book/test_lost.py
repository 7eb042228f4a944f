"""Pages for what is not there and what was refused: told apart by what the refusal is, not by its code."""

import pytest
from django.test import RequestFactory

from renmai.domain.book.refusals import NoSuchImport, NoSuchPerson, NotThere, Refused
from renmai.queries.together.one import NoSuchCooperation
from renmai.web.views.book.lost import refused


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (NoSuchPerson(7), 404),
        (NoSuchImport(7), 404),
        (NoSuchCooperation("no_such_cooperation", number=7), 404),
        (NotThere("any_code"), 404),
        (Refused("no_such_strength", strength="twelve"), 409),
    ],
)
def test_only_what_the_book_does_not_hold_is_a_page_that_is_not_there(refusal, status):
    assert refused(RequestFactory().get("/"), refusal).status_code == status
