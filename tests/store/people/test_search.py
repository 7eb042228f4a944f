"""Finding people by what one types: names, pinyin, initials, characters, handles, organisations."""

import pytest
from django.test.utils import CaptureQueriesContext

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.value.record_value import record_value
from renmai.store.models import Owner, Person
from renmai.store.people import search
from renmai.store.people.readings import reading_of, sort_key_of
from tests.traces import address_book, card

CARDS = [
    card("1", "张三", "TEL:13900001111", "EMAIL:zhangsan@example.cn", "ORG:微信读书", "TITLE:产品经理"),
    card("2", "单田芳", "EMAIL:storyteller@example.cn", "NOTE:爱听黃梅戲"),
    card("3", "尉遲恭", "TEL;TYPE=CELL:13912345678"),
    card("4", "Ada Lovelace", "EMAIL:ada.king@analytical.example", "NICKNAME:Countess"),
    card("5", "Ada Byron", "EMAIL:byron@example.org"),
    card("6", "José García", "EMAIL:jose@example.es"),
    card("7", "吕布", "EMAIL:lb@example.cn", "TEL:+86 10 62345679"),
    card("8", "张三丰", "EMAIL:wudang@example.cn"),
]


@pytest.fixture
def find(viewer, tmp_path, now):
    import_paths(viewer, [address_book(tmp_path / "cards.vcf", *CARDS)], now=now)

    def found(text: str, limit: int = 9) -> list[str]:
        people = Person.objects.in_bulk(ids := search.find(viewer.owner_id, text, limit))
        return [people[pk].name for pk in ids]

    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张三", "张三"),
        ("張三", "张三"),
        ("三", "张三"),
        ("zhangsan", "张三"),
        ("zhang san", "张三"),
        ("Zhang", "张三"),
        ("san zhang", "张三"),
        ("zs", "张三"),
        ("zs 微信", "张三"),
        ("产品经理", "张三"),
        ("shantianfang", "单田芳"),
        ("dantianfang", "单田芳"),
        ("stf", "单田芳"),
        ("yuchigong", "尉遲恭"),
        ("尉迟恭", "尉遲恭"),
        ("13912345678", "尉遲恭"),
        ("8613912345678", "尉遲恭"),
        ("5678", "尉遲恭"),
        ("010 62345679", "吕布"),
        ("01062345679", "吕布"),
        ("62345679", "吕布"),
        ("lv bu", "吕布"),
        ("lubu", "吕布"),
        ("ada love", "Ada Lovelace"),
        ("lovelace ada", "Ada Lovelace"),
        ("al", "Ada Lovelace"),
        ("countess", "Ada Lovelace"),
        ("ada.king@analytical.example", "Ada Lovelace"),
        ("analytical", "Ada Lovelace"),
        ("jose garcia", "José García"),
        ("GARCÍA", "José García"),
        ("139 1234 5678", "尉遲恭"),
        ("139 123 45678", "尉遲恭"),
        ("(139) 123-456-78", "尉遲恭"),
        ("+86 139 123 45678", "尉遲恭"),
        ("0086 13912345678", "尉遲恭"),
        ("+86 (0)10 6234 5679", "吕布"),
        ("１３９ １２３ ４５６７８", "尉遲恭"),
        ("张三 微信读书", "张三"),
        ("微信读书 张三", "张三"),
        ("張三 產品經理", "张三"),
        ("张三 139", "张三"),
        ("黄梅戏 单田芳", "单田芳"),
    ],
)
def test_somebody_is_found_by(find, text, name):
    assert name in find(text)


def test_a_whole_name_comes_before_the_start_of_one_and_that_before_a_match_elsewhere(find):
    assert find("zhangsan") == ["张三", "张三丰"]
    assert find("张三")[0] == "张三"
    assert find("byron")[0] == "Ada Byron"


def test_somebody_is_found_by_words_of_a_note_in_either_writing(find, viewer, now):
    for person in Person.objects.filter(name="单田芳"):
        record_value(viewer, person.pk, "need", "想找一位摄影师，拍评书現場", now=now, on=now.date())

    assert find("摄影师") == find("现场") == find("評書 現場") == ["单田芳"]
    assert find("摄影 张三") == []


def test_every_word_must_match(find):
    assert find("ada byron") == ["Ada Byron"]
    assert find("ada nobody") == []
    assert find("zs 支付宝") == []


def test_characters_must_stand_together(find):
    assert find("三张") == []


@pytest.mark.parametrize("text", ["", "  ", '"', "*", "a*b(", "AND", "name:", "'", "\\", ":*", "三 -- '"])
def test_whatever_is_typed_is_words_and_never_a_query(find, text):
    find(text)


def test_nobody_finds_another_owner_s_people(find, viewer, now):
    other = Owner.objects.create(created_at=now)

    assert search.find(other.pk, "zhang", 9) == []


def test_pinyin_reads_surnames_as_surnames():
    names = {
        "单田芳": "shan tian fang",
        "曾国藩": "zeng guo fan",
        "解缙": "xie jin",
        "仇英": "qiu ying",
        "查良镛": "zha liang yong",
    }
    names |= {
        "区志强": "ou zhi qiang",
        "朴树": "piao shu",
        "盖叫天": "ge jiao tian",
        "尉迟恭": "yu chi gong",
        "单于": "shan yu",
    }

    assert {name: reading_of(name) for name in names} == names


def test_people_are_sorted_by_pinyin_and_those_without_letters_last():
    assert sorted(["李雷", "Ada", "张伟", "安娜", "?!"], key=sort_key_of) == [
        "Ada",
        "安娜",
        "李雷",
        "张伟",
        "?!",
    ]


INDEXED = "renmai_search VIRTUAL TABLE INDEX" if search.is_sqlite() else "Bitmap Index Scan"
WHOLE = ("SCAN p", "SCAN t", "Seq Scan")


def plan(query: str) -> list[str]:
    """Return the steps by which the database answers; PostgreSQL is kept from reading a small table whole."""
    with search.connection.cursor() as cursor:
        if search.is_sqlite():
            cursor.execute(f"EXPLAIN QUERY PLAN {query}")
            return [row[3] for row in cursor.fetchall()]
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {query}")
        return [row[0].strip(" ->") for row in cursor.fetchall()]


@pytest.mark.parametrize("text", ["王伟", "王", "w", "zhang 王", "p49999"])
def test_a_search_asks_the_index_and_looks_up_only_whom_it_found(viewer, text):
    with CaptureQueriesContext(search.connection) as asked:
        search.find(viewer.owner_id, text, 20)

    of_index = [query for query in asked if "renmai_search" in query["sql"]]
    assert len(of_index) == len(search.COLUMNS)
    assert len(asked) <= len(search.COLUMNS) + 1  # what was noted is looked at, too
    for query in of_index:
        steps = plan(query["sql"])
        assert any(INDEXED in step for step in steps), steps
        assert not any(step.startswith(WHOLE) for step in steps), steps
