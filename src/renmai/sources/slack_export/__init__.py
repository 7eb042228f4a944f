"""Slack's export of a workspace: the days of its channels, and its members."""

from renmai.sources.slack_export.source import SOURCE

__all__ = ["SOURCE"]
