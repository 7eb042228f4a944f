"""Names: what is a way to call somebody, what surely is another's full name (TRUTH 3)."""

import importlib.util

import pytest

from renmai.domain.people.names import are_surely_different, called_by, is_full_name, simpler
from renmai.domain.people.simplified import SIMPLIFIED, TRADITIONAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王总", "王伟"), ("小刘", "刘芳"), ("张律师", "张三丰"), ("爸爸", "王建国"), ("王工", "王伟平"),
        ("李老师", "李娜"), ("老张", "张伟"), ("阿明", "李晓明"),
        ("陈副局长", "陈静"), ("欧阳总", "欧阳娜娜"),
        ("王总 华为", "王伟"), ("华为王总", "王伟"),
        ("王总（华为）", "王伟"), ("王 总", "王伟"), ("外婆", "李秀英"),
        ("老爸", "爸爸"), ("张阿姨", "张丽华"), ("王太太", "李娜"), ("建国哥", "王建国"), ("豆豆", "王建国"),
        ("房东", "李雷"), ("李雷老师", "李雷总"), ("小王老师", "王芳"), ("大刘", "刘强"), ("三丰", "张三丰"),
        ("陳凱歌", "陈凯歌"), ("張瑤", "张瑶"), ("李 剛", "李刚"), ("王 丽", "王丽娟"), ("雷 李", "李雷"),
        ("Ada 李雷", "李雷"), ("李雷 Leo", "Leo Li"), ("佐藤健", "佐藤健さん"), ("Dr. Wu", "Ming Wu"),
        ("Prof. Ming Wu", "Wu Ming"), ("Uncle Bob", "Robert Smith"), ("Lü Wei", "Lv Wei"),
        ("Li Xiaoming", "Xiao Ming Li"), ("Lǐ Léi", "Li Lei"), ("Peggy Smith", "Margaret Smith"),
        ("Ted Hale", "Edward Hale"), ("Mum", "Mary Smith"),
    ],
)  # fmt: skip
def test_a_way_to_call_somebody_is_not_another_person_s_name(one, other):
    assert not are_surely_different(one, other)
    assert not are_surely_different(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王总", "李雷"), ("张工", "王工"), ("李娜老师", "李雷老师"), ("老张", "王伟"), ("小刘", "老张"),
        ("爸爸", "妈妈"), ("外婆", "奶奶"), ("李雷妈妈", "李雷"), ("李雷妈妈", "李雷爸爸"), ("Mum", "Dad"),
        ("Uncle Bob", "Aunt Mary"), ("张伟", "张薇"),
        ("张艳", "张燕"), ("章岩", "张岩"), ("李晓明", "李明晓"),
        ("佐藤健", "鈴木一郎"), ("诸葛亮", "诸葛明"), ("欧阳总", "王娜"), ("Ada 李雷", "Ada 王芳"),
        ("John Smith Jr.", "John Smith Sr."), ("Mary Smith", "Mary Jones"), ("Lü Wei", "Liu Wei"),
    ],
)  # fmt: skip
def test_another_surname_relative_or_given_name_is_another_person_s(one, other):
    assert are_surely_different(one, other)
    assert are_surely_different(other, one)


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("王总", "王", ""), ("欧阳老师", "欧阳", ""), ("王建国教授", "王", "建国"),
        ("欧阳娜娜", "欧阳", "娜娜"), ("王伟", "王", "伟"),
        ("爸爸", "", ""), ("豆豆", "", ""), ("阿明", "", ""), ("顧望舒", "顾", "望舒"), ("房东", "", ""),
    ],
)  # fmt: skip
def test_surname_and_given_name_are_read_only_where_they_are_told(name, surname, given):
    assert (called_by(name).surname, called_by(name).given) == (surname, given)
    assert is_full_name(name) == bool(given)


@pytest.mark.parametrize("name", ["凱瑤剛勳", "貞顯遜碩", "鵑燦樺楨", "雋驊瀟敘", "岡戀張艶"])
def test_traditional_characters_of_given_names_have_their_simplified_form(name):
    assert not set(simpler(name)) & set(name)
    assert simpler(simpler(name)) == simpler(name)


def test_every_traditional_character_is_told_once():
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))


def test_the_table_is_opencc_s(pytestconfig):
    path = pytestconfig.rootpath / "tools" / "simplified.py"
    spec = importlib.util.spec_from_file_location("simplified_table", path)
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)) == tool.pairs()
