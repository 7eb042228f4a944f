"""Discord's chats: the JSON of a channel or of direct messages, as DiscordChatExporter writes it."""

from renmai.sources.discord_chat.source import SOURCE

__all__ = ["SOURCE"]
