"""Which letters wait for an answer, mine or theirs (P1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.ties.letters import DAY_S, OWED_DAYS, Letter, open_letters, version_of

NOW = 1_776_000_000


def letter(days_ago, is_from_me=False, **others):
    at = NOW - int(days_ago * DAY_S)
    known = {"interaction_id": at, "act": f"<{at}@x>", "role": "to"} | others
    return Letter(at_epoch_s=at, person_id=1, is_from_me=is_from_me, **known)


def opened(*letters, my_acts=None, threads=None, answered=()):
    mine = {each.act for each in letters if each.is_from_me} if my_acts is None else my_acts
    return open_letters(
        letters,
        my_acts=mine,
        my_last_in_thread=threads or {},
        answered_acts=answered,
        as_of_epoch_s=NOW,
    )


def test_a_question_to_me_is_owed_an_answer_until_i_write_to_them():
    asked = letter(3, asks=True)

    assert opened(asked).owed == asked
    assert opened(asked, letter(2, is_from_me=True)).owed is None
    assert opened(asked, letter(4, is_from_me=True)).owed == asked


def test_an_answer_in_the_conversation_settles_it_whomever_it_was_addressed_to():
    asked = letter(3, asks=True, thread="<t>")

    assert opened(asked, threads={"<t>": NOW - DAY_S}).owed is None
    assert opened(asked, threads={"<t>": NOW - 5 * DAY_S}).owed == asked


def test_a_call_settles_what_was_open_and_a_meeting_that_merely_took_place_does_not():
    """P1."""
    asked, mine = letter(3, asks=True), letter(3, is_from_me=True, asks=True)

    assert opened(asked, letter(2, kind="call", role="to")).owed is None
    assert opened(asked, letter(2, kind="meeting", role="attendee")).owed == asked
    assert opened(mine, letter(2, kind="call", role="to")).awaited is None
    assert opened(mine, letter(2, kind="meeting", role="attendee")).awaited == mine


def test_what_i_wrote_to_many_about_something_else_closes_nothing():
    """P1: in its own conversation it does."""
    asked = letter(3, asks=True, thread="<t>")
    told = {"is_from_me": True, "thread": "<other>"}

    assert opened(asked, letter(2, **told, audience=30)).owed == asked
    assert opened(asked, letter(2, **told)).owed is None
    assert opened(asked, threads={"<t>": NOW - DAY_S}).owed is None


def test_a_question_is_closed_by_the_asker_s_own_later_word_in_the_conversation_that_asks_nothing():
    """P1."""
    asked = letter(3, asks=True, thread="<t>")
    later = {"thread": "<t>", "reply_to": asked.act}

    assert opened(asked, letter(2, **later)).owed is None
    assert opened(asked, letter(2, **later, asks=True)).owed is not None
    assert opened(asked, letter(2, thread="<other>", reply_to="<other>")).owed == asked
    assert opened(asked, letter(4, **later)).owed == asked


def test_my_question_is_closed_by_whoever_answered_it():
    """R6."""
    mine = letter(9, is_from_me=True, asks=True)

    assert opened(mine).awaited == mine
    assert opened(mine, answered={mine.act}).awaited is None
    assert opened(mine, answered={"<another@x>"}).awaited == mine


def test_a_copy_is_owed_nothing():
    assert opened(letter(3, asks=True, role="cc")).owed is None


def test_an_answer_to_my_letter_that_asks_nothing_closes_the_round():
    mine = letter(5, is_from_me=True)

    assert opened(mine, letter(4, reply_to=mine.act)).owed is None
    assert opened(mine, letter(4, reply_to=mine.act, asks=True)).owed is not None


def test_what_is_told_to_a_room_is_owed_nothing_unless_it_asks_me_about_my_own_words():
    mine = letter(9, is_from_me=True, role="cc", audience=9)

    assert opened(letter(3, audience=30)).owed is None
    assert opened(letter(3, audience=30, asks=True)).owed is None
    assert opened(mine, letter(3, audience=30, asks=True, reply_to=mine.act)).owed is not None


def test_work_sent_in_to_a_list_is_owed_nothing_but_a_question_about_my_words_there_is():
    mine = letter(9, is_from_me=True)
    patch = {"is_on_list": True, "asks": True, "subject": "[PATCH v2 1/3] i2c: mend it"}

    assert opened(letter(3, **patch)).owed is None
    assert opened(mine, letter(3, **patch, reply_to=mine.act)).owed is None
    answer = {"is_on_list": True, "asks": True, "subject": "Re: [PATCH] i2c: mend it"}
    assert opened(mine, letter(3, **answer, reply_to=mine.act)).owed is not None


def test_a_question_before_many_that_addresses_me_alone_is_mine_to_answer():
    asked = {"is_on_list": True, "audience": 9, "asks": True, "subject": "[RFC] two names for one block"}

    assert opened(letter(3, **asked)).owed is None
    assert opened(letter(3, **asked, is_to_me_alone=True)).owed is not None


def test_an_old_letter_is_no_longer_owed_an_answer():
    assert opened(letter(OWED_DAYS + 1, asks=True)).owed is None


def test_a_question_is_answered_before_a_mere_word_and_a_later_one_before_an_earlier():
    first, second, word = letter(5, asks=True), letter(4, asks=True), letter(3)

    assert opened(first, second, word).owed == second


def test_days_on_which_i_tried_in_vain_are_counted_until_they_do_anything():
    tried = [letter(day, is_from_me=True, asks=True) for day in (30, 20, 20.001, 10)]

    assert opened(*tried).tries == 3
    assert opened(*tried).awaited == tried[-1]
    assert opened(*tried, letter(5)).tries == 0


def test_in_a_conversation_i_ask_whom_i_answer_and_not_everybody_addressed():
    theirs = letter(9, audience=9)
    asked = {"is_from_me": True, "asks": True, "audience": 9}

    assert opened(theirs, letter(8, **asked, reply_to=theirs.act)).awaited is not None
    assert opened(theirs, letter(8, **asked, reply_to="<somebody-else@x>")).awaited is None


def test_my_answers_to_them_are_no_attempts():
    theirs = letter(9)

    assert opened(theirs, letter(8, is_from_me=True, reply_to=theirs.act)).awaited is None


def test_usual_times_are_learnt_from_answers_that_name_what_they_answer():
    rounds = []
    for day in (40, 30, 20):
        asked = letter(day, asks=True)
        rounds += [asked, letter(day - 0.5, is_from_me=True, reply_to=asked.act)]
    found = opened(*rounds)

    assert found.my_usual.is_known
    assert abs(found.my_usual.typical_s - DAY_S / 2) < 60
    assert found.their_habit.asked == 0


def test_their_habit_counts_what_i_sent_and_whether_and_when_they_answered_it():
    asked = [letter(day, is_from_me=True, asks=True, thread=f"<{day}>") for day in (80, 60, 40, 30, 5)]
    found = opened(
        *asked,
        letter(79.9, reply_to=asked[0].act, thread="<80>"),
        letter(58.5, reply_to="<between@x>", thread="<60>"),
        letter(29, reply_to="<elsewhere@x>", thread="<other>"),
        letter(28, kind="message"),
    ).their_habit

    assert (found.asked, found.answered) == (4, 4)
    assert [found.counts[place] for place in (1, 4, 5, 9)] == [1, 2, 0, 1]


def test_a_letter_too_young_to_judge_counts_neither_way():
    young = letter(5, is_from_me=True, asks=True)

    assert opened(young, letter(4, reply_to=young.act)).their_habit.asked == 0


def test_the_other_way_is_how_they_reached_me_oftenest_besides():
    said = [letter(day, kind="message") for day in (40, 39)] + [letter(38, kind="call", role="attendee")]
    mine = letter(8, is_from_me=True, asks=True)

    assert opened(*said, letter(60), mine).other_way == "message"
    assert opened(letter(60), mine).other_way == ""


letters = st.builds(
    letter,
    st.floats(0, 60),
    st.booleans(),
    asks=st.booleans(),
    role=st.sampled_from(["to", "cc"]),
    audience=st.integers(1, 20),
)


@given(st.lists(letters, max_size=12), st.randoms())
def test_the_order_in_which_letters_came_in_makes_no_difference(some, random):
    shuffled = list(some)
    random.shuffle(shuffled)

    assert opened(*shuffled).tries == opened(*some).tries
    assert opened(*shuffled).owed == opened(*some).owed


@given(st.lists(letters, max_size=12))
def test_after_a_letter_of_mine_today_nothing_is_owed(some):
    assert opened(*some, letter(0.0001, is_from_me=True)).owed is None or any(
        each.at_epoch_s >= NOW - 9 for each in some if not each.is_from_me
    )


def test_a_question_of_the_second_in_which_i_wrote_counts_as_settled():
    mine = letter(3, is_from_me=True, interaction_id=1, act="<mine@x>")
    later = letter(3, asks=True, interaction_id=2)

    assert opened(mine, later).owed is None
    assert opened(mine, later._replace(at_epoch_s=later.at_epoch_s + 1)).owed is not None


@pytest.mark.parametrize(("asks", "days"), [(True, 45), (False, 14)])
def test_an_answer_is_owed_for_so_many_days_and_not_a_second_longer(asks, days):
    assert opened(letter(days, asks=asks)).owed is not None
    assert opened(letter(days + 1 / DAY_S, asks=asks)).owed is None


def test_a_letter_that_asks_nothing_is_told_to_a_room_of_seven_and_said_to_one_of_six():
    assert opened(letter(3, audience=6)).owed is not None
    assert opened(letter(3, audience=7)).owed is None


@pytest.mark.parametrize("role", ["to", "cc", "bcc"])
def test_who_is_called_by_name_is_asked_in_a_copy_and_before_many_too(role):
    asked = letter(3, asks=True, role=role, calls_me=True, audience=30, is_on_list=True)

    assert opened(asked).owed == asked
    assert opened(asked._replace(calls_me=role == "to", role="cc", asks=False)).owed is None


@pytest.mark.parametrize(
    ("subject", "about", "version"),
    [
        ("[PATCH v3 2/4] loom: nest", "loom: nest", 3),
        ("Re: [PATCH 2/4] loom: nest", "loom: nest", 1),
        ("Contract, draft 2", "contract", 2),
        ("Contract", "contract", 1),
        ("Contract (final)", "contract", 1000),
        ("报价第3版", "报价", 3),
        ("报价 定稿", "报价", 1000),
        ("回复：报价", "报价", 1),
        ("", "", 1),
    ],
)
def test_a_subject_tells_what_it_is_about_and_which_version(subject, about, version):
    assert version_of(subject) == (about, version)


def test_a_newer_version_closes_what_was_asked_of_the_older_from_either_side():
    asked = letter(5, asks=True, subject="Contract")
    newer = letter(3, subject="Contract, draft 2", reply_to="<1@x>")
    mine = letter(3, is_from_me=True, subject="Contract v2", audience=30)

    assert opened(asked, newer).owed is None
    assert opened(asked, mine).owed is None
    assert opened(asked, newer._replace(subject="Invoice, draft 2")).owed == asked
    assert opened(asked._replace(subject="Contract v3"), newer).owed is not None
    assert opened(newer._replace(at_epoch_s=asked.at_epoch_s - 1, interaction_id=1), asked).owed == asked
