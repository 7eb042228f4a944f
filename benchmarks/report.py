"""Writes docs/evaluation.md or docs/benchmarks.md from the sections that the benchmarks tell.

    python -m benchmarks.report evaluation                   everything; also `make evaluate`
    python -m benchmarks.report benchmarks engine_paths      one section anew, the others as they stand

A section is what `section()` of its module yields, kept between two marks, so that one can be taken anew
without the hours of the others. Nothing of a document is written by hand.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"
SECTIONS = {
    "evaluation": (
        "main_job",
        "read_by_hand",
        "evaluate_letters",
        "evaluate_strength",
        "evaluate_replies",
        "evaluate_attempts",
        "evaluate_knows",
        "evaluate_identity",
        "evaluate_likely",
        "evaluate_match",
        "evaluate_lines",
        "evaluate_brief",
        "mutants",
    ),
    "benchmarks": (
        "install",
        "mail_import",
        "engine_ties",
        "engine_paths",
        "engine_resolve",
        "engine_match",
        "book_match",
        "today",
        "load",
    ),
}
HEADS = {
    "evaluation": """# How true it is

*Written by `make evaluate`; every figure comes from a run of it. `make evaluate ONLY=evaluate_replies` takes one
section anew.* Measured on one machine of 2 cores and 24 GiB. The data are public and not part of this repository;
the commands look for them beside it or where `RENMAI_DEVDATA` says. A result counts only where nothing after its
cut-off was used. Bars are what the program set itself before it was measured.
""",
    "benchmarks": """# How fast it is

*Written by `make bench`; every figure comes from a run of it. `make bench ONLY=engine_paths` takes one section anew.*
Ratios are of one run, on a shared machine of 2 cores and 24 GiB; absolute times are of that machine on that day.
""",
}
MARK = "<!-- benchmarks/{name}.py -->"


def written(text: str) -> dict[str, str]:
    """Return the sections a document holds, by the module that told them."""
    parts = re.split(r"<!-- benchmarks/(\w+)\.py -->\n", text)
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


def told(name: str) -> str:
    """Return one section as its module tells it now, in a process of its own: memory is measured there."""
    code = f"import benchmarks.{name} as it; print('\\n'.join(it.section()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=DOCS.parent, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


def document(kind: str, sections: dict[str, str]) -> Iterator[str]:
    """Yield the pieces of a document, its sections in their order."""
    yield HEADS[kind]
    for name in SECTIONS[kind]:
        if name in sections:
            yield f"{MARK.format(name=name)}\n{sections[name]}\n"


def main() -> None:
    """Take some sections, or all, and write the document after each."""
    kind, *only = sys.argv[1:] or [""]
    unknown = [name for name in only if name not in SECTIONS.get(kind, ())]
    if kind not in SECTIONS or unknown:
        listed = "; ".join(f"{title}: {', '.join(names)}" for title, names in SECTIONS.items())
        sys.exit(f"name a document and sections of it; there is {listed}")
    page = DOCS / f"{kind}.md"
    sections = written(page.read_text("utf-8")) if page.exists() else {}
    for name in only or SECTIONS[kind]:
        print(f"{name} …", flush=True)
        sections[name] = told(name)
        page.write_text("\n".join(document(kind, sections)), "utf-8")


if __name__ == "__main__":
    main()
