"""How a letter addresses somebody: never by a bare title, never by half a surname."""

import pytest

from renmai.domain.people.greetings import call_name


@pytest.mark.parametrize(
    "name",
    [
        "王小姐",
        "李先生",
        "陈医生",
        "王总",
        "张工",
        "小刘",
        "老张",
        "阿明",
        "外婆",
        "爸爸",
        "李雷妈妈",
        "房东",
        "欧阳老师",
        "王建国教授",
    ]
    + [
        "佐藤健",
        "田中健",
        "小林健",
        "鈴木一郎",
        "佐藤さん",
        "简宁",
        "欧阳修",
        "Dr. Wu",
        "Gu Wangshu",
        "Uncle Bob",
        "Mum Wang",
    ],
)
def test_who_is_known_by_a_title_a_pet_name_or_a_name_without_a_given_one_is_called_whole(name):
    assert call_name(name) == name


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("顾望舒", "望舒"),
        ("張偉明", "偉明"),
        ("欧阳娜娜", "娜娜"),
        ("王 丽娟", "丽娟"),
        ("王伟（华为）", "王伟"),
        ("Marta Lindqvist", "Marta"),
        ("Prof. Marta Lindqvist", "Marta"),
        ("ada@example.org", "ada"),
    ],
)
def test_a_full_name_is_called_by_its_given_one(name, called):
    assert call_name(name) == called
