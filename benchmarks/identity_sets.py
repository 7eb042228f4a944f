"""The development sets of who is who, as mentions of the engine's contract with the truth beside them."""

import csv
import gzip
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from renmai.engine.identity.mentions import SCHEMA

ROOT = Path(__file__).resolve().parent.parent


class MentionSet(NamedTuple):
    """A set: its mentions, who each of them truly is, and the kind of set it is one of."""

    name: str
    kind: str
    mentions: pa.Table
    truth: Mapping[str, str]


def folder() -> Path:
    """Return where the development data lie."""
    path = Path(os.environ.get("RENMAI_DEVDATA") or ROOT.parent / "shared" / "data") / "identity"
    if not path.is_dir():
        raise SystemExit(f"there are no development data in {path}; set RENMAI_DEVDATA")
    return path


def sets() -> Iterator[MentionSet]:
    """Yield every set; those of one kind are the same persons shown with more or fewer of their columns."""
    for number in ("1", "2", "3", "4"):
        yield febrl(number)
    yield febrl("2", with_number=True)
    yield febrl("4", with_number=True)
    yield historical()
    yield historical(is_full=False)
    yield sympy()


def febrl(number: str, *, with_number: bool = False) -> MentionSet:
    """Return synthetic persons with errors (Christen, 2005).

    :param with_number: show the social security number as a handle, which is not what it is
    """
    names = ("dataset4a", "dataset4b") if number == "4" else (f"dataset{number}",)
    rows, truth = [], {}
    for name in names:
        with (folder() / "febrl" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, skipinitialspace=True):
                person = {key: value.strip() for key, value in row.items()}
                key = f"{name}/{person['rec_id']}"
                day = person["date_of_birth"]
                parts = ("street_number", "address_1", "address_2", "suburb", "postcode", "state")
                rows.append(
                    {
                        "mention": key,
                        "source": name,
                        "name": _text(f"{person['given_name']} {person['surname']}"),
                        "handles": [f"id:{person['soc_sec_id']}"] if with_number else None,
                        "birthday": f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 else None,
                        "place": _text(" ".join(person[part] for part in parts)),
                    }
                )
                truth[key] = f"rec-{person['rec_id'].split('-')[1]}"
    called = f"febrl {number}" + (" with numbers" if with_number else "")
    return MentionSet(called, "febrl", pa.Table.from_pylist(rows, schema=SCHEMA), truth)


def historical(*, is_full: bool = True) -> MentionSet:
    """Return historical persons with errors (Ministry of Justice Analytical Services, 2023).

    :param is_full: show the whole name, the postcode beside the place of birth, the occupation as a title
    """
    table = pq.read_table(folder() / "historical50k" / "historical_figures_with_errors_50k.parquet")
    rows, truth = [], {}
    for row in table.to_pylist():
        places = (row["birth_place"], row["postcode_fake"] if is_full else None)
        rows.append(
            {
                "mention": row["unique_id"],
                "source": "historical50k",
                "name": row["full_name" if is_full else "first_and_surname"],
                "title": row["occupation"],
                "birthday": row["dob"],
                "place": _text(", ".join(place for place in places if place)),
            }
        )
        truth[row["unique_id"]] = row["cluster"]
    called = "historical50k" + ("" if is_full else ", short")
    return MentionSet(called, "historical", pa.Table.from_pylist(rows, schema=SCHEMA), truth)


def sympy() -> MentionSet:
    """Return a project's committers; the truth is the project's own mailmap."""
    rows, truth = [], {}
    with gzip.open(folder() / "sympy" / "identities.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            key = f"{number:04d}"
            rows.append(
                {
                    "mention": key,
                    "source": "sympy",
                    "name": row["raw_name"],
                    "handles": [f"mailto:{row['raw_email']}"],
                }
            )
            truth[key] = f"{row['canonical_name']} <{row['canonical_email']}>"
    return MentionSet("sympy", "committers", pa.Table.from_pylist(rows, schema=SCHEMA), truth)


def _text(text: str) -> str | None:
    return " ".join(text.split()) or None
