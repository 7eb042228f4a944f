"""The source of WeChat's friend lists: its name, which files it knows, and whom it leaves out."""

from collections.abc import Iterator

from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.address_book.contact_tables import ContactTable
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.csv_rows import rows_in
from renmai.sources.wechat_friends.headings import ACCOUNTS, are_friends, column_of
from renmai.sources.words import words_beside

SOURCE_NAME = "wechat_friends"
_SERVICES = frozenset(
    (
        "filehelper",
        "fmessage",
        "medianote",
        "floatbottle",
        "newsapp",
        "weixin",
        "qmessage",
        "tmessage",
        "mphelper",
    )
)


class WeChatFriendsSource:
    """The owner's own list of friends in CSV."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = None
    table = ContactTable(SOURCE_NAME, are_friends, column_of)

    def recognises(self, head: bytes) -> bool:
        """Tell a friend list by its headings."""
        return any(are_friends(frozenset(cell.strip() for cell in row)) for row in rows_in(head)[:1])

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield each friend; groups, official accounts and WeChat's own services are left out, counted."""
        for item in self.table.read(part):
            if isinstance(item, RawRecord) and _is_nobody(item):
                yield Problem(
                    source=SOURCE_NAME,
                    file=part.name,
                    where=item.where,
                    code="wechat_friends_nobody",
                    at_byte=item.at_byte,
                    is_on_purpose=True,
                )
            else:
                yield item

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say whom a row names: as the owner calls them, beside the name they gave themselves."""
        return self.table.adapt(record, reading)


def _is_nobody(record: RawRecord) -> bool:
    accounts = [str(record.fields.get(heading, "")).strip() for heading in ACCOUNTS]
    return any(a.endswith("@chatroom") or a.startswith("gh_") or a in _SERVICES for a in accounts)


SOURCE = WeChatFriendsSource()
