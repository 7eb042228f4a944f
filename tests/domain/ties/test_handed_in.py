"""Work handed in for a word on it: which subjects say so, and what of it still waits (P1, TRUTH §2)."""

import pytest

from renmai.domain.ties.handed_in import ENOUGH, RIPE_DAYS, WAYS, HandedIn, is_handed_in, still_waiting
from renmai.domain.ties.letters import DAY_S, OWED_DAYS

NOW = 1_776_000_000


def piece(days_ago, number=0, *, is_mine=False, answered_by="", series="", subject="[PATCH] mill: turn"):
    at_epoch_s = NOW - int(days_ago * DAY_S)
    return HandedIn(
        interaction_id=at_epoch_s + number,
        series=series or f"{at_epoch_s} {number}",
        at_epoch_s=at_epoch_s,
        person_id=1,
        subject=subject,
        is_mine=is_mine,
        is_answered=bool(answered_by),
        is_answered_by_me=answered_by == "me",
    )


def past(answered_by, count=ENOUGH, since=100, **others):
    return [
        piece(since + n, answered_by=answered_by, subject=f"[PATCH] part {n}", **others) for n in range(count)
    ]


def waiting(*letters):
    return [[part.subject for part in each] for each in still_waiting(letters, as_of_epoch_s=NOW)]


@pytest.mark.parametrize("way", WAYS, ids=[way.what for way in WAYS])
def test_every_way_of_handing_in_knows_its_own_examples_and_no_answer_to_them(way):
    assert len(way.examples) >= 3
    assert [subject for subject in way.examples if not is_handed_in(subject)] == []
    assert [subject for subject in way.examples if is_handed_in(f"Re: {subject}")] == []
    assert [subject for subject in way.examples if is_handed_in(f"回复：{subject}")] == []


@pytest.mark.parametrize(
    "subject",
    [
        "Lunch on Friday", "A review of the year", "The offer still stands?", "Patch of ice on the road",
        "Your review of our shop", "申请表在哪里下载", "报价收到了吗", "[mill] weekly notes", "",
    ],
)  # fmt: skip
def test_what_only_speaks_of_such_things_hands_nothing_in(subject):
    assert not is_handed_in(subject)


def test_what_got_no_word_waits_where_a_word_of_mine_is_usual():
    late = piece(9)

    assert waiting(*past("me"), late) == [[late.subject]]
    assert waiting(*past("me", ENOUGH - 1), late) == []
    assert waiting(*past("somebody"), late) == []
    assert waiting(*past("me"), *past("", 5, since=120), late) == [[late.subject]]
    assert waiting(*past("me"), *past("", 6, since=120), late) == []


def test_what_i_handed_in_waits_where_a_word_of_anybody_is_usual():
    late = piece(20, is_mine=True)

    assert waiting(*past("somebody", is_mine=True), late) == [[late.subject]]
    assert waiting(*past("", is_mine=True), late) == []


def test_a_word_on_one_part_is_one_on_the_piece_whoever_gave_it():
    cover, part = piece(20, series="s"), piece(20, 1, series="s", subject="[PATCH 1/1] mill: turn")
    answered = piece(20, 1, series="s", answered_by="somebody")

    assert waiting(*past("me"), cover, part) == [[cover.subject, part.subject]]
    assert waiting(*past("me"), cover, answered) == []


def test_a_newer_version_takes_the_place_of_the_older():
    first = piece(20, subject="[PATCH] mill: turn slower")
    second = piece(9, subject="[PATCH v2] mill: turn slower")

    assert waiting(*past("me"), first, second) == [[second.subject]]


@pytest.mark.parametrize(
    ("days_ago", "waits"), [(OWED_DAYS - 1, 1), (OWED_DAYS + 1, 0), (RIPE_DAYS, 1), (0.1, 1)]
)
def test_after_the_days_in_which_an_answer_is_owed_nobody_waits(days_ago, waits):
    assert len(waiting(*past("me"), piece(days_ago))) == waits
