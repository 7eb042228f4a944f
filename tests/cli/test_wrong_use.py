"""Wrong use: exit status 2 and one clear sentence; a refused wish: exit status 1 and one clear sentence."""

import pytest

from renmai.cli.commands import COMMANDS
from tests.cli.letters import CHINESE, LAST_DAY

WRONG = {
    "init": ["--language fr", "--time-zone Mars", "--region China", "here"],
    "import": ["", "/nowhere/at.all", "--me", "--dry-run"],
    "today": ["--today yesterday", "--today 2026-02-30", "--today 9999-12-31", "now", "--jsn"],
    "log": ["", "a b", "a --day soon", "a --with", "a --kind meal", "a --today x", "--edit x", "a --edit"],
    "done": ["", "1 2", "1 --today soon", "--json", "1 --by pigeon"],
    "later": ["", "1 --until", "1 --until never", "1 2 --until 2026-04-01"],
    "drop": ["", "1 2", "1 --today soon"],
    "people": [
        "--limit 0", "--limit many", "--today 2026", "a b", "list a b", "add", "add a b", "add a --handle",
        "add a --tier 5",
    ],
    "person": ["", "a b", "a --today x", "a --all", "rename a", "rename a b c", "add-handle a",
        "birthday a", "met a", "met a b --on soon", "card"],
    "tie": [
        "", "a b", "a --today x", "a --class weak", "say a", "say a --class friend", "say a --strength 101",
        "say a --because x", "unsay", "unsay a --class weak",
    ],
    "ask": [
        "a b c", "a b --size huge", "check", "record a", "record a b --until 2030-01-01",
        "record a b --wish x", "wish a b", "wish a b --until x", "end 1", "end x granted", "end 1 perhaps",
        "undo", "undo x", "list a",
    ],
    "favour": [
        "a b", "add a", "add a b", "add a b --given --size huge", "add a b --given --on never", "thank",
        "thank x", "undo x", "list a", "show", "--gift",
    ],
    "cooperate": [
        "new a", "new a b --due soon", "new a b --margin much", "new a b --stage finished", "show x",
        "move 1", "move 1 finished", "note 1", "list a b", "--today x",
    ],
    "imports": ["a", "stop", "stop x", "again 1 2", "list --today x"],
    "promise": [
        "a", "make a", "make a b --by soon", "--by 2026-03-02", "keep x", "keep", "give-up 1 2", "move 1",
        "move 1 soon", "move x 2026-03-02", "letters a", "letters --today x",
    ],
    "reach": [
        "a", "start a", "start a b --by soon", "start a b --least x", "start a b --least 101", "show x",
        "wrote 1", "wrote 1 a --by pigeon", "wrote 1 a --on x", "heard", "change 1", "rest x", "end 1",
        "end 1 won",
    ],
    "tier": ["a", "set a", "set a 7", "set a 5 b", "clear", "--today x"],
    "reputation": ["tree", "through a", "through a b --nobody", "spoke a", "--today x"],
    "channels": ["nowhere", "show", "set work", "set there a", "set", "yield a", "--today x"],
    "group": ["a b", "new", "new a --every week", "new a --renews soon", "leave", "members a", "gave a",
        "drop x", "chats a"],
    "value": [
        "--today x", "a b", "of", "need a", "need a b --importance huge", "offer a b --until x", "end x",
        "change 1", "achieve", "accept", "reviewed --today x",
    ],
    "path": ["", "a --today x", "a -k 0", "a -k many", "a b"],
    "position": [
        "a b", "add a", "add a b --since soon", "--title founder", "end", "accept a", "refuse a", "list a",
    ],
    "leaving": ["a b", "a --past", "a --position 1", "--past --position 1", "--today x"],
    "backtest": ["--today x", "now", "--horizon-days 0", "--horizon-days many"],
    "network": ["--today x", "everybody", "--circles"],
    "search": ["", "a b", "a --today x"],
    "merge": ["", "a", "a b c", "a b --today x"],
    "split": ["", "a", "a b --today x"],
    "same": ["a", "yes", "yes a", "no a b c", "unsure a", "list a"],
    "archive": ["a b", "add", "add a b", "back", "list a", "a --reason"],
    "note": ["a b", "add a", "add a b c", "change x y", "remove", "remove x", "list a", "a --today x"],
    "inbox": ["a", "add", "add a b", "file 1", "file x a", "drop", "drop x", "list a"],
    "brief": ["a b", "arrange a", "arrange a --on x", "arrange a --on 2026-05-04 --at 25:00", "move 3"],
    "agenda": ["a b", "add a", "add a b c", "close", "close x", "list a", "a --today x"],
    "tag": ["a b", "add a", "add a b c", "remove a", "rename a", "list a", "a --today x"],
    "history": ["a b", "--page 0", "--page x", "--limit 0"],
    "undo": ["it", "--json", "--last 2"],
    "redo": ["it", "1 2", "--json"],
    "erase": ["a b", "a --today x", "a --json --who b"],
    "export": ["", "a b", "--to x"],
    "backup": ["a", "make --keep x", "list x"],
    "restore": ["", "/nowhere", "/ x"],
    "rebuild": ["now", "--json", "--today 2026-01-01"],
    "doctor": ["me", "--fix", "--today"],
    "demo": ["people", "--port 0", "--port x", "--no-serv", "remove all"],
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
        ("promise keap 1", "There is no command “keap”; there is: keep."),
        ("--json reputation", "There is no option --json."),
        ("reputation --jsn", "There is no option --jsn."),
        ("favour add a b", "Say --given or --received: who did it for whom."),
        ("ask end 1 perhaps", "OUTCOME: “perhaps” is none of: granted, declined, ignored."),
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
        ("promise keap 1", "没有「keap」这个命令；可用的有：keep。"),
        ("favour add a b", "请用 --given 或 --received 说明是谁为谁做的。"),
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
