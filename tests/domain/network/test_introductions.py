"""R5: what a path of introduction rests on, and how each chance follows from what is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.network.introductions import (
    GOOD_ENOUGH,
    PASSES_ON,
    Chance,
    Path,
    Rapport,
    agrees,
    answers,
    edges,
    joined,
    told_first,
)
from renmai.domain.ties.acquaintances import Acquaintance
from renmai.domain.ties.replies import NO_HABIT, ReplyHabit, habit_of, outlook_of
from renmai.domain.ties.ties import Tie

DAY_S = 86_400
NOW = 1_000 * DAY_S
ME = 1


def tie(tie_class="strong", state="active", strength=0.8, standing=0.5, out=10, back=10) -> Tie:
    return Tie(
        person_id=7, strength=strength, strength_before=None, tie_class=tie_class, state=state,
        reciprocity=1.0, standing=standing, acts_out=out, acts_in=back, days_active=5,
        first_at_epoch_s=0, last_out_epoch_s=NOW - 40 * DAY_S, last_in_epoch_s=NOW - 3 * DAY_S,
        rhythm_days=10.0,
    )  # fmt: skip


def asked(known) -> float:
    return agrees(known, as_of_epoch_s=NOW).probability


TIES = st.builds(
    tie,
    st.sampled_from(["pseudo", "weak", "strong"]),
    st.sampled_from(["active", "cooling", "dormant"]),
    st.floats(0, 1),
    st.none() | st.floats(0, 1),
    st.integers(0, 500),
    st.integers(0, 500),
)


@given(TIES, st.booleans(), st.booleans())
def test_every_chance_is_a_probability_and_has_a_reason(known_tie, i_owe, i_wait):
    known = Rapport(name="Ada", tie=known_tie, i_owe=i_owe, i_wait=i_wait)
    found = [answers(known), answers(replace(known, outlook=outlook_of(letters(i_owe + 9, 9 * i_wait))))]
    if known_tie.tie_class != "pseudo":
        found.append(agrees(known, as_of_epoch_s=NOW))

    assert all(0 < each.probability < 1 and each.because for each in found)


@pytest.mark.parametrize("known_tie", [None, tie("pseudo")])
def test_a_name_in_the_address_book_is_nobody_to_ask(known_tie):
    """R5, T1: only those with whom something passed both ways can be asked."""
    assert asked(Rapport(name="Ada", tie=known_tie)) == 0


def test_a_closer_a_livelier_and_a_more_attentive_one_agrees_more_readily():
    close = asked(Rapport(name="Ada", tie=tie()))

    assert close > asked(Rapport(name="Ada", tie=tie("weak")))
    assert close > asked(Rapport(name="Ada", tie=tie(strength=0.3)))
    assert close > asked(Rapport(name="Ada", tie=tie(state="cooling")))
    assert close > asked(Rapport(name="Ada", tie=tie(standing=0.1)))
    assert close == asked(Rapport(name="Ada", tie=tie(standing=None)))


def test_what_is_open_between_us_makes_asking_dearer_and_is_said():
    """R5, V7: whether asking is affordable."""
    free = agrees(Rapport(name="Ada", tie=tie()), as_of_epoch_s=NOW)
    owing = agrees(Rapport(name="Ada", tie=tie(), i_owe=True), as_of_epoch_s=NOW)
    waiting = agrees(Rapport(name="Ada", tie=tie(), i_wait=True), as_of_epoch_s=NOW)

    assert free.probability > owing.probability > waiting.probability
    assert [each.code for each in owing.because] == ["asks_close", "asks_i_owe"]
    assert [each.code for each in waiting.because] == ["asks_close", "asks_i_wait"]


def test_the_days_since_the_last_contact_are_whole_days_before_the_moment_asked():
    [reason] = agrees(Rapport(name="Ada", tie=tie()), as_of_epoch_s=NOW).because

    assert reason.numbers["silent_ago_days"] == 2


def letters(asked: int, answered: int) -> ReplyHabit:
    return habit_of([60.0] * answered + [None] * (asked - answered))


@pytest.mark.parametrize(
    ("habit", "probability", "code"),
    [
        (None, 0.5, "answers_assumed"),
        (letters(0, 0), 0.5, "answers_assumed"),
        (letters(4, 0), 0.28, "answers_known"),
        (letters(400, 0), 0.1, "answers_known"),
        (letters(4, 4), 0.72, "answers_known"),
        (letters(5, 0), 0.25, "answers_known"),
        (letters(300, 300), 0.9, "answers_known"),
        (letters(300, 150), 0.5, "answers_known"),
    ],
)
def test_how_likely_a_target_answers_is_a_prior_shrunk_towards_how_they_answered_letters(
    habit, probability, code
):
    """R5, R6: nothing but letters addressed to them."""
    found = answers(Rapport(name="Ada", outlook=None if habit is None else outlook_of(habit)))

    assert found.probability == pytest.approx(probability, abs=0.01)
    assert [reason.code for reason in found.because] == [code]


def test_how_often_either_side_wrote_moves_no_chance_of_an_answer():
    """Three hundred letters of theirs that nobody asked for say nothing of the one that asks."""
    expected = outlook_of(letters(10, 2))
    chances = {
        answers(Rapport(name="Ada", tie=tie(out=out, back=back), outlook=expected)).probability
        for out in (0, 4, 300)
        for back in (0, 4, 300)
    }
    assert chances == {expected.chance}


def test_who_was_never_asked_is_expected_to_answer_as_others_do():
    willing = outlook_of(NO_HABIT, letters(40, 36))
    [reason] = answers(Rapport(name="Ada", tie=tie(back=9), outlook=willing)).because

    assert reason.code == "answers_unasked"
    assert reason.numbers == {"name": "Ada", "in_times": 9, "share": pytest.approx(0.86, abs=0.01)}


def test_a_hop_between_two_others_says_how_sure_it_is():
    then = Chance(0.5)

    assert joined(0.8, "Ada", "Bo", then).probability == pytest.approx(0.4)
    assert [joined(real, "Ada", "Bo", then).because[0].code for real in (0.8, 0.3)] == [
        "knows_likely",
        "knows_perhaps",
    ]


def test_edges_lead_from_me_over_acquaintances_to_the_wanted_and_never_through_nobody_or_the_wanted():
    """R5: 2 can well be asked, 3 hardly; 5 is wanted, 4 is a list."""
    pairs = [
        Acquaintance(2, 5, 0.5),
        Acquaintance(2, 3, 0.4),
        Acquaintance(4, 5, 0.9),
        Acquaintance(5, 6, 0.9),
    ]

    found = set(edges({2: 0.9, 3: 0.1, 4: 0.7}, pairs, {5: 0.6}, me=ME, nobody=[4]))

    assert found == {
        (ME, 2, 0.9), (ME, 3, 0.1), (2, 5, 0.5 * 0.6), (2, 3, 0.4 * PASSES_ON), (6, 5, 0.9 * 0.6),
    }  # fmt: skip


def test_a_good_tie_of_my_own_is_told_before_a_better_path_and_a_faint_one_is_not():
    long = Path((ME, 2, 5), (Chance(0.95), Chance(0.9)))
    own = Path((ME, 5), (Chance(GOOD_ENOUGH),))
    faint = replace(own, hops=(Chance(GOOD_ENOUGH - 0.01),))

    assert told_first([long, own]) == [own, long]
    assert told_first([faint, long]) == [long, faint]


def test_nobody_is_led_through_whichever_of_a_pair_they_are():
    pairs = [Acquaintance(2, 3, 0.8), Acquaintance(4, 5, 0.8)]
    found = {(one, other) for one, other, _ in edges({2: 0.3, 4: 0.3}, pairs, {9: 0.5}, me=ME, nobody=[3, 4])}

    assert found == {(ME, 2)}


def test_the_owner_is_led_through_by_nobody():
    pairs = [Acquaintance(ME, 3, 0.8), Acquaintance(0, ME, 0.8)]

    assert list(edges({3: 0.3}, pairs, {}, me=ME)) == [(ME, 3, 0.3)]


def test_the_figures_of_every_chance():
    """By class between two bounds; less where it went quiet, is one-sided, or a letter is open."""
    assert [asked(Rapport(name="Ada", tie=tie(strength=s))) for s in (0.0, 1.0)] == pytest.approx([0.6, 0.95])
    weak = [asked(Rapport(name="Ada", tie=tie("weak", strength=s))) for s in (0.0, 1.0)]
    assert weak == pytest.approx([0.2, 0.6])
    quiet = [asked(Rapport(name="Ada", tie=tie(state=s, strength=0.0))) for s in ("cooling", "dormant")]
    assert quiet == pytest.approx([0.54, 0.42])
    standing = [asked(Rapport(name="Ada", tie=tie(strength=0.0, standing=s))) for s in (0.0, 0.25, 0.5, 1.0)]
    assert standing == pytest.approx([0.48, 0.54, 0.6, 0.6])
    owing = asked(Rapport(name="Ada", tie=tie(strength=0.0), i_owe=True))
    waiting = asked(Rapport(name="Ada", tie=tie(strength=0.0), i_wait=True))
    assert (owing, waiting) == (pytest.approx(0.48), pytest.approx(0.36))


def test_an_acquaintance_is_a_guess_below_six_tenths():
    said = [joined(real, "Ada", "Bob", Chance(1.0)).because[0].code for real in (0.59, 0.6)]

    assert said == ["knows_perhaps", "knows_likely"]


def test_from_a_chance_of_four_tenths_a_tie_of_my_own_needs_no_introducer():
    pairs = [Acquaintance(2, 3, 0.8)]

    assert (2, 3) in {edge[:2] for edge in edges({2: 0.5, 3: 0.39}, pairs, {}, me=ME)}
    assert (2, 3) not in {edge[:2] for edge in edges({2: 0.5, 3: 0.4}, pairs, {}, me=ME)}
    own, led = Path((ME, 3), (Chance(0.4),)), Path((ME, 2, 3), (Chance(0.9), Chance(0.9)))
    assert told_first([led, own]) == [own, led]
    weak = Path((ME, 3), (Chance(0.39),))
    assert told_first([weak, led]) == [led, weak]
