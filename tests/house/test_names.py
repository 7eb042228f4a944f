"""Names and habits: what a stored kind, a model and a test must not do."""

import ast
from collections import defaultdict

from tests.house.source import FUNCTIONS, ROOT, modules, of_floors

ACTIONS_VERBS = {
    "import", "read", "adapt", "keep", "resolve", "merge", "split", "log", "record", "give", "ask", "offer",
    "propose", "introduce", "endorse", "plan", "review", "rebuild", "export", "erase", "backup", "restore",
    "fetch", "open", "queue", "run", "stop", "undo", "invent", "remove", "make",
}  # fmt: skip
RENAMED_EVERYWHERE = {
    ("numpy", "np"), ("pyarrow", "pa"), ("pyarrow.compute", "pc"), ("pyarrow.parquet", "pq"),
    ("gettext", "_"), ("gettext_lazy", "_"), ("gettext_lazy", "later"), ("Set", "AbstractSet"),
}  # fmt: skip


def test_a_stored_kind_has_no_choices():
    choosing = [
        (module, call.lineno)
        for module in of_floors("store")
        for call in module.nodes(ast.Call)
        for keyword in call.keywords
        if keyword.arg == "choices"
    ]

    assert choosing == []


def test_models_keep_truth_with_constraints_and_never_with_signals_or_overrides():
    overrides = [
        (module, function.name)
        for module in of_floors("store")
        for function in module.nodes(*FUNCTIONS)
        if function.name in {"save", "full_clean"} and "/models/" in module.name
    ]

    assert overrides == []
    assert [m for m in modules() if "django.dispatch" in m.text or "models.signals" in m.text] == []


def test_an_action_is_a_verb_of_the_closed_set_then_a_noun():
    """A module of that floor without a function of its own name holds what actions share: a noun."""
    actions = [
        module.path.stem
        for module in of_floors("actions")
        if module.path.stem in {function.name for function in module.nodes(*FUNCTIONS)}
    ]

    assert actions
    assert [name for name in actions if name.split("_")[0] not in ACTIONS_VERBS] == []


def test_bad_input_is_a_value_and_no_exception_is_swallowed():
    swallowed = [
        (module, handler.lineno)
        for module in modules()
        for handler in module.nodes(ast.ExceptHandler)
        if handler.type is None
        or (
            all(isinstance(s, ast.Pass) for s in handler.body)
            and "Exception" in ast.unparse(handler.type).split(".")
        )
    ]

    assert swallowed == []


def test_a_public_class_is_defined_once_apart_from_a_row_and_its_value():
    """A table's row may be called as the value of the domain that it keeps."""
    where = defaultdict(list)
    for module in modules():
        for node in module.tree.body:
            is_public = isinstance(node, ast.ClassDef) and not node.name.startswith("_")
            if is_public and not module.is_migration:
                where[node.name].append("/models/" in module.name or module.name)
    twice = {
        name: places
        for name, places in where.items()
        if len(places) > 1
        and not (len(places) == 2 and True in places and any(str(p).startswith("domain/") for p in places))
    }

    assert twice == {}


def test_the_name_of_a_test_is_a_sentence():
    short = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, FUNCTIONS) and node.name.startswith("test_") and node.name.count("_") < 3
    ]

    assert short == []


def test_what_is_imported_keeps_its_name():
    """A name in two files is one thing; only what everybody renames is renamed."""
    renamed = [
        (module, alias.name, alias.asname)
        for module in modules()
        for node in module.nodes(ast.Import, ast.ImportFrom)
        for alias in node.names
        if alias.asname and (alias.name, alias.asname) not in RENAMED_EVERYWHERE
    ]

    assert renamed == []
