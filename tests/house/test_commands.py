"""One call: a door translates, calls once, and translates back; and every command is documented."""

import ast

import pytest

from renmai.cli.commands import COMMANDS
from tests.house.calls import most_calls
from tests.house.source import FUNCTIONS, ROOT, Module, modules

ISSUED = """
    init import imports demo today log done later drop inbox brief promise cooperate reach search people
    person note agenda tag tie tier same archive merge split erase value ask favour network path
    reputation channels group position leaving serve undo redo history export backup restore rebuild
    doctor backtest engine
"""
TWO_COMMANDS = {
    "cli/capture/import_.py:command",
    "cli/demo/demo.py:try_",
    "cli/lines/log.py:command",
    "cli/people/erase.py:command",
    "cli/book/restore.py:command",
}
"""To try Renmai is to invent a network, and then what `renmai today` does; what cannot be undone is shown
before it is asked for and done; what a line says is shown before it is kept; what came in is shown before it
is asked which addresses are the owner's."""


def test_the_commands_are_those_of_the_plan():
    assert list(COMMANDS) == ISSUED.split()


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_stands_in_the_documentation(name):
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    assert f"## `renmai {name}`" in page


def test_every_command_makes_one_call_helpers_counted_in():
    assert chatty("cli/").keys() == TWO_COMMANDS


def test_every_view_makes_one_call_helpers_counted_in():
    assert chatty("web/views/") == {}


def chatty(folder: str) -> dict[str, int]:
    """Return the functions of some doors that may call more than one action or query in one go."""
    counted = {
        f"{module.name}:{function.name}": most_calls(module, function)
        for module in modules()
        if module.name.startswith(folder)
        for function in module.nodes(*FUNCTIONS)
    }
    return {name: calls for name, calls in counted.items() if calls > 1}


HELPED = """
from renmai.actions.asks.record_ask import record_ask
from renmai.queries.asks.check import ask
from renmai.web.clock import now

def judged(request):
    return ask(request)

def by_a_helper(request):
    return record_ask(judged(request), now())

def handed_over(request):
    return map(judged, map(record_ask, request))

def one_way_or_the_other(request):
    if request:
        return judged(request)
    return record_ask(request)

def in_a_loop(request):
    for each in request:
        judged(each)
"""


@pytest.mark.parametrize(
    ("name", "calls"),
    [("judged", 1), ("by_a_helper", 2), ("handed_over", 2), ("one_way_or_the_other", 1), ("in_a_loop", 2)],
)
def test_a_second_call_is_seen_wherever_it_hides(name, calls):
    tree = ast.parse(HELPED)
    door = Module(path=ROOT, name="web/views/helped.py", text=HELPED, tree=tree)
    (function,) = (node for node in door.nodes(*FUNCTIONS) if node.name == name)

    assert most_calls(door, function) == calls
