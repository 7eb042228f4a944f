"""The owner's list of WeChat friends as CSV: who is called how, by whom."""

from renmai.sources.wechat_friends.source import SOURCE

__all__ = ["SOURCE"]
