"""Sizes follow from clear direction: short modules, short functions."""

from statistics import median

import pytest

from tests.house.source import FUNCTIONS, Module, modules

LONGEST_MODULE = 300
MEDIAN_MODULE = 120
LONGEST_FUNCTION = 60


@pytest.fixture
def written() -> list[Module]:
    """Every module but migrations, which Django lays out."""
    return [module for module in modules() if not module.is_migration]


def length(text: str) -> int:
    return len(text.splitlines())


def test_no_module_is_longer_than_300_lines(written):
    assert [(m, length(m.text)) for m in written if length(m.text) > LONGEST_MODULE] == []


def test_half_of_all_modules_are_at_most_120_lines_long(written):
    assert median(length(m.text) for m in written if m.text.strip()) <= MEDIAN_MODULE


def test_no_function_reaches_60_lines(written):
    long = [
        (module, function.name)
        for module in written
        for function in module.nodes(*FUNCTIONS)
        if function.end_lineno - function.lineno + 1 >= LONGEST_FUNCTION
    ]

    assert long == []
