"""The headings of plain tables of people in English and Chinese, and what their columns hold."""

from collections.abc import Iterable
from functools import cache

from renmai.sources.address_book.columns import ColumnMeaning, PersonColumn

_PLAIN: dict[ColumnMeaning, str] = {
    ColumnMeaning.NAME: "name|full name|display name|contact name|contact|姓名|名字|联系人|全名|聯絡人",
    ColumnMeaning.GIVEN: "first name|given name|first|forename",
    ColumnMeaning.MIDDLE: "middle name",
    ColumnMeaning.FAMILY: "last name|family name|last|surname|姓氏",
    ColumnMeaning.PREFIX: "称呼|称谓",
    ColumnMeaning.NICKNAME: "nickname|alias|昵称|别名|暱稱",
    ColumnMeaning.READING: "pinyin|拼音|phonetic name",
    ColumnMeaning.MAIL: "email|e-mail|emails|mail|email address|email addresses|work email|personal email|"
    "primary email|邮箱|电子邮箱|邮件|电邮|邮箱地址|電郵|信箱",
    ColumnMeaning.PHONE: "phone|phones|phone number|phone numbers|mobile|mobile number|cell|cell phone|"
    "telephone|tel|work phone|primary phone|手机|手机号|手机号码|电话|电话号码|联系电话|联系方式|"
    "移动号码|手機|電話",
    ColumnMeaning.WECHAT: "wechat|wechat id|weixin|微信|微信号|微信號",
    ColumnMeaning.COMPANY: "company|organization|organisation|company name|current company|employer|firm|"
    "公司|单位|工作单位|公司名称|机构|單位",
    ColumnMeaning.DEPARTMENT: "department|部门|部門",
    ColumnMeaning.TITLE: "title|job title|position|role|headline|current title|职务|职位|头衔|岗位|職位|職稱",
    ColumnMeaning.BORN: "birthday|birth date|date of birth|dob|生日|出生日期",
    ColumnMeaning.PLACE: "location|city|address|place|地址|城市|所在地|地区|住址",
    ColumnMeaning.LINK: "website|url|linkedin|linkedin url|linkedin profile|twitter|facebook|instagram|"
    "github|web|homepage|网站|主页|网址|领英",
    ColumnMeaning.TAG: "tags|tag|groups|group|labels|label|category|categories|keywords|标签|分组|类别|群组",
    ColumnMeaning.NOTE: "notes|note|comments|comment|remarks|description|备注|说明|附注|描述|備註",
}
_REMARKED = (
    "bio|about|how we met|how you met|met at|source|introduced by|relationship|relation|relationships|spouse|"
    "partner|children|hobbies|interests|stage|segment|last contacted|last contact|last seen|last interaction|"
    "last met|怎么认识|认识方式|认识途径|介绍人|关系|爱好|兴趣|配偶|孩子|最近联系"
)
_MESSENGERS = "qq|skype|telegram|whatsapp|line|signal|qq号"
_NAMES = frozenset((ColumnMeaning.NAME, ColumnMeaning.GIVEN, ColumnMeaning.FAMILY))
_WAYS = frozenset((ColumnMeaning.MAIL, ColumnMeaning.PHONE, ColumnMeaning.WECHAT))
_BY_HEADING = {word: PersonColumn(meaning) for meaning, words in _PLAIN.items() for word in words.split("|")}
_BY_HEADING |= {word: PersonColumn(ColumnMeaning.MESSENGER, word[:8]) for word in _MESSENGERS.split("|")}
_BY_HEADING["qq号"] = PersonColumn(ColumnMeaning.MESSENGER, "qq")
_NOTED = frozenset(_REMARKED.split("|"))
_OF_OTHERS = frozenset(("connected on", "file as", "phonetic first name", "yomi name", "e-mail address"))
"""Headings by which other services' tables are told: they are no plain ones."""
_FRIENDS = frozenset(("备注", "昵称"))
_LEAST_SHARE = 0.5
COLUMN_CHOICES = (
    "name",
    "first name",
    "last name",
    "nickname",
    "email",
    "phone",
    "wechat",
    "company",
    "department",
    "title",
    "birthday",
    "place",
    "website",
    "tags",
    "notes",
    "how we met",
    "last met",
    "introduced by",
    "relationship",
)
"""The headings among which to choose where a table's own do not tell what its columns hold."""


def are_plain(headings: frozenset[str]) -> bool:
    """Tell a table of people: a name beside a way to reach them, and most columns known."""
    bare = {_bare(heading) for heading in headings if heading.strip()}
    columns = [column for heading in headings if (column := column_of(heading))]
    meanings = {column.meaning for column in columns}
    is_of_people = not meanings.isdisjoint(_NAMES) and not meanings.isdisjoint(_WAYS)
    is_others = not bare.isdisjoint(_OF_OTHERS) or any(" 1 - " in heading for heading in bare)
    is_friends = bare >= _FRIENDS and ColumnMeaning.WECHAT in meanings
    return is_of_people and not is_others and not is_friends and len(columns) >= _LEAST_SHARE * len(bare)


def names_somebody(headings: Iterable[str]) -> bool:
    """Tell whether a table with these headings says who its people are, or how to reach them."""
    meanings = {column.meaning for heading in headings if (column := column_of(heading))}
    return not meanings.isdisjoint(_NAMES | _WAYS)


def choice_of(heading: str) -> str:
    """Return the choice that means what a heading tells, or nothing."""
    column = column_of(heading)
    same = (choice for choice in COLUMN_CHOICES if column and column_of(choice) == column)
    return next(same, "")


@cache
def column_of(heading: str) -> PersonColumn | None:
    """Return what a column holds, None where its heading does not tell."""
    bare = _bare(heading)
    numbered = bare.rstrip("0123456789 ").strip() or bare
    if bare in _NOTED:
        return PersonColumn(ColumnMeaning.NOTE, heading.strip())
    column = _BY_HEADING.get(bare) or _BY_HEADING.get(numbered)
    if column and column.meaning is ColumnMeaning.PHONE:
        return PersonColumn(ColumnMeaning.PHONE, "mobile" if "手机" in bare or "mobile" in bare else "")
    return column


def _bare(heading: str) -> str:
    return " ".join(heading.replace("_", " ").replace("(", " ").replace(")", " ").split()).casefold()
