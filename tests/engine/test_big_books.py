"""What a big book may not change: acts named by number, and a model learnt from some of the people."""

import pyarrow as pa
import pytest

from renmai.engine import backend, history
from renmai.engine.memory import NotEnoughMemory
from renmai.engine.profile import checked_events, profile_of, sound_events
from renmai.engine.run import ties
from tests.engine.test_properties import AS_OF, acts, events, told

LOOKS = (AS_OF - 60 * 86_400, AS_OF - 30 * 86_400)


def test_acts_may_be_named_by_numbers():
    rows = acts(21)
    numbered = events(rows)
    for name in ("act", "reply_to"):
        column = pa.array([row[name] and int(row[name][1:]) for row in rows], pa.int64())
        numbered = numbered.set_column(numbered.schema.get_field_index(name), name, column)
    table = ties(numbered, as_of_epoch_s=AS_OF, egos=["me"], refit="never")

    there = {alter: tie["strength"] for alter, tie in told(rows).items()}
    assert {tie["alter"]: round(tie["strength"], 9) for tie in table.to_pylist()} == there


@pytest.fixture(params=["one owner", "a firm"])
def lesson(request):
    """Learn from the past of one book, or of everybody in it; rows are told apart by their features."""
    egos = ["me"] if request.param == "one owner" else None
    connection = backend.connect()
    table = checked_events(connection, events(acts(22, people=40, count=900)))
    profile = profile_of(connection, table)
    sound = sound_events(connection, table)

    def learn() -> set[tuple[float, ...]]:
        sample = history.sample_of(
            connection,
            sound,
            profile,
            as_of_epoch_s=LOOKS,
            horizon_days=30,
            egos=egos,
            some=history.enough_people(connection, sound, egos),
        )
        columns = (*sample.columns.values(), sample.observed, sample.moment)
        return {tuple(round(float(value), 9) for value in row) for row in zip(*columns, strict=True)}

    yield learn
    connection.disconnect()


def test_the_model_is_learnt_from_some_people_who_look_as_they_do_among_all(lesson, monkeypatch):
    """So everybody's own activity is that towards everybody, not only towards those learnt from."""
    whole = lesson()
    monkeypatch.setattr(history, "ENOUGH_EVENTS", 300)
    some = lesson()

    assert some < whole
    assert 10 <= len(some) <= len(whole) / 2


def test_the_same_people_teach_every_time(lesson, monkeypatch):
    monkeypatch.setattr(history, "ENOUGH_EVENTS", 300)

    assert lesson() == lesson()


def test_how_many_people_suffice_depends_on_the_egos_own_acts_not_on_everybodys(monkeypatch):
    """A person of few acts in a big firm is learnt from whole."""
    connection = backend.connect()
    table = sound_events(connection, checked_events(connection, events(acts(22, people=40, count=900))))
    people = connection.to_pyarrow(table.select("recipient").distinct())["recipient"].to_pylist()
    quiet = sorted(set(people) - {"me"})[0]
    mine = history.involving(table, [quiet])
    monkeypatch.setattr(history, "ENOUGH_EVENTS", int(connection.to_pyarrow(mine.count()).as_py()))

    assert history.enough_people(connection, table, [quiet]) is None
    assert history.enough_people(connection, table) is not None
    connection.disconnect()


def test_what_fits_into_no_memory_is_refused_with_the_limit_named():
    with (
        pytest.raises(NotEnoughMemory) as refused,
        backend.connected(memory_limit="256MB") as connection,
    ):
        connection.con.execute("SET max_temp_directory_size = '0MB'")
        connection.con.execute("SELECT list(range) FROM range(100_000_000)")

    assert refused.value.because.numbers == {"limit": "256MB"}
