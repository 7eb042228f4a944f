"""What must hold whatever the events: silence weakens, answers strengthen, the future is not looked at."""

import json
import random
from itertools import pairwise

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from renmai.engine.run import SNAPSHOT, ties, ties_at
from tests.engine.conftest import DAY_S, table_of

AS_OF = 1_700_000_000


def acts(seed: int, people: int = 8, count: int = 300) -> list[dict[str, object]]:
    """Return random acts between me and some people within a year before the moment looked from."""
    choose = random.Random(seed)
    rows = []
    for number in range(count):
        ways = ["me", f"p{choose.randrange(people)}"]
        choose.shuffle(ways)
        rows.append(
            {
                "at_epoch_s": AS_OF - 1 - int(choose.random() * 365 * DAY_S),
                "sender": ways[0],
                "recipient": ways[1],
                "kind": choose.choice(("mail", "call", "meeting")),
                "audience": choose.choice((1, 1, 3, 12)),
                "role": choose.choice(("to", "cc")),
                "act": f"a{number}",
                "reply_to": choose.choice((None, None, f"a{choose.randrange(count)}")),
            }
        )
    return rows


def events(rows) -> pa.Table:
    names = table_of(rows).select(["at_epoch_s", "sender", "recipient", "kind", "audience", "role"])
    if "act" not in rows[0]:
        return names
    for name in ("act", "reply_to"):
        names = names.append_column(name, pa.array([row[name] for row in rows], pa.string()))
    return names


def told(rows, *, as_of=AS_OF, **options):
    """Return the ties of `me` by alter, floats rounded far below what anybody could see."""
    table = ties(events(rows), as_of_epoch_s=as_of, egos=["me"], refit="never", **options)
    return {tie["alter"]: _rounded(tie) for tie in table.to_pylist()}


def _rounded(value):
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_rounded(each) for each in value]
    return round(value, 9) if isinstance(value, float) else value


def test_the_order_of_rows_and_rows_told_twice_change_nothing():
    rows = acts(1)
    shuffled = rows + random.Random(2).sample(rows, 100)
    random.Random(3).shuffle(shuffled)

    assert told(shuffled) == told(rows)


def test_a_file_split_in_three_gives_what_the_whole_gave(tmp_path):
    whole = events(acts(4))
    for part in range(3):
        pq.write_table(whole.slice(part * 100, 100), tmp_path / f"{part}.parquet")
    pq.write_table(whole, tmp_path / "whole.parquet")
    (tmp_path / "parts").mkdir()
    for part in range(3):
        (tmp_path / f"{part}.parquet").rename(tmp_path / "parts" / f"{part}.parquet")

    split, one = (
        ties(tmp_path / name, as_of_epoch_s=AS_OF, refit="never") for name in ("parts", "whole.parquet")
    )

    assert [_rounded(tie) for tie in split.to_pylist()] == [_rounded(tie) for tie in one.to_pylist()]


def test_the_zone_of_the_session_changes_nothing(monkeypatch):
    rows = acts(5)
    there = told(rows)
    monkeypatch.setenv("TZ", "Asia/Shanghai")

    assert told(rows) == there


def test_nothing_from_the_moment_on_is_looked_at():
    rows = acts(6)
    later = [
        {**row, "at_epoch_s": AS_OF + place, "act": f"later{place}"} for place, row in enumerate(acts(7))
    ]

    assert told(rows + later) == told(rows)


def test_refitting_looks_at_nothing_from_the_moment_on():
    rows = acts(8, people=120, count=3000)
    later = [{**row, "at_epoch_s": AS_OF + place, "act": f"later{place}"} for place, row in enumerate(rows)]
    before, after = (
        ties(events(given), as_of_epoch_s=AS_OF, egos=["me"], horizon_days=60, refit="always")
        for given in (rows, rows + later)
    )

    assert after["strength"].to_pylist() == pytest.approx(before["strength"].to_pylist(), abs=1e-9)


def test_strength_falls_with_silence():
    rows = acts(9)
    strengths = [told(rows, as_of=AS_OF + days * DAY_S) for days in (0, 1, 7, 30, 90, 365, 1200)]

    for earlier, later in pairwise(strengths):
        assert all(later[alter]["strength"] <= tie["strength"] for alter, tie in earlier.items())


def test_who_is_in_touch_with_others_is_likelier_heard_from_than_who_fell_silent_to_all():
    """Both wrote to me, and I to them, half a year ago; one of them was seen with somebody last week."""
    half_a_year_ago, last_week = AS_OF - 180 * DAY_S, AS_OF - 7 * DAY_S
    bare = {"kind": "mail", "audience": 1, "role": "to"}
    rows = [
        {"at_epoch_s": half_a_year_ago + wait, "sender": sender, "recipient": recipient, **bare}
        for other in ("alive", "gone")
        for wait, sender, recipient in ((0, "me", other), (DAY_S, other, "me"))
    ]
    rows += [{"at_epoch_s": last_week, "sender": "alive", "recipient": "third", **bare}]
    table = ties(events(rows), as_of_epoch_s=AS_OF, refit="never")
    strength = {tie["alter"]: tie["strength"] for tie in table.to_pylist() if tie["ego"] == "me"}

    assert strength["alive"] > strength["gone"]


@pytest.mark.parametrize("audience", [1, 30])
def test_strength_rises_with_an_answer(audience):
    rows = acts(10)
    letter = {"kind": "mail", "audience": audience, "role": "to", "act": "new", "reply_to": None}
    answer = {"at_epoch_s": AS_OF - 60, "sender": "p1", "recipient": "me", **letter}

    assert told([*rows, answer])["p1"]["strength"] > told(rows)["p1"]["strength"]


def test_doubling_every_audience_never_raises_a_tie():
    rows = acts(11)
    wider = [{**row, "audience": 2 * row["audience"]} for row in rows]
    narrow = told(rows)

    for alter, tie in told(wider).items():
        assert tie["strength"] <= narrow[alter]["strength"]
        assert ("pseudo", "weak", "strong").index(tie["tie_class"]) <= (
            ("pseudo", "weak", "strong").index(narrow[alter]["tie_class"])
        )


def test_a_few_people_by_the_model_snapshot_of_all_get_the_same_figures():
    rows = acts(12)
    whole = ties(events(rows), as_of_epoch_s=AS_OF, egos=["me"])
    few = [row for row in rows if {"p1", "p2"} & {row["sender"], row["recipient"]}]
    snapshot = whole.schema.metadata[SNAPSHOT]
    part = ties(events(few), as_of_epoch_s=AS_OF, egos=["me"], snapshot=snapshot)

    by_alter = {tie["alter"]: _rounded(tie) for tie in whole.to_pylist()}
    assert [_rounded(tie) for tie in part.to_pylist()] == [by_alter["p1"], by_alter["p2"]]


def test_people_may_be_named_by_numbers():
    rows = acts(13)
    numbers = {"me": 0} | {f"p{n}": n + 1 for n in range(8)}
    named = events(rows)
    numbered = named
    for name in ("sender", "recipient"):
        column = pa.array([numbers[row[name]] for row in rows], pa.int64())
        numbered = numbered.set_column(numbered.schema.get_field_index(name), name, column)
    table = ties(numbered, as_of_epoch_s=AS_OF, egos=[0], refit="never")

    there = {numbers[alter]: tie["strength"] for alter, tie in told(rows).items()}
    assert {tie["alter"]: round(tie["strength"], 9) for tie in table.to_pylist()} == there


def test_a_table_without_the_optional_columns_is_mail_to_one_each():
    rows = [{**row, "kind": "mail", "audience": 1, "role": "to"} for row in acts(14)]
    bare = events(rows).select(["at_epoch_s", "sender", "recipient"])
    full = events([{name: row[name] for name in row if name not in ("act", "reply_to")} for row in rows])
    tables = [ties(given, as_of_epoch_s=AS_OF, refit="never").to_pylist() for given in (bare, full)]

    assert [_rounded(tie) for tie in tables[0]] == [_rounded(tie) for tie in tables[1]]


def test_an_act_told_again_later_or_otherwise_counts_as_it_was_told_first():
    rows = acts(15)
    again = [{**row, "at_epoch_s": row["at_epoch_s"] + DAY_S, "audience": 1, "kind": "meal"} for row in rows]

    assert told(rows + again) == told(rows)


def test_several_moments_in_one_run_give_what_a_run_for_each_gives():
    rows = acts(16) + [{**row, "kind": "mass", "act": f"m{n}"} for n, row in enumerate(acts(17, count=9))]
    rows += [{**row, "at_epoch_s": row["at_epoch_s"] + 40 * DAY_S} for row in rows]
    moments = [AS_OF, AS_OF - 90 * DAY_S, AS_OF - 300 * DAY_S]
    together = ties_at(events(rows), as_of_epoch_s=moments, egos=["me", "p1"], refit="never")
    apart = [ties(events(rows), as_of_epoch_s=moment, egos=["me", "p1"], refit="never") for moment in moments]

    assert [_rounded(table.to_pylist()) for table in together] == [
        _rounded(table.to_pylist()) for table in apart
    ]
    assert [_measures(table) for table in together] == [_measures(table) for table in apart]


def test_several_moments_of_a_few_people_by_their_model_snapshots_are_those_of_the_whole():
    rows = acts(18)
    few = [row for row in rows if {"p1", "p2"} & {row["sender"], row["recipient"]}]
    moments = [AS_OF, AS_OF - 90 * DAY_S]
    whole = ties_at(events(rows), as_of_epoch_s=moments, egos=["me"])
    snapshots = [table.schema.metadata[SNAPSHOT] for table in whole]
    part = ties_at(events(few), as_of_epoch_s=moments, egos=["me"], snapshots=snapshots)

    for of_few, of_all in zip(part, whole, strict=True):
        there = [tie for tie in of_all.to_pylist() if tie["alter"] in ("p1", "p2")]
        assert _rounded(of_few.to_pylist()) == _rounded(there)
        assert _measures(of_few) == _measures(of_all)


def _measures(table: pa.Table) -> object:
    return _rounded(json.loads(table.schema.metadata[SNAPSHOT])["egos"])
