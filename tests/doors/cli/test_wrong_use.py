"""Wrong use: exit status 2 and one clear sentence; a refused wish: exit status 1 and one clear sentence."""

import pytest

from renmai.cli.commands import COMMANDS
from tests.doors.cli.letters import CHINESE, LAST_DAY

WRONG = {
    "init": ["--language fr", "--time-zone Mars", "--region China", "here"],
    "import": ["", "/nowhere/at.all", "--me", "--dry-run"],
    "today": ["--today yesterday", "--today 2026-02-30", "--today 9999-12-31", "now", "--jsn"],
    "done": ["", "1 2", "1 --today soon", "--json"],
    "later": ["", "1 --until", "1 --until never", "1 2 --until 2026-04-01"],
    "drop": ["", "1 2", "1 --today soon"],
    "people": ["--limit 0", "--limit many", "--today 2026", "a b"],
    "person": ["", "a b", "a --today x", "a --all"],
    "tie": ["", "a b", "a --today x", "a --class friend", "a --strength 101", "a --because x"],
    "ask": [
        *("a b c", "a b --size huge", "a --record", "a --until x", "a b --because x", "a b --wish 1"),
        *("--granted x", "--granted 1 --drop 2", "a b --record --until 2030-01-01"),
    ],
    "favour": [
        *("a b", "--gave x", "a --gave x --got y", "a --size small", "a --gave x --size huge"),
        *("a --gave x --on never", "--thanked x", "--thanked 1 --drop 1", "--gift"),
    ],
    "cooperate": [
        "now", "new a", "new a b --due soon", "new a b --margin much", "new a b --stage finished", "show x",
        "move 1", "move 1 finished", "note 1", "list a b", "--today x",
    ],
    "promise": ["a", "a b --by soon", "--by 2026-03-02", "--kept x", "--kept 1 --give-up 2", "a b --kept 1"],
    "tier": ["a", "a 7", "a 5 b", "--today x"],
    "reputation": ["tree", "through a", "through a b --nobody", "spoke a", "--today x"],
    "value": [
        "--today x",
        "nonsense",
        "of",
        "need a",
        "need a b --importance huge",
        "offer a b --until x",
        "end x",
        "change 1",
        "achieve",
        "accept",
        "reviewed --today x",
    ],
    "path": ["", "a --today x", "a -k 0", "a -k many", "a b"],
    "position": ["a b", "--title founder", "--until 2026-03-01", "--since soon", "--accept x --dismiss y"],
    "leaving": ["a b", "a --past", "a --position 1", "--past --position 1", "--today x"],
    "backtest": ["--today x", "now", "--horizon-days 0", "--horizon-days many"],
    "network": ["--today x", "everybody", "--circles"],
    "search": ["", "a b", "a --today x"],
    "merge": ["", "a", "a b c", "a b --today x"],
    "split": ["", "a", "a b --today x"],
    "undo": ["it", "--json", "--last 2"],
    "export": ["", "a b", "--to x"],
    "rebuild": ["now", "--json", "--today 2026-01-01"],
    "doctor": ["me", "--fix", "--today"],
    "demo": ["people", "--port 0", "--port x", "--no-serv"],
    "serve": ["--port 70000", "--port", "--host 0.0.0.0", "now"],
    "engine": ["tie", "--bad", "ties"],
}  # fmt: skip
CASES = [(name, rest) for name, uses in WRONG.items() for rest in uses]


def test_every_command_is_tried_with_three_wrong_uses_at_least():
    assert {name for name in COMMANDS if len(WRONG.get(name, [])) < 3} == set()


@pytest.mark.parametrize(("name", "rest"), CASES, ids=lambda text: text or "nothing")
def test_wrong_use_ends_with_2_and_one_sentence(speak, name, rest):
    said = speak(name, *rest.split())

    assert said.status == 2
    assert said.out == ""
    assert said.err.startswith("renmai: ") and said.err.count("\n") == 1
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("peple", "There is no command “peple”; there is: people."),
        ("--bad", "There is no option --bad."),
        ("import /nowhere", "PATH: there is nothing at “/nowhere”."),
        ("today --today soon", "--today: “soon” is no day; write it like 2026-03-02."),
        ("merge a", "OTHER is missing."),
        ("serve --port", "--port wants a value after it."),
        ("tie a b", "These words are too many: b."),
    ],
)
def test_a_sentence_says_what_is_wrong_and_what_would_be_right(speak, words, expected):
    assert speak(*words.split()).err == f"renmai: {expected}\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("peple", "没有「peple」这个命令；可用的有：people。"),
        ("today --today soon", "--today: 「soon」不是日期；请写成 2026-03-02 这样。"),
        ("merge a", "缺少 OTHER。"),
    ],
)
def test_the_sentence_is_chinese_where_the_machine_is(speak, words, expected):
    assert speak(*words.split(), language=CHINESE).err == f"renmai: {expected}\n"


@pytest.mark.parametrize(
    "words",
    ["person nobody", "tie 4711", "merge 李雷 nobody", "split 李雷 x@y.example", "done 9", "undo undo"],
)
def test_a_refused_wish_ends_with_1_and_one_sentence(book, words):
    first, *rest = words.split()
    if first == "undo":
        rest = []
    elif first != "merge":
        rest += ["--today", LAST_DAY]
    for _ in range(5 if first == "undo" else 1):
        said = book(first, *rest)

    assert said.status == 1
    assert said.out == ""
    assert said.err.startswith("renmai: ") and said.err.count("\n") == 1


def test_an_ambiguous_name_lists_who_is_meant(run, tmp_path):
    cards = tmp_path / "cards.vcf"
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Wang Wei\r\nN:Wang;Wei;;;\r\nEMAIL:{}\r\nEND:VCARD\r\n"
    cards.write_text(card.format("wei1@example.cn") + card.format("wei2@example.cn"))
    run("import", cards)
    said = run("person", "Wang Wei")

    assert said.status == 1
    assert "wei1@example.cn" in said.err and "wei2@example.cn" in said.err


@pytest.mark.parametrize("words", [("--help",), ("serve", "--help"), ("engine", "ties", "--help")])
def test_help_speaks_chinese_to_the_last_word(speak, words):
    out = speak(*words, language=CHINESE).out
    for english in (
        "Usage",
        "Options",
        "Commands",
        "Arguments",
        "Show this",
        "required",
        "default:",
        "Print",
    ):
        assert english not in out
