"""Words: sentences with their evidence, and the language a run of text is in."""

from django.utils import translation

from renmai.domain.book.because import Because
from renmai.web.templatetags.book.words import evidence, tongue
from renmai.web.templatetags.people.names import pinyin

RHYTHM = Because("cooling_rhythm", {"name": "Ada", "rhythm_days": 12, "silent_days": 31})


def test_the_first_two_figures_lead_to_what_they_rest_on():
    with translation.override("en"):
        html = evidence(RHYTHM, "/people/1/")
    assert html.count('<a class="evidence" href="/people/1/">') == 2
    assert ">12 days</a>" in html


def test_chinese_figures_are_found_as_they_are_written():
    with translation.override("zh-hans"):
        html = evidence(RHYTHM, "#strip")
    assert ">12 天</a>" in html
    assert ">31 天</a>" in html


def test_what_somebody_else_wrote_is_never_made_a_link():
    quoted = Because("reply_wrote", {"name": "Ada", "subject": "3 days, 12 boxes", "ago_days": 5})
    with translation.override("en"):
        html = evidence(quoted, "#strip")
    assert html.count("<a ") == 1
    assert ">five days</a>" in html


def test_a_hostile_name_is_only_letters():
    hostile = Because("birthday_today", {"name": "<script>alert(1)</script>"})
    with translation.override("en"):
        assert "<script" not in evidence(hostile, "#x")


def test_a_run_of_the_other_language_says_so():
    with translation.override("en"):
        assert tongue("顾望舒") == ' lang="zh-Hans"'
        assert tongue("Ada") == ""
    with translation.override("zh-hans"):
        assert tongue("Ada") == ' lang="en"'
        assert tongue("") == ""


def test_pinyin_is_two_words_with_the_surname_first():
    assert pinyin("gu wang shu", "顾望舒") == "Gu Wangshu"
    assert pinyin("ou yang wei xi", "欧阳未晞") == "Ouyang Weixi"
    assert pinyin("jian ning", "简宁") == "Jian Ning"


def test_a_figure_inside_a_name_or_an_address_is_no_evidence():
    with translation.override("en"):
        assert "<a" not in evidence(Because("birthday_today", {"name": "r2d2=1 @99.example"}), "#x")
