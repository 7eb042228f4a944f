"""Why a tie is what it is: what is so, which way it moved the strength, and by about how much (T2 to T5)."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.book.because import Because
from renmai.domain.ties.ties import Tie, Turns
from renmai.engine.measures.strength import REASONS
from renmai.queries.ties.reasons import FACTS, why
from renmai.wording import sentence

TODAY = date(2026, 3, 31)
TURNS = Turns(
    months_two_way=2, starts_out=8, starts_in=12, turns_out=52, turns_in=44, answers_out=35, answers_in=40,
    wait_out_s=72_000.0, wait_in_s=18_000.0, solo_in=60,
)  # fmt: skip


def tie(*because: tuple[str, float], **changed) -> Tie:
    figures = {
        "person_id": 1, "strength": 0.61, "strength_before": 0.78, "tie_class": "weak", "state": "cooling",
        "reciprocity": 0.81, "standing": 0.62, "acts_out": 86, "acts_in": 97, "days_active": 90,
        "first_at_epoch_s": 1, "last_out_epoch_s": 5, "last_in_epoch_s": 6, "rhythm_days": 12.0,
        "turns": TURNS,
        "because": tuple(Because(code, {"contribution": size}) for code, size in because),
    }  # fmt: skip
    return Tie(**figures | changed)


def explained(one: Tie, *, months=((0,) * 12, (0,) * 12), last_on=date(2026, 2, 28), language="en"):
    """Return every sentence of every figure."""
    card = why(one, name="Ada", today=TODAY, first_on=date(2019, 3, 4), last_on=last_on, months=months)
    with override(language):
        return {
            "strength": [(sentence(m.because), sentence(m.effect)) for m in card.strength],
            **{
                name: [sentence(each) for each in getattr(card, name)]
                for name in ("tie_class", "state", "standing", "reciprocity")
            },
        }


def test_every_reason_of_the_engine_is_told_in_words():
    assert set(REASONS) <= FACTS.keys()


def test_what_moved_the_strength_most_comes_first_with_its_direction_and_size():
    """T3: the largest contributions are the evidence."""
    months = ((0,) * 9 + (4, 5, 3), (0,) * 9 + (5, 5, 5))
    said = explained(tie(("silence", -0.4), ("two_way_recent", 1.2), ("own_activity", 0.05)), months=months)

    assert said["strength"] == [
        ("Since January 2026 you have reached out 12 times, and Ada 15 times.",
         "raises it a lot, by about 29"),
        ("You were last in touch 31 days ago; usually you are every 12 days.", "lowers it, by about 9"),
    ]  # fmt: skip


def test_the_points_are_what_the_strength_would_lose_without_the_reason():
    card = why(tie(("silence", -0.4)), name="", today=TODAY, first_on=None, last_on=None, months=())
    [moved] = card.strength

    assert moved.because.numbers["points"] == -9, "0.61 is 0.70 without"
    assert moved.effect.code == "lowered_clearly"


@pytest.mark.parametrize(
    ("mine", "theirs", "code"),
    [(1, 1, "recent_both"), (2, 0, "recent_mine"), (0, 3, "recent_theirs"), (0, 0, "recent_none")],
)
def test_of_late_says_who_has_reached_out(mine, theirs, code):
    months = ((9,) * 9 + (0, 0, mine), (9,) * 9 + (0, theirs, 0))
    card = why(
        tie(("two_way_recent", -1.0)), name="Ada", today=TODAY, first_on=None, last_on=None, months=months
    )

    assert card.strength[0].because.code == code


@pytest.mark.parametrize(
    ("changed", "sentence_said"),
    [
        ({"tie_class": "strong"}, "In 2 months you both reached out, on 90 days in all."),
        ({}, "Months in which you both reached out so far: 2; days of contact: 90."),
        ({"tie_class": "pseudo", "acts_in": 0}, "Ada has never addressed or answered you."),
        ({"tie_class": "pseudo", "acts_out": 0}, "Ada has reached out 97 times; you have never answered."),
        (
            {"tie_class": "pseudo", "acts_in": 0, "acts_out": 0},
            "Neither of you has addressed or answered the other",
        ),
    ],
)
def test_a_class_names_what_it_rests_on(changed, sentence_said):
    """T2."""
    assert sentence_said in explained(tie(**changed))["tie_class"][0]


@pytest.mark.parametrize(
    ("changed", "in_english", "in_chinese"),
    [
        (
            {},
            "You usually are in touch every 12 days; now it has been 31 days.",
            "你们往常 12 天一来往，这回已 31 天。",
        ),
        (
            {"state": "active", "rhythm_days": 0.8},
            "You are in touch nearly every day; the last time was 31 days ago.",
            "你们几乎天天来往，上次是 31 天前。",
        ),
        (
            {"rhythm_days": None, "days_active": 4},
            "You were last in touch 31 days ago, and on 4 days in all: too few to call any rhythm usual.",
            "你们上次来往是 31 天前，一共才 4 天，还谈不上什么节奏。",
        ),
        (
            {"rhythm_days": None, "days_active": 1},
            "You have been in touch on one day only, 31 days ago, so there is no rhythm yet.",
            "你们只有过一天往来，是 31 天前，还谈不上节奏。",
        ),
    ],
)
def test_a_state_is_told_by_the_pair_s_own_rhythm(changed, in_english, in_chinese):
    """T5."""
    assert explained(tie(**changed))["state"] == [in_english]
    assert explained(tie(**changed), language="zh-hans")["state"] == [in_chinese]


def test_a_standing_says_who_begins_who_answers_and_how_fast():
    """T4."""
    assert explained(tie())["standing"] == [
        "Of what began after two quiet weeks, Ada began 12 and you 8.",
        "When it was Ada's turn, an answer came 40 of 52 times, usually within five hours.",
        "When it was your turn, you answered 35 of 44 times, usually within 20 hours.",
        "Of 97 acts from Ada, 60 were for you alone.",
    ]
    assert explained(tie(standing=None))["standing"] == [
        "Fewer than four acts have passed between you, which says too little of it."
    ]


def test_what_the_owner_says_is_not_taken_for_what_was_computed():
    computed = tie(("silence", -0.4))
    overruled = tie(("silence", -0.4), tie_class="strong", strength=0.05, computed=computed)

    assert explained(overruled) == explained(computed)


@given(
    st.lists(st.tuples(st.sampled_from(sorted(FACTS)), st.floats(-30, 30)), max_size=4),
    st.floats(0, 1),
    st.sampled_from(["pseudo", "weak", "strong"]),
    st.sampled_from(["active", "cooling", "dormant"]),
    st.none() | st.floats(0, 4000),
    st.none() | st.dates(date(1990, 1, 1), TODAY),
    st.sampled_from(["en", "zh-hans"]),
)
def test_any_figures_can_be_explained_in_both_languages(
    because, strength, kind, state, rhythm, last, language
):
    one = tie(*because, strength=strength, tie_class=kind, state=state, rhythm_days=rhythm)
    for reasons in explained(one, last_on=last, language=language).values():
        for said in reasons:
            assert "%(" not in str(said) and "…" not in str(said)
