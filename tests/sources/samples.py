"""Samples of every source, and how a record or a problem is written in the file beside each.

After a change that is meant, `python -m tests.sources.samples` writes the expected files anew.
"""

import json
from pathlib import Path

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources import registry
from renmai.sources.containers import walk

SOURCES = Path(registry.__file__).parent


def samples(name: str) -> list[Path]:
    """Return the samples of a source, without the expected files and licences beside them."""
    folder = SOURCES / name / "samples"
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.suffix != ".expected" and not path.name.startswith(("LICEN", "."))]


def line(item: RawRecord | Problem) -> str:
    """Write one item as one line: its place and code, or its id and its fields in order."""
    if isinstance(item, Problem):
        return f"problem {item.where} {item.code}"
    values = {key: _value(value) for key, value in sorted(item.fields.items())}
    return f"record {item.external_id} " + " ".join(f"{key}={value}" for key, value in values.items())


def _value(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")


def lines_of(name: str, sample: Path) -> list[str]:
    """Read a sample with its source as an import would."""
    source = registry.load_source(name)
    return [
        line(item)
        for part in walk(sample)
        for item in ([part] if isinstance(part, Problem) else source.read(part))
    ]


def expected_of(sample: Path) -> Path:
    """Return the file that says what a sample holds."""
    return sample.with_name(sample.name + ".expected")


if __name__ == "__main__":
    for source_name in registry.BUILT_IN:
        for path in samples(source_name):
            expected_of(path).write_text(
                "".join(f"{each}\n" for each in lines_of(source_name, path)), "utf-8"
            )
