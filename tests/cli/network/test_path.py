"""R5 on the command line: `renmai path` for a person, an organisation or a skill."""

import json

DAY = ("--today", "2026-03-02")


def test_a_path_has_people_probability_and_because(book):
    [path] = json.loads(book("path", "李雷", *DAY, "--json").out)

    assert list(path) == ["people", "probability", "hops", "because", "step"]
    assert [person["name"] for person in path["people"]][1:] == ["李雷"]
    assert 0 < path["probability"] == path["hops"][0] < 1
    assert [reason["code"] for reason in path["because"]][0] == "path_direct"
    assert all(reason["sentence"] for reason in path["because"]) and path["step"]


def test_text_has_a_line_a_path_with_why_and_what_to_do(book):
    said = book("path", "lilei", *DAY)

    assert "You → 李雷" in said.out
    assert "You know 李雷 yourself" in said.out and "→ Write to 李雷 yourself." in said.out


def test_nobody_leading_there_is_an_answer_and_nobody_meant_is_refused(book, tmp_path):
    card = tmp_path / "far.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Zhao One\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Zhao Two\nEND:VCARD\n"
    )
    book("import", card)

    far = book("path", "Zhao One", *DAY)
    assert far.status == 0 and "Nobody you know seems to lead to “Zhao One”" in far.out
    assert json.loads(book("path", "Zhao One", *DAY, "--json").out) == []
    several = book("path", "Zhao", *DAY)
    assert several.status == 1 and "may be any of 2 people" in several.err
    nobody = book("path", "zzz", *DAY)
    assert nobody.status == 1 and "Nobody in the book but you is called “zzz”" in nobody.err
    assert book("path", "李雷", "-k", "0").status == 2
