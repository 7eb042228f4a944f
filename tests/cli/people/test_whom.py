"""Whom a word on the command line means: said, asked back on a terminal, refused with a list elsewhere."""

import json

import pytest
from typer.testing import CliRunner

from renmai.cli import printing
from renmai.cli.app import app
from tests.cli.letters import ENGLISH, LAST_DAY

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Wang Wei\r\nORG:{firm}\r\nEMAIL:{mail}\r\nEND:VCARD\r\n"
ANSWERS = {"1": "wei1@example.cn", "7\n2": "wei2@example.cn"}


@pytest.fixture
def namesakes(run, tmp_path):
    cards = tmp_path / "cards.vcf"
    cards.write_text(
        CARD.format(firm="Mill", mail="wei1@example.cn") + CARD.format(firm="Oak", mail="wei2@example.cn")
    )
    run("import", cards)
    return run


@pytest.fixture
def answered(monkeypatch):
    """Run a command at a terminal where these lines are typed."""
    monkeypatch.setattr(printing, "is_conversation", lambda: True)
    return lambda typed, *words: CliRunner(env=ENGLISH).invoke(app, list(words), input=f"{typed}\n")


def test_whom_a_part_of_a_name_was_taken_for_is_said_beside_the_answer(book):
    said = book("person", "Ada", "--json", "--today", LAST_DAY)

    assert json.loads(said.out)["name"] == "Ada Brook"
    assert said.err.startswith("“Ada” is taken for ") and "Ada Brook (ada@example.com)" in said.err
    assert book("person", "Ada Brook", "--today", LAST_DAY).err == ""


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_without_a_terminal_several_people_are_listed_with_their_numbers(namesakes, words):
    said = namesakes("person", "Wang Wei", *words)

    assert (said.status, said.out) == (1, "")
    assert "Wang Wei (Mill, wei1@example.cn), " in said.err and "(Oak, wei2@example.cn)" in said.err


@pytest.mark.parametrize("typed", ANSWERS)
def test_at_a_terminal_it_is_asked_back_until_a_number_is_chosen(namesakes, answered, typed):
    said = answered(typed, "person", "Wang Wei")

    assert said.exit_code == 0 and ANSWERS[typed] in said.stdout
    assert said.stderr.count("Which one?") == 1 + typed.count("\n")


def test_no_answer_stops_and_a_program_is_never_asked(namesakes, answered):
    assert answered("", "person", "Wang Wei").exit_code == 130
    assert answered("1", "person", "Wang Wei", "--json").exit_code == 1
