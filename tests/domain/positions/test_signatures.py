"""Signed positions: what a signature names, in both languages, and what it does not."""

import pytest

from renmai.domain.positions.signatures import signed_position


@pytest.mark.parametrize(
    ("lines", "name", "host", "organisation", "title"),
    [
        (["顾望舒", "青枝家居 采购主管"], "顾望舒", "", "青枝家居", "采购主管"),
        (["季明舒｜青枝家居有限公司", "采购总监"], "季明舒", "", "青枝家居有限公司", "采购总监"),
        (["云栖酒店", "运营总监 何晓岚", "电话 0571-5555 0136"], "何晓岚", "", "云栖酒店", "运营总监"),
        (["Ada Byron | Head of Sales at Acme", "+44 20 5550 0136"], "Ada Byron", "", "Acme", "Head of Sales"),
        (["Elin", "Category Manager, Nordhylla"], "Elin", "nordhylla.com", "Nordhylla", "Category Manager"),
        (["Marketing Director", "Nordhylla"], "", "nordhylla.example", "Nordhylla", "Marketing Director"),
        (["Southbank School", "Senior Lecturer"], "", "", "Southbank School", "Senior Lecturer"),
        (["Bolt Ltd."], "", "", "Bolt Ltd.", ""),
        (["Buyer"], "", "", "", "Buyer"),
    ],
)  # fmt: skip
def test_a_signature_names_organisation_and_title(lines, name, host, organisation, title):
    found = signed_position(lines, name=name, host=host)

    assert found is not None
    assert (found.organisation, found.title) == (organisation, title)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Sent from my iPhone"],
        ["Thanks,", "Andy"],
        ["Linus Walleij"],
        ["https://acme.example/team", "sales@acme.example"],
        ["“The manager of my fears”"],
        ["Please consider the director before printing this mail and every other one of the kind you get."],
        ["12345 Company Street"],
        ["期待你的回复。"],
    ],
)
def test_better_nothing_than_a_guess(lines):
    assert signed_position(lines, name="Andy") is None
