"""Telegram's chats: the JSON that Telegram Desktop exports, of one chat or of the whole account."""

from renmai.sources.telegram_chat.source import SOURCE

__all__ = ["SOURCE"]
