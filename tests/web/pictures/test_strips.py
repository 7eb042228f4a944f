"""Strips: what is drawn says exactly the figures it was given."""

from datetime import date

from renmai.web.pictures import strips


def test_a_bar_stands_for_every_step_with_contact_and_none_for_silence():
    assert strips.bars((2, 0, 4), top=4, base=13, reach=-12) == "M2 13v-6.0h6V13zM22 13v-12.0h6V13z"


def test_them_hang_below_the_line():
    assert strips.bars((1,), top=2, base=15, reach=12) == "M2 15v6.0h6V15z"


def test_a_bar_never_leaves_its_half_even_where_the_scale_is_smaller():
    assert strips.bars((9,), top=3, base=13, reach=-12) == "M2 13v-12.0h6V13z"


def test_silence_counts_only_what_follows_the_last_contact_of_either_side():
    assert strips.silent_steps((0, 1, 0, 0), (0, 0, 0, 0)) == 2
    assert strips.silent_steps((0, 1, 0, 0), (0, 0, 0, 1)) == 0


def test_who_never_wrote_is_not_silent():
    assert strips.silent_steps((0, 0), (0, 0)) == 0


def test_an_axis_names_every_third_month_and_keeps_its_distance():
    ticks = strips.months_of(date(2024, 4, 22), 104)
    assert [tick.month.month for tick in ticks] == [5, 8, 11, 2, 5, 8, 11, 2]
    places = [float(tick.at.rstrip("%")) for tick in ticks]
    assert all(after - before > 5 for before, after in zip(places, places[1:], strict=False))
    assert places[-1] <= 97


def test_a_phone_keeps_february_and_august():
    assert {tick.month.month for tick in strips.months_of(date(2024, 4, 22), 104) if not tick.is_minor} == {
        2,
        8,
    }


def test_a_single_contact_is_seen_even_beside_a_loud_tie():
    assert strips.bars((1,), top=100, base=15, reach=12) == "M2 15v1.5h6V15z"
