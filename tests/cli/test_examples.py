"""Every command's help shows an example, and each example is one that the command understands."""

import shlex
from collections.abc import Iterator
from typing import Any

import pytest

from renmai.cli import language
from renmai.cli.app import load
from renmai.cli.commands import COMMANDS, PANELS
from renmai.cli.examples import EXAMPLES
from tests.cli.letters import CHINESE, ENGLISH


def paths(command: Any, path: str) -> Iterator[str]:
    """Every command there is, as one names it."""
    yield path
    for name, child in getattr(command, "commands", {}).items():
        yield from paths(child, f"{path} {name}")


def understood(words: list[str]) -> str:
    """Let the command line take an example apart without running it; return the command it means."""
    program, name, *rest = words
    command, path = load(name), name
    context = command.make_context(name, list(rest))
    if getattr(command, "commands", None):
        verb, command, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        command.make_context(verb, list(rest))
        path = f"{path} {verb}"
    assert program == "renmai"
    return path


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A folder, which is the owner's home as well, that holds the files the examples name."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in ("mail.mbox", "contacts.vcf", "my-book.zip"):
        (tmp_path / name).touch()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_verb_has_an_example_that_it_understands(files, name):
    language.activate(language.ENGLISH)
    for path in paths(load(name), name):
        meant = understood(shlex.split(str(EXAMPLES[path])))
        assert meant == path or meant.startswith(f"{path} ")


def test_there_is_no_example_of_what_is_not_there():
    language.activate(language.ENGLISH)
    assert {path for name in COMMANDS for path in paths(load(name), name)} == set(EXAMPLES)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_is_understood_in_chinese_too(files, name):
    language.activate(language.CHINESE)
    for path in paths(load(name), name):
        understood(shlex.split(str(EXAMPLES[path])))


@pytest.mark.parametrize(
    ("machine", "words", "expected"),
    [
        (ENGLISH, ("promise", "move"), "Example: renmai promise move 31 2027-01-15"),
        (CHINESE, ("tie", "unsay"), "例如：renmai tie unsay 李雷"),
        (CHINESE, ("value",), '例如：renmai value note "李雷在找印刷厂"'),
    ],
)
def test_the_help_of_a_command_ends_with_its_example(speak, machine, words, expected):
    assert speak(*words, "--help", language=machine).out.rstrip().splitlines()[-1].strip() == expected


@pytest.mark.parametrize(
    ("machine", "headings"),
    [
        (ENGLISH, [f"{panel}:" for panel in PANELS]),
        (CHINESE, ["开始：", "每天：", "人与关系：", "给予与请托：", "网络与职位：", "人脉簿："]),
    ],
    ids=["en", "zh"],
)
def test_the_root_s_help_lists_every_command_once_under_its_panel(speak, machine, headings):
    lines = speak("--help", language=machine).out.splitlines()
    starts = [lines.index(heading) for heading in headings]
    listed = [line.split()[0] for line in lines[starts[0] :] if line[:3].strip() and line.startswith("  ")]

    assert starts == sorted(starts)
    assert listed == list(COMMANDS)
