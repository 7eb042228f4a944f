"""Sizes follow from clear direction: short modules, short functions."""

from statistics import median

from tests.house.source import FUNCTIONS, modules

LONGEST_MODULE = 300
MEDIAN_MODULE = 120
LONGEST_FUNCTION = 60
WRITTEN = tuple(module for module in modules() if not module.is_migration)


def length(text: str) -> int:
    return len(text.splitlines())


def test_no_module_is_longer_than_300_lines():
    assert [(m, length(m.text)) for m in WRITTEN if length(m.text) > LONGEST_MODULE] == []


def test_half_of_all_modules_are_at_most_120_lines_long():
    assert median(length(m.text) for m in WRITTEN if m.text.strip()) <= MEDIAN_MODULE


def test_no_function_reaches_60_lines():
    long = [
        (module, function.name)
        for module in WRITTEN
        for function in module.nodes(*FUNCTIONS)
        if function.end_lineno - function.lineno + 1 >= LONGEST_FUNCTION
    ]

    assert long == []
