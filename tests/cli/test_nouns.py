"""Nouns and verbs: looking needs no verb, options may stand before one, no line of help is cut."""

import json

import pytest

from renmai.cli import language
from renmai.cli.app import load
from renmai.cli.commands import COMMANDS
from renmai.cli.nouns import Noun
from tests.cli.letters import CHINESE, ENGLISH, LAST_DAY

AS_OF = ("--today", LAST_DAY)
NOUNS = [
    "imports",
    "demo",
    "inbox",
    "brief",
    "promise",
    "cooperate",
    "reach",
    "people",
    "person",
    "note",
    "agenda",
    "tag",
    "tie",
    "tier",
    "same",
    "archive",
    "value",
    "ask",
    "favour",
    "reputation",
    "channels",
    "group",
    "position",
    "backup",
]


def noun(name: str) -> Noun:
    language.activate(language.ENGLISH)
    return load(name)


def test_the_nouns_are_those_that_have_verbs():
    assert [name for name in COMMANDS if isinstance(noun(name), Noun)] == NOUNS


@pytest.mark.parametrize("name", NOUNS)
def test_what_is_meant_without_a_verb_is_one(name):
    of_name = noun(name)

    assert of_name.alone in of_name.commands
    assert not of_name.looks or of_name.looks in of_name.commands


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        (("ask",), ("ask", "list")),
        (("ask", "Ada Brook", "a book"), ("ask", "check", "Ada Brook", "a book")),
        (("favour", "李雷"), ("favour", "show", "李雷")),
        (("tie", "李雷"), ("tie", "show", "李雷")),
        (("position", "李雷"), ("position", "show", "李雷")),
        (("note", "李雷"), ("note", "show", "李雷")),
        (("agenda", "李雷"), ("agenda", "show", "李雷")),
        (("brief", "李雷"), ("brief", "show", "李雷")),
        (("tag", "李雷"), ("tag", "show", "李雷")),
        (("value", "李雷"), ("value", "of", "李雷")),
        (("tier",), ("tier", "show")),
        (("channels",), ("channels", "list")),
        (("channels", "work"), ("channels", "show", "work")),
        (("group",), ("group", "list")),
        (("cooperate", "李雷"), ("cooperate", "list", "李雷")),
    ],
)
def test_looking_needs_no_verb(book, bare, whole):
    noun, *words = bare
    wanted = book(*whole, "--json", *AS_OF)
    assert (wanted.status, wanted.err) == (0, "")

    assert book(*bare, "--json", *AS_OF) == wanted
    assert book(noun, "--json", *AS_OF, *words) == wanted
    assert book(noun, f"--today={LAST_DAY}", *whole[1:], "--json") == wanted


@pytest.mark.parametrize("machine", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("name", NOUNS)
def test_the_help_of_a_noun_cuts_no_verb_s_line_and_says_what_needs_none(speak, name, machine):
    out = speak(name, "--help", language=machine).out

    assert all(verb in out for verb in noun(name).commands)
    assert out.count("...") == 1  # of COMMAND [ARGS]... alone
    assert noun(name).alone in out.rstrip().splitlines()[-3]


def test_somebody_is_renamed_and_called_as_before_after_an_undo(book):
    said = book("person", "rename", "Ada Brook", "Ada B. of Bath")
    assert said.out.startswith("Noted: they are called Ada B. of Bath")
    assert json.loads(book("person", "Ada B. of Bath", "--json", *AS_OF).out)["name"] == "Ada B. of Bath"

    assert "the name Ada B. of Bath" in book("undo").out
    assert json.loads(book("person", "Ada Brook", "--json", *AS_OF).out)["name"] == "Ada Brook"


def test_a_name_without_a_word_is_refused(book):
    said = book("person", "rename", "Ada Brook", " ")

    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
