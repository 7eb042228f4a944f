"""Messages of Feishu, WeCom and DingTalk, as their administrators' exports hold them line by line."""

from renmai.sources.office_chat.source import SOURCE

__all__ = ["SOURCE"]
