"""Signal's chats, as programs that export them from Signal Desktop write them."""

from renmai.sources.signal_chat.source import SOURCE

__all__ = ["SOURCE"]
