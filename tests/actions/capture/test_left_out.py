"""An import says what it left out on purpose, by reason and number, through both doors (C4)."""

import json

import pytest
from django.utils.translation import override
from typer.testing import CliRunner

from renmai.actions.capture.import_paths import import_paths
from renmai.cli.app import app
from renmai.queries.capture.imports import import_cards
from renmai.shapes.capture import import_shape
from tests.books import people
from tests.mail_cases import CASES

BOX = CASES / "gmail-drafts-spam"


def test_drafts_and_junk_are_counted_and_no_problems(viewer, now):
    report = import_paths(viewer, [BOX], now=now, me=["me@example.org"])

    assert [(reason.code, reason.numbers) for reason in report.left_out] == [
        ("mail_draft", {"count": 3}),
        ("mail_spam", {"count": 1}),
    ]
    assert (report.problems, report.problems_total, report.records_read) == ((), 0, 1)
    assert {name for name, is_me, is_person in people(viewer).values() if is_person and not is_me} == {
        "Li Lei"
    }


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["Left out as drafts, which were never sent: 3.", "Left out as junk: 1."]),
        ("zh-hans", ["草稿没有寄出，没有读入：3 封。", "垃圾邮件没有读入：1 封。"]),
    ],
)
def test_the_report_says_it_in_both_languages(viewer, now, language, sentences):
    report = import_paths(viewer, [BOX], now=now, me=["me@example.org"], is_dry_run=True)
    with override(language):
        said = [reason["sentence"] for reason in import_shape(report)["left_out"]]

    assert said == sentences


def test_the_import_remembers_it(viewer, now):
    import_paths(viewer, [BOX], now=now, me=["me@example.org"])
    (card,) = import_cards(viewer)

    assert [reason.code for reason in card.left_out] == ["mail_draft", "mail_spam"]


def test_the_command_prints_it(viewer):
    printed = CliRunner().invoke(app, ["import", str(BOX), "--me", "me@example.org"]).output
    listed = json.loads(CliRunner().invoke(app, ["imports", "list", "--json"]).output)

    assert "3" in printed and ("drafts" in printed or "草稿" in printed)
    assert [reason["numbers"] for reason in listed["imports"][0]["left_out"]] == [{"count": 3}, {"count": 1}]
