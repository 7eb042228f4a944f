"""Only the page's own host is answered, by static files as well, and no other origin may read them."""

import logging

import pytest

STYLE = "/static/renmai/css/base.css"


@pytest.mark.parametrize("path", [STYLE, "/", "/sources/", "/nothing/"])
def test_another_host_is_refused_in_one_line_and_without_a_trace(owner, path, caplog):
    with caplog.at_level(logging.WARNING):
        answer = owner.get(path, headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert answer.content == b"There is no such host here.\n"
    assert answer["Cache-Control"] == "no-store"
    assert "evil.example" not in caplog.text


def test_a_style_is_handed_out_to_the_page_and_to_no_other_origin(owner):
    answer = owner.get(STYLE)

    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer
