"""Lines that say who looks for what, or has what, in both languages (V2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.value.one_line import is_me, value_line
from renmai.domain.value.values import Side

LINES = [
    ("张三在找供应链", "张三", Side.NEED, "供应链"),
    ("李雷最近在找靠谱的会计。", "李雷", Side.NEED, "靠谱的会计"),
    ("王芳需要一位会德语的助理", "王芳", Side.NEED, "会德语的助理"),
    ("欧阳静想找一家包装厂", "欧阳静", Side.NEED, "包装厂"),
    ("贺川擅长模具", "贺川", Side.OFFER, "模具"),
    ("贺川能提供三周出样的打样", "贺川", Side.OFFER, "三周出样的打样"),
    ("我在找两家酒店客户", "", Side.NEED, "两家酒店客户"),
    ("我会修老家具", "", Side.OFFER, "修老家具"),
    ("Ada is looking for a printer", "Ada", Side.NEED, "a printer"),
    ("Ada Brook needs somebody who reads German.", "Ada Brook", Side.NEED, "somebody who reads German"),
    ("Marcus's looking for shelf space", "Marcus", Side.NEED, "shelf space"),
    ("Ada has a workshop in Porto", "Ada", Side.OFFER, "a workshop in Porto"),
    ("Ada can introduce two buyers", "Ada", Side.OFFER, "two buyers"),
    ("I'm looking for a lacquer that lasts", "", Side.NEED, "a lacquer that lasts"),
    ("I can translate German", "", Side.OFFER, "translate German"),
    ("Ada 在找印刷厂", "Ada", Side.NEED, "印刷厂"),
]


@pytest.mark.parametrize(("line", "who", "side", "what"), LINES, ids=[line for line, *_ in LINES])
def test_a_line_tells_who_which_side_and_what(line, who, side, what):
    assert value_line(line) == (who, side, what)


@pytest.mark.parametrize("line", ["", "hello", "张三", "在找", "   ", "昨天下雨了。", "is looking for"])
def test_another_line_tells_nothing(line):
    assert value_line(line) is None


@given(st.text(max_size=300))
def test_any_line_is_read_without_harm(line):
    found = value_line(line)
    assert found is None or (found.what and len(found.who) <= 80)


def test_the_owner_goes_by_a_few_words():
    assert is_me("Me") and is_me("我") and not is_me("Mei")
