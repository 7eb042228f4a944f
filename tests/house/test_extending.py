"""Extending: every walk of docs/extending.md works as it is written there."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.utils import translation

from renmai.actions.capture.import_paths import import_paths
from renmai.domain.book.because import Because
from renmai.sources import registry
from renmai.sources.containers import walk
from renmai.wording import sentence
from renmai.wording.capture.sources import exports
from tests.house.source import ROOT
from tests.sources.samples import expected_of, lines_of, samples
from tests.sources.vcard.cards import card
from tools import messages

MARKED = re.compile(r'_(?:noop)?\("([^"]+)"\)')
WORDED = re.compile(r'^ +"\w+": "(.+)",$', re.MULTILINE)
MESSAGE = re.compile(r'^msgid "(.+)"$', re.MULTILINE)
BLOCK = re.compile(r"^```\w+ (?P<order>\w+=[^\n]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAM = """
import sys
from renmai.config.command import main

def renmai(*words):
    sys.argv = ["renmai", *words]
    try:
        main()
    except SystemExit as end:
        assert not end.code, words

renmai("import", "people.vcf")
renmai("taste", "note", "李雷", "只喝生普")
renmai("taste", "note", "李雷", "只喝生普")

from django.conf import settings
from django.test import Client
from django.utils import timezone
from renmai.web.frame.links import make_link

settings.ALLOWED_HOSTS = ["*"]
client = Client()
client.get(f"/enter/{make_link(settings.HOME, now=timezone.now())}/")
print("page:", "只喝生普" in client.get("/people/1/tastes/").content.decode())
refused = client.post("/people/1/tastes/note/", {"text": "清茶" * 300}, follow=True).content.decode()
print("refused:", "600 letters long" in refused and "清茶" * 300 in refused)
noted = client.post("/people/1/tastes/note/", {"text": "清茶"}, follow=True).content.decode()
print("noted:", "清茶" in noted)
renmai("undo")
renmai("taste", "show", "李雷", "--json")
renmai("undo")
print("page:", "只喝生普" in client.get("/people/1/tastes/").content.decode())
"""


def orders(walk_title: str) -> list[tuple[dict[str, str], str]]:
    """Return what a walk tells one to write: where, and which text."""
    page = (ROOT / "docs" / "extending.md").read_text("utf-8")
    section = re.split(r"^## ", page.partition(f"\n## {walk_title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    found = [(block["order"], block["text"]) for block in BLOCK.finditer(section)]
    assert found, walk_title
    return [(dict(word.split("=", 1) for word in shlex.split(order)), text) for order, text in found]


def carry_out(order: dict[str, str], text: str, top: Path) -> None:
    """Do what one block says: write a file, or put lines into one that is there."""
    path = top / next(order[key] for key in ("file", "edit", "append") if key in order)
    if "file" in order:
        assert not path.exists(), path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    elif "append" in order:
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{text}", "utf-8")
    else:
        sign = order.get("after") or order["before"]
        lines = path.read_text("utf-8").splitlines(keepends=True)
        place = next(number for number, line in enumerate(lines) if sign in line) + ("after" in order)
        path.write_text("".join([*lines[:place], text, *lines[place:]]), "utf-8")


def forget_sources() -> None:
    for remembering in (registry.names, registry.load_source, registry.sources):
        remembering.cache_clear()


@pytest.fixture
def plug_in(tmp_path, monkeypatch):
    """The package of the walk, installed: its entry point as an installer would write it."""
    for order, text in orders("A source"):
        carry_out(order, text, tmp_path)
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["project"]
    installed = tmp_path / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n")
    points = project["entry-points"]["renmai.sources"]
    lines = [f"{name} = {place}\n" for name, place in points.items()]
    (installed / "entry_points.txt").write_text("[renmai.sources]\n" + "".join(lines))
    monkeypatch.syspath_prepend(tmp_path)
    forget_sources()
    yield tmp_path / "phone_bill"
    forget_sources()
    sys.modules.pop("phone_bill", None)


@pytest.mark.django_db
def test_the_source_of_the_walk_is_found_read_and_worded_as_a_plug_in(plug_in, viewer, now):
    (sample,) = (path for path in (plug_in / "samples").iterdir() if path.suffix == ".csv")
    (part,) = walk(sample)

    assert [source.name for source in registry.sources() if source.recognises(part.head)] == ["phone_bill"]
    assert lines_of("phone_bill", sample) == expected_of(sample).read_text("utf-8").splitlines()

    report, again = (import_paths(viewer, [sample], now=now) for _ in range(2))

    assert (report.records_new, report.interactions_new, again.records_new) == (2, 1, 0)
    (problem,) = report.problems
    with translation.override("zh-hans"):
        assert sentence(Because(problem.code, problem.numbers)) == (
            "第 3 行的号码或时间读不懂。已保留，但不计入往来。"
        )
        assert "话费账单（csv）" in [export.title for export in exports()]


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_a_source_of_ours_has_everything_the_walk_names(name):
    room = ROOT / "src" / "renmai" / "sources" / name

    assert (room / "words.toml").exists()
    assert (room / "README.md").exists()
    assert (ROOT / "docs" / "sources" / f"{name}.md").exists()
    assert all(expected_of(sample).exists() for sample in samples(name))


def written() -> list[tuple[dict[str, str], str]]:
    """Return what the walks of the noun, the page and the command tell one to write."""
    return [order for title in ("A noun", "A page", "A command") for order in orders(title)]


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """A copy of the house with the noun, the page and the command of the walks in it."""
    top = tmp_path_factory.mktemp("extended")
    rest = shutil.ignore_patterns("__pycache__", "samples", "img")
    for folder in ("src", "docs"):
        shutil.copytree(ROOT / folder, top / folder, ignore=rest)
    shutil.copy(ROOT / "pyproject.toml", top)
    for order, text in written():
        carry_out(order, text, top)
    return top


def on_the_copy(top: Path, home: Path, *command: object) -> subprocess.CompletedProcess[str]:
    """Run a program that finds the copy of the house before any other."""
    environment = os.environ | {"PYTHONPATH": str(top / "src"), "RENMAI_HOME": str(home), "LANG": "en"}
    return subprocess.run(
        [*map(str, command)], cwd=home, env=environment, capture_output=True, text=True, check=False
    )


def test_every_sentence_of_the_walks_has_its_chinese_and_none_is_left_over(extended):
    files = [extended / order["file"] for order, _ in written() if "file" in order]
    said = {text for path in files if path.suffix == ".py" for text in messages.said_by_python(path)}
    said |= {text for path in files if path.suffix == ".html" for text in messages.said_by_template(path)}
    said |= {found for order, text in written() if "edit" in order for found in MARKED.findall(text)}
    said |= {
        found
        for order, text in written()
        if "/wording/" in order.get("edit", "")
        for found in WORDED.findall(text)
    }
    catalogues = "".join(path.read_text("utf-8") for path in extended.rglob("*.po"))
    added = {found for order, text in written() if "append" in order for found in MESSAGE.findall(text)}

    assert [text for text in said if f'msgid "{text}"' not in catalogues] == []
    assert added <= said


def test_the_noun_of_the_walk_is_noted_shown_and_undone_by_its_command_and_its_page(extended, tmp_path):
    (tmp_path / "people.vcf").write_text(card("FN:李雷", "EMAIL:li.lei@example.cn"), "utf-8")
    environment = os.environ | {
        "PYTHONPATH": str(extended / "src"),
        "RENMAI_HOME": str(tmp_path / "book"),
        "LANG": "en",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    _imported, noted, again, page, *by_form, taken_back = done.stdout.splitlines()[:7]
    *shown, undone, page_after = done.stdout.splitlines()[7:]

    assert noted.startswith("Noted as ") and again == "Nothing new: that stands already."
    assert [taste["text"] for taste in json.loads("".join(shown))["tastes"]] == ["只喝生普"]
    assert by_form == ["refused: True", "noted: True"]
    assert taken_back == "Undone: a taste of 李雷. “清茶”"
    assert undone == "Undone: a taste of 李雷. “只喝生普”"
    assert (page, page_after) == ("page: True", "page: False")


def test_what_the_walks_write_is_clean_stands_in_the_glossary_and_keeps_the_walls(extended):
    files = [order["file"] for order, _ in written() if order.get("file", "").endswith(".py")]
    for program, *words in (["ruff", "check", *files], ["lint-imports", "--no-cache"]):
        done = on_the_copy(extended, extended, Path(sys.executable).with_name(program), *words)
        assert done.returncode == 0, done.stdout

    assert "| Taste | 口味 |" in (extended / "docs" / "glossary.md").read_text("utf-8")
