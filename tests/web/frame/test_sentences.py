"""Sentences: markup and fields as slots of a whole sentence, names and clauses joined."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

HOSTILE = '<script>alert("1")</script>'


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


THROUGH = "{% blocktranslate %}through {{ whom }}{% endblocktranslate %}"


def shown(source: str, **values: object) -> str:
    return Template("{% load i18n book.sentences book.words people.names %}" + source).render(Context(values))


def test_a_slot_stands_where_the_sentence_puts_it():
    slot = '{% slot whom %}<a href="/">{{ name }}</a>{% endslot %}'

    assert shown(slot + THROUGH, name="Ada") == 'through <a href="/">Ada</a>'


def test_a_break_of_lines_in_a_slot_is_no_space_and_a_space_within_a_line_is_one():
    text = """{% slot whom %}
      <b>a</b>
      {% if is_so %}
        <i>b</i> <u>c</u>
      {% endif %}
    {% endslot %}[{{ whom }}]"""

    assert shown(text, is_so=True) == "[<b>a</b><i>b</i> <u>c</u>]"


def test_what_somebody_typed_stays_letters_in_a_slot_and_in_its_sentence():
    slot = "{% slot whom %}{{ name }}{% endslot %}"

    assert shown(slot + THROUGH, name=HOSTILE) == "through &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"


def test_a_slot_has_one_name():
    with pytest.raises(TemplateSyntaxError, match="slot takes one name"):
        shown("{% slot %}x{% endslot %}")


@pytest.mark.urls("renmai.web.urls")
def test_a_person_is_linked_with_name_and_place_as_letters_only():
    link = shown('{% person_link 7 name "#ledger" classes="who" %}', name=HOSTILE)

    assert link.startswith('<a class="who" href="/people/7/#ledger">')
    assert "<script" not in link


def test_a_run_in_the_other_language_says_so_and_nothing_is_nothing():
    assert shown("{{ text|spoken }}", text="望舒") == '<span lang="zh-Hans">望舒</span>'
    assert shown("{{ text|spoken }}", text="Ada") == "<span>Ada</span>"
    assert shown("{{ text|spoken }}{{ text|aside }}", text="") == ""


def test_only_clauses_that_say_something_are_joined():
    text = "{% joined mark first second third %}"

    assert shown(text, mark="; ", first="a & b", second="", third="c") == "a &amp; b; c"
    assert shown(text, mark="; ", first="", second="", third="") == ""


def test_texts_are_listed_with_the_marks_of_the_language():
    assert (
        shown("{{ texts|listed:mark }}", texts=["Ada", "Grace"], mark=", ")
        == "<span>Ada</span>, <span>Grace</span>"
    )
