"""Documents: what stands in the repository is whole, fresh, and names no machine."""

import re
import subprocess
import sys

import pytest

from renmai.sources import registry
from tests.house.source import PACKAGE, ROOT

BINARY = {".png", ".jpg", ".mo", ".woff2", ".ico", ".gz", ".zip", ".parquet"}
MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp/w|root|opt/pypi)/|/home/[a-z]+/")
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted|" + r"registry\.npmjs|npmjs\.org|npmmirror|tuna\.tsinghua|mirrors?\.aliyun"
)


def tracked() -> list[str]:
    """Return the files of the repository, without what others gave us to test with."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    return [
        name
        for name in listed.split("\0")
        if name and (ROOT / name).is_file() and (ROOT / name).suffix not in BINARY and not is_foreign(name)
    ]


def is_foreign(name: str) -> bool:
    """Tell whether a file is somebody else's fixture, kept byte for byte."""
    return "/fixtures/" in name or "/samples/" in name or name.startswith("tests/house/test_documents")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def test_no_file_names_a_path_of_somebodys_machine():
    assert [name for name in tracked() if MACHINE.search(text_of(name))] == []


def test_no_file_names_a_package_registry():
    assert [name for name in tracked() if REGISTRIES.search(text_of(name))] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_pins_by_hash_and_holds_no_address(lock):
    text = text_of(lock)
    pinned = re.findall(r"^[a-z0-9][^\n]*==[^\n]*$", text, re.MULTILINE)

    assert "://" not in text
    assert pinned and all(line.endswith("\\") for line in pinned)


def test_both_readmes_hold_the_same_commands_and_a_real_screenshot():
    english, chinese = text_of("README.md"), text_of("README.zh-CN.md")
    blocks = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)

    assert blocks.findall(english) == blocks.findall(chinese) != []
    for page in (english, chinese):
        pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page)
        assert pictures and all((ROOT / picture).stat().st_size > 10_000 for picture in pictures)


def test_every_link_between_documents_leads_somewhere():
    broken = [
        (name, target)
        for name in tracked()
        if name.endswith(".md")
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text_of(name))
        if not ((ROOT / name).parent / target).exists()
    ]

    assert broken == []


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_every_source_has_samples_with_what_is_expected_of_them_and_a_page(name):
    samples = PACKAGE / "sources" / name / "samples"
    read = [path for path in samples.iterdir() if not path.name.endswith(".expected")]

    assert read
    assert [path.name for path in read if not path.with_name(path.name + ".expected").exists()] == []
    assert (ROOT / "docs" / "sources" / f"{name}.md").exists()


def test_the_page_of_the_commands_is_fresh():
    done = subprocess.run(
        [sys.executable, "tools/cli_docs.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr


def test_every_dependency_earns_its_place_in_one_line():
    wanted = re.search(
        r"^dependencies = \[(.*?)^\]", text_of("pyproject.toml"), re.MULTILINE | re.DOTALL
    ).group(1)
    names = re.findall(r'"([A-Za-z0-9-]+)', wanted)
    page = text_of("docs/decisions/0001-stack.md")

    assert [name for name in names if f"**{name}**" not in page] == []
