"""Further addresses that somebody names under their own name in their own words (C2, TRUTH §3)."""

import pytest

from renmai.sources.mail.own_addresses import own_addresses
from renmai.sources.mail.own_words import own_words

ADA = "Ada Lovell"


@pytest.mark.parametrize(
    ("lines", "signature", "author", "found"),
    [
        (["Signed-off-by: Ada Lovell <ada@mill.example>"], [], ADA, ["ada@mill.example"]),
        (["From: Lovell, Ada <ada@mill.example>"], [], ADA, []),
        (["Reviewed-by: Bob Brook <bob@mill.example>"], [], ADA, []),
        (["Please write to Ada Lovell <ada@mill.example> instead."], [], ADA, []),
        ([], ["Ada Lovell", "The Mill", "ada.lovell@mill.example"], ADA, ["ada.lovell@mill.example"]),
        ([], ["李雷", "邮箱：lei@mill.example"], "李雷", ["lei@mill.example"]),
        ([], ["Ada Lovell", "Assistant to Bob Brook", "bob@mill.example"], ADA, []),
        ([], ["Ada Lovell", "ada@mill.example", "bob@mill.example"], ADA, []),
        ([], ["The Mill", "ada@mill.example"], ADA, []),
        (["Signed-off-by: Ada <ada@mill.example>"], [], "Ada", []),
        (["Signed-off-by: Ada Lovell <ada@home>"], [], ADA, []),
    ],
)
def test_an_address_is_the_author_s_where_their_own_full_name_stands_beside_it(
    lines, signature, author, found
):
    assert own_addresses(lines, signature, author) == found


def test_what_is_quoted_names_no_address_of_the_author():
    text = "Fine.\n\n> Signed-off-by: Ada Lovell <ada@mill.example>\n"

    assert own_words(text, ADA).addresses == []
    assert own_words(text.replace("> S", "S"), ADA).addresses == ["ada@mill.example"]


def test_the_tags_of_a_patch_are_read_though_they_are_no_words():
    text = "Turn the wheel.\n\nSigned-off-by: Ada Lovell <ada@mill.example>\n---\n\ndiff --git a/x b/x\n"

    assert own_words(text, ADA).addresses == ["ada@mill.example"]
    assert "Signed-off-by: Ada Lovell <ada@mill.example>" not in own_words(text, ADA).lines
