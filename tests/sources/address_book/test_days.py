"""Birthdays and anniversaries in every form in which phones and people write them."""

import pytest

from renmai.sources.address_book.days import day_of, lunar_day_of
from tests.sources.vcard.cards import facts


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1980-03-22", "1980-03-22"),
        ("19800322", "1980-03-22"),
        ("1980/3/22", "1980-03-22"),
        ("1980年3月22日", "1980-03-22"),
        ("1980-03-22T23:10:00Z", "1980-03-22"),
        ("20090808T1430-0500", "2009-08-08"),
        ("1980-03-22 00:00:00", "1980-03-22"),
        ("--0203", "--02-03"),
        ("--02-03", "--02-03"),
        ("2月3日", "--02-03"),
        ("02-29", "--02-29"),
        ("0000-02-03", "--02-03"),
        ("1604-02-29", "--02-29"),
        ("1980-03", "1980-03"),
        ("1980", "1980"),
        ("1981-02-29", ""),
        ("1980-13-01", ""),
        ("---22", ""),
        ("circa 1800", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_with_or_without_its_year_and_time(written, day):
    assert day_of(written) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("农历八月十五", "lunar:--08-15"),
        ("1980年正月初一", "lunar:1980-01-01"),
        ("农历1955年腊月廿三", "lunar:1955-12-23"),
        ("冬月三十", "lunar:--11-30"),
        ("十月初十", "lunar:--10-10"),
        ("十一月二十九", "lunar:--11-29"),
        ("闰四月二十", "lunar:--04L-20"),
        ("2020年闰四月初一", "lunar:2020-04L-01"),
        ("农历 1980-02-30", "lunar:1980-02-30"),
        ("Lunar: 8月15日", "lunar:--08-15"),
        ("八月三十一", ""),
        ("soon", ""),
    ],
)
def test_a_lunar_day_is_read_in_words_and_figures(written, day):
    assert lunar_day_of(written) == day


@pytest.mark.parametrize(
    ("lines", "birthdays"),
    [
        (["BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-05"], ["--03-05"]),
        (["BDAY;VALUE=text:农历八月十五"], ["lunar:--08-15"]),
        (["BDAY;CALSCALE=chinese:19550815"], ["lunar:1955-08-15"]),
        (["X-ALTBDAY;CALSCALE=chinese:007700570118"], ["lunar:1980-01-18"]),
        (["X-ALTBDAY;CALSCALE=chinese:007800010118"], ["lunar:1984-01-18"]),
        (["X-ALTBDAY;CALSCALE=hebrew:57400118"], []),
        (["BDAY:1980-03-05", "X-LUNAR-BIRTHDAY:1980-01-19"], ["1980-03-05", "lunar:1980-01-19"]),
        (["item1.X-ABDATE:1980-01-19", "item1.X-ABLabel:农历生日"], ["lunar:1980-01-19"]),
        (["X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1980-03-05;3;;;"], ["1980-03-05"]),
        (
            ["X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1980-01-19;0;农历生日;"],
            ["lunar:1980-01-19"],
        ),
    ],
)
def test_a_birthday_is_found_wherever_phones_put_it(lines, birthdays):
    assert facts("birthday", *lines) == birthdays


@pytest.mark.parametrize(
    "lines",
    [
        ["ANNIVERSARY:20081001"],
        ["X-MS-ANNIVERSARY:20081001"],
        ["X-EVOLUTION-ANNIVERSARY:2008-10-01"],
        ["item1.X-ABDATE:2008-10-01", "item1.X-ABLabel:_$!<Anniversary>!$_"],
        ["item1.X-ABDATE:2008-10-01", "item1.X-ABLabel:结婚纪念日"],
        ["X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2008-10-01;1;;;"],
    ],
)
def test_an_anniversary_is_found_wherever_programs_put_it(lines):
    assert facts("anniversary", *lines) == ["2008-10-01"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31/12/1980", "1980-12-31"),
        ("12/31/1980", "1980-12-31"),
        ("5/5/1980", "1980-05-05"),
        ("04.05.1980", "1980-05-04"),
        ("04/05/1980", ""),
        ("13/13/1980", ""),
        ("12.31.1980", ""),
    ],
)
def test_a_day_with_its_year_last_is_read_where_it_can_be_one_day_only(written, day):
    assert day_of(written) == day
