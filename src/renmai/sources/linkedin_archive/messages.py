"""The messages of the archive, which begins with the newest: put into order, then together to turns."""

import re
from collections.abc import Iterator
from html import unescape
from types import TracebackType
from typing import Self

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.account_chats import GROUP, MOST_MEMBERS, PRIVATE, AccountChat
from renmai.sources.chat_acts import NO_WORDS
from renmai.sources.csv_tables import CsvTable, TableRow
from renmai.sources.handles import link_handle
from renmai.sources.linkedin_archive.moments import moment_of
from renmai.sources.message_spool import MessageSpool, SpooledMessage
from renmai.sources.turns import Message

PLATFORM = "linkedin"
NOBODY = "LinkedIn Member"
"""How the archive calls who has left."""
_TAG = re.compile(r"<[^<>]{1,500}>")
_PARAGRAPH = re.compile(r"</p>|<br ?/?>", re.IGNORECASE)


class Messages:
    """Takes messages up as they stand and gives the turns of each conversation."""

    def __init__(self, table: CsvTable, source: str) -> None:
        self.table, self.source = table, source
        self.spool = MessageSpool()
        self.accounts: dict[str, str] = {}
        self.at_byte = 0

    def __enter__(self) -> Self:
        self.spool.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.spool.__exit__(kind, fault, trace)

    def take(self, row: TableRow | Problem) -> Iterator[Problem]:
        """Put a message in; yield what is wrong with it, or why it is left out."""
        self.at_byte = row.at_byte
        if isinstance(row, Problem):
            yield row
            return
        moment = moment_of(row.text("DATE"))
        if moment is None:
            yield self.table.problem(row, "linkedin_archive_date_unclear")
            return
        if reason := _reason_left_out(row):
            yield Problem(
                source=self.source,
                file=self.table.part.name,
                where=row.where,
                code=reason,
                at_byte=row.at_byte,
                is_on_purpose=True,
            )
            return
        sender = self._account(row.text("FROM"), row.text("SENDER PROFILE URL"))
        text = _plain(row.text("CONTENT"))
        kept = {
            "sender": sender,
            "to": self._readers(row),
            "title": row.text("CONVERSATION TITLE"),
            "subject": row.text("SUBJECT"),
            "text": text,
        }
        chat = row.text("CONVERSATION ID") or digest_of({"between": sorted([sender, *kept["to"]])})
        self.spool.add(SpooledMessage(chat, int(moment.timestamp()), row.number, kept))

    def turns(self) -> Iterator[RawRecord]:
        """Yield the turns of every conversation from its beginning."""
        chat: AccountChat | None = None
        for message in self.spool.in_order(newest_first=True):
            sender, readers = self._known(message.kept["sender"]), list(map(self._known, message.kept["to"]))
            if chat is None or chat.known_as() != message.chat:
                if chat is not None:
                    yield from chat.rest()
                chat = self._chat(message, len({sender, *readers}))
            for account in (sender, *readers):
                chat.note(account, "" if account in chat.names else self._name(account))
            subject, text = message.kept["subject"], message.kept["text"]
            kept: dict[str, object] = {"at": message.at_s, "text": text}
            if subject:
                kept["subject"] = subject
            if not text:
                kept["sort"] = NO_WORDS
            yield from chat.take(Message(sender, message.at_s, kept), message.place)
        if chat is not None:
            yield from chat.rest()

    def _chat(self, message: SpooledMessage, members: int) -> AccountChat:
        kind = GROUP if members > 2 else PRIVATE
        about = {"platform": PLATFORM, "type": kind, "id": message.chat, "name": message.kept["title"]}
        chat = AccountChat(self.source, about, lambda number: at(row=number))
        chat.at_byte = self.at_byte
        return chat

    def _account(self, name: str, url: str) -> str:
        """Return an account, its profile or, where none is named, its name; remember whose it is."""
        link = link_handle(url)
        name = " ".join(name.split())
        if link is None:
            return name
        if name and len(self.accounts) < MOST_MEMBERS:
            known = self.accounts.setdefault(name, link.value)
            if known != link.value:
                self.accounts[name] = ""
        return f"{link.value} {name}"

    def _readers(self, row: TableRow) -> list[str]:
        urls = [url for url in row.text("RECIPIENT PROFILE URLS").split(",") if url.strip()]
        names = row.text("TO")
        if len(urls) == 1:
            return [self._account(names, urls[0])]
        several = [name for name in names.split(",") if name.strip()]
        if urls and len(several) != len(urls):
            several = [""] * len(urls)
        urls = urls or [""] * len(several)
        return [self._account(name, url) for name, url in zip(several, urls, strict=True)]

    def _known(self, account: str) -> str:
        """Return an account's profile where one of the messages names it, else the name."""
        if account.startswith("https://"):
            return account.partition(" ")[0]
        return self.accounts.get(account) or account

    def _name(self, account: str) -> str:
        return next((name for name, url in self.accounts.items() if url == account), account)


def _reason_left_out(row: TableRow) -> str:
    if row.text("IS MESSAGE DRAFT").lower() in ("yes", "true"):
        return "linkedin_archive_draft"
    if row.text("FOLDER").upper() == "SPAM":
        return "linkedin_archive_spam"
    is_nobodys = row.text("FROM") in ("", NOBODY) and not row.text("SENDER PROFILE URL")
    return "linkedin_archive_nameless" if is_nobodys else ""


def _plain(text: str) -> str:
    """Return a message without its markup, where it has any."""
    if "<p" in text or "<br" in text:
        text = unescape(_TAG.sub("", _PARAGRAPH.sub("\n", text)))
    return text.strip()
