"""Outlook and Exchange: contacts as CSV, with English or Chinese headings."""

from renmai.sources.outlook_csv.source import SOURCE

__all__ = ["SOURCE"]
