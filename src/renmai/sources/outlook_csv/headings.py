"""The headings of Outlook's CSV in English and Chinese, and what their columns hold."""

import re
from functools import cache

from renmai.sources.address_book.columns import ColumnMeaning, PersonColumn

_PLAIN: dict[ColumnMeaning, tuple[str, ...]] = {
    ColumnMeaning.GIVEN: ("First Name", "Given Name", "名", "名字"),
    ColumnMeaning.MIDDLE: ("Middle Name", "中间名", "中間名"),
    ColumnMeaning.FAMILY: ("Last Name", "Surname", "姓", "姓氏"),
    ColumnMeaning.PREFIX: ("Title", "称谓", "稱謂", "头衔"),
    ColumnMeaning.SUFFIX: ("Suffix", "后缀", "稱呼", "字尾"),
    ColumnMeaning.NICKNAME: ("Nickname", "昵称", "暱稱"),
    ColumnMeaning.COMPANY: ("Company", "单位", "公司"),
    ColumnMeaning.DEPARTMENT: ("Department", "部门", "部門"),
    ColumnMeaning.TITLE: ("Job Title", "职务", "職稱"),
    ColumnMeaning.BORN: ("Birthday", "生日"),
    ColumnMeaning.PLACE: ("Location", "位置", "地點"),
    ColumnMeaning.LINK: ("Web Page", "Personal Web Page", "网页", "個人網頁", "网址", "網頁"),
    ColumnMeaning.TAG: ("Categories", "类别", "類別"),
    ColumnMeaning.NOTE: ("Notes", "附注", "附註", "备注", "備註"),
}
_DAYS = {"Anniversary": "Anniversary", "纪念日": "纪念日", "週年紀念日": "纪念日"}
_REMARKED = (
    "Spouse", "Children", "Manager's Name", "Assistant's Name", "Referred By", "Hobby", "Profession",
    "配偶", "子女", "经理姓名", "助理姓名", "引用者", "爱好", "职业",
)  # fmt: skip
_MAIL = re.compile(r"E-?mail (?:\d )?Address|电子邮件 ?\d? ?地址|電子郵件 ?\d? ?地址", re.IGNORECASE)
_PHONE = re.compile(
    r"(?P<en>Primary|Home|Business|Mobile|Other|Car|Callback|Company Main|Assistant's|Radio) Phone(?: \d)?"
    r"|(?P<fax>(?:Home|Business|Other) Fax|Pager|(?:商务|住宅|其他|商務|住家)传?傳?真)"
    r"|(?P<zh>移动|商务|住宅|主要|其他|车载|行動|商務|住家|单位主要|助理)(?:电话|電話)(?: ?\d)?"
)
_ADDRESS = re.compile(
    r"(?P<of>Home|Business|Other|商务地址|住宅地址|其他地址|商務地址|住家地址) ?"
    r"(?:(?P<street>Street(?: \d)?|街道(?: ?\d)?)|(?P<city>City|市/县|市|城市)|"
    r"(?P<state>State|省/市/自治区|省)|(?P<postcode>Postal Code|邮政编码|郵遞區號)|"
    r"(?P<country>Country(?:/Region)?|国家/地区|國家/地區))"
)
_PARTS = {
    "street": ColumnMeaning.STREET,
    "city": ColumnMeaning.CITY,
    "state": ColumnMeaning.STATE,
    "postcode": ColumnMeaning.POSTCODE,
    "country": ColumnMeaning.COUNTRY,
}
_NAMES = ({"First Name", "Last Name"}, {"名", "姓"}, {"名字", "姓氏"})
_BY_HEADING = {heading: PersonColumn(meaning) for meaning, headings in _PLAIN.items() for heading in headings}


def are_outlooks(headings: frozenset[str]) -> bool:
    """Tell Outlook's headings by both names beside a column for addresses and one for telephones."""
    return (
        any(names <= headings for names in _NAMES)
        and any(_MAIL.fullmatch(heading) for heading in headings)
        and any(_PHONE.fullmatch(heading) for heading in headings)
    )


@cache
def column_of(heading: str) -> PersonColumn | None:
    """Return what a column holds, None where nothing is made of it."""
    if column := _BY_HEADING.get(heading):
        return column
    if heading in _DAYS:
        return PersonColumn(ColumnMeaning.DAY, _DAYS[heading])
    if heading in _REMARKED:
        return PersonColumn(ColumnMeaning.NOTE, heading)
    if _MAIL.fullmatch(heading):
        return PersonColumn(ColumnMeaning.MAIL)
    if found := _PHONE.fullmatch(heading):
        return PersonColumn(
            ColumnMeaning.PHONE, "fax" if found["fax"] else (found["en"] or found["zh"]).lower()
        )
    if found := _ADDRESS.fullmatch(heading):
        return PersonColumn(next(_PARTS[part] for part in _PARTS if found[part]), found["of"])
    return None
