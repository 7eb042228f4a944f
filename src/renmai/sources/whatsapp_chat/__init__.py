"""WhatsApp chats: the text that the app writes on Android and iPhones when a chat is exported."""

from renmai.sources.whatsapp_chat.source import SOURCE

__all__ = ["SOURCE"]
