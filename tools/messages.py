"""Compile every catalogue of translations, and find what is not translated.

`python tools/messages.py` writes each .mo beside its .po. With `--check` it writes nothing, and fails where a
.mo is not fresh, a sentence has no Chinese, a placeholder got lost, no catalogue has what the code utters, or
one has what nobody utters.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "renmai"
PLACE = re.compile(r"%\((\w+)\)s|\{(\w*)\}")
TRANSLATE = re.compile(r"""{%\s*trans(?:late)?\s+(["'])(.+?)\1""")
BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b([^%]*)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
PLURAL = re.compile(r"{%\s*plural\s*%}")
VARIABLE = re.compile(r"{{\s*(\w+)\s*}}")
GETTEXT = {
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "gettext_noop",
    "later",
}
TRANSLATORS = ("django.utils.translation", "renmai.cli.later")


def catalogues() -> list[Path]:
    """Return every .po of the package."""
    return sorted(PACKAGE.rglob("*.po"))


def compiled(path: Path) -> bytes:
    """Return what the .mo of a .po must hold."""
    return polib.pofile(str(path)).to_binary()


def faults_of(path: Path) -> Iterator[str]:
    """Yield what is wrong in one catalogue."""
    shown = path.relative_to(ROOT)
    for entry in polib.pofile(str(path)):
        texts = [entry.msgstr] if not entry.msgid_plural else list(entry.msgstr_plural.values())
        if entry.obsolete:
            yield f"{shown}: obsolete: {entry.msgid!r}"
        elif entry.fuzzy or not all(texts):
            yield f"{shown}: not translated: {entry.msgid!r}"
        elif any(_places(text) - _places(entry.msgid + entry.msgid_plural) for text in texts):
            yield f"{shown}: a placeholder that the sentence does not have: {entry.msgid!r}"
    binary = path.with_suffix(".mo")
    if not binary.exists() or binary.read_bytes() != compiled(path):
        yield f"{shown}: its .mo is not fresh; run `make messages`"


def said_by_python(path: Path) -> Iterator[str]:
    """Yield every sentence that a module marks for translation, under whatever name it imported gettext."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in TRANSLATORS
        for alias in node.names
        if alias.name in GETTEXT
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def said_by_template(path: Path) -> Iterator[str]:
    """Yield every sentence that a template marks for translation."""
    text = path.read_text(encoding="utf-8")
    for _quote, sentence in TRANSLATE.findall(text):
        yield sentence
    for options, body in BLOCK.findall(text):
        singular = PLURAL.split(body)[0]
        if "trimmed" in options:
            singular = " ".join(line.strip() for line in singular.strip().splitlines())
        yield VARIABLE.sub(r"%(\1)s", singular)


def said_by_a_code(path: Path) -> Iterator[str]:
    """Yield every text in a table of sentences."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def said() -> Iterator[tuple[Path, str]]:
    """Yield every sentence marked for translation, with where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from ((path, sentence) for sentence in said_by_python(path))
    for path in sorted(PACKAGE.rglob("templates/**/*.*")):
        yield from ((path, sentence) for sentence in said_by_template(path))


def unknown_sentences() -> Iterator[str]:
    """Yield what the code utters and no catalogue of ours, nor of Django, translates."""
    known = {entry.msgid for path in catalogues() for entry in polib.pofile(str(path))}
    for path, sentence in said():
        if sentence not in known:
            yield f"{path.relative_to(ROOT)}: no catalogue has {sentence!r}"


def unsaid_sentences() -> Iterator[str]:
    """Yield what a catalogue translates and nobody utters any more."""
    uttered = {sentence for _, sentence in said()}
    uttered.update(text for path in (PACKAGE / "wording").rglob("*.py") for text in said_by_a_code(path))
    for path in catalogues():
        for entry in polib.pofile(str(path)):
            if entry.msgid not in uttered:
                yield f"{path.relative_to(ROOT)}: nobody says {entry.msgid!r}"


def sentences_said_two_ways() -> Iterator[str]:
    """Yield what two catalogues translate differently: a process knows both, and one would win in silence."""
    ways: dict[str, set[str]] = {}
    for path in catalogues():
        for entry in polib.pofile(str(path)):
            ways.setdefault(entry.msgid, set()).add(entry.msgstr or str(entry.msgstr_plural))
    for sentence, translations in ways.items():
        if len(translations) > 1:
            yield f"{sentence!r} is translated in two ways: {', '.join(sorted(translations))}"


def _places(text: str) -> set[str]:
    """Return the names of the placeholders in a sentence."""
    return {named or braced for named, braced in PLACE.findall(text)}


def faults() -> list[str]:
    """Return everything that is wrong with the translations."""
    of_catalogues = (fault for path in catalogues() for fault in faults_of(path))
    return [*of_catalogues, *unknown_sentences(), *unsaid_sentences(), *sentences_said_two_ways()]


def main() -> None:
    """Compile, or check."""
    if "--check" in sys.argv[1:]:
        found = faults()
        print("\n".join(found) or f"{len(catalogues())} catalogues are whole and fresh")
        sys.exit(1 if found else 0)
    for path in catalogues():
        path.with_suffix(".mo").write_bytes(compiled(path))
        print(f"compiled {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
