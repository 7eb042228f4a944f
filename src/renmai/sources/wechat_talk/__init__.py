"""WeChat talks as text: what the app itself writes when messages are selected and mailed or shared."""

from renmai.sources.wechat_talk.source import SOURCE

__all__ = ["SOURCE"]
