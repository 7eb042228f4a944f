"""The headings of a friend list, and what their columns hold: the owner's remark goes before the nickname."""

from renmai.sources.address_book.columns import ColumnMeaning, PersonColumn

_HEADINGS: dict[PersonColumn, tuple[str, ...]] = {
    PersonColumn(ColumnMeaning.NAME): ("Remark", "remark", "备注", "备注名", "備註"),
    PersonColumn(ColumnMeaning.NICKNAME): (
        "NickName",
        "Nickname",
        "nickname",
        "nick_name",
        "昵称",
        "微信昵称",
        "暱稱",
    ),
    PersonColumn(ColumnMeaning.WECHAT): (
        *(
            "UserName",
            "username",
            "user_name",
            "wxid",
            "微信ID",
            "Alias",
            "alias",
            "微信号",
            "微信號",
            "账号",
        ),
    ),
    PersonColumn(ColumnMeaning.PHONE): ("Phone", "phone", "telephone", "ExTel", "电话", "手机", "手机号"),
    PersonColumn(ColumnMeaning.TAG): ("Label", "label", "LabelNames", "标签", "標籤"),
    PersonColumn(ColumnMeaning.NOTE): ("Description", "description", "描述", "备注描述"),
    PersonColumn(ColumnMeaning.PLACE): ("Region", "region", "地区", "地區"),
}
_BY_HEADING = {heading: column for column, headings in _HEADINGS.items() for heading in headings}
_OF_MESSAGES = frozenset(
    ("StrContent", "StrTime", "CreateTime", "content", "Content", "内容", "消息", "Sender")
)
ACCOUNTS = _HEADINGS[PersonColumn(ColumnMeaning.WECHAT)]


def are_friends(headings: frozenset[str]) -> bool:
    """Tell a friend list: a remark beside a nickname and an account, and nothing that was said."""
    meanings = {_BY_HEADING[heading].meaning for heading in headings if heading in _BY_HEADING}
    return {
        ColumnMeaning.NAME,
        ColumnMeaning.NICKNAME,
        ColumnMeaning.WECHAT,
    } <= meanings and headings.isdisjoint(_OF_MESSAGES)


def column_of(heading: str) -> PersonColumn | None:
    """Return what a column holds, None where nothing is made of it."""
    return _BY_HEADING.get(heading)
