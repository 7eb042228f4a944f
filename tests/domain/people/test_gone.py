"""Who is gone by a card's own words: a dagger, a remark beside the name, a line of a note, a day's label."""

import pytest

from renmai.domain.people.gone import Gone, gone_by_name, gone_by_remark, is_called_death, state_of


@pytest.mark.parametrize(
    "name",
    [
        "† Grandpa Joe",
        "Grandpa Joe †",
        "Grandpa Joe ✝",
        "外公（已故）",
        "奶奶【已过世】",
        "外婆（2020年去世）",
        "爷爷 已故",
        "已故外公",
        "Joe Bird (deceased)",
        "Joe Bird (died 10 Feb 2025)",
        "Joe Bird (d. 2020)",
        "Joe Bird (R.I.P.)",
        "Joe Bird - RIP",
        "Joe Bird (1931–2019)",
        "The late Joe Bird",
        "Opa Hans (verstorben)",
    ],
)
def test_a_remark_beside_a_name_says_that_somebody_died(name):
    """Case deceased-suggested."""
    assert state_of(gone_by_name(name))[0] == Gone.DECEASED


@pytest.mark.parametrize(
    "name",
    [
        "Erik Ray",
        "Erik Ray (ex)",
        "Ann (sister of deceased Joe)",
        "Dead Sea Tours",
        "Ripley Bird",
        "Rip Torn",
        "故宫博物院",
        "Late Night Pizza",
        "Ann Bird (2001-2020)",
        "Ann Bird (Archive, room 5)",
        "亡羊补牢工作室",
    ],
)
def test_a_name_that_only_sounds_so_says_nothing(name):
    assert gone_by_name(name) == ""


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Died 10 Feb 2025", Gone.DECEASED),
        ("passed away in May 2020", Gone.DECEASED),
        ("已故", Gone.DECEASED),
        ("2020年去世", Gone.DECEASED),
        ("已于2020年3月病逝", Gone.DECEASED),
        ("Deceased", Gone.DECEASED),
        ("No longer in touch", Gone.ARCHIVED),
        ("do not contact", Gone.ARCHIVED),
        ("不再联系", Gone.ARCHIVED),
        ("Archived", Gone.ARCHIVED),
        ("his father died", ""),
        ("not deceased", ""),
        ("Deceased?", ""),
        ("父亲已故", ""),
        ("还没去世", ""),
        ("Call before he is archived", ""),
        ("no contact with him before May, please", ""),
        ("", ""),
    ],
)
def test_a_line_counts_only_where_the_whole_of_it_says_so(line, state):
    assert state_of(gone_by_remark(line))[0] == state


@pytest.mark.parametrize(
    ("label", "is_death"),
    [
        ("Death", True),
        ("Death anniversary", True),
        ("date of death", True),
        ("忌日", True),
        ("去世", True),
        ("Todestag", True),
        ("Anniversary", False),
        ("生日", False),
        ("Deathly Hallows club", False),
    ],
)
def test_a_days_label_may_speak_of_a_death(label, is_death):
    assert is_called_death(label) == is_death
