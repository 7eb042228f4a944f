"""What must hold of who is who whatever the mentions: order, names, strangers, the book's rules."""

import random

import pyarrow as pa

from renmai.domain.people.handles import HandleNature
from renmai.domain.people.identity import clusters
from renmai.domain.people.known import Known
from renmai.engine.identity.handles import read_handle, whose
from renmai.engine.identity.run import resolve
from tests.engine.identity_table import found, mention, table_of, together

GIVEN = ("Ada", "Ben", "Clara", "Dora", "Emil", "Frida")
FAMILY = ("Quill", "Rook", "Swan", "Teal", "Wren")
PLACES = ("12 Lilac Lane Oxford", "7 Elm Road Leeds", None)


def some(seed: int, count: int = 40) -> list[dict[str, object]]:
    """Return random mentions of few people."""
    choose = random.Random(seed)
    rows = []
    for number in range(count):
        given, family = choose.choice(GIVEN), choose.choice(FAMILY)
        local = choose.choice((given, f"{given}.{family}", "info")).lower()
        rows.append(
            mention(
                f"m{number:02d}",
                choose.choice((f"{given} {family}", f"{family}, {given}", given, None)),
                *(
                    [f"{local}@{choose.choice(('one.example', 'gmail.com'))}"]
                    if choose.random() < 0.6
                    else []
                ),
                birthday=choose.choice((None, "1980-03-04", "1951-07-22", "--03-04")),
                place=choose.choice(PLACES),
                organisation=choose.choice((None, "Acme")),
            )
        )
    return rows


def test_the_order_of_the_rows_changes_nothing():
    for seed in range(4):
        rows = some(seed)
        shuffled = random.Random(seed).sample(rows, len(rows))

        assert found(shuffled) == found(rows)


def test_a_cluster_is_called_by_its_smallest_mention():
    for row in found(some(5)):
        assert row["cluster"] <= row["mention"]
        assert row["certain_cluster"] <= row["mention"]
        assert row["cluster"] <= row["certain_cluster"]


def test_what_is_certain_stays_together_in_the_likely_clusters():
    for seed in range(4):
        rows = some(seed)
        likely = together(rows)

        assert all(any(sure <= group for group in likely) for sure in together(rows, "certain_cluster"))


def test_certain_joins_by_handle_are_those_of_the_book_where_nothing_contradicts():
    """The oracle is the book's own rule, each mention taken as a card."""
    for seed in range(4):
        rows = [{**row, "birthday": None, "place": None, "name": None} for row in some(seed)]
        known = []
        for row in rows:
            handles = [read_handle(text) for text in row["handles"] or []]
            known.append(Known(row["mention"], "", tuple((h, whose(h)) for h in handles), is_card=True))
        expected = set()
        for cluster in clusters(known):
            is_personal = any(
                n == HandleNature.PERSONAL for k in known if k.key in cluster.keys for _, n in k.handles
            )
            expected |= (
                {frozenset(cluster.keys)} if is_personal else {frozenset([key]) for key in cluster.keys}
            )

        assert together(rows, "certain_cluster") == expected


def test_a_stranger_changes_nothing_for_the_others():
    for seed in range(4):
        rows = some(seed)
        stranger = mention("zz", "Xanthippe Zyxwvut", "zyx@zyx.example", birthday="1911-11-11", place="Ulm")

        assert together([*rows, stranger]) == together(rows) | {frozenset(["zz"])}


def test_which_source_a_mention_is_from_changes_nothing():
    rows = some(7)

    assert together([{**row, "source": f"s{k % 3}"} for k, row in enumerate(rows)]) == together(rows)


def test_mentions_may_be_numbers_and_columns_may_be_missing():
    rows = [mention(str(n), "Ada Quill", "ada@one.example") for n in (10, 9)]
    numbers = (
        table_of(rows).set_column(0, "mention", pa.array([10, 9])).select(["mention", "name", "handles"])
    )

    clusters_found = resolve(numbers)[0]

    assert clusters_found.schema.field("cluster").type == pa.int64()
    assert clusters_found["cluster"].to_pylist() == [9, 9]
