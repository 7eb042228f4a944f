"""ChatLab: the exchange format that tools write for chats of WeChat, QQ, LINE, Telegram and others."""

from renmai.sources.chatlab.source import SOURCE

__all__ = ["SOURCE"]
