"""Meetings by hand and in calendars, each once (R7)."""

from datetime import date, time

from renmai.domain.reach.meetings import Appointment, joined

MONDAY, TUESDAY = date(2026, 4, 20), date(2026, 4, 21)


def by_hand(number: int, *people: int, on=MONDAY, at=None, what="") -> Appointment:
    return Appointment(
        person_ids=people, on=on, at=at, what=what, numbers=(number,), arranged_on=date(2026, 4, 1)
    )


def in_calendar(*people: int, on=MONDAY, at=None, what="") -> Appointment:
    return Appointment(person_ids=people, on=on, at=at, what=what, is_in_calendar=True)


def test_meetings_stand_in_the_order_of_time_those_without_an_hour_first():
    noon, morning, day = (
        in_calendar(1, at=time(12)),
        in_calendar(2, at=time(9)),
        in_calendar(3),
    )
    assert joined([in_calendar(4, on=TUESDAY), noon, morning, day])[:3] == [day, morning, noon]


def test_one_dinner_with_three_people_is_one_meeting():
    [one] = joined([by_hand(n, n, at=time(19), what="Dinner") for n in (1, 2, 3)])

    assert (one.person_ids, one.numbers) == ((1, 2, 3), (1, 2, 3))


def test_two_appointments_by_hand_on_a_day_stay_two():
    assert len(joined([by_hand(1, 1, what="Tea"), by_hand(2, 2, what="Dinner")])) == 2
    assert len(joined([by_hand(1, 1, at=time(9)), by_hand(2, 2, at=time(10))])) == 2


def test_what_a_calendar_tells_too_is_the_same_and_keeps_the_owner_s_words():
    [one] = joined([in_calendar(1, 9, at=time(19), what="Invitation"), by_hand(5, 1, what="Dinner")])

    assert (one.what, one.at, one.numbers, one.is_in_calendar) == ("Dinner", time(19), (5,), True)
    assert one.person_ids == (1, 9)


def test_another_hour_another_day_or_other_people_are_another_meeting():
    hand = by_hand(5, 1, at=time(19))
    for other in (
        in_calendar(1, at=time(9)),
        in_calendar(1, on=TUESDAY, at=time(19)),
        in_calendar(2, at=time(19)),
    ):
        assert len(joined([hand, other])) == 2


def test_two_entries_of_calendars_stay_two():
    assert len(joined([in_calendar(1, at=time(9)), in_calendar(1, at=time(9))])) == 2
