"""Employers: whose domain somebody's is, and which lines of law name nobody's position (TRUTH 4)."""

import pytest

from renmai.domain.positions.employers import (
    HostSort,
    HostUser,
    may_be_own_employer,
    sort_of_host,
    surname_of,
)
from renmai.domain.positions.legal import named_organisation
from renmai.domain.positions.signatures import signed_position
from renmai.domain.ties.basis import AFTER_DAYS, DAY_S, employers_left

EMPLOYER, NONE, UNSURE = HostSort.EMPLOYER, HostSort.NONE, HostSort.UNSURE


def users(*names: str, elsewhere: int = 0, organisation: str = "") -> list[HostUser]:
    """Return who writes from a domain; the first so many write from another one, too."""
    named = frozenset(filter(None, [organisation]))
    return [HostUser(name, named, is_elsewhere=k < elsewhere) for k, name in enumerate(names)]


@pytest.mark.parametrize(
    ("host", "who", "wanted"),
    [
        ("lakehaus.example", users("Marta Lindqvist", "Ann Lee", "王伟"), EMPLOYER),
        ("lakehaus.example", users("Marta Lindqvist", "Ann Lee"), EMPLOYER),
        ("lakehaus.example", users("Marta Lindqvist", "Ann Lee", "Ben Kim", elsewhere=1), EMPLOYER),
        ("lakehaus.example", users("Marta Lindqvist", organisation="Lakehaus GmbH"), EMPLOYER),
        ("lake-group.example", users("Ann Lee", "Bo Lee", organisation="Lakehaus GmbH"), EMPLOYER),
        ("lakehaus.example", users("Marta Lindqvist"), UNSURE),
        ("lakehaus.example", users("Marta Lindqvist", elsewhere=1), UNSURE),
        ("lakehaus.example", users("marta", organisation="Other Ltd"), UNSURE),
        ("lakehaus.example", [], UNSURE),
        ("lindqvist.example", users("Marta Lindqvist"), NONE),
        ("lindqvist.example", users("Marta Lindqvist", "Sven Lindqvist"), NONE),
        ("martalindqvist.example", users("Marta Lindqvist"), NONE),
        ("lindqvisthaus.example", users("Marta Lindqvist", "Sven Lindqvist", "Ola Lindqvist"), NONE),
        ("freekernel.example", users("Marta Lindqvist", "Ann Lee", "Ben Kim", elsewhere=2), NONE),
        ("freekernel.example", users("Ann Lee", "Bo Ek", "Cy Au", elsewhere=3), NONE),
        (
            "freekernel.example",
            [*users("Ann Lee", organisation="Mill Ltd"), *users("Bo Ek", organisation="Lakehaus GmbH")],
            NONE,
        ),
        ("x.example", users("ann", "ben", "cui"), NONE),
        ("loomproject.org", users("Marta Lindqvist", "Ann Lee", "王伟"), UNSURE),
        ("loomproject.org", users("Marta Lindqvist", organisation="Loomproject"), EMPLOYER),
    ],
)
def test_people_work_where_it_is_named_or_several_families_write_from_there_alone(host, who, wanted):
    assert sort_of_host(host, who) == wanted
    assert sort_of_host(host, who[::-1]) == wanted


def test_where_there_are_lists_to_write_from_there_is_not_enough():
    who = users("Marta Lindqvist", "Ann Lee")

    assert sort_of_host("lakehaus.example", who, has_lists=True) == UNSURE
    assert (
        sort_of_host("lakehaus.example", users("Ann Lee", organisation="Lakehaus"), has_lists=True)
        == EMPLOYER
    )


@pytest.mark.parametrize(
    ("name", "surname"),
    [("王伟", "王"), ("欧阳娜娜", "欧阳"), ("王总", "王"), ("Ann Lee", "lee"), ("ann", ""), ("", "")],
)
def test_a_surname_is_told_by_a_full_name_or_a_title(name, surname):
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("header", "organisation"),
    [
        ("Mill Finland Oy - BIC 0357606-4 - Rantakatu 7, 02160 Espoo", "Mill Finland Oy"),
        ("Lakehaus GmbH, Seestr. 5, 90409 Nürnberg", "Lakehaus GmbH"),
        ("Mill Ltd | Registered in England No. 1134945", "Mill Ltd"),
        ("University of Southbank", "University of Southbank"),
        ("青枝家居有限公司 · 注册地址 杭州", "青枝家居有限公司"),
        ("Bell & Hook", "Bell & Hook"),
        ("Private", ""),
        ("none", ""),
        ("-", ""),
        ("12345", ""),
        ("https://mill.example", ""),
        ("Speaking only for myself", ""),
        ("", ""),
    ],
)
def test_a_header_names_an_organisation_without_what_the_law_wants_behind_it(header, organisation):
    assert named_organisation(header) == organisation


FOOTERS = [
    ["Mill Finland Oy - BIC 0357606-4 - Rantakatu 7"],
    ["Mill Corporation (UK) Limited", "Registered No. 113494 (England)", "VAT No: 860 21"],
    ["Lakehaus Germany GmbH", "Geschäftsführer: Ann Lee, Bo Ek", "Sitz der Gesellschaft: Nürnberg"],
    ["Lakehaus Germany GmbH, HRB 368 (AG Nürnberg)"],
    ["Mill Center, Inc. is a member of the Loom Foundation"],
    ["The Loom Company", "This e-mail may be confidential and privileged"],
    ["青枝集团", "本邮件内容仅供收件人使用，请注意保密"],
    ["Opinions are mine, not those of Mill Ltd"],
    ["Copyright Mill Ltd"],
    ["MILL INDIA, on behalf of Loom Center, Inc. is a member", "of Loom Forum"],
    ["Ada Byron"],
]


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_of_law_is_nobodys_position(footer):
    assert signed_position(footer) is None
    assert signed_position(["Ada Byron", *footer], name="Ada Byron") is None


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_title_at_a_firm_stands_above_a_footer(footer):
    found = signed_position(["Ada Byron", "Head of Sales at Acme", *footer], name="Ada Byron")

    assert (found.organisation, found.title) == ("Acme", "Head of Sales")


def test_a_firm_after_which_the_domain_is_named_stands_above_a_footer_too():
    lines = ["Lakehaus GmbH", "Geschäftsführer: Ann Lee"]

    assert signed_position(lines, host="lakehaus.example").organisation == "Lakehaus GmbH"


LONG = (AFTER_DAYS + 1) * DAY_S


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        ({1: (0, 10), 2: (20, 10 + LONG)}, {1}),
        ({1: (0, 10), 2: (5, 10 + LONG)}, {1}),
        ({1: (0, 10), 2: (20, 30)}, set()),
        ({1: (5, 10), 2: (0, LONG + 10)}, set()),
        ({1: (0, LONG), 2: (5, LONG)}, set()),
        ({1: (0, 10)}, set()),
        ({1: (0, 10), 2: (20, 10 + LONG), 3: (LONG * 2, LONG * 4)}, {1, 2}),
        ({}, set()),
    ],
)
def test_an_employer_was_left_where_a_later_one_took_its_place(spans, left):
    assert employers_left(spans) == left


@pytest.mark.parametrize(
    ("host", "sort", "is_asked"),
    [
        ("mill.example", HostSort.EMPLOYER, True),
        ("mill.org", HostSort.EMPLOYER, True),
        ("mill.example", HostSort.UNSURE, True),
        ("mill.org", HostSort.UNSURE, False),
        ("mill.dev", HostSort.UNSURE, False),
        ("mill.example", HostSort.NONE, False),
    ],
)
def test_the_owner_is_not_asked_if_they_work_where_projects_are_at_home(host, sort, is_asked):
    """T6: unless somebody names it, from which alone it is told that people work there."""
    assert may_be_own_employer(host, sort) == is_asked
