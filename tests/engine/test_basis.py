"""The evidence of a tie's basis (T6), on acts told one by one."""

import pyarrow as pa

from renmai.engine.basis_evidence import basis

DAY_S = 86_400
MONDAY_NOON = 1_704_110_400  # 2024-01-01 12:00 UTC
COLUMNS = {
    "at_epoch_s": pa.int64(),
    "sender": pa.string(),
    "recipient": pa.string(),
    "kind": pa.string(),
    "channel": pa.string(),
    "sender_employer": pa.string(),
    "recipient_employer": pa.string(),
    "offset_min": pa.int32(),
}


def act(day: int, way: str, **more: object) -> dict[str, object]:
    """Return one act between me and Lin on a day counted from a Monday."""
    sender, recipient = ("me", "lin") if way == "→" else ("lin", "me")
    return {"at_epoch_s": MONDAY_NOON + day * DAY_S, "sender": sender, "recipient": recipient} | more


def evidence(*acts: dict[str, object], as_of_day: int = 10_000) -> dict[str, object]:
    """Return what the engine counts of me and Lin."""
    events = pa.Table.from_pylist(list(acts), schema=pa.schema(COLUMNS.items()))
    found = basis(events, as_of_epoch_s=MONDAY_NOON + as_of_day * DAY_S, egos=["me"]).to_pylist()
    assert [row["alter"] for row in found] == ["lin"]
    return found[0]


def at_firm(firm: str, first: int, last: int) -> list[dict[str, object]]:
    """Return an exchange at both ends of a time in which Lin wrote from a firm."""
    return [
        act(first, "→", recipient_employer=firm),
        act(first + 1, "←", sender_employer=firm),
        act(last - 1, "→", recipient_employer=firm),
        act(last, "←", sender_employer=firm),
    ]


def test_a_tie_outlives_a_change_of_employer_where_both_go_on_long_after():
    """T6"""
    assert evidence(*at_firm("a", 0, 100), *at_firm("b", 130, 300))["their_changes"] == 1


def test_two_addresses_used_side_by_side_are_no_change():
    """T6"""
    assert evidence(*at_firm("a", 0, 290), *at_firm("b", 5, 300))["their_changes"] == 0


def test_a_greeting_nobody_answered_after_the_change_proves_nothing():
    """T6"""
    later = [act(day, "→") for day in (200, 250, 300)]
    assert evidence(*at_firm("a", 0, 100), *later)["their_changes"] == 0


def test_going_over_to_a_private_address_is_a_change_outlived():
    """T6"""
    later = [act(200, "→", channel="personal mail"), act(210, "←", channel="personal mail")]
    assert evidence(*at_firm("a", 0, 100), *later)["their_changes"] == 1


def test_my_own_change_counts_by_the_addresses_i_wrote_from():
    """T6"""
    mine = [
        act(0, "→", sender_employer="old"),
        act(1, "←", recipient_employer="old"),
        act(200, "→", sender_employer="new"),
        act(201, "←", recipient_employer="new"),
    ]
    found = evidence(*mine)
    assert (found["my_changes"], found["their_changes"]) == (1, 0)


def test_hours_are_those_of_the_writer_s_own_clock():
    """Noon UTC on a Monday is evening in Shanghai; Saturday is off hours; what I send tells nothing."""
    found = evidence(
        act(0, "←", offset_min=0),
        act(0, "←", offset_min=480),
        act(5, "←", offset_min=0),
        act(5, "→", offset_min=0),
        act(1, "←"),
    )
    assert (found["zoned_acts"], found["off_hours_acts"]) == (3, 2)


def test_private_ways_are_counted_among_those_that_are_known():
    found = evidence(act(0, "→", channel="work mail"), act(1, "←", channel="phone", kind="call"), act(2, "→"))
    assert (found["acts"], found["told_acts"], found["private_acts"]) == (3, 2, 1)


def test_contexts_are_kinds_and_private_ways():
    found = evidence(
        act(0, "→", channel="work mail", kind="mail"),
        act(1, "←", channel="personal mail", kind="mail"),
        act(2, "←", kind="meal"),
        act(3, "→", channel="work mail", kind="mail"),
    )
    assert found["contexts"] == 3


def test_nothing_after_the_moment_and_no_mass_mail_counts():
    found = evidence(act(0, "→"), act(1, "←", kind="mass"), act(5, "←"), as_of_day=4)
    assert found["acts"] == 1


def test_columns_that_are_missing_tell_nothing():
    events = pa.table({"at_epoch_s": [1, 2], "sender": [1, 2], "recipient": [2, 1]})
    found = basis(events, as_of_epoch_s=10).to_pylist()
    assert [(row["ego"], row["told_acts"], row["zoned_acts"], row["their_changes"]) for row in found] == [
        (1, 0, 0, 0),
        (2, 0, 0, 0),
    ]
