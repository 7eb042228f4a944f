"""How a letter addresses somebody, what it asks, what it is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.people.greetings import call_name, forms_of_address
from renmai.domain.ties.cadence import is_silence, lateness, reply_time
from renmai.domain.ties.excerpts import LONGEST, bare_subject, is_called, last_question, whom_asked


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("顾望舒", "望舒"),
        ("简宁", "简宁"),
        ("欧阳静", "欧阳静"),
        ("欧阳若水", "若水"),
        ("张 三丰", "三丰"),
        ("Marta Lindqvist-Okoye", "Marta"),
        ("Gu Wangshu", "Gu Wangshu"),
        ("Dr. Ada Byron", "Ada"),
        ("J. Smith", "J. Smith"),
        ("Byron, Ada", "Ada"),
        ("lists", "lists"),
        ("li.lei@example.cn", "li.lei"),
    ],
)
def test_a_letter_calls_somebody_as_people_do(name, called):
    assert call_name(name) == called


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("样品收到了。起订量能到两千吗？另外别忘了图纸。", "起订量能到两千吗？"),
        ("Thanks. Could you quote v2.5 of it? Best", "Could you quote v2.5 of it?"),
        ("See https://example.org/?q=1 for more.", ""),
        ("No question here.", ""),
        ("?", ""),
        ("Is " + "x" * LONGEST + "?", ""),
        ("Why did I wait? Because. Could you send the second one? Thanks.", "Could you send the second one?"),
        ("Could you send it? It is late, right?", "Could you send it?"),
        ("能寄一份吗？你也觉得晚了，对吧？", "能寄一份吗？"),
        ("It is late, right?", "It is late, right?"),
        (
            "The drawings came and were all … Ada, could you send the second?",
            "Ada, could you send the second?",
        ),
    ],
)
def test_the_last_question_short_enough_to_quote_is_quoted_rather_than_one_of_form(text, question):
    assert last_question(text) == question


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Re: Fwd: 回复：打样", "打样"),
        ("AW: Muster", "Muster"),
        ("Regarding the sample", "Regarding the sample"),
        ("", ""),
    ],
)
def test_a_subject_is_named_without_the_marks_of_answering(subject, bare):
    assert bare_subject(subject) == bare


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ajay, any comments?", "Ajay Gupta"),
        ("Looks good to me. @Wolfram: you will take it?", "Wolfram Sang"),
        ("Hi Marta, could you look?", "Marta Lindqvist-Okoye"),
        ("样品到了。望舒，你看行吗？", "顾望舒"),
        ("Hi, Marta, could you look?", "Marta Lindqvist-Okoye"),
        ("I would take the second one. What do you think, Ajay?", "Ajay Gupta"),
        ("Andi, Wolfram: any comments?", "Wolfram Sang"),
        ("Andi and Wolfram, any comments?", "Wolfram Sang"),
    ],
)
def test_a_letter_turns_to_the_one_it_calls_by_name(text, name):
    assert is_called(text, [forms_of_address(name)])
    assert not is_called(text, [forms_of_address("Somebody Else")])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ajay, any comments? Marta, could you look?", {0, 1}),
        ("Marta, the drawings came. Ajay, could you look?", {0}),
        ("Ajay, thanks for the drawings. Marta, could you look?", {1}),
        ("So, Ajay, could you look?", {0}),
        ("The second one, Ajay, is better. Could you look?", set()),
        ("Hi Marta, I asked Ajay. Could you look?", {1}),
        ("Ajay, Marta: could you look?", {0, 1}),
        ("Marta and Ajay, could you look?", {0, 1}),
        ("Could you look, Ajay?", {0}),
        ("Marta, the drawings came. What do you think, Ajay?", {0}),
        ("Ajay, please let me know when you can.", {0}),
        ("望舒，图纸到了。Ajay，你看行吗？", {0}),
        ("It is long, and so on … Ajay, could you look?", {0}),
        ("Could you look?", set()),
        ("", set()),
    ],
)
def test_a_question_is_put_to_whoever_is_called_last_before_it(text, asked):
    names = [[forms_of_address(name)] for name in ("Ajay Gupta", "Marta Lindqvist", "顾望舒")]

    assert whom_asked(text, names) == asked


@pytest.mark.parametrize(
    ("greeting", "name", "is_theirs"),
    [
        ("Hi Angelo", "AngeloGioacchino Del Regno", True),
        ("Hi Angelo,", "AngeloGioacchino Del Regno", True),
        ("Hello Jean!", "Jean-Luc Marchand", True),
        ("Hi Alex,", "Alexandru Popescu", True),
        ("Hi Bob,", "Robert Marsh", True),
        ("Hi Tony -", "Anthony Reed", True),
        ("Dear Dr. Byron,", "Ada Byron", True),
        ("Hi Andre,", "André Martin", True),
        ("Hi Wangshu,", "Gu Wangshu", True),
        ("Ada,", "Ada 李雷", True),
        ("李雷，", "Ada 李雷", True),
        ("王总您好，", "王建国", True),
        ("王總：", "王建国", True),
        ("尊敬的王老师：", "王建国", True),
        ("小顾，", "顾望舒", True),
        ("望舒姐，", "顾望舒", True),
        ("阿舒，", "顾望舒", True),
        ("Hi Al,", "Alexandru Popescu", False),
        ("Hi Al,", "Alistair Reed", False),
        ("Hi Martin,", "Martina Weiss", False),
        ("Hi Paul,", "Pauline Weiss", False),
        ("Hi Carl,", "Carlos Ruiz", False),
        ("Hi Angeline,", "AngeloGioacchino Del Regno", False),
        ("Hi all,", "Allan Reed", False),
        ("Hi Jan,", "Janusz Kowal", False),
        ("李总您好，", "王建国", False),
        ("小李，", "顾望舒", False),
        ("Alex's patch is fine.", "Alexandru Popescu", False),
        ("Alexandru.popescu wrote.", "Alexandru Popescu", False),
    ],
)
def test_a_short_form_of_the_given_name_calls_somebody_too(greeting, name, is_theirs):
    """TRUTH §2: called by name, whichever name one is called by."""
    assert is_called(f"{greeting} could you look?", [forms_of_address(name)]) == is_theirs


def test_a_short_form_calls_nobody_where_it_is_another_reader_s_name():
    named = [[forms_of_address("Daniel Weiss")], [forms_of_address("Dan Marsh")]]

    assert whom_asked("Hi Dan, could you look?", named) == {1}
    assert whom_asked("Hi Daniel, could you look?", named) == {0}
    assert whom_asked("Hi Danny, could you look?", named) == {0, 1}
    assert whom_asked("Dan and Daniel, could you look?", named) == {0, 1}


@given(st.text(max_size=60), st.text(max_size=200))
def test_no_name_and_no_text_is_too_strange_to_be_looked_at_for_a_call(name, text):
    forms = forms_of_address(name)

    assert not set(forms.written) & set(forms.short)
    assert is_called(text, [forms]) in {True, False}


@pytest.mark.parametrize(
    "text", ["I asked Ajay, he agreed. Any comments?", "Ajaya, any comments?", "", "Any comments?"]
)
def test_to_be_spoken_of_is_not_to_be_called(text):
    assert not is_called(text, [forms_of_address("Ajay Gupta")])


@given(st.text(max_size=300))
def test_no_text_is_too_strange_to_be_looked_at_for_a_question(text):
    assert len(last_question(text)) <= LONGEST
    assert len(bare_subject(text)) <= 60
    assert isinstance(call_name(text), str)


@given(st.lists(st.floats(1, 1e7), min_size=1, max_size=20))
def test_a_usual_time_lies_between_the_shortest_and_the_longest(gaps):
    usual = reply_time(gaps).typical_s

    assert max(60.0, min(gaps)) * 0.999 <= usual <= max(60.0, *gaps) * 1.001


@given(st.floats(0, 1e7), st.floats(0, 1e7), st.floats(0, 1e7))
def test_waiting_longer_is_never_less_late(one, other, usual):
    shorter, longer = sorted((one, other))

    assert 0 <= lateness(shorter, usual) <= lateness(longer, usual) < 1


def test_two_weeks_without_a_word_are_a_silence():
    assert [is_silence(days) for days in (None, 0, 13, 14, 90)] == [False, False, False, True, True]
