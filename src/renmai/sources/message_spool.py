"""Puts messages into the order of their chats and times, however many there are, in flat memory."""

import sqlite3
from collections.abc import Iterator
from json import dumps, loads
from types import TracebackType
from typing import Any, NamedTuple, Self


class SpooledMessage(NamedTuple):
    """A message as it was put in: its chat, its second, its place in the file, and what is kept of it."""

    chat: str
    at_s: int
    place: int
    kept: dict[str, Any]


class MessageSpool:
    """Holds messages outside of memory where they are many, in a file that nobody else can open.

    Exports that mix several chats, or begin with the newest message, cannot be read as they stand.
    """

    def __enter__(self) -> Self:
        self._database = sqlite3.connect("")
        self._database.execute("CREATE TABLE message (chat TEXT, at_s INTEGER, place INTEGER, kept TEXT)")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, message: SpooledMessage) -> None:
        """Put one in."""
        chat = message.chat.encode("utf-8", "replace").decode("utf-8")
        row = (chat, message.at_s, message.place, dumps(message.kept))
        self._database.execute("INSERT INTO message VALUES (?, ?, ?, ?)", row)

    def in_order(self, *, newest_first: bool = False) -> Iterator[SpooledMessage]:
        """Yield all of them, chat by chat, each from its beginning.

        :param newest_first: whether the file has them so, which tells the order of those within one second
        """
        order = "chat, at_s, place DESC" if newest_first else "chat, at_s, place"
        for chat, at_s, place, kept in self._database.execute(f"SELECT * FROM message ORDER BY {order}"):
            yield SpooledMessage(chat, at_s, place, loads(kept))
