"""How a number, a day or a name stands in a sentence, in Chinese and in English."""

from datetime import date

import pytest

from renmai.wording.book.days import read_on
from renmai.wording.book.numbers import fill


@pytest.fixture(autouse=True)
def a_day_of_2026():
    """Sentences are read in 2026."""
    with read_on(date(2026, 5, 1)):
        yield


def chinese(text, **numbers):
    return fill(text, numbers, is_chinese=True)


def english(text, **numbers):
    return fill(text, numbers, is_chinese=False)


@pytest.mark.parametrize(
    ("numbers", "in_chinese", "in_english"),
    [
        ({"silent_days": 1}, "一天", "one day"),
        ({"silent_days": 2}, "两天", "two days"),
        ({"silent_days": 31}, "31 天", "31 days"),
        ({"silent_days": 580}, "19 个月", "19 months"),
        ({"silent_days": 913}, "两年半", "2½ years"),
        ({"silent_days": 1461}, "四年", "four years"),
        ({"usual_hours": 0.2}, "一小时", "one hour"),
        ({"usual_hours": 23.5}, "一天", "one day"),
        ({"usual_hours": 50.0}, "两天", "two days"),
        ({"ago_days": 0}, "今天", "today"),
        ({"ago_days": 1}, "昨天", "yesterday"),
        ({"ago_days": 3}, "三天前", "three days ago"),
        ({"in_days": 1}, "明天", "tomorrow"),
        ({"in_days": 12}, "12 天后", "in 12 days"),
        ({"out_times": 2}, "两次", "twice"),
        ({"out_times": 14}, "14 次", "14 times"),
        ({"few_people": 1}, "一个人", "one person"),
        ({"chance_share": 0.7}, "七成", "70%"),
        ({"chance_share": 0.64}, "六成五", "65%"),
        ({"on": "2026-04-16"}, "4月16日", "16 April"),
        ({"on": "2025-12-31"}, "2025年12月31日", "31 December 2025"),
        ({"on": "2027-01-02"}, "2027年1月2日", "2 January 2027"),
        ({"on": "2026-02-30"}, "2026-02-30", "2026-02-30"),
        ({"last_on": "2024-13"}, "2024-13", "2024-13"),
        ({"last_on": "2024-09"}, "2024年9月", "September 2024"),
        ({"strength": 61}, "61", "61"),
        ({"size_mb": 12.34}, "12", "12"),
        ({"size_mb": 1.26}, "1.3", "1.3"),
    ],
)
def test_a_number_is_said_as_people_say_it(numbers, in_chinese, in_english):
    (name,) = numbers
    assert chinese(f"，%({name})s。", **numbers) == f"，{in_chinese}。"
    assert english(f", %({name})s.", **numbers) == f", {in_english}."


def test_between_han_and_latin_or_figures_stands_one_space_but_none_at_a_date():
    assert (
        chinese("你和%(name)s往常%(rhythm_days)s一来往", name="Ada", rhythm_days=12)
        == "你和 Ada 往常 12 天一来往"
    )
    assert chinese("%(name)s%(ago_days)s问", name="Ada", ago_days=2) == "Ada 前天问"
    assert chinese("%(name)s%(ago_days)s来信", name="若宁", ago_days=41) == "若宁 41 天前来信"
    assert chinese("在%(on)s开口", on="2026-05-12") == "在5月12日开口"


@pytest.mark.parametrize("text", ["2026-45", "2026-13", "2024-09-31", "2026-07", "2026-07-31", "0000-00-00"])
@pytest.mark.parametrize("name", ["subject", "what", "name"])
def test_what_somebody_wrote_is_never_taken_for_a_date(name, text):
    assert english(f"On %({name})s.", **{name: text}) == f"On {text}."
    assert text in chinese(f"关于%({name})s。", **{name: text})


def test_what_is_no_day_is_said_as_it_stands_even_where_a_day_belongs():
    assert english("on %(on)s", on="2024-09-31") == "on 2024-09-31"
    assert chinese("在%(last_on)s前", last_on="2026-45") == "在 2026-45 前"


def test_a_date_is_worded_under_any_name():
    with read_on(date(2026, 12, 31)):
        assert english("%(whenever)s", whenever=date(2026, 4, 16)) == "16 April"


def test_a_sentence_begins_with_a_capital_even_where_a_number_begins_it():
    assert english("%(tries_times)s without an answer.", tries_times=3) == "Three times without an answer."


def test_a_missing_number_weakens_the_sentence_and_not_the_page():
    assert english("%(name)s wrote.") == "… wrote."
