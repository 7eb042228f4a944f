"""Types: mypy looks strictly at the whole package, and whatever it may not see says why."""

import re
import tomllib

from tests.house.source import ROOT, modules

PROJECT = ROOT / "pyproject.toml"
IGNORED = re.compile(r"#\s*type:\s*ignore(?P<code>\[[a-z, -]+\])?(?P<why>.*)")
EASED = ("exclude", "ignore_errors", "follow_imports", "disable_error_code", "disallow_")


def settings() -> dict:
    return tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["mypy"]


def test_mypy_looks_strictly_at_the_whole_package():
    mypy = settings()
    eased = [
        name
        for section in (mypy, *mypy["overrides"])
        for name in section
        if name.startswith(EASED) and name != "untyped_calls_exclude"
    ]

    assert (mypy["strict"], mypy["packages"], eased) == (True, ["renmai"], [])


def test_no_rule_is_eased_for_a_module_of_ours():
    eased = [name for section in settings()["overrides"] for name in section["module"]]

    assert [name for name in eased if name.startswith("renmai")] == []


def test_every_setting_that_hides_something_says_why():
    lines = PROJECT.read_text(encoding="utf-8").splitlines()
    hiding = [line for line in lines if line.startswith(("untyped_calls_exclude", "ignore_missing_imports"))]

    assert len(hiding) == 2
    assert [line for line in hiding if "  # " not in line] == []


def test_every_ignored_error_names_its_code_and_its_reason():
    bare = [
        f"{module.name}: {line.strip()}"
        for module in modules()
        for line in module.text.splitlines()
        if (found := IGNORED.search(line)) and not (found["code"] and found["why"].strip(" #"))
    ]

    assert bare == []
